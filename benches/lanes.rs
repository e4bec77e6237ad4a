//! What does each instruction set bring: the same points on every code path this processor has?
//!
//! The reference network, 64 points, one thread. Before anything is timed, the error reached is printed
//! and the results of the paths are compared: equal bit for bit, and to 1e-9 without fused multiply-add.
#![allow(missing_docs, clippy::print_stdout)] // criterion's macros bring functions; a bench speaks

mod checked;
mod reference;

use checked::checked;
use criterion::{BenchmarkId, Criterion, Throughput};
use jakstat::prelude::*;
use reference::{Failure, doses, model, options, reached, sweep, times};

const POINTS: u32 = 64;
const RELATIVE: f64 = 1e-4;

fn readouts(sweep: &Sweep<'_>, points: &Conditions) -> Result<Vec<f64>, Failure> {
    let mut all = Vec::new();
    for outcome in sweep.run(points)? {
        all.extend_from_slice(outcome.readouts().map_err(Clone::clone)?);
    }
    Ok(all)
}

/// An error unless both are the same numbers, to the last bit where both paths fuse.
fn same(path: CodePath, found: &[f64], wanted: &[f64]) -> Result<(), Failure> {
    let bits = |values: &[f64]| values.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-9 * a.abs().max(1e-3);
    let equal = match path {
        CodePath::Unfused => found.len() == wanted.len() && found.iter().zip(wanted).all(near),
        _ => bits(found) == bits(wanted),
    };
    if equal { Ok(()) } else { Err(format!("{path} gives other results").into()) }
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let model = model()?;
    let points = doses(&model, POINTS)?;
    let on = |path| Options { path, ..options(RELATIVE) };
    let wanted = readouts(&sweep(&model, on(CodePath::best()), times())?, &points)?;
    let mut sweeps = Vec::new();
    for path in CodePath::available() {
        let sweep = sweep(&model, on(path), times())?;
        same(path, &readouts(&sweep, &points)?, &wanted)?;
        let error = reached(&model, &on(path))?.error;
        println!("{path}: same results, error {error:.1e} at rtol {RELATIVE:e}");
        if error > RELATIVE {
            return Err(format!("an error of {error:e} on {path}").into());
        }
        sweeps.push((path, sweep));
    }
    let mut group = criterion.benchmark_group("lanes");
    group.throughput(Throughput::Elements(u64::from(POINTS)));
    for (path, sweep) in &sweeps {
        group.bench_function(BenchmarkId::from_parameter(path), |timer| {
            timer.iter(|| sweep.run(&points));
        });
    }
    group.finish();
    Ok(())
}

checked!(measure);
