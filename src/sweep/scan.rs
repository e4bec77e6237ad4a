//! What a log holds.

use super::log::Records;
use super::{FolderError, Manifest, Outcome, Summary};

/// What a log holds, from one reading of all of it.
#[derive(Debug)]
pub(super) struct Scan {
    /// Where the record of each chunk begins; `None` for a chunk that is not there.
    pub(super) places: Vec<Option<u64>>,
    /// Up to where the log is whole.
    pub(super) sound: u64,
    /// What is in it, up to there.
    pub(super) summary: Summary,
    /// What is wrong after that, if there is more than a torn record.
    pub(super) damage: Option<FolderError>,
}

impl Scan {
    /// Reads a log to its end.
    pub(super) fn new(mut records: Records, manifest: &Manifest) -> Result<Self, FolderError> {
        let mut scan = Self {
            places: vec![None; manifest.chunks()],
            sound: records.place(),
            summary: Summary::default(),
            damage: None,
        };
        let mut outcomes = Vec::new();
        loop {
            let place = records.place();
            match records.next(&mut outcomes) {
                Ok(None) => return Ok(scan),
                Ok(Some(chunk)) => {
                    if let Err(problem) = scan.note(chunk, place, &outcomes, manifest) {
                        scan.damage = Some(records.damaged_at(place, problem));
                        return Ok(scan);
                    }
                    scan.sound = records.place();
                }
                Err(damage @ FolderError::Damaged { .. }) => {
                    scan.damage = Some(damage);
                    return Ok(scan);
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// How many chunks are there.
    pub(super) fn done(&self) -> usize {
        self.places.iter().flatten().count()
    }

    fn note(
        &mut self,
        chunk: u64,
        place: u64,
        outcomes: &[(usize, Outcome)],
        manifest: &Manifest,
    ) -> Result<(), &'static str> {
        let chunk = usize::try_from(chunk).ok().filter(|&chunk| chunk < self.places.len());
        let chunk = chunk.ok_or("the sweep has no such chunk")?;
        if self.places[chunk].is_some() {
            return Err("its chunk is there already");
        }
        if outcomes.iter().any(|&(place, _)| place >= manifest.length(chunk)) {
            return Err("its chunk has no such point");
        }
        self.places[chunk] = Some(place);
        for (_, outcome) in outcomes {
            self.summary.add(outcome);
        }
        Ok(())
    }
}
