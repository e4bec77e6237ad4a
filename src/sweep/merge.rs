//! The shards of a sweep, put together.

use super::{
    Conditions, Folder, FolderError, Outcome, Provenance, Recipe, Shard, Sink, Summary, SweepError,
};
use std::path::PathBuf;

/// The folders of all shards of a sweep, each of them finished.
///
/// What comes out of it is the same, byte for byte, however the sweep was cut, threaded, interrupted or resumed.
#[derive(Debug)]
pub struct Merge {
    folders: Vec<Folder>,
    summary: Summary,
}

impl Merge {
    /// Opens the folders, in any order; one folder where the sweep was not cut into shards.
    ///
    /// # Errors
    /// [`FolderError`] where a folder cannot be read, is not finished or belongs to another sweep, where a shard is
    /// missing or there twice.
    pub fn of(folders: impl IntoIterator<Item = impl Into<PathBuf>>) -> Result<Self, FolderError> {
        let folders = folders.into_iter().map(Folder::open).collect::<Result<Vec<_>, _>>()?;
        agree(&folders)?;
        let folders = folders.into_iter().map(Folder::finished).collect::<Result<Vec<_>, _>>()?;
        let mut summary = Summary::default();
        for folder in &folders {
            summary += folder.summary();
        }
        Ok(Self { folders, summary })
    }

    /// The points of the sweep.
    pub fn conditions(&self) -> &Conditions {
        self.folders[0].conditions()
    }

    /// What the numbers depend on.
    pub fn recipe(&self) -> &Recipe {
        &self.folders[0].manifest().recipe
    }

    /// What the sweep came to, all points taken together; the time it took is not known.
    pub const fn summary(&self) -> Summary {
        self.summary
    }

    /// Where the numbers come from.
    pub fn provenance(&self) -> Provenance {
        self.folders[0].manifest().provenance(&self.summary)
    }

    /// Gives the outcome of every point to `sink`, in the order of the points, then [finishes](Sink::finish) it.
    ///
    /// # Errors
    /// [`SweepError`] if a log cannot be read, a point is missing or there twice, or the sink takes no more.
    pub fn stream(&self, sink: &mut dyn Sink) -> Result<Summary, SweepError> {
        stream(&self.folders, sink, Gaps::Refused)
    }
}

/// Refuses folders that are not the shards of one sweep, each once.
fn agree(folders: &[Folder]) -> Result<(), FolderError> {
    let first = folders.first().ok_or(FolderError::NoFolder)?;
    let count = first.manifest().shard.count();
    folders.iter().try_for_each(|folder| first.agrees(folder))?;
    for number in 1..=count {
        let shard = Shard::new(number, count)?;
        let mut with = folders.iter().filter(|folder| folder.manifest().shard == shard);
        let Some(first) = with.next() else { return Err(FolderError::MissingShard { shard }) };
        if let Some(second) = with.next() {
            let [first, second] = [first, second].map(|folder| folder.path().to_path_buf());
            return Err(FolderError::SameShard { shard, first, second });
        }
    }
    Ok(())
}

/// What is thought of points that are not there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gaps {
    Allowed,
    Refused,
}

/// Gives what folders of one sweep hold to `sink`, in the order of the points.
pub(super) fn stream(
    folders: &[Folder],
    sink: &mut dyn Sink,
    gaps: Gaps,
) -> Result<Summary, SweepError> {
    let Some(first) = folders.first() else { return Err(FolderError::NoFolder.into()) };
    let manifest = first.manifest();
    let mut logs = folders.iter().map(Folder::records).collect::<Result<Vec<_>, FolderError>>()?;
    let (mut summary, mut found) = (Summary::default(), Vec::new());
    for chunk in 0..manifest.chunks() {
        let start = chunk * manifest.chunk;
        let mut points: Vec<Option<Outcome>> = vec![None; manifest.length(chunk)];
        for (folder, log) in folders.iter().zip(&mut logs) {
            let Some(place) = folder.place(chunk) else { continue };
            log.seek(place)?;
            log.next(&mut found)?;
            for (place, outcome) in found.drain(..) {
                let Some(point) = points.get_mut(place) else {
                    return Err(FolderError::MissingPoint { index: start + place }.into());
                };
                if point.replace(outcome).is_some() {
                    return Err(FolderError::SamePoint { index: start + place }.into());
                }
            }
        }
        for (place, outcome) in points.into_iter().enumerate() {
            let index = start + place;
            match outcome {
                Some(outcome) => {
                    summary.add(&outcome);
                    sink.take(index, outcome)
                        .map_err(|source| SweepError::Sink { taken: summary.points - 1, source })?;
                }
                None if gaps == Gaps::Allowed => {}
                None => return Err(FolderError::MissingPoint { index }.into()),
            }
        }
    }
    sink.finish().map_err(|source| SweepError::Sink { taken: summary.points, source })?;
    Ok(summary)
}
