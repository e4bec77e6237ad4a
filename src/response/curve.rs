//! A simulated dose-response curve: points without noise.

use super::error::ResponseError;
use super::shape::{Shape, classify};
use serde::{Deserialize, Serialize};

/// Responses of a simulation over ascending doses, with the response at zero dose.
///
/// Doses in nM; responses in any one unit. Read from a file, it is checked as by [`Curve::new`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Curve {
    doses: Vec<f64>,
    responses: Vec<f64>,
    control: f64,
    saturation: Option<f64>,
}

/// A curve as it stands in a file.
#[derive(Deserialize)]
struct Unchecked {
    doses: Vec<f64>,
    responses: Vec<f64>,
    control: f64,
    saturation: Option<f64>,
}

impl TryFrom<Unchecked> for Curve {
    type Error = ResponseError;

    fn try_from(written: Unchecked) -> Result<Self, ResponseError> {
        let curve = Self::new(written.doses, written.responses, written.control)?;
        match written.saturation {
            Some(response) => curve.with_saturation(response),
            None => Ok(curve),
        }
    }
}

const FINITE: &str = "give a finite number, or leave the point out";

fn finite(field: &'static str, value: f64) -> Result<f64, ResponseError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(ResponseError::Number { field, value, remedy: FINITE })
    }
}

impl Curve {
    /// A curve of `responses` at `doses` (nM, positive, strictly ascending, at least two) and at
    /// zero dose (`control`).
    ///
    /// # Errors
    /// If the lengths differ, a number is not finite, or the doses are too few, not positive or
    /// not ascending.
    pub fn new(doses: Vec<f64>, responses: Vec<f64>, control: f64) -> Result<Self, ResponseError> {
        if doses.len() != responses.len() {
            let (doses, responses) = (doses.len(), responses.len());
            return Err(ResponseError::Lengths { doses, responses });
        }
        if doses.len() < 2 {
            let (what, have, need) = ("doses of a curve".to_owned(), doses.len(), 2);
            return Err(ResponseError::TooFew { what, have, need });
        }
        for (index, (&dose, &response)) in doses.iter().zip(&responses).enumerate() {
            let row = index + 1;
            if !(dose > 0.0 && dose.is_finite()) {
                let remedy = "give a positive dose in nM; the response at zero dose is the control";
                return Err(ResponseError::Row { row, field: "dose", value: dose, remedy });
            }
            if !response.is_finite() {
                let (field, value) = ("response", response);
                return Err(ResponseError::Row { row, field, value, remedy: FINITE });
            }
            let previous = if index == 0 { 0.0 } else { doses[index - 1] };
            if dose <= previous {
                return Err(ResponseError::Unsorted { row, previous, dose });
            }
        }
        finite("control response", control)?;
        Ok(Self { doses, responses, control, saturation: None })
    }

    /// The same curve with the response at infinite dose, which is then its plateau.
    ///
    /// # Errors
    /// If `response` is not finite.
    pub fn with_saturation(mut self, response: f64) -> Result<Self, ResponseError> {
        self.saturation = Some(finite("response at infinite dose", response)?);
        Ok(self)
    }

    /// Doses in nM, ascending.
    pub fn doses(&self) -> &[f64] {
        &self.doses
    }

    /// Responses, one for each dose.
    pub fn responses(&self) -> &[f64] {
        &self.responses
    }

    /// Response at zero dose.
    pub const fn control(&self) -> f64 {
        self.control
    }

    /// Response at infinite dose, if it was given.
    pub const fn saturation(&self) -> Option<f64> {
        self.saturation
    }

    /// Every point as (dose in nM, response), control first at dose 0, saturation last at ∞.
    pub(super) fn points(&self) -> Vec<(f64, f64)> {
        let measured = self.doses.iter().copied().zip(self.responses.iter().copied());
        let end = self.saturation.map(|response| (f64::INFINITY, response));
        std::iter::once((0.0, self.control)).chain(measured).chain(end).collect()
    }

    /// Falling, rising, flat, or not sigmoid and where.
    pub fn shape(&self) -> Shape {
        classify(&self.points())
    }

    fn extremes(&self) -> (f64, f64) {
        let points = self.points();
        let low = points.iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
        (low, points.iter().map(|p| p.1).fold(f64::NEG_INFINITY, f64::max))
    }

    fn largest(&self) -> Result<f64, ResponseError> {
        match self.extremes().1 {
            largest if largest > 0.0 => Ok(largest),
            largest => Err(ResponseError::NoSignal { largest }),
        }
    }

    /// Largest minus smallest response, in the unit of the response.
    pub fn span(&self) -> f64 {
        let (low, high) = self.extremes();
        high - low
    }

    /// Largest change from the control as a fraction of the largest response.
    ///
    /// Emax = max |r(d) − r(0)| / max r: for an inhibitor the fraction of the control's response
    /// that is lost; 1 for complete inhibition.
    ///
    /// # Errors
    /// If no response exceeds zero.
    pub fn maximal_effect(&self) -> Result<f64, ResponseError> {
        let largest = self.largest()?;
        let (low, high) = self.extremes();
        Ok((high - self.control).max(self.control - low) / largest)
    }

    /// Mean response over the logarithm of dose, as a fraction of the largest response.
    ///
    /// A = ∫ r dln d / (ln(last/first dose) · max r), by trapezoids from the first to the last dose:
    /// 1 for an inhibitor without effect.
    ///
    /// # Errors
    /// If no response exceeds zero.
    pub fn area(&self) -> Result<f64, ResponseError> {
        let largest = self.largest()?;
        let logs: Vec<f64> = self.doses.iter().map(|&dose| libm::log(dose)).collect();
        let area: f64 = logs
            .windows(2)
            .zip(self.responses.windows(2))
            .map(|(x, r)| (x[1] - x[0]) * (r[0] + r[1]) / 2.0)
            .sum();
        Ok(area / ((logs[logs.len() - 1] - logs[0]) * largest))
    }
}
