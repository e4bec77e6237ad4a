//! Peaks, and times out of order.

use jakstat::ode::{Run, Sampler, Solver};
use jakstat::prelude::*;

/// A → B → nothing from 1 nM of A.
fn chain() -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let a = net.species("A", all, 1.0.nanomolar());
    let b = net.species("B", all, 0.0.nanomolar());
    let (made, lost) = (net.parameter("made", 1.0), net.parameter("lost", 1.0));
    net.irreversible("making", a, b, made).unwrap();
    net.irreversible("loss", b, Network::nothing(), lost).unwrap();
    net.compile().unwrap()
}

#[test]
fn a_peak_is_found_wherever_it_falls_within_a_step() {
    let model = chain();
    let observable = model.observable("B").unwrap();
    let readouts = [Measure::PeakTime(0.0, 50.0), Measure::Peak(0.0, 50.0)]
        .map(|measure| Readout { observable, measure });
    // Never equal, so that the closed form holds.
    let rates: Vec<[f64; 2]> = (0..300).map(|k| [1.0 + 0.01 * f64::from(k), 0.5]).collect();
    let rows: Vec<Vec<f64>> = rates.iter().map(|pair| pair.to_vec()).collect();
    let conditions = Conditions::list(&model, &["made", "lost"], &rows).unwrap();
    for (relative, time_error, height_error) in [(1e-6, 1e-4, 1e-6), (1e-10, 1e-6, 1e-9)] {
        let tolerance = Tolerance::relative(relative);
        let outcomes = Sweep::new(&model, Protocol { end: 50.0, ..Protocol::default() })
            .readouts(&readouts)
            .options(Options { tolerance, ..Options::default() })
            .run(&conditions)
            .unwrap();
        for (outcome, [made, lost]) in outcomes.iter().zip(&rates) {
            let found = outcome.readouts().unwrap();
            let time = (made / lost).ln() / (made - lost);
            let height = made / (made - lost) * ((-lost * time).exp() - (-made * time).exp());
            let errors = (found[0] / time - 1.0, found[1] / height - 1.0);
            assert!(errors.0.abs() < time_error, "{relative:e}, {made}: {errors:?}");
            assert!(errors.1.abs() < height_error, "{relative:e}, {made}: {errors:?}");
        }
    }
}

#[test]
fn a_peak_in_a_window_of_no_length_is_the_value_there() {
    let model = chain();
    let observable = model.observable("A").unwrap();
    let readout = |measure| Readout { observable, measure };
    for at in [0.0, 0.3, 1.0, 4.0, 7.5, 10.0] {
        for start in [0.0, -1.0] {
            let readouts = [Measure::At(at), Measure::Peak(at, at), Measure::PeakTime(at, at)];
            let found = Sweep::new(&model, Protocol { start, end: 10.0, ..Protocol::default() })
                .readouts(&readouts.map(readout))
                .run(&Conditions::single())
                .unwrap();
            let found = found[0].readouts().unwrap();
            assert!(found[0] > 0.0 && (found[1] / found[0] - 1.0).abs() < 1e-15, "{at}: {found:?}");
            assert!((found[2] - at).abs() < 1e-15, "{at}: {found:?}");
        }
    }
}

#[test]
fn a_time_out_of_order_is_never_extrapolated() {
    let model = chain();
    let parameters = model.default_parameters();
    let run = Run { end: 10.0, initial: model.initial(&parameters), parameters, ..Run::default() };
    let times = [9.0, 0.5, f64::NAN, 9.5];
    for method in [Method::Rodas5P, Method::Dopri5, Method::Dop853] {
        let solver = Solver::new(&model, Options { method, ..Options::default() }).unwrap();
        let solver = solver.watching(&[0]).unwrap();
        let (sampler, outcome) = solver.solve_one(run.clone(), Sampler::new(&times, 1));
        outcome.unwrap();
        let found = sampler.rows;
        assert_eq!(
            found.iter().map(|y| y.is_nan()).collect::<Vec<_>>(),
            [false, true, true, false]
        );
        for (time, y) in times.iter().zip(&found).filter(|(_, y)| !y.is_nan()) {
            assert!((y / (-time).exp() - 1.0).abs() < 1e-3, "{method:?} at {time}: {y}");
        }
    }
}

#[test]
fn a_state_that_there_is_not_cannot_be_watched() {
    let model = chain();
    let count = model.species_names().len();
    let refused = Solver::new(&model, Options::default()).unwrap().watching(&[0, count]);
    let text = refused.map(|_| ()).unwrap_err().to_string();
    assert_eq!(text, format!("state {count} cannot be watched: give indices below {count}"));
}
