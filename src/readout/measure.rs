//! What is measured.

use crate::network::Observable;
use serde::{Deserialize, Serialize};

/// How an observable over time becomes one number.
///
/// A window runs from the first time to the second, both included. A change made at a stop belongs to
/// what follows it: a window that ends at the stop sees the value before, one that begins there the
/// value after. What is looked for in a window is looked for at every time in it, within steps and
/// from one step to the next; a level that is only touched counts as not reached.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Measure {
    /// Its value at a time, in seconds; at a stop, the value before the changes made there.
    At(f64),
    /// Its largest value from the first time to the second, in seconds.
    Peak(f64, f64),
    /// The time of that peak, in seconds; the first, if there are several.
    PeakTime(f64, f64),
    /// Its integral from the first time to the second, in its unit times seconds.
    Area(f64, f64),
    /// How long it is above a threshold in a window, in seconds: 0 if it never is.
    TimeAbove {
        /// The threshold, in the observable's unit.
        threshold: f64,
        /// First time of the window, in seconds.
        from: f64,
        /// Last time of the window, in seconds.
        to: f64,
    },
    /// The first time in a window at which it rises through a threshold, in seconds (a time of the run,
    /// not a duration): infinite if it never does, and so if it is above it all along. A change at a
    /// stop that lifts it over the threshold counts, at the first time of the window too.
    Onset {
        /// The threshold, in the observable's unit.
        threshold: f64,
        /// First time of the window, in seconds.
        from: f64,
        /// Last time of the window, in seconds.
        to: f64,
    },
    /// Its width at half maximum, in seconds: the time between the last rise through
    /// (baseline + peak) / 2 before its peak in the window and the first fall to that level after it.
    /// 0 if the peak does not exceed the baseline; infinite if the window does not hold both.
    ///
    /// Where half of the maximum lies is known only at the end: until then the rise is kept, as
    /// polynomials of about 150 bytes for each step between the two, and dropped with the run.
    Width {
        /// Where the height of the peak is measured from.
        baseline: Baseline,
        /// First time of the window, in seconds.
        from: f64,
        /// Last time of the window, in seconds.
        to: f64,
    },
    /// Its value at the end of the run.
    Final,
    /// Its value in the state of rest that the system would come to if it went on from the end of the
    /// run with the parameters in force there.
    ///
    /// That state is solved for, from the state at the end, until no state changes any more: an
    /// observable that stands still (at a peak, say) does not tell that the system is at rest. A point
    /// whose system does not come to rest (it grows, oscillates or is driven in time) fails with
    /// [`Why::NoRest`](crate::ode::Why::NoRest). What is consumed and not replaced is gone at rest.
    SteadyState,
}

/// Where the height of a peak is measured from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Baseline {
    /// A value, in the observable's unit; 0 for the width of the whole pulse.
    Value(f64),
    /// The observable at the first time of the window, before a change made there.
    WindowStart,
}

impl Measure {
    /// The first and the last time that matter; `None` where only the end of the run does.
    pub const fn window(self) -> Option<(f64, f64)> {
        match self {
            Self::At(t) => Some((t, t)),
            Self::Peak(from, to)
            | Self::PeakTime(from, to)
            | Self::Area(from, to)
            | Self::TimeAbove { from, to, .. }
            | Self::Onset { from, to, .. }
            | Self::Width { from, to, .. } => Some((from, to)),
            Self::Final | Self::SteadyState => None,
        }
    }

    /// The number it compares with, if any, and what that is.
    pub(super) const fn level(self) -> Option<(&'static str, f64)> {
        match self {
            Self::TimeAbove { threshold, .. } | Self::Onset { threshold, .. } => {
                Some(("threshold", threshold))
            }
            Self::Width { baseline: Baseline::Value(value), .. } => Some(("baseline", value)),
            _ => None,
        }
    }
}

/// An observable of a model and how it is measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Readout {
    /// Which observable.
    pub observable: Observable,
    /// How it is measured.
    pub measure: Measure,
}
