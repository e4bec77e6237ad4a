//! Time on a machine that others use too: processor time where one thread works, rounds in which everything is
//! timed once, and medians.
#![allow(dead_code)] // each bench takes what it needs

#[path = "../../examples/il6_sweep/clock.rs"]
mod clock;

use clock::processor_seconds;
use std::time::Instant;

/// What is timed is repeated for so many seconds: the system counts in ticks of 10 ms.
const LONG: f64 = 0.3;

/// Seconds of wall time that `work` takes, and what it returns.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let begin = Instant::now();
    let result = work();
    (begin.elapsed().as_secs_f64(), result)
}

/// Seconds of processor time that `work` takes each time, and what it returned last. Wall time where the
/// system does not tell.
pub(crate) fn processor_time<T>(mut work: impl FnMut() -> T) -> (f64, T) {
    let (begin, wall) = (processor_seconds(), Instant::now());
    let mut times = 0.0;
    loop {
        let result = work();
        times += 1.0;
        let spent = match processor_seconds() - begin {
            unknown if unknown.is_nan() => wall.elapsed().as_secs_f64(),
            known => known,
        };
        if spent >= LONG {
            return (spent / times, result);
        }
    }
}

/// The number in the middle; of two, the upper one.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
