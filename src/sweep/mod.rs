//! Many conditions of one model, on all cores, none lost.
//!
//! Knows models, protocols and readouts. Does not know drugs or cells. N points go in and N typed
//! outcomes come out, in the order of the points, the same bits for any number of threads.

mod conditions;
mod error;
mod indices;
mod outcome;
mod progress;
mod protocol;
mod rest;
mod run;
mod tally;

pub use conditions::{Conditions, Quantity};
pub use error::SweepError;
pub use outcome::{Attempt, Completed, Failed, Outcome};
pub use progress::{Flow, Progress};
pub use protocol::{Action, Event, Protocol, Source};
pub use run::Sweep;
