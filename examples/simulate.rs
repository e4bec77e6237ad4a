//! What does a network of my own do over time?
//!
//! `cargo run --release --example simulate -- NETWORK.json --until 7200 --points 73 --csv OUT.csv`,
//! also `--set name=value` (again and again), `--solver rodas5p|rodas4|dopri5|dop853`, `--rtol`, `--atol`.
// What an example finds out, or why it cannot, it says on the terminal.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod arguments;

use arguments::{Arguments, finite};
use jakstat::network::{Model, Network};
use jakstat::ode::{Run, Sampler, Solver};
use std::{error::Error, process::ExitCode};

const OPTIONS: [&str; 7] = ["until", "points", "set", "rtol", "atol", "solver", "csv"];
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/binding.json");

fn main() -> ExitCode {
    let Err(error) = simulate() else { return ExitCode::SUCCESS };
    eprintln!("{error}");
    ExitCode::FAILURE
}

fn simulate() -> Result<(), Box<dyn Error>> {
    let given = Arguments::parse(&OPTIONS)?;
    let file = match given.positional() {
        [] => SHIPPED,
        [file] => file,
        [_, second, ..] => Err(format!("{second:?} is one file too many: give one network"))?,
    };
    let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}; check the name"))?;
    let model = Network::from_json(&text)?.compile()?;

    let (until, points) = (given.number("until", 7200.0)?, given.number("points", 73.0)?);
    if until <= 0.0 || points.fract() != 0.0 || !(2.0..=1e7).contains(&points) {
        Err("give --until above 0 (s) and --points as a whole number from 2 to 10 million")?;
    }
    let indices = (0..).map(f64::from).take_while(|&i| i < points);
    let times: Vec<f64> = indices.map(|i| until * (i / (points - 1.0))).collect();
    let (initial, parameters) = start(&model, &given.all("set"))?;
    let solver = Solver::new(&model, given.solving()?)?;
    let sampler = Sampler::new(&times, initial.len());
    let run = Run { end: until, initial, parameters, ..Run::default() };
    let (sampler, outcome) = solver.solve_one(run, sampler);
    let steps = outcome?.statistics.accepted;

    let names = model.species_names();
    let out = given.text("csv").unwrap_or("target/simulate.csv");
    let mut csv = csv::Writer::from_path(out).map_err(|e| format!("cannot write {out}: {e}"))?;
    csv.write_record([&["time"], &names[..]].concat())?;
    for (time, states) in times.iter().zip(sampler.rows.chunks(names.len())) {
        csv.write_record([&[*time], states].concat().iter().map(|x| format!("{x:.16e}")))?;
    }
    csv.flush()?;
    println!("{points} rows to {until} s, {} species, {steps} steps: {out}", names.len());
    Ok(())
}

/// Initial concentrations and parameters, some of them set by name.
fn start(model: &Model, settings: &[&str]) -> Result<(Vec<f64>, Vec<f64>), Box<dyn Error>> {
    let (mut parameters, mut species) = (model.default_parameters(), Vec::new());
    for setting in settings {
        let (name, value) =
            setting.split_once('=').ok_or(format!("--set {setting}: give name=value"))?;
        let value = finite(&format!("--set {name}"), value)?;
        match model.parameter(name) {
            Ok(index) => parameters[index] = value,
            Err(no_parameter) => match model.species(name) {
                Ok(_) if value < 0.0 => Err(format!("--set {setting}: give 0 nM or more"))?,
                Ok(index) => species.push((index, value)),
                Err(no_species) => Err(format!("{no_parameter}\n{no_species}"))?,
            },
        }
    }
    let mut initial = model.initial(&parameters);
    for (index, value) in species {
        initial[index] = value;
    }
    Ok((initial, parameters))
}
