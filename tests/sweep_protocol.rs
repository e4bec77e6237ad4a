//! Protocols: laws that switch in time when a stop moves the switch, and rest before the start.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, missing_docs)] // tests may stop

use jakstat::network::Observable;
use jakstat::ode::{Method, Why};
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Flow, Source};

const SUPPLY: f64 = 2.0;
const LOSS: f64 = 0.01;
const END: f64 = 300.0;

/// dA/dt = supply [t < until] − loss · A.
fn infusion() -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 0.0.nanomolar());
    let [supply, until, loss] = [("supply", SUPPLY), ("until", 100.0), ("loss", LOSS)]
        .map(|(name, value)| net.parameter(name, value));
    let supplied = Expr::piecewise(supply, Expr::time().less_than(until), 0.0);
    net.reaction("supply", Network::nothing(), a, Law::Formula(supplied)).unwrap();
    net.reaction("loss", a, Network::nothing(), Law::Formula(loss * Expr::from(a))).unwrap();
    net.compile().unwrap()
}

/// A at the end of an infusion that stopped at a time.
fn stopped(at: f64) -> f64 {
    SUPPLY / LOSS * (1.0 - (-LOSS * at).exp()) * (-LOSS * (END - at)).exp()
}

fn at_the_end(model: &Model, protocol: Protocol) -> Sweep<'_> {
    let observable = Observable::Species(model.species("A").unwrap());
    let readout = Readout { observable, measure: Measure::At(protocol.end) };
    Sweep::new(model, protocol).readouts(&[readout])
}

#[test]
fn an_event_that_sets_a_threshold_moves_the_switch() {
    let model = infusion();
    let until = model.parameter("until").unwrap();
    let set =
        |time, value| Event { time, action: Action::SetParameter(until, Source::Value(value)) };
    for (what, events, stop) in [
        ("left alone", vec![], 100.0),
        ("later", vec![set(50.0, 150.0)], 150.0),
        ("earlier", vec![set(50.0, 70.0)], 70.0),
        ("into the past", vec![set(50.0, 20.0)], 50.0),
        ("at the switch itself", vec![set(100.0, 150.0)], 150.0),
        ("at the start", vec![set(0.0, 30.0)], 30.0),
        ("past the end", vec![set(50.0, 1e9)], END),
        ("twice", vec![set(50.0, 200.0), set(120.0, 130.0)], 130.0),
    ] {
        let protocol = Protocol { end: END, events, ..Protocol::default() };
        for method in [Method::Rodas5P, Method::Rodas4, Method::Dopri5, Method::Dop853] {
            let tolerance = Tolerance::relative(1e-10);
            let options = Options { method, tolerance, ..Options::default() };
            let sweep = at_the_end(&model, protocol.clone()).options(options);
            let found = sweep.run(&Conditions::single()).unwrap()[0].readouts().unwrap()[0];
            let exact = stopped(stop);
            assert!((found / exact - 1.0).abs() < 1e-8, "{what}, {method:?}: {found} {exact}");
        }
    }
}

/// dA/dt = supply − loss · A², a pulse of `dose` at time 0 after rest.
fn pulsed() -> (Model, Protocol) {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 1.0.nanomolar());
    let [supply, loss] =
        [("supply", SUPPLY), ("loss", LOSS)].map(|(name, value)| net.parameter(name, value));
    let dose = net.parameter("dose", 0.0);
    net.reaction("supply", Network::nothing(), a, Law::formula(supply)).unwrap();
    let lost = loss * Expr::from(a).pow(2.0);
    net.reaction("loss", a, Network::nothing(), Law::Formula(lost)).unwrap();
    let pulse = Action::Add(a.index(), Source::Parameter(dose.index()));
    let protocol = Protocol {
        start: -10.0,
        end: END,
        events: vec![Event { time: 0.0, action: pulse }],
        rest: Some(vec![(dose.index(), 0.0)]),
    };
    (net.compile().unwrap(), protocol)
}

