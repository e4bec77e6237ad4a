//! Logs that end early, and logs with bytes that nobody wrote.

use crate::setup::{begin, clean, complete, explosive, file, folder, grid, merged, of, text};
use jakstat::prelude::*;
use jakstat::sweep::{Folder, FolderError, Memory, Merge, SweepError};
use std::path::{Path, PathBuf};

const START: usize = 24;
const HEAD: usize = 24;

/// A finished folder, its log, and where each record of it begins and the last one ends.
fn finished(name: &str, chunk: usize) -> (PathBuf, Vec<u8>, Vec<usize>) {
    let (model, here) = (explosive(), folder(name));
    complete(&of(&model).threads(1).chunk(chunk), &points(&model), &here).unwrap();
    let (log, places) = records(&here);
    (here, log, places)
}

/// The log of a folder, and where each record of it begins and the last one ends.
fn records(folder: &Path) -> (Vec<u8>, Vec<usize>) {
    let log = std::fs::read(folder.join("points.log")).unwrap();
    let mut places = vec![START];
    while let Some(&place) = places.last().filter(|&&place| place < log.len()) {
        let length = u64::from_le_bytes(log[place + 8..place + 16].try_into().unwrap());
        places.push(place + HEAD + length as usize + 8);
    }
    assert_eq!(places.last(), Some(&log.len()));
    (log, places)
}

fn points(model: &Model) -> Conditions {
    grid(model, 8)
}

fn write(folder: &Path, log: &[u8]) {
    std::fs::write(folder.join("points.log"), log).unwrap();
}

/// How many points a folder holds; each is checked.
fn readable(folder: &Path, clean: &[Outcome]) -> usize {
    let mut memory = Memory::default();
    Folder::open(folder).unwrap().stream(&mut memory).unwrap();
    let found = memory.into_outcomes();
    for (index, outcome) in &found {
        assert_eq!(outcome, &clean[*index]);
    }
    found.len()
}

#[test]
fn a_record_torn_at_any_byte_is_no_record() {
    let (here, log, places) = finished("torn", 25);
    let (model, last) = (explosive(), places[places.len() - 2]);
    let points = points(&model);
    let clean = clean(&points);
    for length in last..=log.len() {
        write(&here, &log[..length]);
        let whole = length == log.len();
        assert_eq!(readable(&here, &clean), if whole { 200 } else { 175 }, "{length}");
        assert_eq!(Folder::open(&here).unwrap().is_finished(), whole, "{length}");
        assert_eq!(Merge::of([&here]).is_ok(), whole, "{length}");
    }
}

#[test]
fn a_record_torn_at_any_byte_is_solved_again() {
    let (model, here) = (explosive(), folder("torn-again"));
    // The last chunk is one point: each byte of its record brings the disk into play.
    let points = grid(&model, 1);
    let sweep = of(&model).threads(1).chunk(24);
    complete(&sweep, &points, &here).unwrap();
    let (log, places) = records(&here);
    assert_eq!(places.len(), 3);
    for length in places[1]..=log.len() {
        write(&here, &log[..length]);
        let kept = Folder::open(&here).unwrap().summary().points;
        assert_eq!(kept, if length == log.len() { 25 } else { 24 });
        complete(&sweep, &points, &here).unwrap();
        assert_eq!(std::fs::read(here.join("points.log")).unwrap(), log, "{length}");
    }
    assert_eq!(merged(&[&here]), file(&points, &clean(&points)));
}

#[test]
fn what_a_machine_left_blank_when_it_stopped_is_solved_again() {
    let (here, log, places) = finished("blank", 25);
    let model = explosive();
    let points = points(&model);
    let last = places[places.len() - 2];
    // Zeros after the end, in place of the last record, and in place of its last bytes.
    let cases = [(log.len(), 5000), (last, log.len() - last), (log.len() - 10, 10)];
    for (kept, blank) in cases {
        let mut torn = log[..kept].to_vec();
        torn.extend(vec![0; blank]);
        write(&here, &torn);
        complete(&of(&model).threads(1), &points, &here).unwrap();
        assert_eq!(std::fs::read(here.join("points.log")).unwrap(), log, "{kept} {blank}");
    }
}

#[test]
fn a_changed_byte_is_never_taken_for_a_result() {
    let (here, log, places) = finished("changed", 20);
    let model = explosive();
    let points = points(&model);
    let clean = clean(&points);
    let (second, third) = (places[1], places[2]);
    let last = places[places.len() - 2];
    for at in (second..third).chain(last..log.len()) {
        let mut changed = log.clone();
        changed[at] ^= 1 << (at % 8);
        write(&here, &changed);
        let open = Folder::open(&here).unwrap();
        let in_last = at >= last;
        assert_eq!(readable(&here, &clean), if in_last { 180 } else { 20 }, "byte {at}");
        if in_last && at >= last + HEAD {
            // It may have been on its way to the disk: it is solved again.
            assert!(open.damage().is_none() && !open.is_finished(), "byte {at}");
            continue;
        }
        let Some(FolderError::Damaged { offset, .. }) = open.damage() else { panic!("byte {at}") };
        assert_eq!(*offset as usize, if in_last { last } else { second });
        let refused = complete(&of(&model), &points, &here).unwrap_err();
        assert!(matches!(refused, SweepError::Folder(FolderError::Damaged { .. })), "{refused}");
        assert!(matches!(Merge::of([&here]), Err(FolderError::Damaged { .. })));
        assert_eq!(std::fs::read(here.join("points.log")).unwrap(), changed, "it is left alone");
    }
}

#[test]
fn a_damaged_log_is_told_with_its_place_and_can_be_cut_there() {
    let (here, log, places) = finished("told", 20);
    let model = explosive();
    let points = points(&model);
    let mut changed = log.clone();
    changed[places[3] + HEAD + 5] ^= 1;
    write(&here, &changed);
    let place = places[3];
    let told = format!(
        "{} is damaged at byte {place} (a byte changed): what stands before is sound; put back the \
         file as it was, or cut it to {place} bytes to solve the rest again",
        here.join("points.log").display()
    );
    assert_eq!(text(complete(&of(&model), &points, &here)), told);
    assert_eq!(text(Merge::of([&here])), told);
    write(&here, &changed[..place]);
    complete(&of(&model).threads(1), &points, &here).unwrap();
    assert_eq!(std::fs::read(here.join("points.log")).unwrap(), log);
}

#[test]
fn records_that_do_not_belong_are_refused() {
    let (here, log, places) = finished("double", 20);
    let problem = |changed: &[u8]| {
        write(&here, changed);
        text(Merge::of([&here]))
    };
    let second = &log[places[1]..places[2]];
    let double = problem(&[&log[..places[3]], second, &log[places[3]..]].concat());
    assert!(double.contains("(its chunk is there already)"), "{double}");
    let short = problem(&log[..10]);
    assert!(short.contains("at byte 0 (it ends before its first record)"), "{short}");
    let mut other = log.clone();
    other[20] ^= 1;
    let other = problem(&other);
    assert!(other.contains("(it does not belong to the manifest beside it)"), "{other}");
}

#[test]
fn a_log_of_fewer_chunks_is_unfinished() {
    let (model, here) = (explosive(), folder("fewer"));
    let points = points(&model);
    begin(&of(&model).threads(1).chunk(10), &points, &here, 45);
    assert_eq!(
        text(Merge::of([&here])),
        format!("{} has 4 of 20 chunks: run its sweep to the end first", here.display())
    );
}
