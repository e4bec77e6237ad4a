//! The dose at which a curve crosses a level, by batches of evaluations.

use super::error::{ResponseError, SearchError};
use std::error::Error;

/// Bracket on ln dose at which the search ends: relative to the dose.
const TOLERANCE: f64 = 1e-10;
/// Evenly spaced points in each batch: each batch divides the bracket at least by 8.
const EVEN: usize = 7;
/// Distances from the interpolated root, as fractions of the bracket.
const NEAR: [f64; 4] = [1e-2, 1e-4, 1e-6, 1e-8];
/// Points the inverse interpolation passes through.
const STENCIL: usize = 5;
/// Even without any help from interpolation 8^20 covers 17 decades; this cannot be reached.
const BATCHES: usize = 40;

/// The dose in nM between `low` and `high` (nM) at which the response crosses `level`.
///
/// `evaluate` receives up to 16 ascending doses at once and answers with one response for each.
/// The root is found on ln d to a relative 1e-10 of the dose, usually in four batches: in each,
/// seven points divide the bracket evenly and the others close in on the root of the inverse
/// interpolation x(r) through the points nearest to the level.
///
/// # Errors
/// If the curve cannot be evaluated, answers with something that is not a number, or does not
/// cross the level between the two doses.
pub fn crossing<E: Error + 'static>(
    low: f64,
    high: f64,
    level: f64,
    mut evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
) -> Result<f64, SearchError<E>> {
    for (field, value, fits) in
        [("low", low, low > 0.0), ("high", high, high > low), ("level", level, true)]
    {
        if !(fits && value.is_finite()) {
            let remedy = "give finite numbers with 0 < low < high (nM)";
            return Err(ResponseError::Number { field, value, remedy }.into());
        }
    }
    let mut known: Vec<(f64, f64)> = Vec::new();
    let mut batch = vec![libm::log(low)];
    batch.extend(even(batch[0], libm::log(high)));
    batch.push(libm::log(high));
    for _ in 0..BATCHES {
        let doses: Vec<f64> = batch.iter().map(|&x| libm::exp(x).clamp(low, high)).collect();
        let responses = evaluate(&doses).map_err(SearchError::Evaluation)?;
        known.extend(batch.iter().copied().zip(excess(&doses, &responses, level)?));
        known.sort_by(|a, b| a.0.total_cmp(&b.0));
        if let Some(&(x, _)) = known.iter().find(|point| point.1 == 0.0) {
            return Ok(libm::exp(x));
        }
        let Some(left) = known.windows(2).position(|pair| (pair[0].1 < 0.0) != (pair[1].1 < 0.0))
        else {
            let (at_low, at_high) = (known[0].1 + level, known[known.len() - 1].1 + level);
            return Err(ResponseError::NoCrossing { low, high, level, at_low, at_high }.into());
        };
        let guess = interpolated(&known, left);
        let (a, b) = (known[left].0, known[left + 1].0);
        if b - a <= TOLERANCE {
            return Ok(libm::exp(guess));
        }
        batch = even(a, b).collect();
        batch
            .extend(NEAR.iter().flat_map(|&near| [guess - near * (b - a), guess + near * (b - a)]));
        batch.push(guess);
        batch.retain(|&x| x > a && x < b);
        batch.sort_by(f64::total_cmp);
        batch.dedup();
    }
    let left = known.windows(2).position(|pair| (pair[0].1 < 0.0) != (pair[1].1 < 0.0));
    Ok(libm::exp(interpolated(&known, left.unwrap_or(0))))
}

fn even(a: f64, b: f64) -> impl Iterator<Item = f64> {
    (1..=EVEN).map(move |part| a + (b - a) * part as f64 / (EVEN + 1) as f64)
}

/// Responses minus the level, checked.
fn excess(doses: &[f64], responses: &[f64], level: f64) -> Result<Vec<f64>, ResponseError> {
    if responses.len() != doses.len() {
        let (asked, answered) = (doses.len(), responses.len());
        return Err(ResponseError::Answers { asked, answered });
    }
    match responses.iter().position(|response| !response.is_finite()) {
        Some(index) => Err(ResponseError::Row {
            row: index + 1,
            field: "response during the search",
            value: responses[index],
            remedy: "the curve must give a finite number at every dose",
        }),
        None => Ok(responses.iter().map(|response| response - level).collect()),
    }
}

/// Inverse interpolation at zero through the points around `left`; regula falsi where they do not
/// ascend or descend strictly or the result leaves the bracket.
fn interpolated(known: &[(f64, f64)], left: usize) -> f64 {
    let ((a, at_a), (b, at_b)) = (known[left], known[left + 1]);
    let start = left.saturating_sub((STENCIL - 2) / 2).min(known.len().saturating_sub(STENCIL));
    let stencil = &known[start..(start + STENCIL).min(known.len())];
    let monotone = stencil.windows(2).all(|pair| (pair[1].1 - pair[0].1) * (at_b - at_a) > 0.0);
    let root: f64 = stencil
        .iter()
        .enumerate()
        .map(|(i, &(x, y))| {
            let others = stencil.iter().enumerate().filter(|&(j, _)| j != i);
            x * others.map(|(_, &(_, other))| other / (other - y)).product::<f64>()
        })
        .sum();
    if monotone && root > a && root < b { root } else { a + (b - a) * at_a / (at_a - at_b) }
}
