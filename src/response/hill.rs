//! The Hill equation as a description of a simulated curve.

use super::curve::Curve;
use super::error::ResponseError;
use super::least_squares::{Layout, Minimum, Slot, Well, minimise};
use super::logistic::{Direction, Logistic, log_dose};
use super::shape::Shape;
use super::start::candidates;
use crate::units::Concentration;
use serde::{Deserialize, Serialize};

/// Asymptotes of the description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Asymptotes {
    /// Both are fitted: four parameters.
    #[default]
    Fitted,
    /// The bottom is zero: three parameters.
    ZeroBottom,
}

/// A logistic that describes a noise-free curve, and how well it does.
///
/// Falling: r = bottom + (top − bottom) / (1 + (d/IC50)^h); rising: with (IC50/d)^h. There is no
/// confidence interval: a simulated curve has no noise, and what the logistic misses is stated as
/// lack of fit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HillFit {
    /// Upper asymptote, in the unit of the response.
    pub top: f64,
    /// Lower asymptote, in the unit of the response.
    pub bottom: f64,
    /// Midpoint between the two asymptotes (the relative IC50, or EC50).
    pub ic50: Concentration,
    /// Hill slope, positive for falling and rising curves alike.
    pub hill: f64,
    /// Whether the curve falls or rises.
    pub direction: Direction,
    /// Largest |description − curve| as a fraction of the curve's span.
    pub lack_of_fit: f64,
}

impl HillFit {
    /// The described response at a dose.
    pub fn response(&self, dose: Concentration) -> f64 {
        let (top, bottom, direction) = (self.top, self.bottom, self.direction);
        let x50 = log_dose(self.ic50.as_nanomolar());
        let log_hill = libm::log(self.hill);
        Logistic { top, bottom, x50, log_hill, direction }.at(log_dose(dose.as_nanomolar()))
    }
}

impl Curve {
    /// Describes the curve, control and saturation included, by a four-parameter logistic.
    ///
    /// # Errors
    /// If the curve is flat or not sigmoid, has fewer than four points, or its midpoint would lie
    /// outside the doses.
    pub fn fit_hill(&self) -> Result<HillFit, ResponseError> {
        self.fit_hill_with(Asymptotes::Fitted)
    }

    /// Describes the curve by a logistic with the asymptotes as said.
    ///
    /// # Errors
    /// As [`Curve::fit_hill`].
    pub fn fit_hill_with(&self, asymptotes: Asymptotes) -> Result<HillFit, ResponseError> {
        let points = self.points();
        let direction = match self.shape() {
            Shape::Falling => Direction::Falling,
            Shape::Rising => Direction::Rising,
            Shape::NotSigmoid { from, to } => return Err(ResponseError::NotSigmoid { from, to }),
            Shape::Flat => {
                let size = points.iter().map(|p| p.1.abs()).fold(f64::MIN_POSITIVE, f64::max);
                return Err(ResponseError::Flat { change: self.span() / size });
            }
        };
        if points.len() < 4 {
            let (what, have) = ("points of a Hill curve".to_owned(), points.len());
            return Err(ResponseError::TooFew { what, have, need: 4 });
        }
        let slots = match asymptotes {
            Asymptotes::Fitted => [0, 1, 2, 3].map(Slot::Free),
            Asymptotes::ZeroBottom => {
                [Slot::Free(0), Slot::Fixed(0.0), Slot::Free(1), Slot::Free(2)]
            }
        };
        let (low, high) = (self.doses()[0], self.doses()[self.doses().len() - 1]);
        let centre = f64::midpoint(log_dose(low), log_dose(high));
        let span = self.span();
        let well = |&(dose, response): &(f64, f64)| {
            let x = if dose.is_finite() { log_dose(dose) - centre } else { dose };
            Well { curve: 0, x, response: response / span, root_weight: 1.0 }
        };
        let wells: Vec<Well> = points.iter().map(well).collect();
        let free = slots.iter().filter(|slot| matches!(slot, Slot::Free(_))).count();
        let layout = Layout { slots: vec![slots], directions: vec![direction], free };
        let (curve, lack_of_fit) = describe(&layout, &wells)?;
        let ic50 = libm::pow(10.0, curve.x50 + centre);
        if !(ic50 >= low && ic50 <= high) {
            let [ic50, low, high] = [ic50, low, high].map(Concentration::from_nanomolar);
            return Err(ResponseError::OutsideDoses { ic50, low, high });
        }
        Ok(HillFit {
            top: curve.top * span,
            bottom: curve.bottom * span,
            ic50: Concentration::from_nanomolar(ic50),
            hill: libm::exp(curve.log_hill),
            direction,
            lack_of_fit,
        })
    }
}

/// The best logistic through the points and its largest residual.
fn describe(layout: &Layout, wells: &[Well]) -> Result<(Logistic, f64), ResponseError> {
    let starts = candidates(wells, &layout.slots[0], layout.directions[0]);
    let attempts: Vec<Minimum> = starts
        .iter()
        .map(|start| {
            let values = [start.top, start.bottom, start.x50, start.log_hill];
            let free: Vec<f64> = layout.slots[0]
                .iter()
                .zip(values)
                .filter_map(|(slot, value)| matches!(slot, Slot::Free(_)).then_some(value))
                .collect();
            minimise(layout, wells, &free)
        })
        .collect();
    let best = attempts
        .iter()
        .filter(|attempt| attempt.converged && attempt.squares.is_finite())
        .min_by(|a, b| a.squares.total_cmp(&b.squares));
    let Some(best) = best else {
        let least = attempts.iter().map(|attempt| attempt.squares).fold(f64::INFINITY, f64::min);
        let residual = (least / wells.len() as f64).sqrt();
        return Err(ResponseError::NoConvergence { starts: starts.len(), residual });
    };
    let curve = layout.curve(0, &best.free);
    let residual = |well: &Well| (curve.at(well.x) - well.response).abs();
    Ok((curve, wells.iter().map(residual).fold(0.0, f64::max)))
}
