//! What becomes of a point.

use crate::ode::{Failure, Method, Statistics};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An attempt at a point that failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attempt {
    /// The method.
    pub method: Method,
    /// The first step asked for, in seconds; `None` where the solver chose.
    pub first_step: Option<f64>,
    /// Why and when it failed.
    pub failure: Failure,
}

/// A point that was solved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Completed {
    /// One value per readout.
    #[serde(with = "crate::units::number")]
    pub readouts: Vec<f64>,
    /// What the solve cost.
    pub statistics: Statistics,
    /// What is left of change in the state of rest that the run began from: the largest
    /// |y′ᵢ| / max(|yᵢ|, floorᵢ), in 1/s. `None` where the protocol asks for no rest.
    pub rest_residual: Option<f64>,
    /// Attempts that failed before; empty for nearly every point.
    pub attempts: Vec<Attempt>,
}

/// A point that could not be solved.
#[derive(Debug, Clone, PartialEq, Error, Serialize, Deserialize)]
#[error("{failure} (tried {})", .attempts.len())]
#[non_exhaustive]
pub struct Failed {
    /// Why and when the first attempt failed, or what cut the attempts short.
    pub failure: Failure,
    /// Everything that was tried, in order; nothing where a sweep ended before.
    pub attempts: Vec<Attempt>,
}

/// What became of a point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// Solved.
    Ok(Completed),
    /// Not solved; the other points are none the worse.
    Failed(Failed),
}

impl Outcome {
    /// The readouts, or why there are none.
    ///
    /// # Errors
    /// [`Failed`].
    pub fn readouts(&self) -> Result<&[f64], &Failed> {
        match self {
            Self::Ok(completed) => Ok(&completed.readouts),
            Self::Failed(failed) => Err(failed),
        }
    }
}
