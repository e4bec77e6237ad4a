//! How long does one solve take alone, without a sweep around it?
//!
//! The reference network over 7200 s with 73 output times, and a pathway of the catalogue: 10 min of
//! rest and 2 h after IL-6 with baricitinib in the medium, read every 5 min. On one lane, and on the widest
//! path, of which one lane is used. First the error is printed: of the reference network against its reference
//! solution, of the pathway against a solve at a thousandth of the tolerance.
#![allow(missing_docs, clippy::print_stdout)] // criterion's macros bring functions; a bench speaks

mod checked;
mod reference;

use checked::checked;
use criterion::Criterion;
use jakstat::network::Observable;
use jakstat::ode::{Run, Sampler, Solver, Stop, Watch};
use jakstat::prelude::*;
use reference::{END, Failure, times};

const RELATIVE: f64 = 1e-4;
const REST: f64 = 600.0;

/// One solve, and the sum of states that is read.
struct Problem<'m> {
    name: &'static str,
    model: &'m Model,
    run: Run,
    watched: Watch,
    times: Vec<f64>,
}

impl<'m> Problem<'m> {
    fn reference(model: &'m Model) -> Result<Self, Failure> {
        let parameters = model.default_parameters();
        let initial = model.initial(&parameters);
        let run = Run { end: END, initial, parameters, ..Run::default() };
        let watched = watch(model, model.observable("pSTAT")?)?;
        Ok(Self { name: "reference network", model, run, watched, times: times().collect() })
    }

    fn pathway(pathway: &'m PathwayModel) -> Result<Self, Failure> {
        let model = pathway.model();
        let mut parameters = model.default_parameters();
        parameters[pathway.drug("baricitinib")?.concentration()] = 20.0;
        let stops = vec![Stop { time: 0.0, changes: pathway.stimulus(&parameters) }];
        let initial = model.initial(&parameters);
        let run = Run { start: -REST, end: END, initial, parameters, stops, ..Run::default() };
        let watched = watch(model, model.observable("pSTAT3")?)?;
        let times = (1..=24).map(|k| 300.0 * f64::from(k)).collect();
        Ok(Self { name: "IL-6 on CD4 T cells", model, run, watched, times })
    }

    fn solver(&self, options: Options) -> Result<Solver<'_, Model>, Failure> {
        Ok(Solver::new(self.model, options)?.watching_sums(core::slice::from_ref(&self.watched))?)
    }

    fn solve(&self, solver: &Solver<'_, Model>) -> Result<Vec<f64>, Failure> {
        let (sampler, outcome) = solver.solve_one(self.run.clone(), Sampler::new(&self.times, 1));
        outcome?;
        Ok(sampler.rows)
    }

    /// Largest |Δ| / max(|y|, 1e-3 of the largest) against a much tighter solve.
    fn error(&self) -> Result<f64, Failure> {
        let found = self.solve(&self.solver(options(RELATIVE))?)?;
        let exact = self.solve(&self.solver(options(1e-3 * RELATIVE))?)?;
        let peak = exact.iter().fold(0.0_f64, |peak, y| peak.max(y.abs()));
        let error = |(found, y): (&f64, &f64)| (found - y).abs() / y.abs().max(1e-3 * peak);
        let errors = found.iter().zip(&exact).skip(1).map(error);
        Ok(errors.fold(0.0, |worst, error| if error <= worst { worst } else { error }))
    }
}

fn watch(model: &Model, observable: Observable) -> Result<Watch, Failure> {
    Ok(Watch::sum(model.weights(observable).ok_or("not a weighted sum of states")?))
}

fn options(relative: f64) -> Options {
    reference::options(relative)
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let network = reference::model()?;
    let catalog = Catalog::builtin();
    let pathway = Pathway::new(catalog.cell("CD4 T cell")?)
        .stimulate(catalog.cytokine("IL-6")?, 100.0.ng_per_ml())
        .inhibitors(&[catalog.inhibitor("baricitinib")?])
        .build()?;
    let reached = reference::reached(&network, &options(RELATIVE))?;
    println!("reference solution: error {:.1e} at rtol {RELATIVE:e}", reached.error);
    let mut group = criterion.benchmark_group("solve");
    for problem in [Problem::reference(&network)?, Problem::pathway(&pathway)?] {
        let error = problem.error()?;
        let species = problem.model.species_names().len();
        println!("{}: {species} species, error {error:.1e} at rtol {RELATIVE:e}", problem.name);
        if error.is_nan() || error > RELATIVE {
            return Err(format!("an error of {error:e} at a tolerance of {RELATIVE:e}").into());
        }
        for path in [CodePath::Scalar, CodePath::best()] {
            if !path.is_available() {
                continue;
            }
            let solver = problem.solver(Options { path, ..options(RELATIVE) })?;
            group.bench_function(format!("{}/{path}", problem.name), |timer| {
                timer.iter(|| problem.solve(&solver));
            });
        }
    }
    group.finish();
    Ok(())
}

checked!(measure);
