//! A trajectory becomes a number: the value at a time, the peak, the area.
//!
//! Knows systems and their observables. Does not know sweeps or experiments. Readouts are taken from
//! the dense output of each step while it is at hand; no trajectory is stored.

mod measure;
mod observed;
mod recorder;
mod view;

pub use measure::{Measure, Readout, ReadoutError};
pub use observed::{Evaluate, Observed};
pub use recorder::Recorder;
pub use view::View;
