//! Sweeps that survive the process that runs them.

use super::claim::Claim;
use super::cut::{CHUNK, Cut};
use super::manifest::{FORM, Manifest};
use super::packed::pack;
use super::{
    Conditions, Flow, FolderError, Outcome, Progress, Recipe, Shard, Summary, Sweep, SweepError,
    Swept,
};
use crate::ode::{Timed, Why};
use std::path::{Path, PathBuf};

/// Chunks of a sweep, at least, where their length is not asked for; so many threads can be kept busy.
const CHUNKS: usize = 64;

/// Where a long sweep keeps its finished points, and which part of it this process solves.
///
/// ```
/// use jakstat::prelude::*;
/// use jakstat::sweep::{Checkpoint, CsvTable, Flow, Merge};
///
/// let mut net = Network::new();
/// let all = net.compartment("all", 1.0.litres());
/// let drug = net.species("drug", all, 1.0.nanomolar());
/// let loss = net.parameter("loss", 1e-3);
/// net.irreversible("loss of drug", drug, Network::nothing(), loss)?;
/// let model = net.compile()?;
///
/// let readout = Readout { observable: model.observable("drug")?, measure: Measure::At(60.0) };
/// let sweep = Sweep::new(&model, Protocol { end: 60.0, ..Protocol::default() }).readouts(&[readout]);
/// let points = Conditions::single().vary(&model, "loss", &[1e-4, 1e-3, 1e-2])?;
///
/// let folder = std::env::temp_dir().join(format!("jakstat-{}", std::process::id()));
/// let summary = sweep.checkpointed(&points, &Checkpoint::at(&folder), |_| Flow::Continue)?;
/// assert_eq!((summary.points, summary.failed), (3, 0));
///
/// let merge = Merge::of([&folder])?;
/// let mut table = CsvTable::new(Vec::new(), merge.conditions(), &["drug at 60 s"])?;
/// merge.stream(&mut table)?;
/// let text = String::from_utf8(table.into_inner()?)?;
/// assert!(text.starts_with("index,loss,drug at 60 s,status\n0,0.0001,0.99"), "{text}");
/// assert_eq!(merge.provenance().recipe.model, Some(model.fingerprint()));
/// # std::fs::remove_dir_all(folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    folder: PathBuf,
    shard: Shard,
}

impl Checkpoint {
    /// Keeps finished points in a folder, which is made if it is not there.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), shard: Shard::WHOLE }
    }

    /// Solves this shard only; every shard needs a folder of its own.
    #[must_use]
    pub const fn shard(mut self, shard: Shard) -> Self {
        self.shard = shard;
        self
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl<S: Swept> Sweep<'_, S> {
    /// Solves every point of a shard and keeps each chunk of outcomes in the checkpoint's folder as soon as it is
    /// known. Called again after an interruption, with the same sweep and folder, it solves what is missing: whatever
    /// stopped the process, no more than the chunks then under way are solved twice.
    ///
    /// The outcomes are in the folder: [`Merge`](super::Merge) gives them in order once every shard is finished,
    /// [`Folder`](super::Folder) at any time. The number of threads may change from call to call; the summary is that of
    /// all points in the folder. Points cancelled by `report` are not kept, and solved by the next call.
    ///
    /// # Errors
    /// [`SweepError`] if the sweep cannot be begun; [`SweepError::Folder`] if the folder holds something else, is in use
    /// or cannot be written. What is finished is kept and can be read.
    pub fn checkpointed(
        &self,
        conditions: &Conditions,
        checkpoint: &Checkpoint,
        report: impl Fn(Progress) -> Flow + Sync,
    ) -> Result<Summary, SweepError> {
        if self.system.identity().is_none() {
            return Err(FolderError::NoIdentity.into());
        }
        self.check(conditions)?;
        let shard = checkpoint.shard;
        let manifest = Manifest {
            form: FORM,
            recipe: Recipe::new(self, conditions),
            shard,
            chunk: self.lasting_chunk(conditions.len(), shard)?,
            cited: self.cited.clone(),
        };
        let mut claim = Claim::new(&checkpoint.folder, manifest, conditions, self.chunk)?;
        let (log, scan, chunk) = (&mut claim.log, &claim.scan, claim.chunk);
        let held = |point: usize| shard.holds(&conditions.point(point));
        let mut summary = scan.summary;
        let cut = Cut {
            points: conditions.len(),
            chunk,
            chunks: Some(&|chunk| scan.places[chunk].is_none()),
            chosen: (shard.count() > 1).then_some(&held),
            before: (summary.points, summary.failed),
            total: match shard.count() {
                1 => conditions.len(),
                _ => (0..conditions.len()).filter(|&point| held(point)).count(),
            },
        };
        let mut bytes = Vec::new();
        let solved = self.solve(
            conditions,
            cut,
            &mut |number, outcomes| {
                if outcomes.iter().any(|(_, outcome)| was_stopped(outcome)) {
                    return Ok(());
                }
                bytes.clear();
                for (index, outcome) in &outcomes {
                    pack(index - number * chunk, outcome, &mut bytes)
                        .map_err(|why| log.refused(why.into()))?;
                    summary.add(outcome);
                }
                Ok(log.append(number as u64, &bytes)?)
            },
            &report,
        )?;
        log.sync()?;
        summary.elapsed = solved.elapsed;
        Ok(summary)
    }

    /// Points in a chunk, those of all shards together, if not asked for otherwise. It must not depend on this machine's
    /// threads: a sweep may be resumed on another.
    fn lasting_chunk(&self, points: usize, shard: Shard) -> Result<usize, SweepError> {
        if let Some(chunk) = self.chunk {
            return if chunk == 0 { Err(SweepError::Chunk) } else { Ok(chunk) };
        }
        let shards = usize::try_from(shard.count()).unwrap_or(usize::MAX);
        let even = points.div_ceil(CHUNKS.saturating_mul(shards));
        Ok(even.next_multiple_of(self.options.lanes()).clamp(1, CHUNK).saturating_mul(shards))
    }
}

/// Whether a point has no outcome of its own because the sweep ended.
fn was_stopped(outcome: &Outcome) -> bool {
    let Outcome::Failed(failed) = outcome else { return false };
    matches!(failed.failure.why, Why::Cancelled | Why::Deadline { timed: Timed::Sweep, .. })
}
