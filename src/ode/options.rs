//! How to solve: method, tolerances, limits.

use super::foreign::Explicit;
use super::tableau::{RODAS4, RODAS5P, Tableau};
use super::{CodePath, Norm, OptionsError, System};
use serde::{Deserialize, Serialize};

/// A method of solution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Method {
    /// Rosenbrock-Wanner, L-stable, six stages, order 4 (Hairer & Wanner): for two or three digits.
    Rodas4,
    /// Rosenbrock-Wanner, L-stable, eight stages, order 5 (Steinebach 2023): the default.
    #[default]
    Rodas5P,
    /// Explicit Runge-Kutta of order 5 (Dormand & Prince) from the crate `ode_solvers`: a second
    /// opinion, and fast where nothing is stiff. Takes one run at a time.
    Dopri5,
    /// Explicit Runge-Kutta of order 8 from the crate `ode_solvers`, likewise.
    Dop853,
}

/// How a method is carried out.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Rosenbrock(&'static Tableau),
    Explicit(Explicit),
}

impl Method {
    pub(super) const fn kind(self) -> Kind {
        match self {
            Self::Rodas4 => Kind::Rosenbrock(&RODAS4),
            Self::Rodas5P => Kind::Rosenbrock(&RODAS5P),
            Self::Dopri5 => Kind::Explicit(Explicit::Dopri5),
            Self::Dop853 => Kind::Explicit(Explicit::Dop853),
        }
    }
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

/// Bounds on the local error: each step keeps |errorᵢ| ≤ absoluteᵢ + relative × |yᵢ| for every state, or for their root mean
/// square ([`Norm`]).
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

    /// Least absolute tolerance of each state, and the factor on its largest |y| so far.
    pub(super) fn floors<S: System + ?Sized>(&self, system: &S) -> (Vec<f64>, f64) {
        let states = 0..system.dimension();
        match &self.absolute {
            Absolute::OwnScale => {
                (states.map(|i| self.relative * system.floor(i)).collect(), 1e-3 * self.relative)
            }
            Absolute::Uniform(x) => (states.map(|_| *x).collect(), 0.0),
            Absolute::PerState(xs) => (xs.clone(), 0.0),
        }
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
    /// How the errors of the states become one.
    #[serde(default)]
    pub norm: Norm,
    /// First step in seconds after the start and after each stop; chosen from the equations when `None`.
    pub first_step: Option<f64>,
    /// Largest step in seconds; infinite for no limit.
    #[serde(with = "crate::units::number")]
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
            norm: Norm::default(),
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
            Absolute::Uniform(x) if bad(x) => {
                return Err(out_of_range("tolerance.absolute", *x, "a positive number"));
            }
            Absolute::OwnScale | Absolute::Uniform(_) => {}
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
