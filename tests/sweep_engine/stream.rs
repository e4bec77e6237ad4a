//! Outcomes are handed on as they are known: none missing, none twice, and a sink that fails is heard.

use crate::explosive::{explosive, of, text};
use crate::own_system::quiet;
use crate::points::{calm, over};
use jakstat::prelude::*;
use jakstat::sweep::{CsvTable, Flow, Memory, Sink, SinkError, SweepError};
use std::io::{self, Write};
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

/// Calm points with some that grow without bound.
fn mixed(count: u32) -> Vec<f64> {
    let mut rates = calm(count);
    for bad in rates.iter_mut().skip(3).step_by(50) {
        *bad = 1.0;
    }
    rates
}

#[test]
fn streamed_outcomes_are_those_of_a_run() {
    let model = explosive();
    let points = over(&model, &mixed(700));
    let kept: Vec<(usize, Outcome)> =
        of(&model).run(&points).unwrap().into_iter().enumerate().collect();
    for (threads, chunk) in [(1, 256), (2, 7), (3, 64), (7, 1), (2, 10_000)] {
        let mut memory = Memory::default();
        let sweep = of(&model).threads(threads).chunk(chunk);
        let summary = sweep.stream(&points, &mut memory, |_| Flow::Continue).unwrap();
        assert_eq!(memory.into_outcomes(), kept, "{threads} threads, chunks of {chunk}");
        assert_eq!((summary.points, summary.failed, summary.rescued), (700, 14, 0));
        let steps = |(_, outcome): &(usize, Outcome)| match outcome {
            Outcome::Ok(completed) => completed.statistics.accepted,
            Outcome::Failed(_) => 0,
        };
        assert_eq!(summary.statistics.accepted, kept.iter().map(steps).sum::<u64>());
    }
}

#[test]
fn a_bounded_channel_hands_every_outcome_over_in_the_order_of_completion() {
    let model = explosive();
    let points = over(&model, &mixed(700));
    let wanted = of(&model).run(&points).unwrap();
    let (mut sender, receiver) = sync_channel(3);
    let sweep = of(&model).threads(2).chunk(16);
    let mut found: Vec<(usize, Outcome)> = std::thread::scope(|scope| {
        scope.spawn(move || sweep.stream(&points, &mut sender, |_| Flow::Continue).unwrap());
        receiver.iter().collect()
    });
    found.sort_by_key(|&(index, _)| index);
    assert_eq!(found, wanted.into_iter().enumerate().collect::<Vec<_>>());
}

#[test]
fn a_consumer_that_hangs_up_ends_the_sweep_with_a_typed_error() {
    let model = explosive();
    let points = over(&model, &mixed(5000));
    for threads in [1, 3] {
        let (mut sender, receiver) = sync_channel(1);
        let sweep = of(&model).threads(threads).chunk(16);
        let error = std::thread::scope(|scope| {
            let points = &points;
            let swept = scope.spawn(move || sweep.stream(points, &mut sender, |_| Flow::Continue));
            let received = receiver.iter().take(20).count();
            assert_eq!(received, 20);
            drop(receiver);
            swept.join().unwrap().unwrap_err()
        });
        let SweepError::Sink { taken, source: SinkError::Closed } = error else {
            panic!("{error}")
        };
        // One more may have been waiting in the channel.
        assert!((20..=21).contains(&taken), "{taken}");
        assert!(
            error.to_string().ends_with("keep the receiver until the sweep is over"),
            "{error}"
        );
    }
}

