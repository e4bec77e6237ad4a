//! What a checkpoint folder says of itself.

use super::difference::{Difference, difference};
use super::{Provenance, Recipe, Shard, Summary};
use crate::catalog::Cited;
use crate::network::Fingerprint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The form of folder this release writes and reads.
pub(super) const FORM: u64 = 1;
/// Fields that must agree where a sweep is resumed, in the order in which they are told.
const RESUMED: [&str; 10] = [
    "form",
    "jakstat",
    "numbers",
    "model",
    "conditions",
    "protocol",
    "readouts",
    "options",
    "shard",
    "chunk",
];
/// Fields that must agree where shards are merged.
const MERGED: [&str; 9] = [
    "form",
    "jakstat",
    "numbers",
    "model",
    "conditions",
    "protocol",
    "readouts",
    "options",
    "chunk",
];

/// What a checkpoint folder says of itself: the sweep's recipe, and how it was cut.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Manifest {
    /// The form of the folder: 1.
    pub form: u64,
    /// What the numbers depend on.
    #[serde(flatten)]
    pub recipe: Recipe,
    /// Which part of the sweep is solved here.
    pub shard: Shard,
    /// Consecutive points in a chunk, those of all shards together.
    pub chunk: usize,
    /// The rows of tables that the model's numbers come from.
    pub cited: Vec<Cited>,
}

impl Manifest {
    /// Where numbers that came to `summary` come from.
    pub(super) fn provenance(&self, summary: &Summary) -> Provenance {
        Provenance::new(self.recipe.clone(), self.cited.clone(), summary)
    }

    /// How many chunks there are.
    pub(super) fn chunks(&self) -> usize {
        self.recipe.conditions.points.div_ceil(self.chunk.max(1))
    }

    /// Points in a chunk of this number, those of all shards together.
    pub(super) fn length(&self, chunk: usize) -> usize {
        self.recipe.conditions.points.saturating_sub(chunk * self.chunk).min(self.chunk)
    }
}

/// What ties a log to the manifest that was written beside it.
pub(super) fn key(manifest: &Value) -> Fingerprint {
    Fingerprint::of(manifest.to_string().as_bytes())
}

/// The first field in which a folder's manifest speaks against resuming it with another.
pub(super) fn against_resuming(there: &Value, here: &Value) -> Option<Difference> {
    difference(there, here, &RESUMED)
}

/// The first field in which two folders' manifests speak against merging them.
pub(super) fn against_merging(there: &Value, here: &Value) -> Option<Difference> {
    difference(there, here, &MERGED)
}
