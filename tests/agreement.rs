//! The working tolerance against a tight one, and our solver against another, for every built-in cytokine.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, missing_docs)] // tests may stop

use jakstat::catalog::CatalogError;
use jakstat::ode::{Change, Method, Options, Run, Sampler, Solver, System, Tolerance};
use jakstat::pathway::{PathwayError, PathwayModel, every_builtin_pathway};

/// States at `times` after the stimulus, row after row; each ligand has its dose from time 0.
fn states(pathway: &PathwayModel, times: &[f64], method: Method, relative: f64) -> Vec<f64> {
    let model = pathway.model();
    let parameters = model.default_parameters();
    let mut initial = model.initial(&parameters);
    for change in pathway.stimulus(&parameters) {
        if let Change::SetState { index, value } = change {
            initial[index] = value;
        }
    }
    let run = Run { end: times[times.len() - 1], initial, parameters, ..Run::default() };
    let tolerance = Tolerance::relative(relative);
    let options = Options { method, tolerance, max_steps: 10_000_000, ..Options::default() };
    let solver = Solver::new(model, options).unwrap();
    let (sampler, outcome) = solver.solve_one(run, Sampler::new(times, model.dimension()));
    outcome.unwrap();
    sampler.rows
}

/// Largest |Δ| / max(|y|, 0.001 peak of the species), and where it is.
fn largest_error(
    pathway: &PathwayModel,
    times: &[f64],
    found: &[f64],
    exact: &[f64],
) -> (f64, String) {
    let model = pathway.model();
    let n = model.dimension();
    assert_eq!((found.len(), exact.len()), (n * times.len(), n * times.len()));
    let mut worst = (0.0, String::new());
    for (i, name) in model.species_names().into_iter().enumerate() {
        let peak = exact.iter().skip(i).step_by(n).fold(0.0, |a: f64, y| a.max(y.abs()));
        for (k, time) in times.iter().enumerate() {
            let (y, found) = (exact[k * n + i], found[k * n + i]);
            let scale = y.abs().max(1e-3 * peak);
            let error =
                if found.to_bits() == y.to_bits() { 0.0 } else { (found - y).abs() / scale };
            assert!(!error.is_nan(), "{name} at {time} s: {found} for {y}");
            if error > worst.0 {
                worst = (error, format!("{name} at {time} s"));
            }
        }
    }
    worst
}

#[test]
fn every_cytokine_is_solved_to_a_hundred_thousandth() {
    let times: Vec<f64> = (1..=24).map(|k| 300.0 * f64::from(k)).collect();
    let (mut wrong, mut solved) = (Vec::new(), 0);
    for (cytokine, pathway) in every_builtin_pathway() {
        let pathway = match pathway {
            Ok(pathway) => pathway,
            // Nobody knows the kinase of one of its chains.
            Err(PathwayError::Catalog(CatalogError::UnknownPartner { .. })) => continue,
            Err(error) => panic!("{cytokine}: {error}"),
        };
        solved += 1;
        let usual = states(&pathway, &times, Method::Rodas5P, 1e-6);
        let tight = states(&pathway, &times, Method::Rodas5P, 1e-11);
        let (error, place) = largest_error(&pathway, &times, &usual, &tight);
        println!("{cytokine}: {error:.2e}, {place}");
        if error >= 1e-5 {
            wrong.push(format!("{cytokine}: {error:.2e}, {place}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(solved >= 30, "{solved}");
}

#[test]
fn an_explicit_solver_agrees_to_eight_digits() {
    let times = [1.0, 10.0, 60.0, 120.0];
    let mut seen = 0;
    for (cytokine, pathway) in every_builtin_pathway() {
        if !["IL-6", "IFN-gamma", "EPO"].contains(&cytokine.as_str()) {
            continue;
        }
        let pathway = pathway.unwrap();
        let ours = states(&pathway, &times, Method::Rodas5P, 1e-12);
        let theirs = states(&pathway, &times, Method::Dop853, 1e-12);
        let (error, place) = largest_error(&pathway, &times, &ours, &theirs);
        println!("{cytokine} against Dop853: {error:.2e}, {place}");
        assert!(error < 1e-8, "{cytokine}: {error:e}, {place}");
        seen += 1;
    }
    assert_eq!(seen, 3);
}
