//! What is measured.

use crate::network::Observable;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How an observable over time becomes one number.
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
}

impl Measure {
    /// The first and the last time that matter.
    pub const fn window(self) -> (f64, f64) {
        match self {
            Self::At(t) => (t, t),
            Self::Peak(from, to) | Self::PeakTime(from, to) | Self::Area(from, to) => (from, to),
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

/// A readout that cannot be taken.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum ReadoutError {
    /// A window that is not a stretch of time within the run.
    #[error(
        "the readout from {from} s to {to} s cannot be taken: give finite times in order, within {start} s to {end} s"
    )]
    Window {
        /// First time, in seconds.
        from: f64,
        /// Last time, in seconds.
        to: f64,
        /// Start of the run, in seconds.
        start: f64,
        /// End of the run, in seconds.
        end: f64,
    },
}

impl Readout {
    /// Checks that a run from `start` to `end` covers the readout.
    ///
    /// # Errors
    /// [`ReadoutError::Window`].
    pub fn check(&self, start: f64, end: f64) -> Result<(), ReadoutError> {
        let (from, to) = self.measure.window();
        if start <= from && from <= to && to <= end {
            Ok(())
        } else {
            Err(ReadoutError::Window { from, to, start, end })
        }
    }
}
