//! The end of a run, and the state of rest beyond it.

use crate::oracle::{at, read};
use jakstat::ode::Why;
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Source};

/// dA/dt = supply − loss · A, and dB/dt = supply · B, which never rests, if `growing`.
fn supplied(growing: bool) -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 0.0.nanomolar());
    let [supply, loss] = [("supply", 2.0), ("loss", 0.01)].map(|(name, x)| net.parameter(name, x));
    net.reaction("supply", Network::nothing(), a, Law::formula(supply)).unwrap();
    net.irreversible("loss", a, Network::nothing(), loss).unwrap();
    net.rule("A squared", Expr::from(a).pow(2.0));
    if growing {
        let b = net.species("B", all, 1.0.nanomolar());
        let law = Law::formula(loss * Expr::from(b));
        net.reaction("growth", Network::nothing(), b, law).unwrap();
    }
    net.compile().unwrap()
}

#[test]
fn the_final_value_is_that_at_the_end() {
    let model = supplied(false);
    let found = read(&model, "A", &[Measure::Final, Measure::At(30.0)], (30.0, at(1e-8)));
    assert_eq!(found[0].to_bits(), found[1].to_bits());
    assert!((found[0] / (200.0 * (1.0 - (-0.3f64).exp())) - 1.0).abs() < 1e-7);
    let alone = read(&model, "A squared", &[Measure::Final], (30.0, at(1e-8)));
    assert!((alone[0] / found[0].powi(2) - 1.0).abs() < 1e-14);
}

#[test]
fn the_steady_state_is_that_of_the_parameters_in_force_at_the_end() {
    let model = supplied(false);
    let supply = model.parameter("supply").unwrap();
    let set =
        |time, value| Event { time, action: Action::SetParameter(supply, Source::Value(value)) };
    let observables = ["A", "A squared"].map(|name| model.observable(name).unwrap());
    let readouts =
        observables.map(|observable| Readout { observable, measure: Measure::SteadyState });
    for (events, rest) in [
        (vec![], 200.0),
        (vec![set(10.0, 5.0)], 500.0),
        (vec![set(10.0, 5.0), set(20.0, 0.1)], 10.0),
    ] {
        let protocol = Protocol { end: 30.0, events, ..Protocol::default() };
        let outcomes =
            Sweep::new(&model, protocol).readouts(&readouts).run(&Conditions::single()).unwrap();
        let found = outcomes[0].readouts().unwrap();
        assert!((found[0] / rest - 1.0).abs() < 1e-9, "{found:?} {rest}");
        assert!((found[1] / rest.powi(2) - 1.0).abs() < 1e-9, "{found:?} {rest}");
    }
}

#[test]
fn a_point_that_does_not_come_to_rest_fails_alone() {
    let model = supplied(true);
    let observable = model.observable("A").unwrap();
    // Without loss A grows for ever; with it B does.
    for measure in [Measure::SteadyState, Measure::Final] {
        let sweep = Sweep::new(&model, Protocol { end: 10.0, ..Protocol::default() })
            .readouts(&[Readout { observable, measure }]);
        let conditions =
            Conditions::list(&model, &["loss", "B"], &[vec![0.01, 1.0], vec![0.01, 0.0]]).unwrap();
        let outcomes = sweep.run(&conditions).unwrap();
        assert!(outcomes[1].readouts().is_ok(), "{outcomes:?}");
        if measure == Measure::SteadyState {
            let failed = outcomes[0].readouts().unwrap_err();
            assert!(matches!(failed.failure.why, Why::NoRest { .. }), "{failed}");
            assert_eq!(failed.failure.time, 10.0);
            assert!(failed.to_string().contains("no state of rest was found"), "{failed}");
        } else {
            assert!(outcomes[0].readouts().is_ok());
        }
    }
}
