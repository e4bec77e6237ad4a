//! What can go wrong in solving, as values.

use super::{CodePath, Timed};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Options that cannot be used.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum OptionsError {
    /// A number outside its range.
    #[error("{field} = {value} cannot be used: give {allowed}")]
    OutOfRange {
        /// The field of the options.
        field: &'static str,
        /// What it held.
        value: f64,
        /// What it may hold.
        allowed: &'static str,
    },
    /// One tolerance per state was promised, but their number is another.
    #[error(
        "tolerance.absolute has {given} numbers for {wanted} states: give one per state, or Absolute::OwnScale"
    )]
    Length {
        /// How many were given.
        given: usize,
        /// How many states there are.
        wanted: usize,
    },
    /// A state to be watched that there is not.
    #[error("state {state} cannot be watched: give indices below {states}")]
    NoSuchState {
        /// The index given.
        state: usize,
        /// How many states there are.
        states: usize,
    },
    /// A code path that this processor lacks.
    #[error("this processor has no {path}: use CodePath::best(), here {best}")]
    NoSuchPath {
        /// The path asked for.
        path: CodePath,
        /// The widest path there is.
        best: CodePath,
    },
}

/// Why a run failed.
#[derive(Debug, Clone, PartialEq, Error, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Why {
    /// The run's own numbers cannot be used.
    #[error("{field} = {value} cannot be used: give {allowed}")]
    BadRun {
        /// The field of the run.
        field: String,
        /// What it held.
        #[serde(with = "crate::units::number")]
        value: f64,
        /// What it may hold.
        allowed: String,
    },
    /// The rates at the start of a stretch are not numbers.
    #[error(
        "the rate of {state} is not a finite number: check its rate laws and the initial values for a division by zero, a logarithm or an overflow"
    )]
    NonFiniteRate {
        /// The first state with such a rate.
        state: String,
    },
    /// The step became too small to move time on: the solution grows without bound or jumps.
    #[error(
        "the step shrank to nothing, {state} being the hardest to follow: it may grow without bound; check its rate laws, or loosen the tolerance"
    )]
    StepTooSmall {
        /// The state with the largest error in the last attempt.
        state: String,
    },
    /// The cap on steps was reached.
    #[error("{max_steps} steps were not enough: raise max_steps, or loosen the tolerance")]
    TooManySteps {
        /// The cap.
        max_steps: u64,
    },
    /// The state of rest that the run was to start from, or that a readout asks for, was not found.
    #[error("no state of rest was found: {reason}")]
    NoRest {
        /// Why not.
        reason: String,
    },
    /// Time was up, where a deadline had been set.
    #[error(
        "the {timed} was not done within {seconds} s: allow more time, or loosen the tolerance"
    )]
    Deadline {
        /// What time was set for.
        timed: Timed,
        /// The time, in seconds.
        seconds: f64,
    },
    /// The system's own code panicked.
    #[error("the system panicked: {message}; mend its code, or keep such values from it")]
    Panicked {
        /// With what words.
        message: String,
    },
    /// What was to be read out is not a number.
    #[error(
        "{observable} cannot be read out as {measure}: it is not a number everywhere; check its formula for a division by zero, a logarithm or an overflow"
    )]
    NoReadout {
        /// What was to be read.
        observable: String,
        /// How.
        measure: String,
    },
    /// The sweep was cancelled.
    #[error("cancelled before it was done")]
    Cancelled,
}

impl Why {
    /// Whether the run was cut short, rather than being one that cannot be solved: another time it may go
    /// otherwise.
    pub const fn is_interruption(&self) -> bool {
        matches!(self, Self::Cancelled | Self::Deadline { .. })
    }
}

/// A run that failed: why, and how far it came.
#[derive(Debug, Clone, PartialEq, Error, Serialize, Deserialize)]
#[error("at t = {time} s: {why}")]
pub struct Failure {
    /// Why it failed.
    pub why: Why,
    /// Time reached, in seconds.
    #[serde(with = "crate::units::number")]
    pub time: f64,
}
