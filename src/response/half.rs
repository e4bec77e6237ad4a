//! Half-way concentrations of a simulated curve, by root search on the curve itself.

use super::crossing::crossing;
use super::curve::Curve;
use super::error::{ResponseError, SearchError};
use super::potency::Potency;
use super::shape::Shape;
use crate::units::Concentration;
use std::error::Error;

/// A last step flatter than this fraction of the span for each decade of dose is a plateau.
const PLATEAU: f64 = 0.01;

/// Which response counts as half way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Halfway {
    /// Half of the response at zero dose: the absolute IC50.
    OfControl,
    /// The mean of the two plateaus: the relative IC50, or an agonist's EC50.
    BetweenPlateaus,
}

impl Curve {
    /// The half-way concentration, found by root search on the curve, not on a fitted logistic.
    ///
    /// `evaluate` gives the responses at a batch of doses in nM. The plateaus are the responses at
    /// zero and at infinite dose; without [`Curve::with_saturation`] the response at the last dose
    /// stands for the latter if the curve is flat there (less than 1 % of the span per decade).
    /// If it is not, the plateau lies further on, the half-way dose can only be higher than the one
    /// found, and that is what [`Potency::Above`] says. A level not reached up to the last dose, or
    /// passed before the first, gives the bound; a flat curve never reaches half; a curve that turns
    /// back is not searched.
    ///
    /// # Errors
    /// If the curve cannot be evaluated, or half of a control that is not positive is asked for.
    pub fn potency<E: Error + 'static>(
        &self,
        halfway: Halfway,
        evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
    ) -> Result<Potency, SearchError<E>> {
        if halfway == Halfway::OfControl && self.control() <= 0.0 {
            return Err(ResponseError::NoControl { control: self.control() }.into());
        }
        let last = self.responses().len() - 1;
        match self.shape() {
            Shape::NotSigmoid { from, to } => return Ok(Potency::NotSigmoid { from, to }),
            Shape::Flat => return Ok(Potency::Above(self.dose(last))),
            Shape::Falling | Shape::Rising => (),
        }
        let plateau = self.saturation().unwrap_or(self.responses()[last]);
        let level = match halfway {
            Halfway::OfControl => self.control() / 2.0,
            Halfway::BetweenPlateaus => f64::midpoint(self.control(), plateau),
        };
        match (self.equieffective(level, evaluate)?, halfway) {
            (Potency::Exactly(found), Halfway::BetweenPlateaus) if !self.ends_flat() => {
                Ok(Potency::Above(found))
            }
            (found, _) => Ok(found),
        }
    }

    /// The lowest dose with the response `level`, by root search on the curve: two curves are compared
    /// by the doses at which they do the same.
    ///
    /// `evaluate` gives the responses at a batch of doses in nM; `level` is in the unit of the response.
    /// A level that is not reached up to the last dose, or passed before the first, gives the bound.
    ///
    /// # Errors
    /// If the level is not finite, or the curve cannot be evaluated.
    pub fn equieffective<E: Error + 'static>(
        &self,
        level: f64,
        evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
    ) -> Result<Potency, SearchError<E>> {
        if !level.is_finite() {
            let (field, remedy) = ("level", "give a finite response");
            return Err(ResponseError::Number { field, value: level, remedy }.into());
        }
        let (doses, responses) = (self.doses(), self.responses());
        let start = self.control() - level;
        match responses.iter().position(|r| start * (r - level) <= 0.0) {
            None => Ok(Potency::Above(self.dose(doses.len() - 1))),
            Some(0) => Ok(Potency::Below(self.dose(0))),
            Some(after) => crossing(doses[after - 1], doses[after], level, evaluate)
                .map(|found| Potency::Exactly(Concentration::from_nanomolar(found))),
        }
    }

    fn dose(&self, index: usize) -> Concentration {
        Concentration::from_nanomolar(self.doses()[index])
    }

    /// Whether the plateau at high dose is known: given, or seen at the last two doses.
    fn ends_flat(&self) -> bool {
        let (doses, responses, last) = (self.doses(), self.responses(), self.doses().len() - 1);
        let slope =
            (responses[last] - responses[last - 1]) / libm::log10(doses[last] / doses[last - 1]);
        self.saturation().is_some() || slope.abs() <= PLATEAU * self.span()
    }
}
