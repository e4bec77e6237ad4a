//! Does a point cost the same among 1000 and among a million, and what do two threads bring?
//!
//! The reference network, three readouts, one thread; `cargo bench --bench scaling -- 1000000` goes up to a
//! million points. Interleaved rounds, medians; processor time between sizes, wall time between threads. The lowest and the highest dose are in every sweep:
//! their results are compared, to the last bit, between sizes and between numbers of threads.
#![allow(clippy::print_stdout)] // a bench speaks

mod reference;
mod timing;

use jakstat::prelude::*;
use reference::{END, Failure, doses, model, options, reached, steps};
use timing::{median, processor_time, timed};

const RELATIVE: f64 = 1e-4;
const ROUNDS: usize = 5;
/// Points that one thread and two solve.
const POINTS: u32 = 10_000;

fn sweep(model: &Model) -> Result<Sweep<'_>, Failure> {
    reference::sweep(model, options(RELATIVE), [900.0, 1800.0, END].into_iter())
}

/// Readouts of the first and the last point.
fn ends(outcomes: &[Outcome]) -> Result<Vec<f64>, Failure> {
    let (first, last) = outcomes.first().zip(outcomes.last()).ok_or("no outcomes")?;
    let [first, last] = [first, last].map(|end| end.readouts().map_err(Clone::clone));
    Ok([first?, last?].concat())
}

fn sizes(model: &Model, largest: u32) -> Result<(), Failure> {
    let sweep = sweep(model)?;
    let sizes = [1_000, 10_000, 100_000, 1_000_000].into_iter().filter(|&size| size <= largest);
    let mut all = Vec::new();
    for size in sizes {
        all.push((size, doses(model, size)?, Vec::new(), 0.0));
    }
    let mut wanted = Vec::new();
    for _ in 0..ROUNDS {
        for (size, points, times, mean) in &mut all {
            let (seconds, outcomes) = processor_time(|| sweep.run(points));
            let outcomes = outcomes?;
            *mean = steps(&outcomes)? / f64::from(*size);
            let found = ends(&outcomes)?;
            if wanted.is_empty() {
                wanted.clone_from(&found);
            }
            if found != wanted {
                return Err(format!("other results in a sweep of {size} points").into());
            }
            times.push(1e6 * seconds / f64::from(*size));
        }
    }
    println!("points     µs per point  against the first  steps");
    let first = median(all[0].2.iter().copied());
    for (size, _, times, steps) in all {
        let time = median(times);
        println!("{size:9} {time:13.2} {:17.3}x {steps:6.1}", time / first);
    }
    Ok(())
}

fn threads(model: &Model) -> Result<(), Failure> {
    let (one, points) = (sweep(model)?, doses(model, POINTS)?);
    let two = one.clone().threads(2);
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let (alone, of_one) = timed(|| one.run(&points));
        let (together, of_two) = timed(|| two.run(&points));
        if of_one? != of_two? {
            return Err("two threads give other results than one".into());
        }
        rounds.push([alone, together]);
    }
    let ratio = median(rounds.iter().map(|[alone, together]| alone / together));
    let [alone, together] = [0, 1].map(|k| 1e3 * median(rounds.iter().map(|round| round[k])));
    println!(
        "\n{POINTS} points: {alone:.0} ms on one thread, {together:.0} ms on two: {ratio:.2}x"
    );
    Ok(())
}

fn main() -> Result<(), Failure> {
    let model = model()?;
    let error = reached(&model, &options(RELATIVE))?.error;
    println!("error {error:.1e} at rtol {RELATIVE:e}, {}\n", CodePath::best());
    if error > RELATIVE {
        return Err(format!("an error of {error:e}").into());
    }
    let largest = std::env::args().find_map(|argument| argument.parse().ok());
    sizes(&model, largest.unwrap_or(100_000).max(1000))?;
    threads(&model)
}
