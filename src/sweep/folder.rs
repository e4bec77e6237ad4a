//! A folder in which a sweep was run, wholly or in part.

use super::log::Records;
use super::manifest::{against_merging, key};
use super::merge::{Gaps, stream};
use super::recipe::Varied;
use super::scan::Scan;
use super::{Conditions, FolderError, Manifest, Provenance, Sink, Summary, SweepError, document};
use serde::de::Error as _;
use serde_json::Value;
use std::path::{Path, PathBuf};

pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const CONDITIONS: &str = "conditions.json";
pub(super) const LOG: &str = "points.log";

/// A folder in which a sweep was run, wholly or in part, to be read.
///
/// It may be read while a process works in it; what that process adds later is not seen.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    manifest: Manifest,
    /// The manifest as it stands in the folder.
    written: Value,
    conditions: Conditions,
    scan: Scan,
}

impl Folder {
    /// Opens a folder and reads what is in it.
    ///
    /// # Errors
    /// [`FolderError`] where there is no sweep in it, or where it cannot be read or understood. A log that is damaged
    /// in the middle is no error here: see [`damage`](Self::damage).
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, FolderError> {
        let path = path.into();
        if path.is_dir() && !path.join(MANIFEST).exists() {
            return Err(FolderError::NoSweep { path });
        }
        let written = document::read(&path.join(MANIFEST))?;
        let manifest: Manifest = document::understand(&path.join(MANIFEST), written.clone())?;
        let read = document::read(&path.join(CONDITIONS))?;
        let conditions: Conditions = document::understand(&path.join(CONDITIONS), read)?;
        if manifest.recipe.conditions != Varied::new(&conditions) {
            let source = serde_json::Error::custom("it does not belong to the manifest beside it");
            return Err(FolderError::Malformed { path: path.join(CONDITIONS), source });
        }
        let scan = Scan::new(Records::open(&path.join(LOG), key(&written))?, &manifest)?;
        Ok(Self { path, manifest, written, conditions, scan })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it says of itself.
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The points of the sweep, those of all shards.
    pub const fn conditions(&self) -> &Conditions {
        &self.conditions
    }

    /// Whether every point of its shard is over.
    pub fn is_finished(&self) -> bool {
        self.scan.damage.is_none() && self.scan.done() == self.manifest.chunks()
    }

    /// What is wrong with the log, if anything: what stands before can still be read.
    pub const fn damage(&self) -> Option<&FolderError> {
        self.scan.damage.as_ref()
    }

    /// What is in it, all points taken together.
    pub const fn summary(&self) -> Summary {
        self.scan.summary
    }

    /// Where the numbers in it come from.
    pub fn provenance(&self) -> Provenance {
        self.manifest.provenance(&self.scan.summary)
    }

    /// Gives every finished point to `sink`, in the order of their indices, whether or not the sweep is over.
    ///
    /// # Errors
    /// [`SweepError`] if the log cannot be read, or the sink takes no more.
    pub fn stream(&self, sink: &mut dyn Sink) -> Result<Summary, SweepError> {
        stream(core::slice::from_ref(self), sink, Gaps::Allowed)
    }

    /// The first field in which another folder of the same sweep may not differ, but does.
    pub(super) fn agrees(&self, other: &Self) -> Result<(), FolderError> {
        let found = against_merging(&other.written, &self.written);
        found.map_or(Ok(()), |found| Err(found.in_folder(&other.path)))
    }

    /// Its log, to be read again.
    pub(super) fn records(&self) -> Result<Records, FolderError> {
        Records::open(&self.path.join(LOG), key(&self.written))
    }

    /// Where the record of a chunk begins in its log.
    pub(super) fn place(&self, chunk: usize) -> Option<u64> {
        *self.scan.places.get(chunk)?
    }

    /// Refuses a folder that lacks a chunk or is damaged.
    pub(super) fn finished(mut self) -> Result<Self, FolderError> {
        if let Some(damage) = self.scan.damage.take() {
            return Err(damage);
        }
        let (done, chunks) = (self.scan.done(), self.manifest.chunks());
        if done < chunks {
            return Err(FolderError::Unfinished { path: self.path, done, chunks });
        }
        Ok(self)
    }
}
