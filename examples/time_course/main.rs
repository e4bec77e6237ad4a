//! How does the signal rise and fall, with the drug and without?
//!
//! `cargo run --release --example time_course -- --cytokine IFN-gamma --nanomolar 100`; `--help`
//! lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod picture;
mod table;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice, LONGEST, STRONGEST};
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 8] = [
    ("inhibitor", "a drug of the catalogue (baricitinib)"),
    ("cytokine", "a cytokine of the catalogue (IL-6)"),
    ("cell", "a cell of the catalogue (the cytokine's usual responder)"),
    ("ng-per-ml", "dose of the cytokine (100)"),
    ("nanomolar", "free concentration of the drug in nM (50)"),
    ("minutes", "how long to watch (120)"),
    ("csv", "a table to write"),
    ("svg", "the picture to write (target/time_course.svg)"),
];
const POINTS: u32 = 480;

fn main() -> ExitCode {
    answer(time_course)
}

fn time_course(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(given.text("cytokine").unwrap_or("IL-6"))?;
    let cell = given.text("cell").map_or(catalog.responder(cytokine), |name| catalog.cell(name))?;
    let dose = given.positive("ng-per-ml", 100.0, STRONGEST)?.ng_per_ml();
    let drug = given.positive("nanomolar", 50.0, STRONGEST)?.nanomolar();
    let minutes = given.positive("minutes", 120.0, LONGEST)?;
    let at = |k: u32| (minutes * f64::from(k) / f64::from(POINTS)).minutes();
    let times: Vec<Time> = (0..=POINTS).map(at).collect();
    let fraction = format!("{} fraction", cytokine.main_stat().phosphorylated());
    let observables = [fraction.as_str(), "active JAK", "SOCS mRNA", "SOCS"];

    let assay = Assay::new(cytokine, cell).stimulate(dose);
    let course = assay.time_course((inhibitor, &[0.0.nanomolar(), drug]), &observables, &times)?;

    if let Some(table) = given.table(&table::HEAD)? {
        table::write(table, &course)?;
    }
    let file = given.output("svg", "target/time_course.svg")?;
    let title = format!("{} ({dose}), {}", cytokine.name(), cell.name());
    let with = format!("with {drug} {} (free)", inhibitor.name());
    picture::draw(&title, &with, &course)?.save(file)?;
    table::print(out, &course)?;
    writeln!(out, "picture: {file}")?;
    let [(free, when), (blocked, later)] = [0, 1].map(|drug| table::peak(&course, drug, 0));
    writeln!(
        out,
        "{fraction} peaks at {free:.3} after {when:.1} min, {with} at {blocked:.3} after {later:.1} min"
    )?;
    Ok(())
}
