//! Which method reaches an error in the least time, and where do other libraries stand?
//!
//! A work-precision diagram: the reference network at a ladder of tolerances with each of our methods, timed here
//! on one thread by processor time, beside other solvers as measured on the day that the newest `benches/record/*-peers.csv` is
//! named after. `cargo bench --bench precision -- benches/record` keeps picture and numbers; without a folder
//! they go to `target/`. A row with a larger error than a hundred times its tolerance is an error of the bench.
#![allow(clippy::print_stdout)] // a bench speaks

mod diagram;
mod reference;
mod timing;

use diagram::Row;
use jakstat::prelude::*;
use reference::{Failure, doses, model, options, reached, sweep, times};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use timing::{median, processor_time};

const RECORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/record");
const ROUNDS: usize = 11;

/// Each of our methods: name, points per sweep, tolerances, and what else it is asked for. The explicit ones are bound by
/// stability, and slow.
fn methods() -> [(&'static str, u32, &'static [f64], Options); 5] {
    const IMPLICIT: &[f64] = &[1e-2, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9];
    const EXPLICIT: &[f64] = &[1e-4, 1e-8];
    let by = |method, norm| Options { method, norm, max_steps: 10_000_000, ..Options::default() };
    let mean = Norm::RootMeanSquare;
    [
        ("jakstat Rodas5P", 256, IMPLICIT, by(Method::Rodas5P, mean)),
        ("jakstat Rodas5P, largest error", 256, IMPLICIT, by(Method::Rodas5P, Norm::Largest)),
        ("jakstat Rodas4", 256, IMPLICIT, by(Method::Rodas4, mean)),
        ("jakstat Dopri5", 2, EXPLICIT, by(Method::Dopri5, mean)),
        ("jakstat Dop853", 2, EXPLICIT, by(Method::Dop853, mean)),
    ]
}

fn ours(model: &Model) -> Result<Vec<Row>, Failure> {
    let (mut rows, mut cases) = (Vec::new(), Vec::new());
    for (solver, count, tolerances, asked) in methods() {
        for &rtol in tolerances {
            let options = Options { tolerance: options(rtol).tolerance, ..asked.clone() };
            let error = reached(model, &options)?.error;
            if error > 100.0 * rtol {
                return Err(format!("{solver}: an error of {error:e} at rtol {rtol:e}").into());
            }
            cases.push((sweep(model, options, times())?, doses(model, count)?, count, Vec::new()));
            rows.push(Row { solver: solver.into(), rtol, us: f64::NAN, error });
        }
    }
    // All of them once in every round, so that a slow minute of the machine is shared by all.
    for _ in 0..ROUNDS {
        for (sweep, points, count, rounds) in &mut cases {
            let (seconds, outcomes) = processor_time(|| sweep.run(points));
            outcomes?;
            rounds.push(1e6 * seconds / f64::from(*count));
        }
    }
    for (row, (.., rounds)) in rows.iter_mut().zip(cases) {
        row.us = median(rounds);
    }
    Ok(rows)
}

/// The newest file of peers, and the day it is named after.
fn newest_peers() -> Result<(PathBuf, String), Failure> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(RECORD)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(day) = name.strip_suffix("-peers.csv") {
            found.push((day.to_owned(), path.clone()));
        }
    }
    let (day, path) = found.into_iter().max().ok_or("no *-peers.csv in benches/record")?;
    Ok((path, day))
}

fn main() -> Result<(), Failure> {
    let mut rows = ours(&model()?)?;
    let (peers, day) = newest_peers()?;
    for row in csv::Reader::from_path(peers)?.deserialize() {
        rows.push(row?);
    }
    println!("solver                          rtol  µs per solve    error");
    let mut table = String::from("solver,rtol,us,error\n");
    for Row { solver, rtol, us, error } in &rows {
        println!("{solver:28} {rtol:7.0e} {us:13.1} {error:8.1e}");
        writeln!(table, "{solver},{rtol:e},{us:.1},{error:.1e}")?;
    }
    let asked = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let folder = asked.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/target").into());
    let file = |end: &str| Path::new(&folder).join(format!("{day}-precision.{end}"));
    std::fs::write(file("csv"), table)?;
    let title = format!("Reference network, one thread, {}, peers of {day}", CodePath::best());
    std::fs::write(file("svg"), diagram::draw(&title, &rows)?)?;
    println!("drawn in {}", file("svg").display());
    Ok(())
}
