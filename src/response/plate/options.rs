//! Which parameters of a plate's curves are their own, shared or fixed.

use crate::response::error::ResponseError;
use crate::response::logistic::Direction;

/// Where a parameter comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Setting {
    /// Each curve has its own.
    Own,
    /// One value for all curves, fitted.
    Shared,
    /// One value for all curves, given.
    Fixed(f64),
}

/// The model of a plate: y = bottom + (top − bottom) / (1 + (d/IC50)^h) for each falling curve,
/// with (IC50/d)^h for each rising one.
///
/// The default is the four-parameter logistic with every parameter a curve's own, the direction
/// read from the data, and 95 % intervals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitOptions {
    /// Upper asymptote, in the unit of the response.
    pub top: Setting,
    /// Lower asymptote, in the unit of the response.
    pub bottom: Setting,
    /// Relative IC50 (or EC50) in nM.
    pub ic50: Setting,
    /// Hill slope, positive.
    pub hill: Setting,
    /// Falling or rising; read from each curve's wells if not given.
    pub direction: Option<Direction>,
    /// Coverage of the intervals, between 0 and 1.
    pub confidence: f64,
}

impl Default for FitOptions {
    fn default() -> Self {
        let own = Setting::Own;
        let (direction, confidence) = (None, 0.95);
        Self { top: own, bottom: own, ic50: own, hill: own, direction, confidence }
    }
}

impl FitOptions {
    /// The three-parameter logistic: the bottom is zero.
    pub fn zero_bottom() -> Self {
        Self { bottom: Setting::Fixed(0.0), ..Self::default() }
    }

    pub(super) fn check(&self) -> Result<(), ResponseError> {
        let finite = "fix it at a finite number";
        let positive = "fix it at a positive number";
        let settings = [
            ("fixed top", self.top, finite, false),
            ("fixed bottom", self.bottom, finite, false),
            ("fixed IC50", self.ic50, positive, true),
            ("fixed Hill slope", self.hill, positive, true),
        ];
        for (field, setting, remedy, must_exceed_zero) in settings {
            if let Setting::Fixed(value) = setting
                && !(value.is_finite() && (value > 0.0 || !must_exceed_zero))
            {
                return Err(ResponseError::Number { field, value, remedy });
            }
        }
        if !(self.confidence > 0.0 && self.confidence < 1.0) {
            let remedy = "give a fraction between 0 and 1, such as 0.95";
            let (field, value) = ("confidence", self.confidence);
            return Err(ResponseError::Number { field, value, remedy });
        }
        Ok(())
    }
}