/// A disk with room for so many bytes.
struct Disk {
    room: usize,
    held: Vec<u8>,
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.held.len() + bytes.len() > self.room {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const READOUTS: [&str; 3] = ["A at 10 s", "area of A", "peak of A"];

#[test]
fn a_full_disk_ends_the_sweep_with_a_typed_error() {
    let model = explosive();
    let points = over(&model, &calm(5000));
    let whole = {
        let mut table = CsvTable::new(Vec::new(), &points, &READOUTS).unwrap();
        of(&model).stream(&points, &mut table, |_| Flow::Continue).unwrap();
        table.into_inner().unwrap().len()
    };
    // Full in the middle, and at the last line, which is written when the sweep is over.
    for room in [whole / 2, whole - 1] {
        let mut table = CsvTable::new(Disk { room, held: Vec::new() }, &points, &READOUTS).unwrap();
        let error =
            of(&model).threads(2).stream(&points, &mut table, |_| Flow::Continue).unwrap_err();
        let SweepError::Sink { source: SinkError::Write { source }, .. } = &error else {
            panic!("{error}")
        };
        assert_eq!(source.kind(), io::ErrorKind::StorageFull);
        assert!(error.to_string().ends_with("make room, or write elsewhere"), "{error}");
    }
}

#[test]
fn a_table_has_a_line_for_every_point_and_its_lines_do_not_depend_on_threads() {
    let model = explosive();
    let points = over(&model, &[0.01, 1.0, -0.25]).vary(&model, "A", &[1.0, 2.0]).unwrap();
    let lines = |threads: usize, chunk: usize| {
        let mut table = CsvTable::new(Vec::new(), &points, &READOUTS).unwrap();
        let sweep = of(&model).threads(threads).chunk(chunk);
        sweep.stream(&points, &mut table, |_| Flow::Continue).unwrap();
        let text = String::from_utf8(table.into_inner().unwrap()).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[1..].sort();
        lines
    };
    let found = lines(1, 256);
    assert_eq!(found, lines(3, 1));
    assert_eq!(found[0], "index,k,A,A at 10 s,area of A,peak of A,status");
    assert_eq!(found.len(), 7);
    let outcomes = of(&model).run(&points).unwrap();
    for (index, outcome) in outcomes.iter().enumerate() {
        let cells: Vec<&str> = found[1 + index].splitn(7, ',').collect();
        let number = |k: usize| cells[k].parse::<f64>().unwrap();
        assert_eq!(
            (cells[0].parse(), vec![number(1), number(2)]),
            (Ok(index), points.point(index))
        );
        match outcome.readouts() {
            Ok(readouts) => {
                assert_eq!((3..6).map(number).collect::<Vec<_>>(), readouts);
                assert_eq!(cells[6], "ok");
            }
            Err(failed) => {
                assert_eq!(cells[3..6], ["", "", ""]);
                assert_eq!(cells[6].trim_matches('"'), failed.failure.to_string());
            }
        }
    }
}

#[test]
fn a_table_with_too_few_columns_is_refused() {
    let model = explosive();
    let points = over(&model, &[0.01]);
    let mut table = CsvTable::new(Vec::new(), &points, &READOUTS[..2]).unwrap();
    assert_eq!(
        text(of(&model).stream(&points, &mut table, |_| Flow::Continue)),
        "the sweep ended after 0 outcomes: a point has 3 readouts for 2 columns: name one column per readout"
    );
}

/// A user's own sink, which gives up.
struct Fussy;

impl Sink for Fussy {
    fn take(&mut self, _: usize, _: Outcome) -> Result<(), SinkError> {
        Err(SinkError::Other("I had enough".into()))
    }
}

/// A sink that panics.
struct Broken;

impl Sink for Broken {
    fn take(&mut self, _: usize, _: Outcome) -> Result<(), SinkError> {
        panic!("sabotage of the sink")
    }
}

#[test]
fn a_panic_of_the_sink_ends_the_sweep_and_goes_on_to_the_caller() {
    quiet();
    let model = explosive();
    let points = over(&model, &calm(3000));
    for threads in [1, 3] {
        let done = AtomicUsize::new(0);
        let panic = std::panic::catch_unwind(AssertUnwindSafe(|| {
            of(&model).threads(threads).chunk(16).stream(&points, &mut Broken, |progress| {
                done.fetch_max(progress.done, Ordering::Relaxed);
                Flow::Continue
            })
        }));
        assert_eq!(panic.unwrap_err().downcast_ref::<&str>(), Some(&"sabotage of the sink"));
        if threads == 1 {
            assert_eq!(done.into_inner(), 16);
        }
    }
}

#[test]
fn a_sink_of_ones_own_says_why_in_its_own_words() {
    let model = explosive();
    let points = over(&model, &calm(100));
    assert_eq!(
        text(of(&model).stream(&points, &mut Fussy, |_| Flow::Continue)),
        "the sweep ended after 0 outcomes: I had enough"
    );
    assert_eq!(
        text(of(&model).chunk(0).run(&points)),
        "a sweep cannot be cut into chunks of no points: give 1 or more"
    );
}
