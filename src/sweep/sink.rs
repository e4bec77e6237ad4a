//! Where outcomes go.

use super::Outcome;
use std::error::Error as StdError;
use std::io;
use std::sync::mpsc::SyncSender;
use thiserror::Error;

/// Takes the outcomes of a sweep as points are over, so that none of them has to be kept.
///
/// Points are over in any order, so each outcome comes with the index of its point. One outcome is
/// given at a time, but from any of the sweep's threads, and these wait while a sink is slow; it must not wait
/// for work it hands to the threads of the sweep itself (`rayon`'s).
pub trait Sink: Send {
    /// Takes the outcome of one point.
    ///
    /// # Errors
    /// [`SinkError`] if it cannot be taken; the sweep then ends between steps, and says so.
    fn take(&mut self, index: usize, outcome: Outcome) -> Result<(), SinkError>;

    /// Hears that no outcome follows, so that what it still holds back can be written.
    ///
    /// # Errors
    /// [`SinkError`] if that fails.
    fn finish(&mut self) -> Result<(), SinkError> {
        Ok(())
    }
}

/// Why a sink took no more.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SinkError {
    /// What was written did not arrive.
    #[error("an outcome could not be written ({source}): make room, or write elsewhere")]
    Write {
        /// What the writer says.
        #[from]
        source: io::Error,
    },
    /// The other end of a channel is gone.
    #[error("nobody receives the outcomes any more: keep the receiver until the sweep is over")]
    Closed,
    /// A table has another number of columns for readouts than there are readouts.
    #[error("a point has {given} readouts for {wanted} columns: name one column per readout")]
    Columns {
        /// Readouts of a point.
        given: usize,
        /// Columns for them.
        wanted: usize,
    },
    /// A sink of another kind failed.
    #[error(transparent)]
    Other(Box<dyn StdError + Send + Sync>),
}

/// Through a bounded channel: the sweep waits while it is full, so the receiver must be on a thread of
/// its own.
impl Sink for SyncSender<(usize, Outcome)> {
    fn take(&mut self, index: usize, outcome: Outcome) -> Result<(), SinkError> {
        self.send((index, outcome)).map_err(|_| SinkError::Closed)
    }
}

/// Keeps every outcome.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    kept: Vec<(usize, Outcome)>,
}

impl Memory {
    /// What was kept, in the order of the points, each with the index of its point.
    pub fn into_outcomes(mut self) -> Vec<(usize, Outcome)> {
        self.kept.sort_by_key(|&(index, _)| index);
        self.kept
    }
}

impl Sink for Memory {
    fn take(&mut self, index: usize, outcome: Outcome) -> Result<(), SinkError> {
        self.kept.push((index, outcome));
        Ok(())
    }
}
