//! Many conditions of one model, on all cores, none lost.
//!
//! Knows models, protocols and readouts. Does not know drugs or cells. N points go in and N typed
//! outcomes come out, in the order of the points, the same bits for any number of threads.

mod chunk;
mod conditions;
mod csv_table;
mod cut;
mod error;
mod indices;
mod outcome;
mod progress;
mod protocol;
mod quantity;
mod rest;
mod run;
mod sink;
mod summary;
mod tally;
mod work;

pub use conditions::Conditions;
pub use csv_table::CsvTable;
pub use error::SweepError;
pub use outcome::{Attempt, Completed, Failed, Outcome};
pub use progress::{Flow, Progress};
pub use protocol::{Action, Event, Protocol, Source};
pub use quantity::Quantity;
pub use run::Sweep;
pub use sink::{Memory, Sink, SinkError};
pub use summary::Summary;
