//! Are two potencies different?

use super::result::{CurveFit, PlateFit};
use crate::response::distribution::{quantile, two_sided};
use crate::response::error::ResponseError;
use crate::response::potency::Potency;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The ratio of two IC50.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Relative IC50 of the first curve over that of the second.
    #[serde(with = "crate::units::number")]
    pub ratio: f64,
    /// Lower and upper limit of the ratio, symmetric on the log scale.
    #[serde(with = "crate::units::number")]
    pub interval: (f64, f64),
    /// Two-sided probability of so large a difference of log IC50 if they are equal.
    #[serde(with = "crate::units::number")]
    pub p: f64,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = self.interval;
        write!(f, "{:.3} ({low:.3} to {high:.3}), p = {:.1e}", self.ratio, self.p)
    }
}

impl PlateFit {
    /// Compares the relative IC50 of two curves of the plate by t on the difference of their log10,
    /// with the covariance of the joint fit.
    ///
    /// # Errors
    /// If a name is unknown, one of the two is only a bound, or both share one IC50.
    pub fn compare(&self, first: &str, second: &str) -> Result<Comparison, ResponseError> {
        let (first, second) = (self.curve(first)?, self.curve(second)?);
        let (a, b) = (determined(first)?, determined(second)?);
        let (Some(i), Some(j)) = (first.x50_position, second.x50_position) else {
            return Err(ResponseError::SharedIc50);
        };
        if i == j {
            return Err(ResponseError::SharedIc50);
        }
        let covariance = &self.covariance;
        let variance = covariance[i][i] + covariance[j][j] - 2.0 * covariance[i][j];
        let error = variance.max(0.0).sqrt();
        let half = quantile(self.confidence, self.degrees_of_freedom) * error;
        let difference = a - b;
        let power = |exponent: f64| libm::pow(10.0, exponent);
        let p = if difference == 0.0 {
            1.0
        } else {
            two_sided(difference.abs() / error, self.degrees_of_freedom)
        };
        let interval = (power(difference - half), power(difference + half));
        Ok(Comparison { ratio: power(difference), interval, p })
    }
}

fn determined(curve: &CurveFit) -> Result<f64, ResponseError> {
    match curve.relative_ic50.potency {
        Potency::Exactly(_) if curve.relative_ic50.interval.is_some() => Ok(curve.logistic.x50),
        potency => Err(ResponseError::NotDetermined {
            curve: curve.name.clone(),
            potency: potency.to_string(),
        }),
    }
}
