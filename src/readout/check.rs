//! Whether a readout can be taken.

use super::Readout;
use thiserror::Error;

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
    /// A level that no observable can be compared with.
    #[error("a readout with {field} = {value} cannot be taken: give a finite {field}")]
    Level {
        /// What the level is.
        field: &'static str,
        /// Its value, in the observable's unit.
        value: f64,
    },
}

impl Readout {
    /// Checks that a run from `start` to `end` covers the readout, and that it compares with a number.
    ///
    /// # Errors
    /// [`ReadoutError`].
    pub fn check(&self, start: f64, end: f64) -> Result<(), ReadoutError> {
        if let Some((field, value)) = self.measure.level().filter(|level| !level.1.is_finite()) {
            return Err(ReadoutError::Level { field, value });
        }
        match self.measure.window() {
            Some((from, to)) if !(start <= from && from <= to && to <= end) => {
                Err(ReadoutError::Window { from, to, start, end })
            }
            _ => Ok(()),
        }
    }
}
