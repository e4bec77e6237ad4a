//! What is asked of a curve that chooses its own doses.

use super::refine::FEWEST;
use crate::response::ResponseError;
use crate::units::Concentration;

/// Finest tolerance: below it lie the errors of any solver.
const FINEST: f64 = 1e-10;

/// A range of doses, how well the curve between them is to be known, and at what cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdaptiveDoses {
    low: Concentration,
    high: Concentration,
    tolerance: f64,
    most: usize,
}

impl AdaptiveDoses {
    /// Doses from `low` to `high`; tolerance 10⁻³, 400 solves at most. Checked when it is used.
    pub const fn between(low: Concentration, high: Concentration) -> Self {
        Self { low, high, tolerance: 1e-3, most: 400 }
    }

    /// The interpolant is to be this close everywhere, as a share of the largest response, 10⁻¹⁰ to
    /// 0.5; the solver's own relative tolerance should be ten times finer.
    #[must_use]
    pub const fn tolerance(mut self, tolerance: f64) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Solves no more doses than this, 26 or more.
    #[must_use]
    pub const fn at_most(mut self, solves: usize) -> Self {
        self.most = solves;
        self
    }

    /// Lowest and highest dose in nM, tolerance, solves.
    pub(super) fn checked(&self) -> Result<((f64, f64), f64, usize), ResponseError> {
        let (low, high) = (self.low.as_nanomolar(), self.high.as_nanomolar());
        let number = |field, value, remedy| Err(ResponseError::Number { field, value, remedy });
        if !(low > 0.0 && low.is_finite()) {
            return number("the lowest dose", low, "give a positive and finite dose (nM)");
        }
        if !(high > low && high.is_finite()) {
            return number("the highest dose", high, "give a finite dose above the lowest (nM)");
        }
        if !(FINEST..=0.5).contains(&self.tolerance) {
            let remedy = "give a share of the largest response, 1e-10 to 0.5";
            return number("the tolerance", self.tolerance, remedy);
        }
        if self.most < FEWEST {
            let remedy = "give 26 or more: fewer do not show whether the curve is known";
            return number("the number of solves", self.most as f64, remedy);
        }
        Ok(((low, high), self.tolerance, self.most))
    }
}
