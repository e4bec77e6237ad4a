//! Dose grids in the words of the laboratory.

use super::AssayError;
use crate::units::Concentration;

/// Doses of a grid at most; beyond that a number of points is a slip of the keyboard.
const MOST: usize = 1_000_000;

/// Doses in ascending order, each once.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseGrid {
    nanomolar: Vec<f64>,
}

impl DoseGrid {
    /// `points` doses from `low` to `high`, equal steps on the logarithm; checked when it is used.
    pub fn log(low: Concentration, high: Concentration, points: usize) -> Self {
        let (low, high) = (low.as_nanomolar(), high.as_nanomolar());
        let points = bounded(points);
        let last = points.saturating_sub(1).max(1) as f64;
        let dose = |k: usize| match k {
            0 => low,
            k if k + 1 == points => high,
            k => low * (high / low).powf(k as f64 / last),
        };
        Self { nanomolar: (0..points).map(dose).collect() }
    }

    /// `points` doses from `top` down, each `fold` times less than the one before: a serial dilution.
    pub fn serial_dilution(top: Concentration, fold: f64, points: usize) -> Self {
        let (top, points) = (top.as_nanomolar(), bounded(points));
        let dose = |k: usize| top / fold.powi(i32::try_from(k).unwrap_or(i32::MAX));
        Self { nanomolar: (0..points).rev().map(dose).collect() }
    }

    /// A serial dilution of a stock (usually 10 mM in DMSO) that the well dilutes `in_well` times
    /// before the first step: 1000 for 0.1 % DMSO.
    pub fn from_stock(stock: Concentration, in_well: f64, (fold, points): (f64, usize)) -> Self {
        let top = Concentration::from_nanomolar(stock.as_nanomolar() / in_well);
        Self::serial_dilution(top, fold, points)
    }

    /// These doses.
    pub fn list(doses: &[Concentration]) -> Self {
        Self { nanomolar: doses.iter().map(|dose| dose.as_nanomolar()).collect() }
    }

    /// The same doses and, below the lowest, one more for each of so many decades.
    pub(super) fn down_by(&self, decades: u32) -> Self {
        let lowest = self.nanomolar.first().copied().unwrap_or(f64::NAN);
        let below = (1..=decades).rev().map(|decade| lowest / 10_f64.powf(f64::from(decade)));
        Self { nanomolar: below.chain(self.nanomolar.iter().copied()).collect() }
    }

    /// The doses in nM.
    ///
    /// # Errors
    /// [`AssayError::Doses`] if there are fewer than two or more than a million, or they are not positive, finite and ascending.
    pub fn nanomolar(&self) -> Result<&[f64], AssayError> {
        let bad = |index: usize, problem| {
            let value = self.nanomolar.get(index).copied().unwrap_or(f64::NAN);
            Err(AssayError::Doses { index, value, problem })
        };
        if self.nanomolar.len() < 2 {
            return bad(0, "a grid needs two doses or more");
        }
        if self.nanomolar.len() > MOST {
            return bad(MOST, "a grid has a million doses at most");
        }
        for (index, &dose) in self.nanomolar.iter().enumerate() {
            if !(dose.is_finite() && dose > 0.0) {
                return bad(index, "a dose is positive and finite");
            }
            if index > 0 && dose <= self.nanomolar[index - 1] {
                return bad(index, "doses ascend, each once");
            }
        }
        Ok(&self.nanomolar)
    }
}

/// As many points as asked for, or one more than a grid can have, so that it is refused when used.
fn bounded(points: usize) -> usize {
    points.min(MOST + 1)
}

#[cfg(test)]
mod tests {
    use super::DoseGrid;
    use crate::units::Quantities;

    #[test]
    fn a_slip_in_the_number_of_points_is_refused() {
        let (low, high) = (1.0.nanomolar(), 1.0.micromolar());
        for points in [1_000_001, usize::MAX] {
            let grids = [
                DoseGrid::log(low, high, points),
                DoseGrid::serial_dilution(high, 1.00001, points),
            ];
            for grid in grids {
                let error = grid.nanomolar().map_err(|error| error.to_string()).err();
                assert!(error.unwrap_or_default().ends_with("a grid has a million doses at most"));
            }
        }
        assert_eq!(
            DoseGrid::log(low, high, 1_000_000).nanomolar().map(<[f64]>::len).ok(),
            Some(1_000_000)
        );
    }
}
