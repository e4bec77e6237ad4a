//! The state before IL-6, solved for and held against the published one.

use super::constants::START;
use jakstat::network::Model;
use jakstat::ode::{Options, Run, Steady, steady_state};
use std::error::Error;

/// The state of rest of the published model without IL-6 and drug, and the largest relative distance from the published
/// numbers.
///
/// # Errors
/// If there is no state of rest, or the model lacks a species of the paper.
pub(crate) fn start(model: &Model) -> Result<(Steady, f64), Box<dyn Error>> {
    let parameters = model.default_parameters();
    let run = Run { initial: model.initial(&parameters), parameters, ..Run::default() };
    let totals: Vec<Vec<f64>> =
        model.conserved().iter().map(|total| total.weights().to_vec()).collect();
    let rest = steady_state(model, &run, &totals, &Options::default())?;
    let mut farthest: f64 = 0.0;
    for (name, published) in START {
        let found = rest.state[model.species(name)?];
        farthest = farthest.max((found / published - 1.0).abs());
    }
    Ok((rest, farthest))
}
