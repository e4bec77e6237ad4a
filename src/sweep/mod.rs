//! Many conditions of one model, on all cores, none lost.
//!
//! Knows models, protocols and readouts. Does not know drugs or cells. N points go in and N typed
//! outcomes come out, in the order of the points, the same bits for any number of threads.

mod checkpoint;
mod chunk;
mod claim;
mod conditions;
mod csv_table;
mod cut;
mod difference;
mod document;
mod error;
mod folder;
mod folder_error;
mod indices;
mod log;
mod manifest;
mod merge;
mod outcome;
mod packed;
mod panic;
mod progress;
mod protocol;
mod provenance;
mod quantity;
mod recipe;
mod recital;
mod rest;
mod run;
mod scan;
mod shard;
mod sink;
mod summary;
mod swept;
mod tally;
mod work;

pub use checkpoint::Checkpoint;
pub use conditions::Conditions;
pub use csv_table::CsvTable;
pub use error::SweepError;
pub use folder::Folder;
pub use folder_error::FolderError;
pub use manifest::Manifest;
pub use merge::Merge;
pub use outcome::{Attempt, Completed, Failed, Outcome};
pub use progress::{Flow, Progress};
pub use protocol::{Action, Event, Protocol, Source};
pub use provenance::Provenance;
pub use quantity::Quantity;
pub use recipe::{Recipe, Varied};
pub use run::Sweep;
pub use shard::Shard;
pub use sink::{Memory, Sink, SinkError};
pub use summary::Summary;
pub use swept::Swept;
