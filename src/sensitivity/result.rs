//! What is known of each factor.

use serde::{Deserialize, Serialize};

/// An index with its interval.
///
/// Shares of the variance, 0 to 1 but for the error of the estimate: an index near zero may come out a little below.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// The estimate.
    pub estimate: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// The indices of one factor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactorIndices {
    /// Its name.
    pub name: String,
    /// What knowing it would take off the variance.
    pub first: Index,
    /// What would be left of the variance if all others were known.
    pub total: Index,
}

/// The indices of a readout.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The indices, in the order of the factors.
    pub factors: Vec<FactorIndices>,
    /// Mean of the readout over the factors, in its unit.
    pub mean: f64,
    /// Its variance, in its unit squared.
    pub variance: f64,
    /// Share of the intervals that cover what they estimate, at least.
    pub confidence: f64,
    /// Points of the design.
    pub points: usize,
    /// Points without a value, whose rows were left out.
    pub failed: Vec<usize>,
    /// Rows left out with them.
    pub rows_left_out: usize,
}

impl Sensitivity {
    /// The factors from the largest total index to the smallest.
    pub fn ranking(&self) -> Vec<&FactorIndices> {
        let mut factors: Vec<_> = self.factors.iter().collect();
        factors.sort_by(|a, b| b.total.estimate.total_cmp(&a.total.estimate));
        factors
    }
}
