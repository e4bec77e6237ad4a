//! How long does a solve take in a sweep of 1, 8, 41 and 1000 points, and how far from the truth does it
//! end?
//!
//! The network of `examples/il6_sweep`, 7200 s, 73 output times, one thread. For each tolerance the error
//! reached against the reference solution is printed first; criterion's times are of the whole sweep.
#![allow(missing_docs, clippy::print_stdout)] // criterion's macros bring functions; a bench speaks

mod checked;
mod reference;

use checked::checked;
use criterion::{BenchmarkId, Criterion, Throughput};
use jakstat::prelude::*;
use reference::{Failure, doses, model, options, reached, sweep, times};

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let model = model()?;
    for relative in [1e-4, 3e-6] {
        let options = options(relative);
        let reached = reached(&model, &options)?;
        let (error, path) = (reached.error, CodePath::best());
        println!("rtol {relative:e}: error {error:.1e}, {:.1} steps, {path}", reached.steps);
        // Far off, a time would say nothing.
        if error > relative {
            return Err(format!("an error of {error:e} at a tolerance of {relative:e}").into());
        }
        let mut group = criterion.benchmark_group(format!("sweep/rtol {relative:e}"));
        for count in [1, 8, 41, 1000] {
            let (sweep, points) = (sweep(&model, options.clone(), times())?, doses(&model, count)?);
            group.throughput(Throughput::Elements(u64::from(count)));
            group.bench_function(BenchmarkId::from_parameter(count), |timer| {
                timer.iter(|| sweep.run(&points));
            });
        }
        group.finish();
    }
    Ok(())
}

checked!(measure);
