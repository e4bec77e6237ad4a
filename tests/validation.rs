//! The document of the validation says what a run says.
// A document that cannot be read stops its test.
#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../examples/validate/dosing.rs"]
mod dosing;
#[path = "../examples/validate/evaluate.rs"]
mod evaluate;
#[path = "../examples/validate/markdown.rs"]
mod markdown;

#[test]
fn the_document_is_that_of_a_run() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/validation.md");
    let written = std::fs::read_to_string(file).unwrap();
    let found = markdown::document(&dosing::orderings().unwrap());
    for (line, (written, found)) in written.lines().zip(found.lines()).enumerate() {
        assert_eq!(
            written,
            found,
            "line {} of docs/validation.md is old: run the example `validate` with --report docs/validation.md",
            line + 1
        );
    }
    assert_eq!(
        written.lines().count(),
        found.lines().count(),
        "docs/validation.md has other lines"
    );
}
