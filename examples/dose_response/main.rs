//! How much baricitinib halves IL-6 signalling in CD4 T cells?
//!
//! `cargo run --release --example dose_response -- --inhibitor tofacitinib --cytokine IL-2`;
//! `--help` lists the options. Doses are free concentrations in nM.

mod adaptive;
#[path = "../arguments/mod.rs"]
mod arguments;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice, LONGEST, STRONGEST};
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 12] = [
    ("inhibitor", "a drug of the catalogue (baricitinib)"),
    ("cytokine", "a cytokine of the catalogue (IL-6)"),
    ("cell", "a cell of the catalogue (the cytokine's usual responder)"),
    ("stat", "the STAT to read (the cytokine's main one)"),
    ("ng-per-ml", "dose of the cytokine (100)"),
    ("minutes", "reading time after the stimulus (15)"),
    ("dose-min", "lowest dose of the drug in nM (0.1)"),
    ("dose-max", "highest dose of the drug in nM (10000)"),
    ("points", "number of doses (41)"),
    ("adaptive", "a share of the largest response, 1e-10 to 0.5: only as many doses as that takes"),
    ("csv", "a table to write"),
    ("svg", "the picture to write (target/dose_response.svg)"),
];

fn main() -> ExitCode {
    answer(dose_response)
}

fn dose_response(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(given.text("cytokine").unwrap_or("IL-6"))?;
    let cell = given.text("cell").map_or(catalog.responder(cytokine), |name| catalog.cell(name))?;
    let stat: Stat = given.text("stat").map_or(Ok(cytokine.main_stat()), str::parse)?;
    let minutes = given.positive("minutes", 15.0, LONGEST)?.minutes();
    let dose = given.positive("ng-per-ml", 100.0, STRONGEST)?.ng_per_ml();
    let low = given.positive("dose-min", 0.1, STRONGEST)?;
    let high = given.positive("dose-max", 1e4, STRONGEST)?;
    if low >= high {
        return Err(format!("--dose-max is {high}: give more than --dose-min, {low}").into());
    }
    let points = given.count("points", 41, 2..=10_000)?;
    let doses = DoseGrid::log(low.nanomolar(), high.nanomolar(), points);

    let assay = Assay::new(cytokine, cell).stimulate(dose).readout(stat, minutes);
    if given.text("adaptive").is_some() {
        let tolerance = given.positive("adaptive", 1e-3, 0.5)?;
        return adaptive::report(out, (&assay, inhibitor), (low, high), tolerance);
    }
    let response = assay.dose_response(inhibitor, &doses)?;
    let uncertainty = assay.uncertainty(inhibitor, &doses)?;

    let phospho = stat.phosphorylated();
    let (drug, ligand) = (inhibitor.name(), cytokine.name());
    let title = format!("{drug} against {ligand} ({dose}), {}", cell.name());
    if let Some(table) = given.table(&report::HEAD)? {
        report::write(table, &response, &uncertainty)?;
    }
    let file = given.output("svg", "target/dose_response.svg")?;
    let reading = format!("{phospho} at {minutes} (% of control)");
    picture::draw(&title, &reading, &response, &uncertainty).save(file)?;
    writeln!(out, "{title}: {phospho} at {minutes}")?;
    report::print(out, &phospho, &response, &uncertainty)?;
    writeln!(out, "picture: {file}")?;
    match response.ic50().exact() {
        Some(ic50) => writeln!(out, "IC50 = {:.4} nM", ic50.as_nanomolar())?,
        None => writeln!(out, "IC50: {}", response.ic50())?,
    }
    Ok(())
}
