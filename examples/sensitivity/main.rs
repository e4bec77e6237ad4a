//! Which uncertain number decides how much a drug does?
//!
//! `cargo run --release --example sensitivity -- --inhibitor tofacitinib --cytokine IL-2`: the cell's ATP and every abundance over
//! the ranges of the tables, inhibition constants and Km within a factor; `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice, LONGEST, STRONGEST};
use jakstat::prelude::*;
use jakstat::sensitivity::{Design, Factor};
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 11] = [
    ("inhibitor", "a drug of the catalogue (baricitinib)"),
    ("cytokine", "a cytokine of the catalogue (IL-6)"),
    ("cell", "a cell of the catalogue (the cytokine's usual responder)"),
    ("nanomolar", "free concentration of the drug in nM (50)"),
    ("minutes", "reading time after the stimulus (15)"),
    ("ki-fold", "factor within which two thirds of the inhibition constants lie (2)"),
    ("km-fold", "factor within which two thirds of the Km of ATP lie (1.5)"),
    ("rows", "size of the design, a power of two from 128 to 65536 (1024)"),
    ("seed", "another set of points, a whole number (1)"),
    ("csv", "the table to write (target/sensitivity.csv)"),
    ("svg", "the picture to write (target/sensitivity.svg)"),
];

fn main() -> ExitCode {
    answer(sensitivity)
}

fn sensitivity(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(given.text("cytokine").unwrap_or("IL-6"))?;
    let cell = given.text("cell").map_or(catalog.responder(cytokine), |name| catalog.cell(name))?;
    let dose = given.positive("nanomolar", 50.0, STRONGEST)?.nanomolar();
    let time = given.positive("minutes", 15.0, LONGEST)?.minutes();
    let assay = Assay::new(cytokine, cell).readout(cytokine.main_stat(), time);

    let pathway = assay.pathway(&[inhibitor])?;
    let mut factors = assay.uncertain_inputs(&[inhibitor.into()])?;
    let usual = pathway.model().default_parameters();
    for (name, value) in pathway.model().parameter_names().into_iter().zip(usual) {
        let fold = match name.split('.').next() {
            Some("Ki") => given.positive("ki-fold", 2.0, STRONGEST)?,
            Some("Km") => given.positive("km-fold", 1.5, STRONGEST)?,
            _ => continue,
        };
        factors.push(Factor::log_normal(name, value, fold));
    }
    let rows = given.count("rows", 1024, 1..=65536)?;
    let seed = given.count("seed", 1, 0..=usize::MAX)?;
    let design = Design::new(&factors)?.rows(rows as u32)?.seed(seed as u64);
    let found = assay.sensitivity((inhibitor.into(), dose), &design)?;

    let stat = cytokine.main_stat().phosphorylated();
    report::write(given.output("csv", "target/sensitivity.csv")?, &stat, &found)?;
    let file = given.output("svg", "target/sensitivity.svg")?;
    let title = format!(
        "What decides {stat} of the {} at {time} after {}, and what {dose} {} takes off it",
        cell.name(),
        cytokine.name(),
        inhibitor.name()
    );
    picture::draw(&title, &stat, &found).save(file)?;
    report::print(out, &stat, &found)?;
    writeln!(out, "picture: {file}")?;
    report::answer(out, &format!("{stat} at {time}"), &found)
}
