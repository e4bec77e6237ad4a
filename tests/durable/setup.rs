//! A sweep with failing points among the others, and folders to keep it in.

pub(crate) use crate::explosive::{explosive, of, text};

use jakstat::prelude::*;
use jakstat::sweep::{Checkpoint, CsvTable, Flow, Merge, Sink, Summary, SweepError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// So many values of k with 25 of A at each; about one point in ten grows without bound.
pub(crate) fn grid(model: &Model, rates: u32) -> Conditions {
    let rates: Vec<f64> =
        (0..rates).map(|i| -0.5 + 0.66 * f64::from(i) / f64::from(rates)).collect();
    let amounts: Vec<f64> = (1..=25).map(|i| 0.08 * f64::from(i)).collect();
    Conditions::single().vary(model, "k", &rates).unwrap().vary(model, "A", &amounts).unwrap()
}

/// The outcomes of a sweep that nothing disturbed.
pub(crate) fn clean(conditions: &Conditions) -> Vec<Outcome> {
    of(&explosive()).run(conditions).unwrap()
}

const HEADINGS: [&str; 3] = ["A at 10 s", "area of A", "peak of A"];

/// Outcomes as the text of a file.
pub(crate) fn file(conditions: &Conditions, outcomes: &[Outcome]) -> String {
    let mut table = CsvTable::new(Vec::new(), conditions, &HEADINGS).unwrap();
    for (index, outcome) in outcomes.iter().enumerate() {
        table.take(index, outcome.clone()).unwrap();
    }
    String::from_utf8(table.into_inner().unwrap()).unwrap()
}

/// The file that folders merge to.
pub(crate) fn merged<P: AsRef<Path>>(folders: &[P]) -> String {
    let merge = Merge::of(folders.iter().map(AsRef::as_ref)).unwrap();
    let mut table = CsvTable::new(Vec::new(), merge.conditions(), &HEADINGS).unwrap();
    assert_eq!(merge.stream(&mut table).unwrap().points, merge.conditions().len());
    String::from_utf8(table.into_inner().unwrap()).unwrap()
}

/// A folder for a test, which is not there yet.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("durable").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    folder
}

/// Runs a sweep to its end.
pub(crate) fn complete(
    sweep: &Sweep<'_>,
    conditions: &Conditions,
    folder: &Path,
) -> Result<Summary, SweepError> {
    sweep.checkpointed(conditions, &Checkpoint::at(folder), |_| Flow::Continue)
}

/// Runs a sweep until so many points are over, and a few more.
pub(crate) fn begin(
    sweep: &Sweep<'_>,
    conditions: &Conditions,
    folder: &Path,
    points: usize,
) -> Summary {
    let over = AtomicUsize::new(0);
    let report = |_| match over.fetch_add(1, Ordering::Relaxed) {
        done if done + 1 < points => Flow::Continue,
        _ => Flow::Cancel,
    };
    sweep.checkpointed(conditions, &Checkpoint::at(folder), report).unwrap()
}
