//! A sweep that is stopped and goes on is the sweep that was never stopped.

use super::check::{Check, Found, count};
use super::credibility::Credibility::SoftwareQualityAssurance;
use super::reference::{doses, model, sweep};
use core::sync::atomic::{AtomicUsize, Ordering};
use jakstat::prelude::*;
use jakstat::sweep::{Checkpoint, Flow, Memory, Merge};
use std::path::PathBuf;

const POINTS: u32 = 120;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let folder = Folder::fresh();
    let model = model()?;
    let points = Conditions::single().vary(&model, "I", &doses(POINTS))?;
    let sweep = sweep(&model, Options::default())?.chunk(8);
    let wanted = sweep.run(&points)?;
    let checkpoint = Checkpoint::at(&folder.0);
    let over = AtomicUsize::new(0);
    let stopped = sweep.clone().threads(2).checkpointed(&points, &checkpoint, |_| {
        if over.fetch_add(1, Ordering::Relaxed) < 40 { Flow::Continue } else { Flow::Cancel }
    })?;
    let resumed =
        sweep.clone().threads(1).checkpointed(&points, &checkpoint, |_| Flow::Continue)?;
    let merge = Merge::of([&folder.0])?;
    let mut memory = Memory::default();
    merge.stream(&mut memory)?;
    let found = memory.into_outcomes();
    let pairs = found.iter().map(|(_, outcome)| outcome).zip(&wanted);
    let mut different = count(pairs.map(|(found, wanted)| found != wanted));
    if found.len() != wanted.len() || stopped.points >= resumed.points {
        different = f64::NAN;
    }
    Ok(vec![Check::new(
        "checkpoint and resumption",
        format!(
            "{POINTS} points stopped on two threads, resumed on one and merged, with the sweep in one go: points with other bits"
        ),
        (different, 0.0),
        SoftwareQualityAssurance,
    )])
}

/// A folder among the system's temporary ones, taken away at the end.
struct Folder(PathBuf);

impl Folder {
    fn fresh() -> Self {
        Self(std::env::temp_dir().join(format!("jakstat-qualify-{}", std::process::id())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind in a folder for temporary files does no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
