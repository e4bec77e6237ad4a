//! How to solve: method, tolerances, limits.

use super::{CodePath, OptionsError};
use serde::{Deserialize, Serialize};

/// A Rosenbrock-Wanner method: L-stable, one Jacobian and one factorisation a step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Method {
    /// Six stages, order 4 (Hairer & Wanner): cheaper than [`Rodas5P`](Self::Rodas5P) for two or three digits.
    Rodas4,
    /// Eight stages, order 5 (Steinebach 2023): the default.
    #[default]
    Rodas5P,
}

/// The absolute part of the error tolerance, per state.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Absolute {
    /// From each state's own scale: `relative` × max(10⁻³ × the largest |y| the run has reached so far,
    /// the system's [`floor`](super::System::floor) for the state).
    #[default]
    OwnScale,
    /// One number for all states, in the states' unit.
    Uniform(f64),
    /// One number for each state, in the states' unit.
    PerState(Vec<f64>),
}

/// Bounds on the local error: each step keeps |errorᵢ| ≤ absoluteᵢ + relative × |yᵢ| for every state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tolerance {
    /// Relative part, between 1e-13 and 0.1.
    pub relative: f64,
    /// Absolute part.
    pub absolute: Absolute,
}

impl Tolerance {
    /// A relative tolerance, with the absolute one from each state's own scale.
    pub const fn relative(relative: f64) -> Self {
        Self { relative, absolute: Absolute::OwnScale }
    }
}

impl Default for Tolerance {
    fn default() -> Self {
        Self::relative(1e-6)
    }
}

/// How to solve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// The method.
    pub method: Method,
    /// The error tolerance.
    pub tolerance: Tolerance,
    /// First step in seconds after the start and after each stop; chosen from the equations when `None`.
    pub first_step: Option<f64>,
    /// Largest step in seconds.
    pub max_step: f64,
    /// Attempted steps after which a run fails.
    pub max_steps: u64,
    /// Instructions that carry the lanes.
    pub path: CodePath,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            method: Method::default(),
            tolerance: Tolerance::default(),
            first_step: None,
            max_step: f64::INFINITY,
            max_steps: 100_000,
            path: CodePath::best(),
        }
    }
}

impl Options {
    /// Checks every field against a system of `dimension` states.
    ///
    /// # Errors
    /// [`OptionsError`] naming the first field that is out of range.
    pub fn check(&self, dimension: usize) -> Result<(), OptionsError> {
        let out_of_range =
            |field, value, allowed| OptionsError::OutOfRange { field, value, allowed };
        let relative = self.tolerance.relative;
        if !(1e-13..=0.1).contains(&relative) {
            return Err(out_of_range("tolerance.relative", relative, "1e-13 to 0.1"));
        }
        let bad = |x: &f64| !(x.is_finite() && *x > 0.0);
        match &self.tolerance.absolute {
            Absolute::OwnScale => {}
            Absolute::Uniform(x) if bad(x) => {
                return Err(out_of_range("tolerance.absolute", *x, "a positive number"));
            }
            Absolute::Uniform(_) => {}
            Absolute::PerState(xs) if xs.len() != dimension => {
                return Err(OptionsError::Length { given: xs.len(), wanted: dimension });
            }
            Absolute::PerState(xs) => {
                if let Some(x) = xs.iter().find(|x| bad(x)) {
                    return Err(out_of_range(
                        "tolerance.absolute",
                        *x,
                        "a positive number per state",
                    ));
                }
            }
        }
        if let Some(h) = self.first_step.filter(bad) {
            return Err(out_of_range("first_step", h, "a positive number of seconds"));
        }
        if self.max_step.is_nan() || self.max_step <= 0.0 {
            return Err(out_of_range("max_step", self.max_step, "a positive number of seconds"));
        }
        if self.max_steps == 0 {
            return Err(out_of_range("max_steps", 0.0, "1 or more"));
        }
        if !self.path.is_available() {
            return Err(OptionsError::NoSuchPath { path: self.path, best: CodePath::best() });
        }
        Ok(())
    }
}
