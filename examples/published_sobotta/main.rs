//! Does the generic pathway say what the published IL-6 model of hepatocytes says?
//!
//! `cargo run --release --example published_sobotta`: the core of Sobotta et al. 2017 (Front Physiol 8:775), 13 states,
//! beside the pathway of this library in the same cell, with ruxolitinib and without. This is consistency, not
//! validation: constants of the generic pathway were matched to this model's course without drug.

#[path = "../arguments/mod.rs"]
mod arguments;
mod bands;
mod constants;
mod core;
mod experiment;
mod picture;
mod readouts;
mod report;
mod rest;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use experiment::Experiment;
use readouts::Readouts;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 1] = [("svg", "the picture to write (target/published_sobotta.svg)")];

fn main() -> ExitCode {
    answer(published_sobotta)
}

fn published_sobotta(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let models = [Experiment::published()?, Experiment::generic()?];
    let (rest, distance) = rest::start(models[0].model())?;
    writeln!(
        out,
        "start of the published model: steady to {:.0e} per s, within {distance:.0e} of the 13 published numbers",
        rest.residual
    )?;
    let [published, generic] = [Readouts::of(&models[0])?, Readouts::of(&models[1])?];
    report::print(out, [&published, &generic])?;
    let file = given.output("svg", "target/published_sobotta.svg")?;
    let svg = picture::side_by_side([&models[0], &models[1]])?;
    std::fs::write(file, svg)
        .map_err(|why| format!("--svg {file} cannot be written ({why}); give another file"))?;
    writeln!(out, "picture: {file}")?;
    writeln!(
        out,
        "The IC50 themselves differ: the published one was fitted in culture, uptake and loss included; the generic \
         pathway's is of free drug, from enzymes."
    )?;
    let agree = bands::DYNAMICS.iter().filter(|band| band.holds(&generic)).count();
    writeln!(
        out,
        "The generic pathway keeps {agree} of {} bands of the published dynamics, and ruxolitinib's IC50 rises {} fold from \
         10 to 40 ng/mL IL-6 ({} fold in the published model): consistency, not validation",
        bands::DYNAMICS.len(),
        report::short(generic.ratio()),
        report::short(published.ratio())
    )?;
    Ok(())
}
