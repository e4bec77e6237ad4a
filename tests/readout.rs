//! Readouts against closed forms.
#![allow(clippy::unwrap_used, missing_docs)] // tests may stop

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
