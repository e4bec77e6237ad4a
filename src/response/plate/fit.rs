//! The fit of a plate: the least squares over several starting points.

use super::data::PlateData;
use super::describe::describe;
use super::options::FitOptions;
use super::plan::Plan;
use super::result::PlateFit;
use crate::response::error::ResponseError;
use crate::response::least_squares::{Minimum, Slot, minimise};
use crate::response::logistic::Logistic;
use crate::response::start::candidates;

/// Starting points tried at most; fewer if two lead to the same minimum.
const STARTS: usize = 4;
/// Relative difference of the sums of squares of one and the same minimum.
const SAME: f64 = 1e-9;

impl PlateData {
    /// Fits all curves at once by weighted least squares.
    ///
    /// Levenberg–Marquardt on top, bottom, log10 IC50 and ln h, from several starting points found
    /// on a grid, in coordinates that depend on no unit. Intervals are Wald intervals with Student's
    /// t on those scales, that of the relative IC50 by profile likelihood. An IC50 is given as a bound
    /// when the curve does not differ from a constant (F test), when it lies outside the doses, or when
    /// its interval is open upwards and the curve has not run through 80 % of its span at the highest
    /// dose.
    ///
    /// # Errors
    /// If an option is not usable, a curve has too few doses for its parameters, or nothing
    /// converges.
    pub fn fit(&self, options: &FitOptions) -> Result<PlateFit, ResponseError> {
        let plan = Plan::new(self, options)?;
        let minimum = solve(&plan)?;
        Ok(describe(&plan, options, &minimum, self))
    }
}

/// The best of several starting points.
fn solve(plan: &Plan) -> Result<Minimum, ResponseError> {
    let (layout, wells) = (&plan.layout, &plan.wells);
    let curves = 0..layout.slots.len();
    let starts: Vec<Vec<Logistic>> = curves
        .map(|i| candidates(&plan.wells_of(i), &layout.slots[i], layout.directions[i]))
        .collect();
    let mut attempts: Vec<Minimum> = Vec::new();
    for rank in 0..STARTS {
        let found = minimise(layout, wells, &start(plan, &starts, rank));
        let known = |other: &Minimum| {
            other.converged && (other.squares - found.squares).abs() <= SAME * found.squares
        };
        let settled = found.converged && attempts.iter().any(known);
        attempts.push(found);
        if settled {
            break;
        }
    }
    let least = attempts.iter().map(|found| found.squares).fold(f64::INFINITY, f64::min);
    let starts = attempts.len();
    let residual = plan.scale() * (least / wells.len() as f64).sqrt();
    attempts
        .into_iter()
        .filter(|found| found.converged && found.squares.is_finite())
        .min_by(|a, b| a.squares.total_cmp(&b.squares))
        .ok_or(ResponseError::NoConvergence { starts, residual })
}

/// The free parameters from each curve's candidate of this rank; shared ones are averaged.
fn start(plan: &Plan, starts: &[Vec<Logistic>], rank: usize) -> Vec<f64> {
    let free = plan.layout.free;
    let (mut sums, mut counts) = (vec![0.0; free], vec![0.0_f64; free]);
    for (candidates, slots) in starts.iter().zip(&plan.layout.slots) {
        let Some(start) = candidates.get(rank).or(candidates.last()) else { continue };
        let values = [start.top, start.bottom, start.x50, start.log_hill];
        for (slot, value) in slots.iter().zip(values) {
            if let Slot::Free(position) = slot {
                sums[*position] += value;
                counts[*position] += 1.0;
            }
        }
    }
    sums.iter().zip(&counts).map(|(sum, count)| sum / count.max(1.0)).collect()
}
