//! Does the library do on this machine what it says?
//!
//! `cargo run --release --example qualify`: solvers, closed forms, conservation, determinism and tables are checked, and a report
//! with PASS or FAIL on each line is written as Markdown and JSON. It ends with exit code 1 where a line fails.

#[path = "../arguments/mod.rs"]
mod arguments;
mod checks;
mod machine;
mod markdown;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use checks::{Check, FAMILIES, Tables, carried_out};
use machine::Machine;
use report::Report;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

const OPTIONS: [Choice; 4] = [
    ("markdown", "the page to write (target/qualification.md)"),
    ("json", "the same as data (target/qualification.json)"),
    ("tables", "a folder with tables of your own, to be checked (the built-in ones)"),
    ("date", "a date to stand in the report (none)"),
];

fn main() -> ExitCode {
    answer(qualify)
}

fn qualify(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let page = given.output("markdown", "target/qualification.md")?;
    let data = given.output("json", "target/qualification.json")?;
    let tables = Tables::of(given.text("tables"));
    let began = Instant::now();
    let mut checks: Vec<Check> = Vec::new();
    for family in FAMILIES {
        let (name, started) = (family.0, Instant::now());
        print(out, (name, started), carried_out(family), &mut checks)?;
    }
    print(out, ("tables", Instant::now()), tables.checks(), &mut checks)?;
    let report = Report::new(Machine::with(&tables, given.text("date")), &checks);
    std::fs::write(page, markdown::page(&report))
        .map_err(|why| format!("--markdown {page} cannot be written ({why}); give another file"))?;
    std::fs::write(data, serde_json::to_string_pretty(&report)? + "\n")
        .map_err(|why| format!("--json {data} cannot be written ({why}); give another file"))?;
    writeln!(out, "report: {page} and {data}")?;
    let seconds = began.elapsed().as_secs_f64();
    writeln!(out, "{} in {seconds:.0} s", report.summary())?;
    if report.verdict == "PASS" {
        Ok(())
    } else {
        Err("a check failed: see the lines above".into())
    }
}

/// Prints the checks of a family and keeps them.
fn print(
    out: &mut dyn Write,
    (family, started): (&str, Instant),
    found: Vec<Check>,
    all: &mut Vec<Check>,
) -> Answer {
    writeln!(out, "{family} ({:.1} s)", started.elapsed().as_secs_f64())?;
    for check in &found {
        let (reached, bar) = (markdown::number(check.reached), markdown::number(check.bar));
        writeln!(out, "  {} {}: {reached}, at most {bar}", check.verdict(), check.name)?;
    }
    all.extend(found);
    Ok(())
}
