//! A drug as species of a network.

use super::bodies::{at, body, exposure, first_order, second};
use approx::assert_relative_eq;
use jakstat::catalog::Catalog;
use jakstat::network::Network;
use jakstat::ode::{Blind, Change, Options, Run, Solver, Tolerance};
use jakstat::pharmacokinetics::{Individual, Patient, Population, Regimen};
use jakstat::units::Quantities;

/// Total and free concentrations, nM, at a time in h as the engine finds them, for a body other than the declared one
/// but like it.
fn solved(
    declared: &Individual,
    body: &Individual,
    regimen: &Regimen,
    span: (f64, f64),
) -> [f64; 2] {
    let mut net = Network::new();
    let drug = declared.declare(&mut net, "drug").unwrap();
    let model = net.compile().unwrap();
    let mut parameters = model.default_parameters();
    for (parameter, value) in drug.values(body) {
        parameters[parameter.index()] = value;
    }
    let (start, end) = (span.0 * 3600.0, span.1 * 3600.0);
    let run = Run {
        start,
        end,
        initial: model.initial(&parameters),
        parameters: parameters.clone(),
        stops: drug.stops(&exposure(body, regimen), start, end).unwrap(),
        ..Run::default()
    };
    let options = Options { tolerance: Tolerance::relative(1e-12), ..Options::default() };
    let (_, outcome) = Solver::new(&model, options).unwrap().solve_one(run, Blind);
    let state = outcome.unwrap().state;
    ["drug plasma", "drug free"].map(|rule| {
        let observable = model.observable(rule).unwrap();
        model.observe(observable, end, &state, &parameters)
    })
}

#[test]
fn the_engine_finds_the_total_and_the_free_concentration() {
    let kinetics = Catalog::builtin().kinetics("upadacitinib").unwrap();
    let body = Individual::typical(kinetics, &Patient::reference()).unwrap();
    let daily = Regimen::oral(15.0.milligrams()).every(24.0.hours()).at_steady_state();
    let [total, free] = solved(&body, &body, &daily, (0.0, 30.0));
    assert_relative_eq!(total, at(&exposure(&body, &daily), 30.0), max_relative = 1e-11);
    assert_relative_eq!(free, 0.48 * total, max_relative = 1e-14);
}

#[test]
fn one_declared_network_serves_every_patient_of_a_population() {
    let kinetics = Catalog::builtin().kinetics("baricitinib").unwrap();
    let typical = Individual::typical(kinetics, &Patient::reference()).unwrap();
    let population = Population::new(kinetics, &Patient::reference(), 5).unwrap();
    let daily = Regimen::oral(4.0.milligrams()).every(24.0.hours()).doses(3);
    for number in 0..8 {
        let patient = population.individual(number).unwrap();
        let [total, _] = solved(&typical, &patient, &daily, (0.0, 60.0));
        assert_relative_eq!(total, at(&exposure(&patient, &daily), 60.0), max_relative = 1e-10);
    }
}

#[test]
fn a_run_may_begin_in_the_middle_of_a_regimen() {
    let body = body(first_order(0.7), Some(second()));
    let mixed = Regimen::oral(4.0.milligrams())
        .every(12.0.hours())
        .at_steady_state()
        .and(Regimen::infusion(9.0.milligrams(), 6.0.hours()).starting(7.0.hours()));
    // The infusion is under way when the run begins, and a dose is taken at its very start.
    let [total, _] = solved(&body, &body, &mixed, (12.0, 20.0));
    assert_relative_eq!(total, at(&exposure(&body, &mixed), 20.0), max_relative = 1e-10);
}

#[test]
fn stops_are_in_order_and_switch_the_inflow_off_exactly() {
    let body = body(first_order(0.7), None);
    let mut net = Network::new();
    let drug = body.declare(&mut net, "drug").unwrap();
    let twice = Regimen::infusion(1.0.milligrams(), 2.0.hours()).every(5.0.hours()).doses(2);
    let stops = drug.stops(&exposure(&body, &twice), 0.0, 1e5).unwrap();
    let times: Vec<f64> = stops.iter().map(|stop| stop.time / 3600.0).collect();
    assert_eq!(times, [0.0, 2.0, 5.0, 7.0]);
    let rate = 1000.0 / 7200.0;
    let inflow = |k: usize, value: f64| {
        assert_eq!(stops[k].changes, [Change::SetParameter { index: drug.inflow.index(), value }]);
    };
    for (k, value) in [rate, 0.0, rate, 0.0].into_iter().enumerate() {
        inflow(k, value);
    }
}

#[test]
fn a_name_that_is_taken_is_refused_when_the_network_is_compiled() {
    let body = body(first_order(0.7), None);
    let mut net = Network::new();
    body.declare(&mut net, "drug").unwrap();
    body.declare(&mut net, "drug").unwrap();
    assert!(net.compile().unwrap_err().to_string().contains("drug central"));
}
