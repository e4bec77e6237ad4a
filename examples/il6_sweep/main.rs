//! How long does one solve of the reference network take, in a sweep over inhibitor doses?
//!
//! `il6_sweep N RTOL ATOL THREADS OUT.csv` solves N doses from 0.01 to 100000 nM over 7200 s with 73
//! output times, writes pSTAT at the eight reference doses to OUT.csv, and prints one JSON line:
//! microseconds of wall and of processor time per solve, and mean accepted steps.
#![allow(clippy::print_stdout)] // an example speaks

mod network;

use jakstat::prelude::*;
use std::fmt::Write as _;
use std::time::Instant;

fn doses(n: u32) -> Vec<f64> {
    let (low, high) = (0.01f64.ln(), 1e5f64.ln());
    let step = (high - low) / f64::from(n.max(2) - 1);
    (0..n).map(|k| (low + f64::from(k) * step).exp()).collect()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |default: &str| arguments.next().unwrap_or_else(|| default.into());
    let (n, relative): (u32, f64) = (next("1000").parse()?, next("1e-6").parse()?);
    let absolute: f64 = next(&format!("{}", relative * 1e-3)).parse()?;
    let threads: usize = next("1").parse()?;
    let out = next("target/il6_sweep.csv");

    let model = network::network()?.compile()?;
    let pstat = model.observable("pSTAT")?;
    let readouts: Vec<Readout> = (0..73)
        .map(|k| Readout { observable: pstat, measure: Measure::At(100.0 * f64::from(k)) })
        .collect();
    let tolerance = Tolerance { relative, absolute: Absolute::Uniform(absolute) };
    let sweep = Sweep::new(&model, Protocol { end: 7200.0, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { tolerance, ..Options::default() })
        .threads(threads);
    let conditions = |n| Conditions::single().vary(&model, "I", &doses(n));

    let mut rows = String::new();
    for outcome in &sweep.run(&conditions(8)?)? {
        let row: Vec<String> =
            outcome.readouts().map_err(Clone::clone)?.iter().map(|y| format!("{y:.17e}")).collect();
        writeln!(rows, "{}", row.join(","))?;
    }
    std::fs::write(&out, rows)?;

    let points = conditions(n)?;
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
    let per_solve = 1e6 / f64::from(n);
    println!(
        "{{\"us\": {:.3}, \"cpu_us\": {:.3}, \"steps\": {:.1}, \"version\": \"{} {}\"}}",
        wall * per_solve,
        cpu * per_solve,
        steps as f64 / f64::from(n),
        env!("CARGO_PKG_VERSION"),
        CodePath::best(),
    );
    Ok(())
}

/// Processor time of this process so far, in seconds, where the system tells (in ticks of 10 ms).
fn processor_seconds() -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return f64::NAN };
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = after_name.split(' ').skip(11).take(2).filter_map(|x| x.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}
