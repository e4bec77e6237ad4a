//! Sweeps that cannot be begun, or whose outcomes nobody takes. (A point that fails is an outcome, not an error.)

use super::{FolderError, SinkError};
use crate::network::NetworkError;
use crate::ode::OptionsError;
use crate::readout::ReadoutError;
use thiserror::Error;

/// Why a sweep cannot be begun, or was ended before its time.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SweepError {
    /// A name the model does not have.
    #[error("nothing to vary by that name: {source}")]
    Unknown {
        /// What the model says.
        source: Box<NetworkError>,
    },
    /// A quantity named twice.
    #[error("{name:?} is varied twice: name each quantity once")]
    Repeated {
        /// The name.
        name: String,
    },
    /// No values.
    #[error("{name:?} has no values: give at least one")]
    Empty {
        /// The name.
        name: String,
    },
    /// A value that is not a finite number.
    #[error("{name:?} = {value} cannot be used: give a finite number")]
    NotFinite {
        /// The name.
        name: String,
        /// The value.
        value: f64,
    },
    /// A row with another number of values than there are names.
    #[error("row {row} has {given} values for {wanted} names: give one value per name")]
    RowLength {
        /// Index of the row.
        row: usize,
        /// Values in it.
        given: usize,
        /// Names there are.
        wanted: usize,
    },
    /// A grid of more points than can be counted.
    #[error("varying {name:?} as well makes more points than can be counted: give fewer values")]
    TooManyPoints {
        /// The name.
        name: String,
    },
    /// A chunk of no points.
    #[error("a sweep cannot be cut into chunks of no points: give 1 or more")]
    Chunk,
    /// The sink took no more outcomes; the points that follow were not solved.
    #[error("the sweep ended after {taken} outcomes: {source}")]
    Sink {
        /// Outcomes it had taken.
        taken: usize,
        /// What it says.
        source: SinkError,
    },
    /// A folder that cannot take the sweep or hand it out.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A time of the protocol out of order.
    #[error(
        "{field} = {value} s cannot be used: give finite times, the start before the end, events between them"
    )]
    Time {
        /// Field of the protocol.
        field: &'static str,
        /// What it held.
        value: f64,
    },
    /// An index that is none of this model's, such as one of another model.
    #[error(
        "{what} has index {index}, but the model has {known} of these: look it up by name in the model that is swept"
    )]
    Foreign {
        /// What the index stands for.
        what: &'static str,
        /// The index.
        index: usize,
        /// How many there are.
        known: usize,
    },
    /// Nothing is read out.
    #[error("no readout was asked for: give at least one")]
    NoReadout,
    /// A readout outside the run.
    #[error(transparent)]
    Readout(#[from] ReadoutError),
    /// Options of the solver that cannot be used.
    #[error(transparent)]
    Options(#[from] OptionsError),
    /// The threads could not be started.
    #[error("{threads} threads could not be started: ask for fewer")]
    Threads {
        /// How many were asked for.
        threads: usize,
        /// What the thread pool says.
        source: rayon::ThreadPoolBuildError,
    },
}
