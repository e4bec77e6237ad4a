//! Which points are solved.

use super::sequence::{DIMENSIONS, ROWS, Scrambling};
use super::{Factor, Missing, SensitivityError};
use crate::sweep::{Conditions, SweepError, Swept};
use serde::{Deserialize, Serialize};

/// Points over the distributions of factors, from which indices can be told.
///
/// Each row holds two independent points A and B and, for each factor, A with that factor's value from B (Saltelli et al. 2010
/// Comput Phys Commun 181:259). Rows are spread evenly over the distributions, and so is each sixteenth of them, in order: from
/// the differences between these blocks the intervals are told. As blocks make up for each other, the estimates are closer to the
/// truth than the intervals say. A point depends on seed and row alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Design {
    pub(super) factors: Vec<Factor>,
    pub(super) rows: u32,
    seed: u64,
    pub(super) confidence: f64,
    pub(super) missing: Missing,
}

/// A design as it stands in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    factors: Vec<Factor>,
    rows: u32,
    seed: u64,
    confidence: f64,
    missing: Missing,
}

impl TryFrom<Unchecked> for Design {
    type Error = SensitivityError;

    fn try_from(written: Unchecked) -> Result<Self, SensitivityError> {
        let design = Self::new(&written.factors)?.rows(written.rows)?;
        let design = design.confidence(written.confidence)?;
        Ok(design.seed(written.seed).missing(written.missing))
    }
}

/// Refuses a number of rows that are not spread evenly, or too few of them.
pub(crate) fn spread_evenly(field: &'static str, rows: u32) -> Result<(), SensitivityError> {
    if rows.is_power_of_two() && (128..=ROWS).contains(&rows) {
        return Ok(());
    }
    Err(SensitivityError::Size { field, value: rows, allowed: "a power of two from 128 to 65536" })
}

impl Design {
    /// A design of 1024 rows with seed 0 and intervals of 95 %.
    ///
    /// # Errors
    /// [`SensitivityError`] for no factors or more than 128, one named twice, or a distribution that is none.
    pub fn new(factors: &[Factor]) -> Result<Self, SensitivityError> {
        let most = DIMENSIONS / 2;
        if factors.is_empty() || factors.len() > most {
            return Err(SensitivityError::Factors { given: factors.len(), most });
        }
        for (k, factor) in factors.iter().enumerate() {
            factor.check()?;
            if factors[..k].iter().any(|other| other.name == factor.name) {
                return Err(SensitivityError::Repeated { name: factor.name.clone() });
            }
        }
        let factors = factors.to_vec();
        let missing = Missing::default();
        Ok(Self { factors, rows: 1024, seed: 0, confidence: 0.95, missing })
    }

    /// Takes so many rows.
    ///
    /// # Errors
    /// [`SensitivityError::Size`] unless it is a power of two from 128 to 65536, without which rows are not spread evenly.
    pub fn rows(mut self, rows: u32) -> Result<Self, SensitivityError> {
        spread_evenly("rows", rows)?;
        self.rows = rows;
        Ok(self)
    }

    /// Takes another set of points.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Gives intervals of this confidence, a share.
    ///
    /// # Errors
    /// [`SensitivityError::Confidence`] unless it is above 0 and below 1.
    pub fn confidence(mut self, confidence: f64) -> Result<Self, SensitivityError> {
        if !(confidence > 0.0 && confidence < 1.0) {
            return Err(SensitivityError::Confidence { value: confidence });
        }
        self.confidence = confidence;
        Ok(self)
    }

    /// Sets what is done about points without a value.
    #[must_use]
    pub const fn missing(mut self, missing: Missing) -> Self {
        self.missing = missing;
        self
    }

    /// The factors.
    pub fn factors(&self) -> &[Factor] {
        &self.factors
    }

    /// Points of one row: A, B, and one for each factor.
    pub(super) fn width(&self) -> usize {
        self.factors.len() + 2
    }

    /// Number of points.
    pub fn len(&self) -> usize {
        self.rows as usize * self.width()
    }

    /// Never: a design has points.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values of the factors at a point, in their order; none where there is no such point.
    pub fn point(&self, index: usize) -> Vec<f64> {
        let (row, which) = (index / self.width(), index % self.width());
        if row >= self.rows as usize {
            return Vec::new();
        }
        let scrambling = Scrambling::new(self.seed);
        let value = |(k, factor): (usize, &Factor)| {
            let from_b = which == 1 || which == k + 2;
            let dimension = if from_b { self.factors.len() + k } else { k };
            factor.quantile(scrambling.coordinate(row as u32, dimension))
        };
        self.factors.iter().enumerate().map(value).collect()
    }

    /// Every point, in order.
    pub fn points(&self) -> impl ExactSizeIterator<Item = Vec<f64>> {
        (0..self.len()).map(|index| self.point(index))
    }

    /// One point of each row, its A: a sample of the distributions, spread evenly, for what needs no indices.
    ///
    /// As many points as [`rows`](Self::rows) were asked for, 1024 unless set, in the order of the rows; of a power of two of
    /// them from the first on, each is spread evenly too. A point has one value for each of the [`factors`](Self::factors), in
    /// their order, in whatever unit the factor was given in.
    pub fn sample(&self) -> impl ExactSizeIterator<Item = Vec<f64>> {
        (0..self.rows as usize).map(|row| self.point(row * self.width()))
    }

    /// The points as conditions of a sweep, in order; what else the sweep needs can be [varied](Conditions::vary) in addition.
    ///
    /// # Errors
    /// [`SweepError`] for a factor that the system does not have.
    pub fn conditions<S: Swept>(&self, system: &S) -> Result<Conditions, SweepError> {
        let names: Vec<&str> = self.factors.iter().map(|factor| factor.name.as_str()).collect();
        Conditions::list(system, &names, &self.points().collect::<Vec<_>>())
    }
}
