//! Which cytokines does this drug spare?
//!
//! `cargo run --release --example screen -- --inhibitors baricitinib,filgotinib`: every pair of drug
//! and cytokine, at the cytokine's main STAT and usual dose; `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod choice;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::output::Table;
use arguments::{Arguments, Choice, LONGEST};
use choice::chosen;
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

const OPTIONS: [Choice; 6] = [
    ("inhibitors", "drugs of the catalogue, as a,b (all)"),
    ("cytokines", "cytokines of the catalogue, as x,y (all)"),
    ("cells", "cells of the catalogue, as p,q (each cytokine's usual responder)"),
    ("minutes", "reading time after the stimulus (15)"),
    ("csv", "the table to write"),
    ("svg", "the picture to write (target/screen.svg)"),
];

fn main() -> ExitCode {
    answer(screen)
}

fn screen(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let drugs = chosen(&given, "inhibitors", |name| catalog.inhibitor(name))?;
    let cytokines = chosen(&given, "cytokines", |name| catalog.cytokine(name))?;
    let cells = chosen(&given, "cells", |name| catalog.cell(name))?.unwrap_or_default();
    let time = given.positive("minutes", 15.0, LONGEST)?.minutes();
    let screen = Screen::new(catalog)
        .inhibitors(&drugs.unwrap_or_else(|| catalog.inhibitors().collect()))
        .cytokines(&cytokines.unwrap_or_else(|| catalog.cytokines().collect()))
        .cells(&cells)
        .time(time);

    let (done, total) = (AtomicUsize::new(0), screen.len());
    let rows = screen.run(|| {
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        let bar = "#".repeat(40 * done / total);
        // On standard error, so that the table can be piped.
        let _ = write!(std::io::stderr(), "\r[{bar:<40}] {done}/{total}");
    });
    let _ = writeln!(std::io::stderr());

    if given.text("csv").is_some() {
        let mut table = Table::create(given.output("csv", "")?, &[])?;
        rows.iter().try_for_each(|row| table.row(row))?;
        table.finish()?;
    }
    let file = given.output("svg", "target/screen.svg")?;
    picture::draw(&rows, time, &cells).save(file)?;
    report::print(out, &rows)?;
    writeln!(out, "picture: {file}")?;
    Ok(report::answer(out, &rows)?)
}
