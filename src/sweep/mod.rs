//! Many conditions of one model, on all cores, none lost.
//!
//! Knows models, protocols and readouts. Does not know drugs or cells. N points go in and N typed
//! outcomes come out, in the order of the points, the same bits for any number of threads.
//!
//! Three ways to have them: [`Sweep::run`] keeps them in memory, [`Sweep::stream`] hands each to a [`Sink`] as soon as it is
//! known, and [`Sweep::checkpointed`] keeps them in a folder, where a sweep outlives the process that runs it, goes on when
//! called again, and is put together from [`Shard`]s by [`Merge`].
//!
//! ```
//! use jakstat::prelude::*;
//! use jakstat::sweep::{Checkpoint, CsvTable, Flow, Merge};
//!
//! let mut net = Network::new();
//! let all = net.compartment("all", 1.0.litres());
//! let drug = net.species("drug", all, 1.0.nanomolar());
//! let loss = net.parameter("loss", 1e-3);
//! net.irreversible("loss of drug", drug, Network::nothing(), loss)?;
//! let model = net.compile()?;
//!
//! let readout = Readout { observable: model.observable("drug")?, measure: Measure::At(60.0) };
//! let sweep = Sweep::new(&model, Protocol { end: 60.0, ..Protocol::default() }).readouts(&[readout]);
//! let points = Conditions::single().vary(&model, "loss", &[1e-4, 1e-3, 1e-2])?;
//!
//! let folder = std::env::temp_dir().join(format!("jakstat-{}", std::process::id()));
//! let summary = sweep.checkpointed(&points, &Checkpoint::at(&folder), |_| Flow::Continue)?;
//! assert_eq!((summary.points, summary.failed), (3, 0));
//!
//! let merge = Merge::of([&folder])?;
//! let mut table = CsvTable::new(Vec::new(), merge.conditions(), &["drug at 60 s"])?;
//! merge.stream(&mut table)?;
//! let text = String::from_utf8(table.into_inner()?)?;
//! assert!(text.starts_with("index,loss,drug at 60 s,status\n0,0.0001,0.99"), "{text}");
//! assert_eq!(merge.provenance().recipe.model, Some(model.fingerprint()));
//! # std::fs::remove_dir_all(folder)?;
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
