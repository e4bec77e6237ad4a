//! Stops inside and at the ends of a window: the observable jumps.

use crate::oracle::at;
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Source};

const LOSS: f64 = 0.5;

/// dA/dt = −A / 2 from 1 nM, of which more is added at times; the rule is A / (1 + A).
fn boluses(added: &[(f64, f64)], measures: &[Measure], observable: &str) -> Vec<f64> {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 1.0.nanomolar());
    let loss = net.parameter("loss", LOSS);
    net.irreversible("loss", a, Network::nothing(), loss).unwrap();
    net.rule("share", Expr::from(a) / (1.0 + Expr::from(a)));
    let model = net.compile().unwrap();
    let observable = model.observable(observable).unwrap();
    let readouts: Vec<Readout> =
        measures.iter().map(|&measure| Readout { observable, measure }).collect();
    let event =
        |&(time, dose): &(f64, f64)| Event { time, action: Action::Add(0, Source::Value(dose)) };
    let events = added.iter().map(event).collect();
    Sweep::new(&model, Protocol { start: -1.0, end: 10.0, events, ..Protocol::default() })
        .readouts(&readouts)
        .options(at(1e-10))
        .run(&Conditions::single())
        .unwrap()[0]
        .readouts()
        .unwrap()
        .to_vec()
}

/// A just before and just after 3 nM are added at time 0.
fn around() -> (f64, f64) {
    let before = (-LOSS).exp();
    (before, before + 3.0)
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-8 * expected.abs().max(1.0), "{found} {expected}");
}

#[test]
fn a_jump_inside_the_window_is_peak_onset_and_rise_at_once() {
    let (_, top) = around();
    let (from, to) = (-1.0, 10.0);
    let half = (1.0f64 + top).ln() / LOSS; // where A has fallen to top / (1 + top)
    for (name, level) in [("A", top / 2.0), ("share", top / (1.0 + top) / 2.0)] {
        let found = boluses(
            &[(0.0, 3.0)],
            &[
                Measure::PeakTime(from, to),
                Measure::Peak(from, to),
                Measure::Onset { threshold: level, from, to },
                Measure::Width { baseline: Baseline::Value(0.0), from, to },
                Measure::TimeAbove { threshold: level, from, to },
            ],
            name,
        );
        assert_eq!(found[0], 0.0);
        if name == "A" {
            near(found[1], top);
            // Half of 3.6 nM is more than the 1 nM before.
            assert_eq!(found[2], 0.0);
            near(found[3], 2f64.ln() / LOSS);
            near(found[4], 2f64.ln() / LOSS);
        } else {
            near(found[1], top / (1.0 + top));
            let falls = (top / (level / (1.0 - level))).ln() / LOSS;
            // The share is above half of its maximum before, too, down to where A is level / (1 − level).
            let before = (1.0 / (level / (1.0 - level))).ln() / LOSS;
            near(found[4], falls + before.min(1.0));
            near(found[3], if before < 1.0 { falls } else { f64::INFINITY });
        }
        assert!(half > 0.0);
    }
}

#[test]
fn a_jump_where_the_window_begins_counts_and_one_where_it_ends_does_not() {
    let (before, top) = around();
    let added = [(0.0, 3.0)];
    let found = boluses(
        &added,
        &[
            Measure::Onset { threshold: 2.0, from: 0.0, to: 5.0 },
            Measure::Width { baseline: Baseline::WindowStart, from: 0.0, to: 5.0 },
            Measure::Peak(0.0, 5.0),
            Measure::PeakTime(0.0, 5.0),
            Measure::Onset { threshold: 2.0, from: -1.0, to: 0.0 },
            Measure::Peak(-0.5, 0.0),
            Measure::PeakTime(-0.5, 0.0),
            Measure::TimeAbove { threshold: 2.0, from: -1.0, to: 0.0 },
            Measure::Peak(0.0, 0.0),
            Measure::At(0.0),
            Measure::Width { baseline: Baseline::Value(0.0), from: -0.5, to: 0.0 },
        ],
        "A",
    );
    assert_eq!(found[0], 0.0);
    near(found[1], (top / f64::midpoint(before, top)).ln() / LOSS);
    near(found[2], top);
    assert_eq!(found[3], 0.0);
    assert_eq!(found[4], f64::INFINITY);
    near(found[5], (-LOSS * 0.5).exp());
    assert_eq!(found[6], -0.5);
    assert_eq!(found[7], 0.0);
    near(found[8], before);
    assert_eq!(found[8], found[9]);
    assert_eq!(found[10], f64::INFINITY);
}

#[test]
fn of_several_boluses_the_highest_is_the_peak_and_all_are_above() {
    let added = [(0.0, 3.0), (2.0, 6.0), (4.0, 3.0)];
    let (from, to) = (-1.0, 10.0);
    let after = |before: f64, dose: f64| before * (-2.0 * LOSS).exp() + dose;
    let first = around().1;
    let second = after(first, 6.0);
    let third = after(second, 3.0);
    let level = 3.5;
    let found = boluses(
        &added,
        &[
            Measure::PeakTime(from, to),
            Measure::Peak(from, to),
            Measure::TimeAbove { threshold: level, from, to },
            Measure::Width { baseline: Baseline::Value(0.0), from, to },
            Measure::Onset { threshold: second - 1.0, from, to },
        ],
        "A",
    );
    assert_eq!(found[0], 2.0);
    near(found[1], second);
    let above = |top: f64| (top / level).ln() / LOSS;
    near(found[2], above(first) + above(second).min(2.0) + above(third));
    near(found[3], (2f64.ln() / LOSS).min(2.0));
    assert_eq!(found[4], 2.0);
}

#[test]
fn a_washout_inside_the_window_ends_what_is_above() {
    let (from, to) = (-1.0, 10.0);
    let (before, _) = around();
    let added = [(0.0, 3.0), (1.0, -2.0)];
    let at_one = (before + 3.0) * (-LOSS).exp();
    let level = at_one - 0.5;
    let found = boluses(
        &added,
        &[
            Measure::TimeAbove { threshold: level, from, to },
            Measure::Width { baseline: Baseline::Value(2.0 * level - before - 3.0), from, to },
        ],
        "A",
    );
    near(found[0], 1.0);
    near(found[1], 1.0);
}
