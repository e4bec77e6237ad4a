//! The memory of a streamed sweep does not grow with the number of its points.

use crate::explosive::explosive;
use jakstat::network::Observable;
use jakstat::prelude::*;
use jakstat::sweep::{CsvTable, Flow};
use std::process::Command;
use std::time::Instant;

const POINTS: &str = "JAKSTAT_TEST_SWEEP_POINTS";
const ANSWER: &str = "peak memory in kB: ";

/// Solves a grid of so many points three readouts each into a table that nobody keeps.
fn streamed(points: u32) {
    let model = explosive();
    let fast: Vec<f64> = (0..100).map(|k| -0.001 * f64::from(k)).collect();
    let many: Vec<f64> = (0..points / 100).map(|k| 1.0 + 1e-6 * f64::from(k)).collect();
    let grid = Conditions::single().vary(&model, "k", &fast).unwrap();
    let grid = grid.vary(&model, "A", &many).unwrap();
    let observable = Observable::Species(0);
    let readouts = [Measure::At(1.0), Measure::Area(0.0, 1.0), Measure::Peak(0.0, 1.0)]
        .map(|measure| Readout { observable, measure });
    let tolerance = Tolerance::relative(1e-3);
    let mut table = CsvTable::new(std::io::sink(), &grid, &["last", "area", "peak"]).unwrap();
    let summary = Sweep::new(&model, Protocol { end: 1.0, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { tolerance, ..Options::default() })
        .threads(2)
        .stream(&grid, &mut table, |_| Flow::Continue)
        .unwrap();
    assert_eq!((summary.points, summary.failed), (points as usize, 0));
}

/// Largest memory this process ever held, in kB, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[test]
#[ignore = "run by the test of memory, in a process of its own"]
fn a_child_that_sweeps() {
    let Some(points) = std::env::var(POINTS).ok().and_then(|points| points.parse().ok()) else {
        return;
    };
    streamed(points);
    println!("{ANSWER}{}", peak().unwrap());
}

/// Peak memory of a process that sweeps so many points, in kB.
fn peak_of(points: u32) -> u64 {
    let began = Instant::now();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "memory::a_child_that_sweeps", "--ignored", "--nocapture"])
        .env(POINTS, points.to_string())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let found = text.lines().find_map(|line| line.split_once(ANSWER)).map(|(_, kb)| kb.trim());
    let kb = found.and_then(|kb| kb.parse().ok()).unwrap_or_else(|| panic!("{text}"));
    println!("{points} points: {kb} kB at most, {:?}", began.elapsed());
    kb
}

#[test]
fn a_hundred_times_the_points_take_no_more_memory() {
    if peak().is_none() {
        return println!("SKIPPED: this system does not tell how much memory a process held");
    }
    // Without optimisation a million points take minutes.
    let many = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };
    let (few, many) = (peak_of(10_000), peak_of(many));
    assert!(many < few + 50_000, "{many} kB against {few} kB");
}
