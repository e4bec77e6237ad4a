//! What does a network of my own do over time?
//!
//! `cargo run --release --example simulate -- NETWORK.json --until 7200 --points 73 --csv OUT.csv`;
//! `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod settings;

use arguments::answer::{Answer, answer};
use arguments::output::Table;
use arguments::{Arguments, Choice};
use jakstat::network::Network;
use jakstat::ode::{Run, Sampler, Solver};
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 7] = [
    ("until", "the last time in s (7200)"),
    ("points", "number of times, evenly spaced from 0 (73)"),
    ("set", "name=value of a parameter or species (nM); again and again"),
    ("rtol", "relative tolerance (1e-6)"),
    ("atol", "absolute tolerance in nM (from rtol and each species' own scale)"),
    ("solver", "rodas5p, rodas4, dopri5 or dop853 (rodas5p)"),
    ("csv", "the table to write (target/simulate.csv)"),
];
const FILE: [Choice; 1] = [("NETWORK.json", "the network (the binding.json of the examples)")];
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/binding.json");

fn main() -> ExitCode {
    answer(simulate)
}

fn simulate(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &FILE)?;
    let file = given.positional().first().map_or(SHIPPED, String::as_str);
    let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}; check the name"))?;
    let network = Network::from_json(&text).map_err(|why| format!("{file}: {why}"))?;
    let model = network.compile().map_err(|why| format!("{file}: {why}"))?;

    let until = given.positive("until", 7200.0, f64::MAX)?;
    let points = given.count("points", 73, 2..=10_000_000)?;
    let times: Vec<f64> = (0..points).map(|k| until * (k as f64 / (points - 1) as f64)).collect();
    let (initial, parameters) = settings::start(&model, &given.all("set"))?;
    let solver = Solver::new(&model, given.solving()?)?;
    let sampler = Sampler::new(&times, initial.len());
    let run = Run { end: until, initial, parameters, ..Run::default() };
    let (sampler, outcome) = solver.solve_one(run, sampler);
    let steps = outcome?.statistics.accepted;

    let names = model.species_names();
    let file = given.output("csv", "target/simulate.csv")?;
    let mut table = Table::create(file, &[&["time"], &names[..]].concat())?;
    for (time, states) in times.iter().zip(sampler.rows.chunks(names.len())) {
        let row = [&[*time], states].concat().iter().map(|x| format!("{x:.16e}")).collect();
        table.row::<Vec<String>>(row)?;
    }
    table.finish()?;
    writeln!(out, "{points} rows to {until} s, {} species, {steps} steps: {file}", names.len())?;
    Ok(())
}
