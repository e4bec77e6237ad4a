//! A number that is uncertain, and how.

use super::SensitivityError;
use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, Normal};

/// How an uncertain number is distributed, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Spread {
    /// Every value from `low` to `high` alike.
    Uniform {
        /// Least value.
        low: f64,
        /// Largest value.
        high: f64,
    },
    /// Every factor from `low` to `high` alike: what is known to an order of magnitude.
    LogUniform {
        /// Least value, above zero.
        low: f64,
        /// Largest value.
        high: f64,
    },
    /// The logarithm is normal: what multiplies up, such as abundances between cells.
    LogNormal {
        /// Half of the values lie below, above zero.
        median: f64,
        /// Two thirds of the values lie within this factor of the median, e^σ, above 1.
        fold: f64,
    },
}

/// An uncertain number: the name of a parameter or species of the swept system, and its distribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Factor {
    /// Its name.
    pub name: String,
    /// Its distribution.
    pub spread: Spread,
}

impl Factor {
    /// Every value from `low` to `high` alike.
    pub fn uniform(name: impl Into<String>, low: f64, high: f64) -> Self {
        Self { name: name.into(), spread: Spread::Uniform { low, high } }
    }

    /// Every factor from `low` to `high` alike.
    pub fn log_uniform(name: impl Into<String>, low: f64, high: f64) -> Self {
        Self { name: name.into(), spread: Spread::LogUniform { low, high } }
    }

    /// Log-normal with a median; two thirds of the values lie within `fold` times of it.
    pub fn log_normal(name: impl Into<String>, median: f64, fold: f64) -> Self {
        Self { name: name.into(), spread: Spread::LogNormal { median, fold } }
    }

    /// Refuses a distribution that is none.
    pub(super) fn check(&self) -> Result<(), SensitivityError> {
        let (first, second) = match self.spread {
            Spread::Uniform { low, high } => (("low", low, true), ("high", high, high > low)),
            Spread::LogUniform { low, high } => {
                (("low", low, low > 0.0), ("high", high, high > low))
            }
            Spread::LogNormal { median, fold } => {
                (("median", median, median > 0.0), ("fold", fold, fold > 1.0))
            }
        };
        for (field, value, fits) in [first, second] {
            if !(fits && value.is_finite()) {
                return Err(SensitivityError::Spread { factor: self.name.clone(), field, value });
            }
        }
        Ok(())
    }

    /// The value below which a share `u` of the distribution lies, 0 < u < 1.
    pub(super) fn quantile(&self, u: f64) -> f64 {
        match self.spread {
            Spread::Uniform { low, high } => low + u * (high - low),
            Spread::LogUniform { low, high } => low * libm::pow(high / low, u),
            Spread::LogNormal { median, fold } => {
                median * libm::pow(fold, Normal::standard().inverse_cdf(u))
            }
        }
    }
}
