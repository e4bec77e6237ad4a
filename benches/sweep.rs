//! How long does a solve take in a sweep of 1, 8, 41 and 1000 points, and how far from the truth does it
//! end?
//!
//! The network of `examples/il6_sweep`, 7200 s, 73 output times, one thread. For each tolerance the error
//! reached against the reference solution is printed first; criterion's times are of the whole sweep.
#![allow(missing_docs, clippy::print_stdout)] // criterion's macros bring functions; a bench speaks

#[allow(unreachable_pub)] // public for nobody here
#[path = "../examples/il6_sweep/network.rs"]
mod network;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jakstat::prelude::*;

/// Dose in nM, time in seconds, pSTAT in nM.
const REFERENCE: &str = include_str!("../tests/fixtures/il6_sweep_pstat.csv");
const TIMES: u32 = 73;

type Failure = Box<dyn std::error::Error>;

fn sweep(model: &Model, relative: f64) -> Result<Sweep<'_>, Failure> {
    let observable = model.observable("pSTAT")?;
    let readouts: Vec<Readout> = (0..TIMES)
        .map(|k| Readout { observable, measure: Measure::At(100.0 * f64::from(k)) })
        .collect();
    let tolerance = Tolerance { relative, absolute: Absolute::Uniform(1e-3 * relative) };
    Ok(Sweep::new(model, Protocol { end: 7200.0, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { tolerance, ..Options::default() })
        .threads(1))
}

/// So many doses, evenly in their logarithm from 0.01 to 100000 nM.
fn doses(model: &Model, count: u32) -> Result<Conditions, Failure> {
    let gaps = f64::from(count.max(2) - 1);
    let dose = |k: u32| 0.01 * 1e7_f64.powf(f64::from(k) / gaps);
    Ok(Conditions::single().vary(model, "I", &(0..count).map(dose).collect::<Vec<_>>())?)
}

/// Largest |Δ| / max(|y|, 1e-3 nM) over the reference's doses and times, and the mean number of steps.
fn error(model: &Model, relative: f64) -> Result<(f64, f64), Failure> {
    let mut wanted = REFERENCE.lines().skip(1).map(|row| row.rsplit(',').next()?.parse().ok());
    let outcomes = sweep(model, relative)?.run(&doses(model, 8)?)?;
    let (mut worst, mut steps) = (0.0_f64, 0);
    for outcome in &outcomes {
        if let Outcome::Ok(completed) = outcome {
            steps += completed.statistics.accepted;
        }
        for (k, &found) in outcome.readouts().map_err(Clone::clone)?.iter().enumerate() {
            let wanted: f64 = wanted.next().flatten().ok_or("the reference is too short")?;
            if k > 0 {
                worst = worst.max((found - wanted).abs() / wanted.abs().max(1e-3));
            }
        }
    }
    Ok((worst, steps as f64 / outcomes.len() as f64))
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let model = network::network()?.compile()?;
    for relative in [1e-4, 3e-6] {
        let (error, steps) = error(&model, relative)?;
        println!("rtol {relative:e}: error {error:.1e}, {steps:.1} steps, {}", CodePath::best());
        // Far off, a time would say nothing.
        if error.is_nan() || error > relative {
            return Err(format!("an error of {error:e} at a tolerance of {relative:e}").into());
        }
        let mut group = criterion.benchmark_group(format!("sweep/rtol {relative:e}"));
        for count in [1, 8, 41, 1000] {
            let (sweep, points) = (sweep(&model, relative)?, doses(&model, count)?);
            group.throughput(Throughput::Elements(u64::from(count)));
            group.bench_function(BenchmarkId::from_parameter(count), |timer| {
                timer.iter(|| sweep.run(&points));
            });
        }
        group.finish();
    }
    Ok(())
}

fn all(criterion: &mut Criterion) {
    if let Err(failure) = measure(criterion) {
        println!("not measured: {failure}");
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
