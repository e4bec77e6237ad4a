//! How long do a million points take, on a machine that may stop at any moment?
//!
//! `cargo run --release --example sweep_million -- --points 1000000 --folder target/sweep_million`: every dose of baricitinib at
//! every number of JAK1 per cell. Run it again after an interruption and it goes on. On several machines at once: `--shard 1/3`,
//! `--shard 2/3`, `--shard 3/3`, then `--merge 3`. `--help` lists the options.

#[path = "../arguments/mod.rs"]
mod arguments;
mod grid;
mod meter;
mod table;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use grid::Grid;
use jakstat::sweep::{Checkpoint, FolderError, Shard};
use meter::Meter;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const OPTIONS: [Choice; 7] = [
    ("points", "number of points, about (1000000)"),
    ("folder", "where finished points are kept (target/sweep_million)"),
    ("shard", "the part to solve, such as 2/3 (all)"),
    ("merge", "put together so many shards, instead of solving"),
    ("threads", "number of threads (one per core)"),
    ("rtol", "relative tolerance (1e-6)"),
    ("csv", "the table to write (sweep.csv in the folder)"),
];

fn main() -> ExitCode {
    answer(sweep_million)
}

fn sweep_million(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let folder = PathBuf::from(given.text("folder").unwrap_or("target/sweep_million"));
    let csv = given.text("csv").map_or_else(|| folder.join("sweep.csv"), PathBuf::from);
    if given.text("merge").is_some() {
        let count = given.count("merge", 1, 1..=1_000_000)? as u64;
        let folders = (1..=count).map(|number| Ok(part(&folder, Shard::new(number, count)?)));
        let summary = table::write(&folders.collect::<Result<Vec<_>, FolderError>>()?, &csv)?;
        writeln!(out, "{} points, {} failed: {}", summary.points, summary.failed, csv.display())?;
        return Ok(());
    }
    let shard = given.text("shard").map_or(Ok(Shard::WHOLE), str::parse)?;
    let grid = Grid::new(given.count("points", 1_000_000, 1..=1_000_000_000_000)?)?;
    let mut sweep = grid.sweep()?.options(given.solving()?);
    if given.text("threads").is_some() {
        sweep = sweep.threads(given.count("threads", 1, 1..=1024)?);
    }

    let own = part(&folder, shard);
    let meter = Meter::default();
    let checkpoint = Checkpoint::at(&own).shard(shard);
    let summary = sweep.checkpointed(grid.conditions(), &checkpoint, |p| meter.show(p))?;
    let rate = meter.rate();
    if shard == Shard::WHOLE {
        table::write(std::slice::from_ref(&own), &csv)?;
        writeln!(out, "table, with where its numbers come from beside it: {}", csv.display())?;
    }
    let (points, failed) = (summary.points, summary.failed);
    writeln!(out, "{points} points, {failed} failed, {rate}: kept in {}", own.display())?;
    Ok(())
}

/// The folder of one shard.
fn part(folder: &Path, shard: Shard) -> PathBuf {
    folder.join(format!("{}-of-{}", shard.number(), shard.count()))
}
