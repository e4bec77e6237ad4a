//! What the fit of a plate says.

use super::lack_of_fit::LackOfFit;
use crate::closest::closest;
use crate::response::error::ResponseError;
use crate::response::logistic::{Direction, Logistic, log_dose};
use crate::response::potency::Potency;
use crate::units::Concentration;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A fitted number with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The least-squares value, or the fixed one.
    #[serde(with = "crate::units::number")]
    pub value: f64,
    /// Lower and upper limit; none if the value was fixed or the data do not determine it.
    #[serde(with = "crate::units::number")]
    pub interval: Option<(f64, f64)>,
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.value)?;
        match self.interval {
            Some((low, high)) => write!(f, " ({low:.3} to {high:.3})"),
            None => Ok(()),
        }
    }
}

/// A half-way concentration with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PotencyEstimate {
    /// A number, or a bound where the data show no more.
    pub potency: Potency,
    /// Lower and upper limit: of the relative IC50 by profile likelihood, of the absolute one symmetric
    /// on the log scale. Zero or infinite on a side on which the data set no limit within two decades of
    /// the doses. None for a bound or a fixed value.
    pub interval: Option<(Concentration, Concentration)>,
}

impl fmt::Display for PotencyEstimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.potency)?;
        match self.interval {
            Some((low, high)) if high.as_nanomolar().is_finite() => write!(f, " ({low} to {high})"),
            Some((low, _)) => write!(f, " (from {low}, open upwards)"),
            None => Ok(()),
        }
    }
}

/// A fitted parameter, on the scale of the covariances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parameter {
    /// Upper asymptote, in the unit of the response.
    Top,
    /// Lower asymptote, in the unit of the response.
    Bottom,
    /// log10 of the relative IC50 in nM.
    Log10Ic50,
    /// Natural logarithm of the Hill slope.
    LnHill,
}

/// One fitted curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CurveFit {
    /// Its name on the plate.
    pub name: String,
    /// Whether it falls or rises.
    pub direction: Direction,
    /// Upper asymptote, in the unit of the response.
    pub top: Estimate,
    /// Lower asymptote, in the unit of the response.
    pub bottom: Estimate,
    /// Hill slope, positive; its interval is symmetric on the log scale.
    pub hill: Estimate,
    /// The dose half way between the asymptotes.
    pub relative_ic50: PotencyEstimate,
    /// The dose at which half of the response at zero dose is left.
    pub absolute_ic50: PotencyEstimate,
    /// Mean of the fitted curve over log dose, from the lowest to the highest positive dose, as a
    /// fraction of the top.
    #[serde(with = "crate::units::number")]
    pub area: f64,
    pub(super) logistic: Logistic,
    pub(super) x50_position: Option<usize>,
}

impl CurveFit {
    /// The fitted response at a dose.
    pub fn response(&self, dose: Concentration) -> f64 {
        self.logistic.at(log_dose(dose.as_nanomolar()))
    }
}

/// The fit of a plate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlateFit {
    /// One for each curve, in order of first appearance.
    pub curves: Vec<CurveFit>,
    /// The fitted parameters, in the order of the covariances, with the curve each belongs to (none
    /// if shared).
    pub parameters: Vec<(Parameter, Option<String>)>,
    /// Covariances s² (JᵀJ)⁻¹ of the parameters; infinite on the diagonal where the data do not
    /// determine a parameter.
    #[serde(with = "crate::units::number")]
    pub covariance: Vec<Vec<f64>>,
    /// Standard deviation s of a well of weight 1, in the unit of the response.
    #[serde(with = "crate::units::number")]
    pub residual_sd: f64,
    /// Wells minus fitted parameters.
    pub degrees_of_freedom: usize,
    /// Test of the model against the replicates; none without replicates.
    pub lack_of_fit: Option<LackOfFit>,
    pub(super) confidence: f64,
}

impl PlateFit {
    /// The curve of that name.
    ///
    /// # Errors
    /// If there is none; the message has the closest name, if any is close.
    pub fn curve(&self, name: &str) -> Result<&CurveFit, ResponseError> {
        self.curves.iter().find(|curve| curve.name == name).ok_or_else(|| {
            let names = self.curves.iter().map(|curve| curve.name.as_str());
            let closest = closest(name, names).map(str::to_owned);
            ResponseError::UnknownCurve { name: name.to_owned(), closest }
        })
    }
}
