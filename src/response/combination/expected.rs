//! The inhibition that dose addition expects: where the shares of the agents add up to one.

use super::{Alone, Equivalent, Surface};
use crate::response::SearchError;
use std::error::Error;

/// Halvings of the range in which the inhibition lies: to 1e-13 of it.
const HALVINGS: usize = 43;
/// Where doses that were solved are closer than this in ln dose, interpolation through six is good to 1e-9.
const CLOSE: f64 = 0.02;
/// Times that the agents alone are solved where the answer seems to lie. Each squares what is off.
const PASSES: usize = 2;

/// The expected inhibition at each point, a share; none where an agent that takes part never gets there alone.
pub(super) fn expected<E: Error + 'static>(
    surface: &Surface,
    curves: &mut [Alone],
    mut evaluate: impl FnMut(usize, &[f64]) -> Result<Vec<f64>, E>,
) -> Result<Vec<Option<f64>>, SearchError<E>> {
    let control = surface.control();
    let mut found = additive(surface, curves);
    for _ in 0..PASSES {
        for (agent, curve) in curves.iter_mut().enumerate() {
            let together = |point: &usize| {
                let doses = surface.doses(*point);
                doses[agent] > 0.0 && doses.iter().filter(|&&dose| dose > 0.0).count() > 1
            };
            let levels: Vec<f64> = (0..surface.len())
                .filter(together)
                .filter_map(|point| found[point])
                .filter(|&inhibition| inhibition > 0.0)
                .map(|inhibition| control * (1.0 - inhibition))
                .filter(|&level| curve.gap(level) > CLOSE)
                .collect();
            if !levels.is_empty() {
                curve.doses_for(&levels, |doses| evaluate(agent, doses))?;
            }
        }
        found = additive(surface, curves);
    }
    Ok(found)
}

/// The expected inhibition at each point as it follows from the doses that were solved.
fn additive(surface: &Surface, curves: &[Alone]) -> Vec<Option<f64>> {
    let of = |point: usize| {
        let doses = surface.doses(point);
        let given: Vec<(f64, &Alone)> =
            doses.into_iter().zip(curves).filter(|&(dose, _)| dose > 0.0).collect();
        match given.len() {
            0 => Some(0.0),
            1 => Some(surface.inhibition(point)),
            _ => balanced(surface.control(), surface.best_single(point).max(0.0), &given),
        }
    };
    (0..surface.len()).map(of).collect()
}

/// The inhibition between `least`, where the shares add up to one or more, and what the weakest agent reaches.
fn balanced(control: f64, least: f64, given: &[(f64, &Alone)]) -> Option<f64> {
    let short = |inhibition: f64| {
        let shares = given.iter().map(|&(dose, alone)| {
            match alone.interpolated(control * (1.0 - inhibition)) {
                Equivalent::Dose(alone) | Equivalent::Below(alone) => dose / alone,
                Equivalent::Beyond => 0.0,
            }
        });
        shares.sum::<f64>() < 1.0
    };
    let reach = given.iter().map(|(_, alone)| alone.most_lost() / control);
    let (mut low, mut high) = (least, reach.fold(f64::INFINITY, f64::min));
    // The weakest agent at its most, held inside what was solved.
    high -= f64::EPSILON;
    if high < low || !short(high) {
        return None;
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        *(if short(middle) { &mut high } else { &mut low }) = middle;
    }
    Some(f64::midpoint(low, high))
}
