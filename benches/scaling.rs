//! Does a point cost the same among 1000 and among a million, and what do two threads bring?
//!
//! The reference network, three readouts, one thread; `cargo bench --bench scaling -- 1000000` goes up to a
//! million points. A sweep of each size stands between two of a thousand points, and the median of the ratios counts;
//! processor time between sizes, wall time between threads. The lowest and the highest dose are in every sweep: their
//! results are compared, to the last bit, between sizes and between numbers of threads.
#![allow(clippy::print_stdout)] // a bench speaks

mod reference;
mod timing;

use jakstat::prelude::*;
use jakstat::sweep::{Flow, Sink, SinkError};
use reference::{END, Failure, doses, model, options, reached};
use timing::{median, processor_time, timed};

const RELATIVE: f64 = 1e-4;
const ROUNDS: usize = 5;
/// Points of the sweep that the others are compared with.
const SMALLEST: u32 = 1_000;
/// Points that one thread and two solve.
const POINTS: u32 = 10_000;

fn sweep(model: &Model) -> Result<Sweep<'_>, Failure> {
    reference::sweep(model, options(RELATIVE), [900.0, 1800.0, END].into_iter())
}

/// Keeps the readouts of the first and the last point, and counts steps: nothing grows with the sweep.
#[derive(Default)]
struct Ends {
    last: usize,
    found: [Vec<f64>; 2],
    solved: u32,
    steps: u64,
}

impl Sink for Ends {
    fn take(&mut self, index: usize, outcome: Outcome) -> Result<(), SinkError> {
        if let Outcome::Ok(completed) = outcome {
            self.solved += 1;
            self.steps += completed.statistics.accepted;
            for (found, end) in self.found.iter_mut().zip([0, self.last]) {
                if index == end {
                    found.clone_from(&completed.readouts);
                }
            }
        }
        Ok(())
    }
}

/// Processor time per point in µs, mean steps, and the results of the first and the last point.
fn streamed(
    sweep: &Sweep<'_>,
    (size, points): (u32, &Conditions),
    times: u32,
) -> Result<(f64, f64, [Vec<f64>; 2]), Failure> {
    let mut ends = Ends { last: size as usize - 1, ..Ends::default() };
    let (seconds, outcome) = processor_time(|| {
        (0..times).try_for_each(|_| {
            let summary = sweep.stream(points, &mut ends, |_| Flow::Continue)?;
            if summary.failed > 0 {
                Err(format!("{} points failed", summary.failed).into())
            } else {
                Ok(())
            }
        })
    });
    outcome.map_err(|why: Failure| why)?;
    let solves = f64::from(size) * f64::from(times);
    Ok((1e6 * seconds / solves, ends.steps as f64 / f64::from(ends.solved), ends.found))
}

fn sizes(model: &Model, largest: u32) -> Result<(), Failure> {
    let sweep = sweep(model)?;
    let small = doses(model, SMALLEST)?;
    let mut wanted = None;
    println!("   points   µs per point   µs among 1000   ratio   steps");
    for size in [10_000, 100_000, 1_000_000].into_iter().filter(|&size| size <= largest) {
        let points = doses(model, size)?;
        // A thousand points before and after, because the machine's speed changes meanwhile.
        let repeats = (size / SMALLEST).min(50);
        let mut rounds = Vec::new();
        let mut mean = 0.0;
        for _ in 0..ROUNDS {
            let (before, _, of_small) = streamed(&sweep, (SMALLEST, &small), repeats)?;
            let (time, steps, found) = streamed(&sweep, (size, &points), 1)?;
            let (after, ..) = streamed(&sweep, (SMALLEST, &small), repeats)?;
            if wanted.get_or_insert(of_small) != &found {
                return Err(format!("other results in a sweep of {size} points").into());
            }
            mean = steps;
            rounds.push([time, f64::midpoint(before, after)]);
        }
        let [time, among] = [0, 1].map(|k| median(rounds.iter().map(|round| round[k])));
        let ratio = median(rounds.iter().map(|[time, among]| time / among));
        println!("{size:9} {time:14.2} {among:15.2} {ratio:6.3}x {mean:6.1}");
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
    sizes(&model, largest.unwrap_or(100_000).max(10_000))?;
    threads(&model)
}
