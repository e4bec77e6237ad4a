//! The exact Jacobian against differences of the rates.

use super::check::{Check, Found, largest};
use super::credibility::Credibility::NumericalCodeVerification;
use super::solving::options;
use super::stimulated::{every, stimulated};
use jakstat::ode::{Evaluator, System};
use jakstat::prelude::*;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let mut errors = Vec::new();
    let pathways = every()?;
    for pathway in &pathways {
        let times = [30.0, 900.0, 7200.0];
        let rows = stimulated(pathway, 7200.0, options(Method::Rodas5P, 1e-6)).states(&times)?;
        errors.extend(rows.into_iter().map(|row| error(pathway.model(), row)));
    }
    let compared = format!(
        "every entry at 0.5, 15 and 120 min of the {} built-in pathways, with extrapolated central differences: largest error over the largest entry of its column",
        pathways.len()
    );
    Ok(vec![Check::new(
        "exact Jacobian",
        compared,
        (largest(errors), 1e-7),
        NumericalCodeVerification,
    )])
}

/// Largest difference of the entries of a column, over its largest entry.
fn error(model: &Model, mut state: Vec<f64>) -> f64 {
    let n = model.dimension();
    // A hundredth of the species' own scale at least: a difference needs room on both sides.
    for (index, y) in state.iter_mut().enumerate() {
        *y = y.max(1e4 * model.floor(index));
    }
    let mut at = Evaluator::of_inputs(model, &model.default_parameters(), 1.0);
    let (mut entries, mut slope) = (vec![0.0; model.pattern().len()], vec![0.0; n]);
    at.linearise(1.0, &state, &mut entries, &mut slope);
    let mut dense = vec![vec![0.0; n]; n];
    for (&(row, column), entry) in model.pattern().iter().zip(entries) {
        dense[column][row] = entry;
    }
    let mut rates = |column: usize, value: f64| {
        let (mut moved, mut rates) = (state.clone(), vec![0.0; n]);
        moved[column] = value;
        at.rates(1.0, &moved, &mut rates);
        rates
    };
    largest(dense.iter().enumerate().map(|(column, exact)| {
        let y = state[column];
        let mut difference = |step: f64| -> Vec<f64> {
            let (above, below) = (rates(column, y + step), rates(column, y - step));
            above.iter().zip(below).map(|(a, b)| (a - b) / (2.0 * step)).collect()
        };
        let (wide, narrow) = (difference(2e-3 * y), difference(1e-3 * y));
        let extrapolated =
            wide.iter().zip(&narrow).map(|(wide, narrow)| (4.0 * narrow - wide) / 3.0);
        let size = largest(exact.iter().map(|entry| entry.abs()));
        let largest_difference =
            largest(exact.iter().zip(extrapolated).map(|(a, b)| (a - b).abs()));
        if largest_difference == 0.0 { 0.0 } else { largest_difference / size }
    }))
}
