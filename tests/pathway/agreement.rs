//! The working tolerance against a tight one, and our solver against another, for every built-in cytokine.

use jakstat::catalog::CatalogError;
use jakstat::ode::{Method, Options, Run, Sampler, Solver, Stop, System, Tolerance};
use jakstat::pathway::{PathwayError, PathwayModel, every_builtin_pathway};

/// How long the cell is watched at rest before the stimulus, in seconds.
const REST: f64 = 600.0;

/// States at `times`, row after row; each ligand takes its dose at time 0.
fn states(pathway: &PathwayModel, times: &[f64], method: Method, relative: f64) -> Vec<f64> {
    let model = pathway.model();
    let parameters = model.default_parameters();
    let initial = model.initial(&parameters);
    let stops = vec![Stop { time: 0.0, changes: pathway.stimulus(&parameters) }];
    let run = Run {
        start: -REST,
        end: times[times.len() - 1],
        initial,
        parameters,
        stops,
        ..Run::default()
    };
    let tolerance = Tolerance::relative(relative);
    let options = Options { method, tolerance, max_steps: 10_000_000, ..Options::default() };
    let solver = Solver::new(model, options).unwrap();
    let (sampler, outcome) = solver.solve_one(run, Sampler::new(times, model.dimension()));
    outcome.unwrap();
    sampler.rows
}

/// Every built-in pathway with its cytokine, but that of IL-20: nobody knows the kinase of one of its chains.
fn known() -> Vec<(String, PathwayModel)> {
    let pathways =
        every_builtin_pathway().into_iter().filter_map(|(cytokine, pathway)| match pathway {
            Ok(pathway) => Some((cytokine, pathway)),
            Err(PathwayError::Catalog(CatalogError::UnknownPartner { .. })) => None,
            Err(error) => panic!("{cytokine}: {error}"),
        });
    let pathways: Vec<_> = pathways.collect();
    assert_eq!(pathways.len(), 32);
    pathways
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
    for (cytokine, pathway) in known() {
        let usual = states(&pathway, &times, Method::Rodas5P, 1e-6);
        let tight = states(&pathway, &times, Method::Rodas5P, 1e-11);
        let (error, place) = largest_error(&pathway, &times, &usual, &tight);
        println!("{cytokine}: {error:.2e}, {place}");
        assert!(error < 1e-5, "{cytokine}: {error:.2e}, {place}");
    }
}

#[test]
fn an_explicit_solver_agrees_to_ten_digits_over_two_hours() {
    let mut times = vec![-REST / 2.0, 0.0, 1.0, 10.0, 60.0, 120.0];
    times.extend((1..=24).map(|k| 300.0 * f64::from(k)));
    for (cytokine, pathway) in known() {
        let ours = states(&pathway, &times, Method::Rodas5P, 1e-12);
        let theirs = states(&pathway, &times, Method::Dop853, 1e-12);
        let (error, place) = largest_error(&pathway, &times, &ours, &theirs);
        println!("{cytokine} against Dop853: {error:.2e}, {place}");
        assert!(error < 1e-10, "{cytokine}: {error:e}, {place}");
    }
}
