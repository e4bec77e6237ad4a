//! How does the cost of a solve grow with the number of species?
//!
//! Chains and random sparse networks of 10, 30, 100 and 300 species, 64 points with another speed each, 1000 s,
//! one thread. Before a network is timed it is solved at a hundred-thousandth of the tolerance too, and
//! the error printed. After criterion's report comes a table: time per solve, and per species and step.
#![allow(missing_docs, clippy::print_stdout)] // criterion's macros bring functions; a bench speaks

mod checked;
mod reference;
mod sized;
mod timing;

use checked::checked;
use core::hint::black_box;
use core::time::Duration;
use criterion::{Criterion, SamplingMode};
use jakstat::network::{NetworkError, Observable};
use jakstat::ode::System;
use jakstat::prelude::*;
use reference::{Failure, lane_steps};
use timing::{median, timed};

const POINTS: u32 = 64;
const RELATIVE: f64 = 1e-4;
const SIZES: [usize; 4] = [10, 30, 100, 300];

/// A sweep that reads every species at the end.
fn sweep(model: &Model, relative: f64) -> Sweep<'_> {
    let at_end = |k| Readout { observable: Observable::Species(k), measure: Measure::At(1000.0) };
    let readouts: Vec<Readout> = (0..model.dimension()).map(at_end).collect();
    let tolerance = Tolerance::relative(relative);
    Sweep::new(model, Protocol { end: 1000.0, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { tolerance, ..Options::default() })
        .threads(1)
}

fn points(model: &Model) -> Result<Conditions, Failure> {
    let speed = |k| 0.5 * 4_f64.powf(f64::from(k) / f64::from(POINTS));
    Ok(Conditions::single().vary(model, "factor", &(0..POINTS).map(speed).collect::<Vec<_>>())?)
}

/// Largest |Δ| / max(|y|, 1e-3 of the point's largest) against a much tighter solve, and the mean
/// number of steps.
fn checked(model: &Model) -> Result<(f64, f64), Failure> {
    let points = points(model)?;
    let found = sweep(model, RELATIVE).run(&points)?;
    let exact = sweep(model, 1e-5 * RELATIVE).run(&points)?;
    let mut worst = 0.0_f64;
    for (found, exact) in found.iter().zip(&exact) {
        let found = found.readouts().map_err(Clone::clone)?;
        let exact = exact.readouts().map_err(Clone::clone)?;
        let peak = exact.iter().fold(0.0_f64, |peak, y| peak.max(y.abs()));
        for (found, y) in found.iter().zip(exact) {
            let error = (found - y).abs() / y.abs().max(1e-3 * peak);
            if error.is_nan() {
                return Err("a result is not a number".into());
            }
            worst = worst.max(error);
        }
    }
    Ok((worst, lane_steps(&found)? / f64::from(POINTS)))
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    type Make = fn(usize) -> Result<Model, NetworkError>;
    let kinds: [(&str, Make); 2] = [("chain", sized::chain), ("random", sized::random)];
    let mut table = Vec::new();
    for (kind, make) in kinds {
        let mut group = criterion.benchmark_group(format!("size/{kind}"));
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        group.warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
        for species in SIZES {
            let (compiling, model) = timed(|| make(species));
            let model = model?;
            let (error, steps) = checked(&model)?;
            println!("{kind} of {species}: error {error:.1e} at rtol {RELATIVE:e}");
            if error > 10.0 * RELATIVE {
                return Err(format!("an error of {error:e} in a {kind} of {species}").into());
            }
            let (sweep, points) = (sweep(&model, RELATIVE), points(&model)?);
            let mut times = Vec::new();
            group.bench_function(species.to_string(), |timer| {
                timer.iter_custom(|count| {
                    let (seconds, ()) = timed(|| {
                        for _ in 0..count {
                            black_box(sweep.run(&points)).ok();
                        }
                    });
                    times.push(seconds / count as f64 / f64::from(POINTS));
                    Duration::from_secs_f64(seconds)
                });
            });
            let nonzeros = model.pattern().len();
            table.push((kind, species, nonzeros, steps, median(times), compiling));
        }
        group.finish();
    }
    println!("kind    species  nonzeros  steps  µs per solve  ns per species-step  ms to compile");
    for (kind, species, nonzeros, steps, time, compiling) in table {
        let each = 1e9 * time / steps / species as f64;
        let (solve, compile) = (1e6 * time, 1e3 * compiling);
        println!(
            "{kind:7} {species:7} {nonzeros:9} {steps:6.1} {solve:13.1} {each:20.2} {compile:14.1}"
        );
    }
    Ok(())
}

checked!(measure);
