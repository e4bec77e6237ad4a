//! The merged file is the same byte for byte, and the outcomes the same bit for bit.

use crate::setup::{begin, clean, complete, explosive, file, folder, grid, merged, of};
use jakstat::prelude::*;
use jakstat::sweep::{Checkpoint, Flow, Folder, Memory, Merge};
use std::sync::Mutex;
use std::time::Duration;

#[test]
fn on_any_number_of_threads_in_chunks_of_any_length() {
    let model = explosive();
    let points = grid(&model, 40);
    let wanted = file(&points, &clean(&points));
    assert!(wanted.lines().filter(|line| !line.ends_with(",ok")).count() > 50);
    for (threads, chunk) in [(1, 256), (2, 1), (3, 17), (7, 64), (16, 5), (2, 100_000)] {
        let here = folder("threads");
        let sweep = of(&model).threads(threads).chunk(chunk);
        complete(&sweep, &points, &here).unwrap();
        assert_eq!(merged(&[&here]), wanted, "{threads} threads, chunks of {chunk}");
    }
}

#[test]
fn interrupted_and_resumed_again_and_again() {
    let model = explosive();
    let points = grid(&model, 40);
    let kept = clean(&points);
    for (threads, chunk) in [(1, 16), (3, 7), (2, 64)] {
        let here = folder("resumed");
        let mut before = 0;
        for round in 0..6 {
            // Another number of threads each time, and the chunks of the folder where none are asked for.
            let sweep = of(&model).threads(threads + round % 2);
            let sweep = if round % 2 == 0 { sweep.chunk(chunk) } else { sweep };
            let summary = begin(&sweep, &points, &here, 120);
            assert!(summary.points >= before && summary.points < points.len());
            before = summary.points;
            let open = Folder::open(&here).unwrap();
            assert_eq!(open.summary().points, before);
            assert!(!open.is_finished() && open.damage().is_none());
            let mut memory = Memory::default();
            open.stream(&mut memory).unwrap();
            for (index, outcome) in memory.into_outcomes() {
                assert_eq!(outcome, kept[index], "{index}");
            }
        }
        assert!(before > 100, "{before}");
        let summary = complete(&of(&model), &points, &here).unwrap();
        assert_eq!(merged(&[&here]), file(&points, &kept));
        let merge = Merge::of([&here]).unwrap();
        assert_eq!(merge.summary().statistics, summary.statistics);
        let mut memory = Memory::default();
        merge.stream(&mut memory).unwrap();
        let outcomes: Vec<Outcome> =
            memory.into_outcomes().into_iter().map(|(_, outcome)| outcome).collect();
        assert_eq!(outcomes, kept);
    }
}

#[test]
fn resumed_on_every_code_path() {
    let model = explosive();
    let points = grid(&model, 12);
    for path in CodePath::available() {
        let here = folder("resumed on a path");
        let sweep = of(&model).options(Options { path, ..Options::default() }).chunk(16);
        let summary = begin(&sweep, &points, &here, 60);
        assert!(summary.points > 0 && summary.points < points.len());
        complete(&sweep, &points, &here).unwrap();
        let wanted = sweep.run(&points).unwrap();
        assert_eq!(merged(&[&here]), file(&points, &wanted), "{path}");
        if path != CodePath::Unfused {
            assert_eq!(wanted, clean(&points), "{path}");
        }
    }
}

#[test]
fn a_finished_sweep_run_again_solves_nothing() {
    let (model, here) = (explosive(), folder("again"));
    let points = grid(&model, 8);
    let first = complete(&of(&model), &points, &here).unwrap();
    let log = std::fs::read(here.join("points.log")).unwrap();
    let report = |_| panic!("a point was solved again");
    let mut again = of(&model).checkpointed(&points, &Checkpoint::at(&here), report).unwrap();
    again.elapsed = first.elapsed;
    assert_eq!(again, first);
    assert_eq!(std::fs::read(here.join("points.log")).unwrap(), log);
}

#[test]
fn progress_goes_on_from_where_it_was_and_ends_at_the_total() {
    let (model, here) = (explosive(), folder("progress"));
    let points = grid(&model, 20);
    let sweep = of(&model).threads(2).chunk(16);
    let first = begin(&sweep, &points, &here, 200);
    let seen = Mutex::new(Vec::new());
    let report = |progress| {
        seen.lock().unwrap().push(progress);
        Flow::Continue
    };
    let summary = sweep.checkpointed(&points, &Checkpoint::at(&here), report).unwrap();
    let seen = seen.into_inner().unwrap();
    let (start, end) = (seen.first().unwrap(), seen.last().unwrap());
    assert!(start.done > first.points && start.done <= first.points + 16, "{start:?} {first:?}");
    assert_eq!((end.done, end.failed, end.total), (500, summary.failed, 500));
    assert!(seen.iter().all(|progress| progress.resumed == first.points));
    let rate = (500 - first.points) as f64 / end.elapsed.as_secs_f64();
    assert!((end.rate() / rate - 1.0).abs() < 1e-9 && end.left() == Some(Duration::ZERO));
    assert!(seen.windows(2).all(|two| two[0].done < two[1].done));
}

#[test]
fn a_state_of_rest_and_its_residual_are_kept_to_the_bit() {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let [a, b] = ["A", "B"].map(|name| net.species(name, all, 1.0.nanomolar()));
    let k = net.parameter("k", 1.0);
    net.reversible("exchange", a, b, k, jakstat::units::Rate::per_second(1.0)).unwrap();
    let model = net.compile().unwrap();
    let readout = Readout { observable: model.observable("A").unwrap(), measure: Measure::At(1.0) };
    let protocol = Protocol { end: 1.0, rest: Some(vec![(0, 2.0)]), ..Protocol::default() };
    let sweep = Sweep::new(&model, protocol).readouts(&[readout]);
    let rates: Vec<f64> = (1..40).map(f64::from).collect();
    let points = Conditions::single().vary(&model, "k", &rates).unwrap();
    let here = folder("rest");
    complete(&sweep, &points, &here).unwrap();
    let mut memory = Memory::default();
    Merge::of([&here]).unwrap().stream(&mut memory).unwrap();
    let wanted = sweep.run(&points).unwrap();
    for (outcome, (_, found)) in wanted.iter().zip(memory.into_outcomes()) {
        assert!(matches!(&found, Outcome::Ok(point) if point.rest_residual.is_some()));
        assert_eq!(&found, outcome);
    }
}

#[test]
fn what_a_deadline_or_a_flag_stopped_is_solved_by_the_next_call() {
    let (model, here) = (explosive(), folder("deadline"));
    let points = grid(&model, 20);
    let stopped = std::sync::atomic::AtomicBool::new(true);
    let none = complete(&of(&model).deadline(Duration::ZERO), &points, &here).unwrap();
    assert_eq!(none.points, 0);
    let none = complete(&of(&model).cancelled_by(&stopped), &points, &here).unwrap();
    assert_eq!(none.points, 0);
    let all = complete(&of(&model), &points, &here).unwrap();
    assert_eq!(all.points, points.len());
    assert_eq!(merged(&[&here]), file(&points, &clean(&points)));
}

#[test]
fn a_point_that_took_too_long_is_an_outcome_and_kept() {
    let (model, here) = (explosive(), folder("point-deadline"));
    let points = grid(&model, 2);
    let summary = complete(&of(&model).point_deadline(Duration::ZERO), &points, &here).unwrap();
    assert_eq!((summary.points, summary.failed), (50, 50));
    assert!(merged(&[&here]).contains("the point was not done within 0 s"));
}
