//! How potent are the drugs on my plate, and are they different?
//!
//! `cargo run --release --example fit_plate -- data.csv --model 3pl --share top,hill`, a table with
//! the columns dose, response and, if wanted, replicate, weight, curve, drug, cytokine.

#[path = "../arguments/mod.rs"]
mod arguments;
mod options;
mod picture;
mod report;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use jakstat::response::PlateData;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 3] = [
    ("model", "4pl, or 3pl with its bottom at zero (4pl)"),
    ("share", "parameters that all curves share, of top,bottom,hill (none)"),
    ("svg", "the picture to write (target/fit_plate.svg)"),
];
const FILE: [Choice; 1] = [(
    "data.csv",
    "columns dose_nM, response and perhaps replicate, weight, curve, drug, cytokine (a plate of the examples)",
)];
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/plate.csv");

fn main() -> ExitCode {
    answer(fit_plate)
}

fn fit_plate(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &FILE)?;
    let file = given.positional().first().map_or(SHIPPED, String::as_str);
    let options = options::read(&given)?;
    let data = PlateData::from_csv_file(file)?;
    let fit = data.fit(&options)?;
    let picture = given.output("svg", "target/fit_plate.svg")?;
    picture::draw(&data, &fit).save(picture)?;
    report::print(out, &fit)?;
    writeln!(out, "picture: {picture}")?;
    Ok(report::answer(out, &fit)?)
}
