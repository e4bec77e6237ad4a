//! Do predictions about doses agree with what was published?
//!
//! `cargo run --release --example validate`: evaluates the published orderings that concern dosing and writes
//! `docs/validation.md`, good or bad; a test fails where document and run disagree.

#[path = "../arguments/mod.rs"]
mod arguments;
mod dosing;
mod evaluate;
mod markdown;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 1] = [("report", "the document to write (target/validation.md)")];

fn main() -> ExitCode {
    answer(validate)
}

fn validate(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let file = given.output("report", "target/validation.md")?;
    let orderings = dosing::orderings()?;
    let document = markdown::document(&orderings);
    std::fs::write(file, &document)
        .map_err(|why| format!("--report {file} cannot be written ({why}); give another file"))?;
    for ordering in &orderings {
        writeln!(out, "{}: {} ({})", ordering.id, ordering.verdict(), ordering.statement)?;
    }
    writeln!(out, "document: {file}")?;
    let held = orderings.iter().filter(|ordering| ordering.holds()).count();
    let part = orderings.iter().filter(|ordering| ordering.verdict() == "holds in part").count();
    let all = orderings.len();
    writeln!(out, "{held} of {all} published orderings about doses hold, {part} more in part")?;
    Ok(())
}
