//! Sweeps: the same bits on any number of threads, no point lost, bad input refused in words.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, missing_docs)] // tests may stop

#[path = "explosive/mod.rs"]
mod explosive;
#[path = "sweep_engine/points.rs"]
mod points;

use explosive::{END, explosive, of, text};
use jakstat::network::Observable;
use jakstat::ode::Why;
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Flow, Source};
use points::{calm, over};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

fn bits(outcomes: &[Outcome]) -> Vec<Vec<u64>> {
    let of = |outcome: &Outcome| -> Vec<u64> {
        outcome.readouts().unwrap().iter().map(|y| y.to_bits()).collect()
    };
    outcomes.iter().map(of).collect()
}

#[test]
fn outcomes_are_the_same_bits_on_any_number_of_threads_and_any_fused_path() {
    let model = explosive();
    let points = over(&model, &calm(1000));
    let first = of(&model).threads(1).run(&points).unwrap();
    for threads in [2, 3, 7, 16] {
        assert_eq!(of(&model).threads(threads).run(&points).unwrap(), first, "{threads}");
    }
    let on = |path| {
        bits(&of(&model).options(Options { path, ..Options::default() }).run(&points).unwrap())
    };
    let plain = on(CodePath::Unfused);
    let mut reference: Option<Vec<Vec<u64>>> = None;
    for path in CodePath::available().into_iter().filter(|&path| path != CodePath::Unfused) {
        let found = on(path);
        assert_eq!(&found, reference.get_or_insert_with(|| found.clone()), "{path}");
        // Without fused multiply-add only the last bits differ.
        for (a, b) in plain.iter().flatten().zip(found.iter().flatten()) {
            let (a, b) = (f64::from_bits(*a), f64::from_bits(*b));
            assert!((a - b).abs() <= 1e-9 * b.abs(), "{path}: {a} {b}");
        }
    }
}

#[test]
fn outcomes_stand_in_the_order_of_the_points_and_match_the_closed_form() {
    let model = explosive();
    let rates = [0.06, -0.4, 0.01];
    let amounts = [2.0, 0.5, 1.0, 1.5];
    let points = over(&model, &rates).vary(&model, "A", &amounts).unwrap();
    let outcomes = of(&model).threads(3).run(&points).unwrap();
    assert_eq!((points.len(), outcomes.len()), (12, 12));
    for (k, outcome) in outcomes.iter().enumerate() {
        let (rate, amount) = (rates[k / 4], amounts[k % 4]);
        assert_eq!(points.point(k), [rate, amount]);
        let exact = amount / (1.0 - rate * amount * END);
        if rate * amount * END > 0.99 {
            assert!(outcome.readouts().is_err(), "{rate} {amount}");
        } else {
            let found = outcome.readouts().unwrap()[0];
            assert!((found / exact - 1.0).abs() < 1e-4, "{found} {exact}");
        }
    }
}

#[test]
fn a_point_that_grows_without_bound_fails_alone() {
    let model = explosive();
    let mut rates = calm(40);
    let clean = of(&model).run(&over(&model, &rates)).unwrap();
    for bad in [0, 17, 39] {
        rates[bad] = 1.0;
    }
    for threads in [1, 2, 7] {
        let mixed = of(&model).threads(threads).run(&over(&model, &rates)).unwrap();
        assert_eq!(mixed.len(), 40);
        for (k, (with, without)) in mixed.iter().zip(&clean).enumerate() {
            if ![0, 17, 39].contains(&k) {
                assert_eq!(with, without, "{k}");
                continue;
            }
            let failed = with.readouts().unwrap_err();
            assert!((failed.failure.time - 1.0).abs() < 1e-2, "{failed}");
            assert_eq!(failed.attempts.len(), 3);
            assert!(matches!(failed.failure.why, Why::StepTooSmall { .. }), "{failed}");
        }
    }
}

#[test]
fn an_overflowing_parameter_fails_alone_with_the_state_named() {
    let model = explosive();
    let outcomes = of(&model).run(&over(&model, &[0.01, 1e308, 0.02])).unwrap();
    assert!(outcomes[0].readouts().is_ok() && outcomes[2].readouts().is_ok());
    let failed = outcomes[1].readouts().unwrap_err();
    assert!(failed.failure.to_string().contains('A'), "{failed}");
}

#[test]
fn progress_never_falls_and_ends_at_the_total() {
    let model = explosive();
    let mut rates = calm(300);
    rates[5] = 1.0;
    let seen = Mutex::new(Vec::new());
    let points = over(&model, &rates);
    of(&model)
        .threads(3)
        .run_with(&points, |progress| {
            seen.lock().unwrap().push(progress);
            Flow::Continue
        })
        .unwrap();
    let seen = seen.into_inner().unwrap();
    assert!(seen.windows(2).all(|p| p[0].done < p[1].done && p[0].failed <= p[1].failed));
    let last = seen.last().unwrap();
    assert_eq!((last.done, last.failed, last.total), (300, 1, 300));
    assert_eq!(last.left().unwrap().as_nanos(), 0);
}

#[test]
fn a_cancelled_sweep_still_has_an_outcome_for_every_point() {
    let model = explosive();
    for threads in [1, 4] {
        let calls = AtomicUsize::new(0);
        let outcomes = of(&model)
            .threads(threads)
            .run_with(&over(&model, &calm(5000)), |progress| {
                calls.fetch_add(1, Ordering::Relaxed);
                if progress.done >= 10 { Flow::Cancel } else { Flow::Continue }
            })
            .unwrap();
        assert_eq!(outcomes.len(), 5000);
        let whole = outcomes.iter().filter(|outcome| outcome.readouts().is_ok()).count();
        assert!((10..4000).contains(&whole), "{whole}");
        assert!(calls.into_inner() >= 10);
        for failed in outcomes.iter().filter_map(|outcome| outcome.readouts().err()) {
            assert_eq!(failed.failure.why, Why::Cancelled);
        }
    }
}

