//! The reference network of `examples/il6_sweep`, its sweep over inhibitor doses, and how far from the
//! truth that sweep ends.
#![allow(dead_code)] // each bench takes what it needs

#[path = "../../examples/il6_sweep/network.rs"]
mod network;

use jakstat::ode::{Lane, Layout, Statistics, System};
use jakstat::prelude::*;

/// Dose in nM, time in seconds, pSTAT in nM.
const REFERENCE: &str = include_str!("../../tests/fixtures/il6_sweep_pstat.csv");

/// End of a solve, in seconds.
pub(crate) const END: f64 = 7200.0;

pub(crate) type Failure = Box<dyn std::error::Error>;

/// How far from the truth a sweep ends, and what it took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reached {
    /// Largest |Δ| / max(|y|, 1e-3 nM) over the reference's doses and times.
    pub(crate) error: f64,
    /// Mean number of accepted steps.
    pub(crate) steps: f64,
}

/// The network, compiled.
pub(crate) fn model() -> Result<Model, Failure> {
    Ok(network::network()?.compile()?)
}

/// What the equations of a model are evaluated on: parameters and states at the start, the same in every
/// lane, time and room for temporaries.
pub(crate) fn at_start<L: Lane>(model: &Model, zero: L) -> Vec<L> {
    let layout = Layout::of(model);
    let mut numbers = model.default_parameters();
    let initial = model.initial(&numbers);
    numbers.resize(layout.parameters, 0.0);
    model.prepare(0.0, &mut numbers);
    numbers.extend(initial);
    numbers.resize(layout.len(), 0.0);
    numbers.into_iter().map(|number| zero.splat(number)).collect()
}

/// Output times in seconds: every 100 s.
pub(crate) fn times() -> impl Iterator<Item = f64> {
    (0..73).map(|k| 100.0 * f64::from(k))
}

/// This relative tolerance, and a thousandth of it in nM.
pub(crate) fn options(relative: f64) -> Options {
    let tolerance = Tolerance { relative, absolute: Absolute::Uniform(1e-3 * relative) };
    Options { tolerance, ..Options::default() }
}

/// pSTAT at these times in seconds, on one thread.
pub(crate) fn sweep(
    model: &Model,
    options: Options,
    times: impl Iterator<Item = f64>,
) -> Result<Sweep<'_>, Failure> {
    let observable = model.observable("pSTAT")?;
    let readouts: Vec<Readout> =
        times.map(|time| Readout { observable, measure: Measure::At(time) }).collect();
    Ok(Sweep::new(model, Protocol { end: END, ..Protocol::default() })
        .readouts(&readouts)
        .options(options)
        .threads(1))
}

/// So many doses, evenly in their logarithm from 0.01 to 100000 nM.
pub(crate) fn doses(model: &Model, count: u32) -> Result<Conditions, Failure> {
    let gaps = f64::from(count.max(2) - 1);
    let dose = |k: u32| 0.01 * 1e7_f64.powf(f64::from(k) / gaps);
    Ok(Conditions::single().vary(model, "I", &(0..count).map(dose).collect::<Vec<_>>())?)
}

/// Solves the reference's doses and compares.
pub(crate) fn reached(model: &Model, options: &Options) -> Result<Reached, Failure> {
    let outcomes = sweep(model, options.clone(), times())?.run(&doses(model, 8)?)?;
    let mut found = Vec::new();
    for outcome in &outcomes {
        found.push(outcome.readouts().map_err(Clone::clone)?.to_vec());
    }
    let error = error(&found)?;
    let steps = steps(&outcomes)? / outcomes.len() as f64;
    Ok(Reached { error, steps })
}

/// Largest error of pSTAT, one row per dose of the reference and one number per time.
pub(crate) fn error(found: &[Vec<f64>]) -> Result<f64, Failure> {
    let mut wanted = REFERENCE.lines().skip(1).map(|row| row.rsplit(',').next()?.parse().ok());
    let mut worst = 0.0_f64;
    for row in found {
        for (k, &found) in row.iter().enumerate() {
            let wanted: f64 = wanted.next().flatten().ok_or("the reference is too short")?;
            let error = (found - wanted).abs() / wanted.abs().max(1e-3);
            if error.is_nan() {
                return Err("a result is not a number".into());
            }
            // At the start there is nothing to compare.
            if k > 0 {
                worst = worst.max(error);
            }
        }
    }
    match wanted.next() {
        None => Ok(worst),
        Some(_) => Err("fewer results than the reference has".into()),
    }
}

/// Steps accepted in all; an error where a point failed.
pub(crate) fn steps(outcomes: &[Outcome]) -> Result<f64, Failure> {
    summed(outcomes, |statistics| statistics.accepted)
}

/// Steps attempted in all, accepted or not: what the lanes have worked for.
pub(crate) fn lane_steps(outcomes: &[Outcome]) -> Result<f64, Failure> {
    summed(outcomes, |statistics| statistics.accepted + statistics.rejected)
}

fn summed(outcomes: &[Outcome], of: impl Fn(&Statistics) -> u64) -> Result<f64, Failure> {
    let mut sum = 0;
    for outcome in outcomes {
        outcome.readouts().map_err(Clone::clone)?;
        if let Outcome::Ok(completed) = outcome {
            sum += of(&completed.statistics);
        }
    }
    Ok(sum as f64)
}
