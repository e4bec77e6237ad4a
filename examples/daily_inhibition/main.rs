//! What do four approved regimens leave of each cytokine's signal over a day?
//!
//! `cargo run --release --example daily_inhibition`: four regimens at steady state, eleven cytokines, by the
//! Hill equation and through the network; `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod choice;
mod kinases;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice, STRONGEST};
use choice::{CYTOKINES, Treatment, treatments};
use jakstat::assay::{DailyInhibition, Way};
use jakstat::prelude::*;
use rayon::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 6] = [
    ("panel", "one panel of enzyme IC50 for all drugs, or own for each drug's own (dowty2019)"),
    ("cytokines", "cytokines of the catalogue, as x,y (eleven)"),
    ("ng-per-ml", "dose of every cytokine (100)"),
    ("csv", "the table to write (target/daily_inhibition.csv)"),
    ("svg", "the picture of the dynamic inhibition (target/daily_inhibition.svg)"),
    ("static-svg", "the picture of the static one (target/daily_inhibition_static.svg)"),
];

fn main() -> ExitCode {
    answer(daily_inhibition)
}

fn daily_inhibition(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let panel = given.text("panel").unwrap_or("dowty2019");
    let single = if panel == "own" { None } else { Some(Catalog::builtin().single_source(panel)?) };
    let catalog = single.as_ref().unwrap_or(Catalog::builtin());
    let named = given.text("cytokines").map(|names| names.split(',').collect::<Vec<_>>());
    let cytokines = named.unwrap_or(CYTOKINES.to_vec());
    let dose = given.positive("ng-per-ml", 100.0, STRONGEST)?.ng_per_ml();
    let treatments = treatments(catalog)?;

    let assay = |name: &str| -> jakstat::Result<Assay> {
        let cytokine = catalog.cytokine(name.trim())?;
        Ok(Assay::new(cytokine, catalog.responder(cytokine)?).stimulate(dose))
    };
    let assays: Vec<Assay> = cytokines.iter().map(|name| assay(name)).collect::<Result<_, _>>()?;
    let pairs: Vec<(&Treatment, &Assay)> = treatments
        .iter()
        .flat_map(|treatment| assays.iter().map(move |assay| (treatment, assay)))
        .collect();
    let day = |&(treatment, assay): &(&Treatment, &Assay)| {
        let (drug, exposure) = (treatment.inhibitor, &treatment.exposure);
        assay.daily_inhibition(drug, exposure, 0.0.hours()).map_err(Box::new)
    };
    // In the order of the pairs, whichever thread is first.
    let days: Result<Vec<DailyInhibition>, _> = pairs.par_iter().map(day).collect();
    let days = days?;
    let rows: Vec<_> = pairs.iter().map(|(treatment, _)| *treatment).zip(&days).collect();

    report::write(given.output("csv", "target/daily_inhibition.csv")?, &rows)?;
    let ways = [
        (Way::Dynamic, given.output("svg", "target/daily_inhibition.svg")?),
        (Way::Static, given.output("static-svg", "target/daily_inhibition_static.svg")?),
    ];
    for (way, file) in ways {
        picture::draw(&rows, way, panel).save(file)?;
    }
    let named = if panel == "own" { "each drug's own panel" } else { panel };
    report::print(out, named, &treatments, &rows)?;
    kinases::print(out, catalog, &treatments)?;
    writeln!(out, "pictures: {} and {}", ways[0].1, ways[1].1)?;
    Ok(report::answer(out, &rows)?)
}