#[test]
fn a_run_starts_from_the_closed_form_of_rest() {
    let (model, protocol) = pulsed();
    let sweep = at_the_end(&model, Protocol { end: -5.0, events: Vec::new(), ..protocol });
    let losses = [1e-4, 1e-2, 1.0];
    let points = Conditions::single().vary(&model, "loss", &losses).unwrap();
    for (outcome, loss) in sweep.run(&points).unwrap().iter().zip(losses) {
        let (found, exact) = (outcome.readouts().unwrap()[0], (SUPPLY / loss).sqrt());
        assert!((found / exact - 1.0).abs() < 1e-9, "{found} {exact}");
        let Outcome::Ok(completed) = outcome else { panic!("{outcome:?}") };
        let residual = completed.rest_residual.unwrap();
        assert!((0.0..1e-9).contains(&residual), "{residual:e}");
    }
    let restless = at_the_end(&model, Protocol { end: 1.0, ..Protocol::default() });
    let outcome = restless.run(&Conditions::single()).unwrap().remove(0);
    assert!(matches!(outcome, Outcome::Ok(completed) if completed.rest_residual.is_none()));
}

#[test]
fn states_of_rest_that_are_kept_change_no_bit_whatever_order_they_were_found_in() {
    let (model, protocol) = pulsed();
    let rows: Vec<Vec<f64>> =
        (0..60).map(|k| vec![1e-3 * f64::from(1 + k % 5), f64::from(k)]).collect();
    let of = |rows: &[Vec<f64>]| Conditions::list(&model, &["loss", "dose"], rows).unwrap();
    let fresh = || at_the_end(&model, protocol.clone());
    let whole = fresh().threads(1).run(&of(&rows)).unwrap();
    let kept = fresh().threads(2);
    let backwards: Vec<Vec<f64>> = rows.iter().rev().cloned().collect();
    let mut last = kept.run(&of(&backwards)).unwrap();
    last.reverse();
    assert_eq!(last, whole);
    for (row, outcome) in rows.iter().zip(&whole) {
        assert_eq!(&kept.run(&of(core::slice::from_ref(row))).unwrap()[0], outcome);
    }
}

#[test]
fn other_options_find_their_own_rest() {
    let (model, protocol) = pulsed();
    let sweep = || at_the_end(&model, protocol.clone());
    let points = Conditions::single().vary(&model, "loss", &[1e-4]).unwrap();
    let options =
        || Options { tolerance: Tolerance::relative(1e-3), max_steps: 3, ..Options::default() };
    let used = sweep();
    assert!(used.run(&points).unwrap()[0].readouts().is_ok());
    // Three steps do not get there: the state found with more of them must not be taken.
    let short = used.options(options()).run(&points).unwrap();
    assert_eq!(short, sweep().options(options()).run(&points).unwrap());
    // Rest is looked for in one way, so one attempt is all there was.
    assert_eq!(short[0].readouts().unwrap_err().attempts.len(), 1);
}

#[test]
fn a_cell_rests_under_the_laws_as_they_are_at_the_start() {
    let model = infusion();
    let rest =
        |start| Protocol { start, end: start + 1.0, rest: Some(vec![]), ..Protocol::default() };
    // Before the switch the supply is on, after it off, however long it takes to come to rest.
    for (start, level) in [(-1000.0, SUPPLY / LOSS), (50.0, SUPPLY / LOSS), (200.0, 0.0)] {
        let found = at_the_end(&model, rest(start)).run(&Conditions::single()).unwrap();
        let found = found[0].readouts().unwrap()[0];
        assert!((found - level).abs() < 1e-9 * SUPPLY / LOSS, "from {start} s: {found} {level}");
    }
}

#[test]
fn nothing_comes_to_rest_after_a_cancellation() {
    let (model, protocol) = pulsed();
    // Were rest looked for, these points would fail otherwise: nothing is lost, so A never rests.
    let points = Conditions::single().vary(&model, "loss", &[0.0; 40]).unwrap();
    let calm = at_the_end(&model, protocol.clone()).run(&points).unwrap();
    let why = |outcome: &Outcome| outcome.readouts().unwrap_err().failure.why.clone();
    assert!(calm.iter().all(|outcome| matches!(why(outcome), Why::NoRest { .. })), "{calm:?}");
    let cut = at_the_end(&model, protocol).threads(1).run_with(&points, |_| Flow::Cancel).unwrap();
    assert!(matches!(why(&cut[0]), Why::NoRest { .. }));
    assert!(cut[1..].iter().all(|outcome| why(outcome) == Why::Cancelled), "{cut:?}");
}
