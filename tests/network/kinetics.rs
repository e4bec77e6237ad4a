//! Pharmacokinetics as networks, against their closed forms.

use jakstat::network::{Model, Network};
use jakstat::ode::{Change, Options, Run, Sampler, Solver, Stop, Tolerance};
use jakstat::units::{Quantities, Rate};

const HOURS: f64 = 3600.0;

/// States at `times`, row by row, after the `stops`.
fn rows(model: &Model, times: &[f64], stops: Vec<Stop>) -> Vec<Vec<f64>> {
    let parameters = model.default_parameters();
    let initial = model.initial(&parameters);
    let end = times[times.len() - 1];
    let run = Run { end, initial, parameters, stops, ..Run::default() };
    let options = Options { tolerance: Tolerance::relative(1e-9), ..Options::default() };
    let sampler = Sampler::new(times, model.volumes().len());
    let (sampler, outcome) = Solver::new(model, options).unwrap().solve_one(run, sampler);
    outcome.unwrap();
    sampler.rows.chunks(model.volumes().len()).map(<[f64]>::to_vec).collect()
}

fn assert_close(found: f64, exact: f64, peak: f64) {
    let error = (found - exact).abs() / exact.abs().max(1e-3 * peak);
    assert!(error < 1e-7, "{found} is not {exact}");
}

#[test]
fn two_tablets_in_one_compartment_are_two_bateman_functions() {
    let (absorbed, eliminated, again) = (1.2 / HOURS, 0.09 / HOURS, 12.0 * HOURS);
    let mut net = Network::new();
    let gut = net.compartment("gut", 1.0.litres());
    let plasma = net.compartment("plasma", 42.0.litres());
    let swallowed = net.species("swallowed", gut, 1000.0.nanomolar());
    let drug = net.species("drug", plasma, 0.0.nanomolar());
    net.irreversible("absorption", swallowed, drug, Rate::per_second(absorbed)).unwrap();
    net.irreversible("elimination", drug, Network::nothing(), Rate::per_second(eliminated))
        .unwrap();
    let model = net.compile().unwrap();

    let bateman = |t: f64| {
        let share = absorbed / (absorbed - eliminated);
        let curve = (-eliminated * t).exp() - (-absorbed * t).exp();
        if t > 0.0 { 1000.0 / 42.0 * share * curve } else { 0.0 }
    };
    let times: Vec<f64> = (0..=48).map(|k| f64::from(k) * HOURS).collect();
    let second =
        Stop { time: again, changes: vec![Change::AddToState { index: 0, value: 1000.0 }] };
    for (row, &t) in rows(&model, &times, vec![second]).iter().zip(&times) {
        assert_close(row[1], bateman(t) + bateman(t - again), 1000.0 / 42.0);
    }
}

#[test]
fn a_bolus_in_two_compartments_of_unequal_volume_falls_in_two_exponentials() {
    let (out, back, eliminated) = (0.8 / HOURS, 0.3 / HOURS, 0.4 / HOURS);
    let (central, peripheral) = (3.0_f64, 11.0);
    let mut net = Network::new();
    let blood = net.compartment("central", central.litres());
    let tissue = net.compartment("peripheral", peripheral.litres());
    let drug = net.species("drug in blood", blood, 500.0.nanomolar());
    let deep = net.species("drug in tissue", tissue, 0.0.nanomolar());
    net.irreversible("out", drug, deep, Rate::per_second(out)).unwrap();
    net.irreversible("back", deep, drug, Rate::per_second(back)).unwrap();
    net.irreversible("elimination", drug, Network::nothing(), Rate::per_second(eliminated))
        .unwrap();
    let model = net.compile().unwrap();

    // The roots of s² − (out + back + eliminated) s + back · eliminated.
    let sum = out + back + eliminated;
    let root = (sum * sum - 4.0 * back * eliminated).sqrt();
    let (fast, slow) = (0.5 * (sum + root), 0.5 * (sum - root));
    let times: Vec<f64> = (0..=24).map(|k| f64::from(k) * HOURS).collect();
    for (row, &t) in rows(&model, &times, Vec::new()).iter().zip(&times) {
        let (a, b) = ((-fast * t).exp(), (-slow * t).exp());
        let blood = 500.0 * ((fast - back) * a + (back - slow) * b) / (fast - slow);
        let tissue = 500.0 * central / peripheral * out * (b - a) / (fast - slow);
        assert_close(row[0], blood, 500.0);
        assert_close(row[1], tissue, 500.0 * central / peripheral);
    }
}
