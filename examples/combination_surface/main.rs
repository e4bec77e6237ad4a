//! Do a JAK inhibitor and a neutralising antibody help each other?
//!
//! `cargo run --release --example combination_surface -- --partner tofacitinib --cytokine IL-2`: doses from 1/32 to 32 times each
//! agent's IC50, all against all; `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod choice;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice, LONGEST, STRONGEST};
use choice::{antibody, around};
use jakstat::assay::Agent;
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 11] = [
    ("inhibitor", "a drug of the catalogue (baricitinib)"),
    ("partner", "a second drug of the catalogue (an antibody)"),
    ("chain", "a receptor chain that the antibody binds, such as IL6R (it binds the cytokine)"),
    ("kd", "dissociation constant of the antibody in nM, which you must know (0.1)"),
    ("cytokine", "a cytokine of the catalogue (IL-6)"),
    ("cell", "a cell of the catalogue (the cytokine's usual responder)"),
    ("ng-per-ml", "dose of the cytokine (100)"),
    ("minutes", "reading time after the stimulus (15)"),
    ("csv", "the table to write (target/combination_surface.csv)"),
    ("svg", "the picture of the inhibition (target/combination_surface.svg)"),
    ("excess-svg", "what is more than dose addition (target/combination_excess.svg)"),
];

fn main() -> ExitCode {
    answer(combination_surface)
}

fn combination_surface(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(given.text("cytokine").unwrap_or("IL-6"))?;
    let cell = given.text("cell").map_or(catalog.responder(cytokine), |name| catalog.cell(name))?;
    let antibody = antibody(&given, cytokine)?;
    let partner = match given.text("partner") {
        Some(name) => Agent::from(catalog.inhibitor(name)?),
        None => Agent::from(&antibody),
    };
    let dose = given.positive("ng-per-ml", 100.0, STRONGEST)?.ng_per_ml();
    let time = given.positive("minutes", 15.0, LONGEST)?.minutes();
    let stat = cytokine.main_stat();
    let assay = Assay::new(cytokine, cell).stimulate(dose).readout(stat, time);

    let agents = [Agent::from(inhibitor), partner];
    let grids = [around(&assay, agents[0])?, around(&assay, agents[1])?];
    let found = assay.combination(&[(agents[0], &grids[0]), (agents[1], &grids[1])])?;

    report::write(given.output("csv", "target/combination_surface.csv")?, &found)?;
    let title = format!(
        "{} on {} at {dose}, {} at {time}",
        cell.name(),
        cytokine.name(),
        stat.phosphorylated()
    );
    let files = [
        given.output("svg", "target/combination_surface.svg")?,
        given.output("excess-svg", "target/combination_excess.svg")?,
    ];
    picture::inhibition(&title, &found).save(files[0])?;
    picture::excess(&title, &found).save(files[1])?;
    report::print(out, &title, &found)?;
    writeln!(out, "pictures: {} and {}", files[0], files[1])?;
    report::answer(out, &found)
}
