//! Do the label's doses for weaker kidneys keep exposure and inhibition where they are?
//!
//! `cargo run --release --example renal_dosing -- --indication covid-19`: the dose of each category of renal
//! function, and the unreduced one beside it; `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod picture;
mod report;
mod table;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;
use table::rows;

const OPTIONS: [Choice; 5] = [
    ("indication", "what baricitinib is given for (rheumatoid arthritis)"),
    ("cytokine", "a cytokine of the catalogue (IL-6)"),
    ("cell", "a cell of the catalogue (CD4 T cell)"),
    ("csv", "the table to write (target/renal_dosing.csv)"),
    ("svg", "the picture of the free concentrations (target/renal_dosing.svg)"),
];

fn main() -> ExitCode {
    answer(renal_dosing)
}

fn renal_dosing(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let label =
        catalog.label("baricitinib", given.text("indication").unwrap_or("rheumatoid arthritis"))?;
    let cytokine = catalog.cytokine(given.text("cytokine").unwrap_or("IL-6"))?;
    let cell = catalog.cell(given.text("cell").unwrap_or("CD4 T cell"))?;
    let assay = Assay::new(cytokine, cell);
    let rows = rows(catalog, label, &assay)?;

    report::write(given.output("csv", "target/renal_dosing.csv")?, &rows)?;
    let file = given.output("svg", "target/renal_dosing.svg")?;
    picture::draw(label.indication(), &rows).save(file)?;
    report::print(out, catalog, label, &rows)?;
    writeln!(out, "picture: {file}")?;
    Ok(report::answer(out, &rows)?)
}
