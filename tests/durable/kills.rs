//! A process killed at any moment: nothing is wrong, missing or double afterwards, and little is solved again.

use crate::process::Order;
use crate::setup::{clean, explosive, file, folder, grid, merged};
use jakstat::prelude::*;
use jakstat::sweep::{Folder, FolderError, Memory};
use std::time::{Duration, Instant};

const KILLS: u32 = 100;
const RATES: u32 = 40;
const THREADS: usize = 2;
const CHUNK: usize = 16;

/// Numbers that look random and are the same every time (xorshift of Marsaglia).
struct Moments(u64);

impl Moments {
    fn next(&mut self, below: Duration) -> Duration {
        for (left, by) in [(true, 13), (false, 7), (true, 17)] {
            self.0 ^= if left { self.0 << by } else { self.0 >> by };
        }
        below.mul_f64((self.0 >> 11) as f64 / (1_u64 << 53) as f64)
    }
}

/// How many points are in a folder, each of them checked; none before there is a manifest and a log.
fn kept(order: &Order<'_>, clean: &[Outcome]) -> usize {
    let open = match Folder::open(order.folder) {
        Ok(open) => open,
        Err(FolderError::NoSweep { .. } | FolderError::Read { .. }) => return 0,
        Err(error) => panic!("{error}"),
    };
    assert!(open.damage().is_none(), "{:?}", open.damage());
    let mut memory = Memory::default();
    open.stream(&mut memory).unwrap();
    let found = memory.into_outcomes();
    assert!(found.windows(2).all(|two| two[0].0 < two[1].0), "a point is there twice");
    for (index, outcome) in &found {
        assert_eq!(outcome, &clean[*index], "{index}");
    }
    found.len()
}

#[test]
fn a_hundred_kills_lose_at_most_a_chunk_per_thread_each_and_change_no_byte() {
    let points = grid(&explosive(), RATES);
    let clean = clean(&points);
    let wanted = file(&points, &clean);
    let here = folder("killed");
    let order = Order { folder: &here, rates: RATES, threads: THREADS, chunk: CHUNK, shard: "1/1" };
    // Moments up to a good half of what a process takes on this machine, as busy as it is now.
    let began = Instant::now();
    assert!(order.start().wait().unwrap().success());
    let window = began.elapsed().mul_f64(0.6).min(Duration::from_millis(400));
    std::fs::remove_dir_all(&here).unwrap();
    let mut moments = Moments(0x1234_5678_9abc_def0);
    let (mut before, mut finished, mut lost, mut most, mut midway) = (0, 0, 0, 0, 0);
    for kill in 0..KILLS {
        let mut child = order.start();
        std::thread::sleep(moments.next(window));
        child.kill().unwrap();
        child.wait().unwrap();
        let after = kept(&order, &clean);
        assert!(after >= before, "points were lost: {before} then {after}");
        midway += u32::from(after > before && after < points.len());
        let again = (before + order.solved()).saturating_sub(after);
        assert!(again <= THREADS * CHUNK, "kill {kill}: {again} points are solved again");
        (lost, most) = (lost + again, most.max(again));
        before = after;
        if after == points.len() {
            assert_eq!(merged(&[&here]), wanted);
            finished += 1;
            std::fs::remove_dir_all(&here).unwrap();
            before = 0;
        }
    }
    assert!(order.start().wait().unwrap().success());
    assert_eq!(merged(&[&here]), wanted);
    println!(
        "{KILLS} kills, {midway} of them midway; {finished} sweeps of {} points finished before; \
         {lost} points solved again, {most} at most after one kill",
        points.len()
    );
    assert!(midway >= 20, "{midway}: the moments tell nothing");
}
