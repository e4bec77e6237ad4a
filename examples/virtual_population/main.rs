//! How differently do people answer the same tablets?
//!
//! `cargo run --release --example virtual_population -- --patients 500`: bodies and cells that differ as people
//! do, each a matter of seed and number; `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod bands;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice, STRONGEST};
use jakstat::assay::{VirtualPatients, Way};
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 10] = [
    ("inhibitor", "a drug of the catalogue with variability (baricitinib)"),
    ("mg", "amount of each dose in mg (4)"),
    ("hours", "hours between doses (24)"),
    ("patients", "how many, 20 or more (200)"),
    ("seed", "what makes other patients (1)"),
    ("cv", "variation of each protein's copies between patients, assumed (0.3)"),
    ("ng-per-ml", "dose of IL-6, which is there all the time (10)"),
    ("csv", "the table to write (target/virtual_population.csv)"),
    ("svg", "the picture of the concentrations (target/virtual_population.svg)"),
    ("inhibition-svg", "the picture of the inhibition (target/virtual_inhibition.svg)"),
];

fn main() -> ExitCode {
    answer(virtual_population)
}

fn virtual_population(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let seed = given.count("seed", 1, 0..=usize::MAX)? as u64;
    let kinetics = catalog.kinetics(inhibitor.name())?;
    let population = Population::new(kinetics, &Patient::reference(), seed)?;
    let interval = given.positive("hours", 24.0, 1e3)?.hours();
    let regimen = Regimen::oral(given.positive("mg", 4.0, 1e5)?.milligrams())
        .every(interval)
        .at_steady_state();
    let patients = VirtualPatients {
        population: &population,
        regimen: &regimen,
        numbers: 0..given.count("patients", 200, 20..=100_000)? as u64,
        abundance_variation: given.number("cv", 0.3)?,
        from: 0.0.hours(),
    };
    let assay = Assay::new(catalog.cytokine("IL-6")?, catalog.cell("CD4 T cell")?)
        .stimulate(given.positive("ng-per-ml", 10.0, STRONGEST)?.ng_per_ml());
    let days = assay.virtual_days((inhibitor, Way::Dynamic), &patients)?;

    let table = given.output("csv", "target/virtual_population.csv")?;
    report::write(table, patients.numbers.clone(), &days)?;
    let file = given.output("svg", "target/virtual_population.svg")?;
    bands::exposure(inhibitor.name(), &patients)?.save(file)?;
    let second = given.output("inhibition-svg", "target/virtual_inhibition.svg")?;
    bands::inhibition(inhibitor.name(), &days).save(second)?;
    report::print(out, &days)?;
    writeln!(out, "pictures: {file} and {second}")?;
    Ok(report::answer(out, &days)?)
}