#[test]
fn bad_conditions_are_refused_in_words() {
    let model = explosive();
    let vary = |name: &str, values: &[f64]| Conditions::single().vary(&model, name, values);
    for (name, answer) in [
        ("kk", "unknown parameter `kk`: did you mean `k`?"),
        ("AA", "unknown species `AA`: did you mean `A`?"),
    ] {
        let error = text(vary(name, &[1.0]));
        assert_eq!(error, format!("nothing to vary by that name: {answer}"));
    }
    assert_eq!(
        text(vary("k", &[1.0]).unwrap().vary(&model, "k", &[2.0])),
        "\"k\" is varied twice: name each quantity once"
    );
    assert_eq!(text(vary("k", &[])), "\"k\" has no values: give at least one");
    assert_eq!(
        text(vary("A", &[1.0, f64::NAN])),
        "\"A\" = NaN cannot be used: give a finite number"
    );
    let list = |rows: &[Vec<f64>]| Conditions::list(&model, &["k", "A"], rows);
    assert_eq!(text(list(&[])), "\"k, A\" has no values: give at least one");
    assert_eq!(
        text(list(&[vec![1.0, 2.0], vec![1.0]])),
        "row 1 has 1 values for 2 names: give one value per name"
    );
    assert_eq!(
        text(list(&[vec![1.0, f64::INFINITY]])),
        "\"A\" = inf cannot be used: give a finite number"
    );
}

#[test]
fn sweeps_that_cannot_be_begun_are_refused_in_words() {
    let model = explosive();
    let one = Conditions::single();
    let protocol = Protocol { end: END, ..Protocol::default() };
    assert_eq!(
        text(Sweep::new(&model, protocol.clone()).run(&one)),
        "no readout was asked for: give at least one"
    );
    let observable = Observable::Species(0);
    for (measure, window) in [
        (Measure::At(11.0), "11 s to 11 s"),
        (Measure::Area(-1.0, 5.0), "-1 s to 5 s"),
        (Measure::Peak(5.0, 1.0), "5 s to 1 s"),
        (Measure::At(f64::NAN), "NaN s to NaN s"),
    ] {
        let sweep = of(&model).readouts(&[Readout { observable, measure }]);
        assert_eq!(
            text(sweep.run(&one)),
            format!(
                "the readout from {window} cannot be taken: give finite times in order, within 0 s to 10 s"
            )
        );
    }
    let late = Event { time: 20.0, action: Action::Add(0, Source::Value(1.0)) };
    for (protocol, start) in [
        (Protocol { events: vec![late], ..protocol.clone() }, "event.time = 20 s"),
        (Protocol { end: f64::NAN, ..protocol.clone() }, "end = NaN s"),
        (Protocol { start: f64::INFINITY, ..protocol }, "start = inf s"),
    ] {
        let error = text(Sweep::new(&model, protocol).run(&one));
        let rest =
            "cannot be used: give finite times, the start before the end, events between them";
        assert_eq!(error, format!("{start} {rest}"));
    }
    let options = Options { max_steps: 0, ..Options::default() };
    assert!(text(of(&model).options(options).run(&one)).starts_with("max_steps = 0"));
}

#[test]
fn indices_of_another_model_are_refused() {
    let model = explosive();
    let (species, parameters) = (model.species_names().len(), model.parameter_names().len());
    let rules = model.observables().len() - species;
    let at_the_end = |observable| [Readout { observable, measure: Measure::At(END) }];
    let one = Conditions::single();
    let refused = |what: &str, index: usize, known: usize, found: String| {
        let text = format!(
            "{what} has index {index}, but the model has {known} of these: \
             look it up by name in the model that is swept"
        );
        assert_eq!(found, text);
    };
    let value = Source::Value(1.0);
    for (what, known, action) in [
        ("the species of an event", species, Action::Add(species, value)),
        ("the species of an event", species, Action::SetSpecies(species, value)),
        ("the parameter of an event", parameters, Action::SetParameter(parameters, value)),
        ("the source of an event", parameters, Action::Add(0, Source::Parameter(parameters))),
    ] {
        let events = vec![Event { time: 1.0, action }];
        let protocol = Protocol { end: END, events, ..Protocol::default() };
        let sweep = Sweep::new(&model, protocol).readouts(&at_the_end(Observable::Species(0)));
        refused(what, known, known, text(sweep.run(&one)));
    }
    let protocol =
        Protocol { end: END, rest: Some(vec![(parameters, 0.0)]), ..Protocol::default() };
    let sweep = Sweep::new(&model, protocol).readouts(&at_the_end(Observable::Species(0)));
    refused("a parameter at rest", parameters, parameters, text(sweep.run(&one)));
    for (what, known, observable) in [
        ("the species of a readout", species, Observable::Species(99)),
        ("the rule of a readout", rules, Observable::Rule(99)),
    ] {
        refused(what, 99, known, text(of(&model).readouts(&at_the_end(observable)).run(&one)));
    }
    let larger = {
        let mut net = Network::new();
        let all = net.compartment("all", 1.0.litres());
        net.species("S1", all, 1.0.nanomolar());
        net.parameter("p1", 1.0);
        net.compile().unwrap()
    };
    // Conditions go by name, so what the model does not have is not taken for something else.
    for (name, kind) in [("S1", "species"), ("p1", "parameter")] {
        let conditions = Conditions::single().vary(&larger, name, &[1.0]).unwrap();
        let error = text(of(&model).run(&conditions));
        assert!(error.starts_with("nothing to vary by that name: unknown"), "{kind}: {error}");
    }
}
