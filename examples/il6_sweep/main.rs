//! How long does one solve of the reference network take, in a sweep over inhibitor doses?
//!
//! `il6_sweep N RTOL ATOL THREADS OUT.csv` solves N doses from 0.01 to 100000 nM over 7200 s with 73
//! output times, writes pSTAT at the eight reference doses to OUT.csv, and prints one JSON line:
//! microseconds of wall and of processor time per solve, and mean accepted steps.

#[path = "../arguments/mod.rs"]
mod arguments;
mod clock;
mod network;
mod request;

use arguments::answer::{Answer, answer};
use clock::processor_seconds;
use jakstat::prelude::*;
use request::Request;
use std::fmt::Write as _;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

fn doses(n: u32) -> Vec<f64> {
    let (low, high) = (0.01f64.ln(), 1e5f64.ln());
    let step = (high - low) / f64::from(n.max(2) - 1);
    (0..n).map(|k| (low + f64::from(k) * step).exp()).collect()
}

fn main() -> ExitCode {
    answer(il6_sweep)
}

fn il6_sweep(out: &mut dyn Write) -> Answer {
    let asked = Request::read()?;
    let model = network::network()?.compile()?;
    let pstat = model.observable("pSTAT")?;
    let readouts: Vec<Readout> = (0..73)
        .map(|k| Readout { observable: pstat, measure: Measure::At(100.0 * f64::from(k)) })
        .collect();
    let sweep = Sweep::new(&model, Protocol { end: 7200.0, ..Protocol::default() })
        .readouts(&readouts)
        // As the peers count it: the largest error would take a tenth more steps for the same error of pSTAT.
        .options(Options {
            tolerance: asked.tolerance,
            norm: Norm::RootMeanSquare,
            ..Options::default()
        })
        .threads(asked.threads);
    let conditions = |n| Conditions::single().vary(&model, "I", &doses(n));

    let mut rows = String::new();
    for outcome in &sweep.run(&conditions(8)?)? {
        let row: Vec<String> =
            outcome.readouts().map_err(Clone::clone)?.iter().map(|y| format!("{y:.17e}")).collect();
        writeln!(rows, "{}", row.join(","))?;
    }
    let file = &asked.file;
    std::fs::write(file, rows).map_err(|why| format!("OUT.csv is {file}: {why}; give another"))?;

    let points = conditions(asked.solves)?;
    let (wall, cpu) = (Instant::now(), processor_seconds());
    let outcomes = sweep.run(&points)?;
    let (wall, cpu) = (wall.elapsed().as_secs_f64(), processor_seconds() - cpu);
    let mut steps = 0;
    for outcome in &outcomes {
        match outcome {
            Outcome::Ok(completed) => steps += completed.statistics.accepted,
            Outcome::Failed(failed) => return Err(failed.clone().into()),
        }
    }
    let per_solve = 1e6 / f64::from(asked.solves);
    writeln!(
        out,
        "{{\"us\": {:.3}, \"cpu_us\": {:.3}, \"steps\": {:.1}, \"version\": \"{} {}\"}}",
        wall * per_solve,
        cpu * per_solve,
        steps as f64 / f64::from(asked.solves),
        env!("CARGO_PKG_VERSION"),
        CodePath::best(),
    )?;
    Ok(())
}
