//! Points that fail in every way there is leave the bits of all others alone.

use crate::explosive::{explosive, of};
use crate::own_system::{Decay, Trouble, quiet};
use crate::points::{calm, over};
use jakstat::network::Observable;
use jakstat::ode::Why;
use jakstat::prelude::*;
use jakstat::sweep::{Attempt, Summary};

const POINTS: usize = 600;

fn is_sabotaged(point: usize) -> bool {
    point % 10 == 7
}

fn rates() -> Vec<f64> {
    (0..POINTS).map(|k| 0.01 * (1 + k) as f64).collect()
}

fn sweep() -> Sweep<'static, Decay> {
    let observable = Observable::Species(0);
    let readouts = [Measure::At(2.0), Measure::Area(0.0, 2.0), Measure::Peak(0.0, 1.0)]
        .map(|measure| Readout { observable, measure });
    Sweep::of(&Decay, Protocol { end: 2.0, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { max_steps: 500, ..Options::default() })
}

#[test]
fn with_a_tenth_of_the_points_sabotaged_the_others_keep_every_bit() {
    quiet();
    let clean: Vec<Vec<f64>> = rates().into_iter().map(|rate| vec![rate, 0.0]).collect();
    let mut sabotaged = clean.clone();
    let mut troubles = Trouble::ALL.into_iter().cycle();
    for row in sabotaged.iter_mut().skip(7).step_by(10) {
        row[1] = troubles.next().unwrap().number();
    }
    let list = |rows: &[Vec<f64>]| Conditions::list(&Decay, &["rate", "trouble"], rows).unwrap();
    let wanted = sweep().run(&list(&clean)).unwrap();
    assert!(wanted.iter().all(|outcome| outcome.readouts().is_ok()));
    let mut first: Option<Vec<Outcome>> = None;
    for (threads, chunk) in [(1, 256), (2, 50), (3, 7), (7, 33), (16, 600)] {
        let found = sweep().threads(threads).chunk(chunk).run(&list(&sabotaged)).unwrap();
        assert_eq!(found.len(), POINTS);
        for (point, outcome) in found.iter().enumerate() {
            if is_sabotaged(point) {
                Trouble::of(sabotaged[point][1]).unwrap().check(outcome);
            } else {
                assert_eq!(outcome, &wanted[point], "point {point} on {threads} threads");
            }
        }
        // What is said of those that fail does not depend on threads and chunks either.
        let text = |outcomes: &[Outcome]| format!("{outcomes:?}");
        assert_eq!(text(&found), text(first.get_or_insert_with(|| found.clone())));
    }
}

#[test]
fn a_network_with_a_tenth_of_its_points_sabotaged_keeps_the_bits_of_the_others() {
    let model = explosive();
    let mut rates = calm(400);
    let clean = of(&model).run(&over(&model, &rates)).unwrap();
    for (k, rate) in rates.iter_mut().skip(7).step_by(10).enumerate() {
        *rate = [1.0, 1e308, -1e308, 1e9][k % 4];
    }
    for (threads, chunk) in [(1, 400), (2, 9), (7, 64)] {
        let found = of(&model).threads(threads).chunk(chunk).run(&over(&model, &rates)).unwrap();
        for (point, (outcome, clean)) in found.iter().zip(&clean).enumerate() {
            if is_sabotaged(point) {
                assert_eq!(outcome.readouts().unwrap_err().attempts.len(), 3, "{outcome:?}");
            } else {
                assert_eq!(outcome, clean, "{point}");
            }
        }
    }
}

#[test]
fn a_stalled_point_says_so_after_every_attempt() {
    let list = Conditions::list(&Decay, &["trouble"], &[vec![Trouble::Stall.number()]]).unwrap();
    let outcome = sweep().run(&list).unwrap().remove(0);
    let failed = outcome.readouts().unwrap_err();
    assert_eq!(failed.failure.why, Why::TooManySteps { max_steps: 500 });
    assert_eq!(failed.attempts.len(), 3);
}

/// What was tried, in order: method and first step.
fn tried(attempts: &[Attempt]) -> Vec<(Method, Option<f64>)> {
    attempts.iter().map(|attempt| (attempt.method, attempt.first_step)).collect()
}

#[test]
fn what_is_tried_is_a_smaller_start_and_then_the_other_method() {
    let list = Conditions::list(&Decay, &["trouble"], &[vec![Trouble::Stall.number()]]).unwrap();
    let attempts = |method, first_step| {
        let options = Options { max_steps: 50, method, first_step, ..Options::default() };
        let outcome = sweep().options(options).run(&list).unwrap().remove(0);
        tried(&outcome.readouts().unwrap_err().attempts)
    };
    let both = [Method::Rodas5P, Method::Rodas4];
    for (asked, other) in [(both[0], both[1]), (both[1], both[0])] {
        let small = Some(1e-6);
        assert_eq!(attempts(asked, None), [(asked, None), (asked, small), (other, small)]);
        // A first step that was short already becomes shorter.
        let (short, shorter) = (Some(1e-8), Some(1e-3 * 1e-8));
        let ladder = [(asked, short), (asked, shorter), (other, shorter)];
        assert_eq!(attempts(asked, short), ladder);
    }
}

#[test]
fn a_point_that_another_attempt_saves_says_what_failed_before() {
    let list = Conditions::list(&Decay, &["rate"], &[vec![1.0]]).unwrap();
    let run = |method, first_step, max_steps| {
        let tolerance = Tolerance::relative(1e-9);
        let options = Options { method, first_step, max_steps, tolerance, ..Options::default() };
        sweep().options(options).run(&list).unwrap()
    };
    let steps = |outcome: &Outcome| match outcome {
        Outcome::Ok(point) => point.statistics.accepted + point.statistics.rejected,
        Outcome::Failed(_) => u64::MAX,
    };
    let needed = run(Method::Rodas5P, Some(1e-6), 10_000);
    let (few, many) = (steps(&needed[0]), steps(&run(Method::Rodas4, None, 10_000)[0]));
    assert!(few + 5 < many, "{few} {many}: the methods are not told apart");
    let saved = run(Method::Rodas4, None, few.midpoint(many));
    let Outcome::Ok(point) = &saved[0] else { panic!("{saved:?}") };
    let wanted = [(Method::Rodas4, None), (Method::Rodas4, Some(1e-6))];
    assert_eq!(tried(&point.attempts), wanted);
    assert!(
        point
            .attempts
            .iter()
            .all(|attempt| matches!(attempt.failure.why, Why::TooManySteps { .. }))
    );
    assert_eq!(saved[0].readouts().unwrap(), needed[0].readouts().unwrap());
    assert_eq!(saved.iter().collect::<Summary>().rescued, 1);
}
