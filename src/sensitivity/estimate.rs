//! From values at the points of a design to indices with intervals.
//!
//! First order after Saltelli et al. (2010, formula b), total order after Jansen (1999), over all rows; intervals by the jackknife
//! over blocks of rows, with Student's t, as if the blocks were independent of each other.

use super::{Design, FactorIndices, Index, Missing, Sensitivity, SensitivityError};
use crate::sweep::Outcome;
use statrs::distribution::{ContinuousCDF, StudentsT};

/// A variance this small beside the square of the mean is an error of rounding.
const ROUNDING: f64 = 1e-26;
/// Blocks of rows, from whose differences intervals are told.
const BLOCKS: u32 = 16;
/// Share of its rows that a design must keep.
const KEPT: f64 = 0.5;

/// Sums over rows.
#[derive(Debug, Clone, Default)]
struct Sums {
    rows: f64,
    /// Of the values at A and B, less a common centre, and of their squares.
    values: f64,
    squares: f64,
    /// For each factor: of f(B) (f(AB) − f(A)), and of half of (f(A) − f(AB))².
    first: Vec<f64>,
    total: Vec<f64>,
}

impl Sums {
    fn of(factors: usize) -> Self {
        let (first, total) = (vec![0.0; factors], vec![0.0; factors]);
        Self { first, total, ..Self::default() }
    }

    fn add(&mut self, row: &[f64], centre: f64) {
        let (a, b) = (row[0] - centre, row[1] - centre);
        self.rows += 1.0;
        self.values += a + b;
        self.squares += a * a + b * b;
        for (k, mixed) in row[2..].iter().map(|value| value - centre).enumerate() {
            self.first[k] += b * (mixed - a);
            self.total[k] += 0.5 * (a - mixed) * (a - mixed);
        }
    }

    /// These sums and so many times others.
    fn plus(&self, times: f64, other: &Self) -> Self {
        let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a + times * b).collect();
        Self {
            rows: self.rows + times * other.rows,
            values: self.values + times * other.values,
            squares: self.squares + times * other.squares,
            first: sum(&self.first, &other.first),
            total: sum(&self.total, &other.total),
        }
    }

    fn variance(&self) -> f64 {
        let count = 2.0 * self.rows;
        (self.squares - self.values * self.values / count) / (count - 1.0)
    }

    /// First and total index of a factor.
    fn indices(&self, factor: usize) -> [f64; 2] {
        let whole = self.rows * self.variance();
        [self.first[factor] / whole, self.total[factor] / whole]
    }
}

impl Design {
    /// The indices of a readout from its values at the points, in order.
    ///
    /// # Errors
    /// [`SensitivityError`] for too few or too many values, ones that are not finite, or values that do not vary.
    pub fn indices(&self, values: &[f64]) -> Result<Sensitivity, SensitivityError> {
        let finite = |&value: &f64| value.is_finite().then_some(value);
        self.indices_where_known(&values.iter().map(finite).collect::<Vec<_>>())
    }

    /// The indices of a readout, by its position, from the outcomes of a sweep over [`conditions`](Self::conditions).
    ///
    /// # Errors
    /// As [`indices`](Self::indices); [`SensitivityError::Failed`] where a point failed and none may.
    pub fn indices_of(
        &self,
        outcomes: &[Outcome],
        readout: usize,
    ) -> Result<Sensitivity, SensitivityError> {
        let mut values = Vec::with_capacity(outcomes.len());
        for (point, outcome) in outcomes.iter().enumerate() {
            values.push(match outcome.readouts() {
                Err(_) => None,
                Ok(readouts) => {
                    let known = readouts.len();
                    let missing = SensitivityError::Readout { point, readout, known };
                    let value = *readouts.get(readout).ok_or(missing)?;
                    value.is_finite().then_some(value)
                }
            });
        }
        self.indices_where_known(&values)
    }

    /// The indices of a readout from its values at the points, none where a point has no value.
    ///
    /// # Errors
    /// As [`indices_of`](Self::indices_of).
    pub fn indices_where_known(
        &self,
        values: &[Option<f64>],
    ) -> Result<Sensitivity, SensitivityError> {
        if values.len() != self.len() {
            return Err(SensitivityError::Length { given: values.len(), wanted: self.len() });
        }
        let without = |(point, value): (usize, &Option<f64>)| value.is_none().then_some(point);
        let failed: Vec<usize> = values.iter().enumerate().filter_map(without).collect();
        if let (Some(&first), Missing::Refuse) = (failed.first(), self.missing) {
            let (count, points) = (failed.len(), values.len());
            return Err(SensitivityError::Failed { first, count, points });
        }
        let (blocks, centre) = self.block_sums(values)?;
        let nothing = Sums::of(self.factors.len());
        let all = blocks.iter().fold(nothing, |all, block| all.plus(1.0, block));
        let (mean, variance) = (centre + all.values / (2.0 * all.rows), all.variance());
        // A variance that is no number is refused too.
        if !(variance > ROUNDING * mean * mean && variance.is_finite()) {
            return Err(SensitivityError::NoVariance { value: mean });
        }
        let rest: Vec<Sums> = blocks.iter().map(|block| all.plus(-1.0, block)).collect();
        let wide = self.quantile();
        let factors = self.factors.iter().enumerate().map(|(k, factor)| {
            let [first, total] = [0, 1].map(|order| {
                let estimate = all.indices(k)[order];
                let left: Vec<f64> = rest.iter().map(|sums| sums.indices(k)[order]).collect();
                let half = wide * jackknife(&left);
                Index { estimate, low: estimate - half, high: estimate + half }
            });
            FactorIndices { name: factor.name.clone(), first, total }
        });
        Ok(Sensitivity {
            factors: factors.collect(),
            mean,
            variance,
            confidence: self.confidence,
            points: values.len(),
            failed,
            #[expect(clippy::cast_sign_loss, reason = "a count")]
            rows_left_out: self.rows as usize - all.rows as usize,
        })
    }

    /// Sums of each block, and the centre that was taken off the values.
    fn block_sums(&self, values: &[Option<f64>]) -> Result<(Vec<Sums>, f64), SensitivityError> {
        let rows: Vec<Option<Vec<f64>>> =
            values.chunks(self.width()).map(|row| row.iter().copied().collect()).collect();
        let left = rows.iter().flatten().count();
        if (left as f64) < KEPT * f64::from(self.rows) {
            return Err(SensitivityError::TooFewLeft { left, rows: self.rows });
        }
        let middles = rows.iter().flatten().map(|row| f64::midpoint(row[0], row[1]));
        let centre = middles.sum::<f64>() / left as f64;
        let sums = |rows: &[Option<Vec<f64>>]| {
            let mut sums = Sums::of(self.factors.len());
            for row in rows.iter().flatten() {
                sums.add(row, centre);
            }
            sums
        };
        Ok((rows.chunks((self.rows / BLOCKS) as usize).map(sums).collect(), centre))
    }

    /// The two-sided quantile of Student's t.
    fn quantile(&self) -> f64 {
        StudentsT::new(0.0, 1.0, f64::from(BLOCKS - 1))
            .map_or(f64::INFINITY, |t| t.inverse_cdf(f64::midpoint(1.0, self.confidence)))
    }
}

/// Standard error from estimates that leave out one block each.
fn jackknife(left: &[f64]) -> f64 {
    let count = left.len() as f64;
    let mean = left.iter().sum::<f64>() / count;
    let squares: f64 = left.iter().map(|value| (value - mean) * (value - mean)).sum();
    libm::sqrt((count - 1.0) / count * squares)
}
