//! Readouts that cannot be taken are typed, and what is not a number fails its point.

use crate::oracle::at;
use jakstat::ode::Why;
use jakstat::prelude::*;
use jakstat::readout::ReadoutError;
use jakstat::sweep::SweepError;

/// A falls from 1 nM; `root` = √(A − 0.5) is no number after a while, `pole` = 1 / (A − 0.5) has none at one time.
fn decay() -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 1.0.nanomolar());
    let loss = net.parameter("loss", 1.0);
    net.irreversible("loss", a, Network::nothing(), loss).unwrap();
    net.rule("root", (Expr::from(a) - 0.5).ln());
    net.compile().unwrap()
}

fn run(observable: &str, measure: Measure) -> Result<Vec<Outcome>, SweepError> {
    let model = decay();
    let observable = model.observable(observable).unwrap();
    Sweep::new(&model, Protocol { end: 10.0, ..Protocol::default() })
        .readouts(&[Readout { observable, measure }])
        .options(at(1e-6))
        .run(&Conditions::single())
}

#[test]
fn windows_and_levels_that_make_no_sense_are_refused() {
    let (from, to) = (0.0, 10.0);
    let not = f64::NAN;
    for (measure, text) in [
        (
            Measure::TimeAbove { threshold: not, from, to },
            "a readout with threshold = NaN cannot be taken: give a finite threshold",
        ),
        (
            Measure::Onset { threshold: f64::INFINITY, from, to },
            "a readout with threshold = inf cannot be taken: give a finite threshold",
        ),
        (
            Measure::Width { baseline: Baseline::Value(not), from, to },
            "a readout with baseline = NaN cannot be taken: give a finite baseline",
        ),
        (
            Measure::Width { baseline: Baseline::WindowStart, from: 4.0, to: 3.0 },
            "the readout from 4 s to 3 s cannot be taken: give finite times in order, within 0 s to 10 s",
        ),
        (
            Measure::Onset { threshold: 0.5, from: -1.0, to },
            "the readout from -1 s to 10 s cannot be taken: give finite times in order, within 0 s to 10 s",
        ),
        (
            Measure::TimeAbove { threshold: 0.5, from, to: f64::INFINITY },
            "the readout from 0 s to inf s cannot be taken: give finite times in order, within 0 s to 10 s",
        ),
    ] {
        let error = run("A", measure).unwrap_err();
        assert!(matches!(
            error,
            SweepError::Readout(ReadoutError::Window { .. } | ReadoutError::Level { .. })
        ));
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn what_is_not_a_number_somewhere_fails_its_point_by_name() {
    let (from, to) = (0.0, 10.0);
    for measure in [
        Measure::At(9.0),
        Measure::Peak(from, to),
        Measure::PeakTime(from, to),
        Measure::Area(from, to),
        Measure::TimeAbove { threshold: -3.0, from, to },
        Measure::Width { baseline: Baseline::Value(0.0), from, to },
        Measure::Final,
    ] {
        let outcomes = run("root", measure).unwrap();
        let failed = outcomes[0].readouts().unwrap_err();
        let Why::NoReadout { observable, .. } = &failed.failure.why else { panic!("{failed}") };
        assert_eq!((observable.as_str(), failed.attempts.len()), ("root", 1));
        let start =
            format!("at t = 10 s: root cannot be read out as {measure:?}: it is not a number");
        assert!(failed.to_string().starts_with(&start), "{failed}");
    }
    // Where it is a number it is read.
    let early = run("root", Measure::Area(0.0, 0.5)).unwrap();
    assert!(early[0].readouts().unwrap()[0].is_finite());
}
