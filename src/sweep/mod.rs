//! Many conditions of one model, on all cores, none lost.
//!
//! Knows systems, protocols and readouts. Does not know drugs or cells. N points go in and N typed
//! outcomes come out, the same bits for any number of threads, in whatever chunks and company they are solved:
//! in the order of the points from [`Sweep::run`], as they are known from [`Sweep::stream`]. Where a sweep must outlive
//! the process that runs it, [`Sweep::checkpointed`] keeps them in a folder, and [`Merge`] hands them out in order.
//!
//! ```
//! use jakstat::prelude::*;
//! use jakstat::sweep::{CsvTable, Flow};
//!
//! let mut net = Network::new();
//! let cell = net.compartment("cell", 1.0.picolitres());
//! let stat = net.species("pSTAT3", cell, 50.0.nanomolar());
//! let loss = net.parameter("loss", 1e-3);
//! net.reaction("dephosphorylation", stat, Network::nothing(), Law::formula(loss * Expr::from(stat)))?;
//! let model = net.compile()?;
//!
//! let last = Readout { observable: model.observable("pSTAT3")?, measure: Measure::At(900.0) };
//! let sweep = Sweep::new(&model, Protocol { end: 900.0, ..Protocol::default() }).readouts(&[last]);
//! let points = Conditions::single().vary(&model, "loss", &[1e-4, 1e-3, 1e-2])?;
//! let mut table = CsvTable::new(Vec::new(), &points, &["pSTAT3 at 15 min"])?;
//! let summary = sweep.stream(&points, &mut table, |progress| {
//!     // `progress.left()` says how long it may still take; `Flow::Cancel` ends it.
//!     if progress.failed > 1 { Flow::Cancel } else { Flow::Continue }
//! })?;
//! assert_eq!((summary.points, summary.failed), (3, 0));
//! assert_eq!(table.into_inner()?.iter().filter(|&&byte| byte == b'\n').count(), 4);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
