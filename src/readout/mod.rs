//! A trajectory becomes a number: a value, the peak, the area, the time above a threshold, the width.
//!
//! Knows systems and their observables. Does not know sweeps or experiments. Readouts are taken from
//! the dense output of each step while it is at hand; no trajectory is stored. Within a step an
//! observable is a polynomial, whose turns and crossings are all found, so that none between two steps
//! or inside a long one is missed.

mod at_rest;
mod check;
mod course;
mod gauge;
mod measure;
mod observed;
mod peak;
mod reader;
mod recorder;

mod series;
mod sharp;
mod threshold;
mod view;
mod width;

pub use check::ReadoutError;
pub use measure::{Baseline, Measure, Readout};
pub use observed::{Evaluate, Observed};
pub use recorder::Recorder;
pub use view::View;
