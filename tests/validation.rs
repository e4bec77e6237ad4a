//! The document of the validation says what a run says.
// A document that cannot be read stops its test.
#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../examples/validate/report/mod.rs"]
mod report;

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");
const AGAIN: &str = "run the example `validate`";

#[test]
fn the_document_is_that_of_a_run() {
    let sections = report::sections().unwrap();
    same("validation.md", &report::document(&sections));
    for (name, found) in sections.iter().flat_map(|section| &section.files) {
        same(&format!("{}/{name}", report::FILES), found);
    }
}

fn same(file: &str, found: &str) {
    let written = std::fs::read_to_string(format!("{DOCS}/{file}")).unwrap();
    for (line, (written, found)) in written.lines().zip(found.lines()).enumerate() {
        assert_eq!(written, found, "line {} of docs/{file} is old: {AGAIN}", line + 1);
    }
    assert_eq!(written.lines().count(), found.lines().count(), "docs/{file}: {AGAIN}");
}
