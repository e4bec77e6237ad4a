//! Do predictions agree with what was measured?
//!
//! `cargo run --release --example validate`: holds dynamics, IC50 in cells and published orderings against what was measured, and
//! writes them to `docs/validation.md` with figures, good or bad; a test fails where the document and a run disagree. `--report`
//! names another file.

#[path = "../arguments/mod.rs"]
mod arguments;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

const OPTIONS: [Choice; 1] = [("report", "the document to write (docs/validation.md)")];

fn main() -> ExitCode {
    answer(validate)
}

fn validate(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let file = given.output("report", "docs/validation.md")?;
    let sections = report::sections().map_err(|why| -> Box<dyn Error> { why })?;
    let folder = Path::new(file).with_file_name(report::FILES);
    let cannot = |why: std::io::Error| {
        format!("--report {file} cannot be written ({why}); give another file")
    };
    std::fs::create_dir_all(&folder).map_err(cannot)?;
    for (name, content) in sections.iter().flat_map(|section| &section.files) {
        std::fs::write(folder.join(name), content).map_err(cannot)?;
    }
    std::fs::write(file, report::document(&sections)).map_err(cannot)?;
    writeln!(out, "document: {file}, its figures and tables: {}", folder.display())?;
    for section in &sections {
        for line in &section.summary {
            writeln!(out, "{}: {line}", section.title)?;
        }
    }
    writeln!(out, "{}", report::section::answer(&sections))?;
    Ok(())
}
