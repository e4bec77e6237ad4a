//! Can more cytokine overcome the drug?
//!
//! `cargo run --release --example cytokine_dose_response -- --cytokine EPO --inhibitor ruxolitinib`:
//! the cytokine's curve at 0, 1, 10 and 100 times the drug's IC50 against the usual dose; `--help`
//! lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice, LONGEST};
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 6] = [
    ("inhibitor", "a drug of the catalogue (baricitinib)"),
    ("cytokine", "a cytokine of the catalogue (IL-6)"),
    ("cell", "a cell of the catalogue (the cytokine's usual responder)"),
    ("minutes", "reading time after the stimulus (15)"),
    ("csv", "a table to write"),
    ("svg", "the picture to write (target/cytokine_dose_response.svg)"),
];

fn main() -> ExitCode {
    answer(cytokine_dose_response)
}

fn cytokine_dose_response(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(given.text("cytokine").unwrap_or("IL-6"))?;
    let cell = given.text("cell").map_or(catalog.responder(cytokine), |name| catalog.cell(name))?;
    let time = given.positive("minutes", 15.0, LONGEST)?.minutes();
    let assay = Assay::new(cytokine, cell).readout(cytokine.main_stat(), time);

    let drug_doses = DoseGrid::log(0.1.nanomolar(), 100.0.micromolar(), 37);
    let ic50 = assay.dose_response(inhibitor, &drug_doses)?.ic50();
    let ic50 = ic50.exact().ok_or(format!("no IC50 to take multiples of: {ic50}"))?;
    let levels = [0.0, 1.0, 10.0, 100.0].map(|fold| (fold * ic50.as_nanomolar()).nanomolar());
    // From far too little to far more than anybody adds, so that every maximum shows.
    let usual = cytokine.typical_dose().to_molar(cytokine.molar_mass()).as_nanomolar();
    let doses = DoseGrid::log((1e-5 * usual).nanomolar(), (1e3 * usual).nanomolar(), 65);
    let found = assay.cytokine_dose_response((inhibitor, &levels), &doses)?;

    let (stat, drug) = (cytokine.main_stat().phosphorylated(), inhibitor.name());
    let title = format!("{drug} against {}, {}", cytokine.name(), cell.name());
    if let Some(table) = given.table(&report::HEAD)? {
        report::write(table, &found)?;
    }
    let file = given.output("svg", "target/cytokine_dose_response.svg")?;
    picture::draw((&title, cytokine.name(), drug), &format!("{stat} at {time}"), &found)
        .save(file)?;
    writeln!(out, "{title}: {stat} at {time}, IC50 {ic50} at {}", cytokine.typical_dose())?;
    report::print(out, &found)?;
    writeln!(out, "picture: {file}")?;
    report::answer(out, (cytokine.name(), drug), &found)
}
