//! Ordinary differential equations y′ = f(t, y; p) for many independent systems side by side.
//!
//! Knows lanes, steps, errors and stops. Knows no chemistry.
//!
//! [`System`] says what is solved, [`Run`] one solve of it, [`Options`] how; a [`Solver`] takes runs
//! from a [`Feed`] and solves them on the lanes of one group. Each lane keeps its own time, step and
//! error test, so the outcome of a run depends on that run alone, bit for bit, whatever runs beside it.

mod batch;
mod control;
mod deadline;
mod dense;
mod elimination;
mod error;
mod evaluate;
mod explicit;
mod foreign;
mod itinerary;
pub mod lane;
mod norm;
mod observe;
mod options;
mod pace;
mod run;
mod solve_on;
mod solver;
mod sparse;
mod steady;
mod step;
mod survey;
mod system;
mod tableau;
mod watch;

pub use deadline::{Deadline, Timed};
pub use error::{Failure, OptionsError, Why};
pub use evaluate::Evaluator;
pub use lane::{CodePath, Kernel, Lane};
pub use norm::Norm;
pub use observe::{Blind, Interpolant, Observer, Sampler};
pub use options::{Absolute, Method, Options, Tolerance};
pub use run::{Change, Finished, Run, Statistics, Stop};
pub use solver::{Feed, Job, Solver};
pub use steady::{Steady, SteadyError, steady_state};
pub use system::{Frame, Layout, System};
pub use watch::Watch;
