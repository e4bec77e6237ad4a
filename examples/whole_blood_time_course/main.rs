//! How long does a tablet keep blood from answering IL-6 and IL-15?
//!
//! `cargo run --release --example whole_blood_time_course -- --mg 4`: a dose at 0 h, samples before it and up to
//! 24 h after it, each stimulated in the tube; phospho-STAT3 of CD4 and CD8 T cells and monocytes after 15 min.

#[path = "../arguments/mod.rs"]
mod arguments;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use jakstat::assay::ExVivo;
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 5] = [
    ("inhibitor", "a drug of the catalogue with kinetics (baricitinib)"),
    ("mg", "amount of the single dose in mg (4)"),
    ("repeated", "interval in hours, for blood drawn at steady state (a single dose)"),
    ("csv", "the table to write (target/whole_blood_time_course.csv)"),
    ("svg", "the picture to write (target/whole_blood_time_course.svg)"),
];

/// When blood is drawn, in hours from the dose; the first before it.
const HOURS: [f64; 9] = [0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 16.0, 24.0];
const CELLS: [&str; 3] = ["CD4 T cell", "CD8 T cell", "monocyte"];
const CYTOKINES: [&str; 2] = ["IL-6", "IL-15"];

/// The samples of one cytokine and cell.
struct Series {
    cytokine: &'static str,
    cell: &'static str,
    samples: Result<Vec<ExVivo>, String>,
}

fn main() -> ExitCode {
    answer(whole_blood)
}

fn whole_blood(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let single = Regimen::oral(given.positive("mg", 4.0, 1e5)?.milligrams());
    let regimen = match given.text("repeated") {
        Some(_) => single.every(given.positive("repeated", 24.0, 1e4)?.hours()).at_steady_state(),
        None => single,
    };
    let kinetics = catalog.kinetics(inhibitor.name())?;
    let exposure = Exposure::of(kinetics, &Patient::reference(), &regimen)?;
    let times = HOURS.map(Quantities::hours);

    let mut all = Vec::new();
    for cytokine in CYTOKINES {
        for cell in CELLS {
            let assay = Assay::flow_cytometry(catalog.cytokine(cytokine)?, catalog.cell(cell)?);
            let samples = assay.ex_vivo(inhibitor, &exposure, &times);
            all.push(Series { cytokine, cell, samples: samples.map_err(|why| why.to_string()) });
        }
    }

    report::write(given.output("csv", "target/whole_blood_time_course.csv")?, &all)?;
    let file = given.output("svg", "target/whole_blood_time_course.svg")?;
    picture::draw(inhibitor.name(), &all).save(file)?;
    report::print(out, &all)?;
    writeln!(out, "picture: {file}")?;
    Ok(report::answer(out, inhibitor.name(), &all)?)
}
