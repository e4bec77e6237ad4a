//! From a fitted logistic to an IC50 or to the bound that the data allow.

use super::result::PotencyEstimate;
use crate::response::least_squares::LOST;
use crate::response::logistic::{Direction, Logistic};
use crate::response::potency::Potency;
use crate::units::Concentration;
use std::f64::consts::LN_10;

/// Share of the span at the highest dose from which on a plateau counts as seen.
const PLATEAU: f64 = 0.8;

/// What decides between an IC50 and a bound; x is log10 of the dose in nM.
pub(super) struct Evidence {
    /// Lowest positive dose.
    pub(super) low: f64,
    /// Highest dose.
    pub(super) high: f64,
    /// Whether the response differs from a constant.
    pub(super) effect: bool,
    /// Share of the span that the curve has run through at the highest dose.
    pub(super) reached: f64,
}

fn concentration(x: f64) -> Concentration {
    Concentration::from_nanomolar(libm::pow(10.0, x))
}

impl Evidence {
    /// The half-way dose at `x` with the limits of its interval (none if x was fixed), or a bound.
    ///
    /// A limit more than two decades outside the doses is open.
    pub(super) fn potency(&self, x: Option<f64>, limits: Option<(f64, f64)>) -> PotencyEstimate {
        let (low, high) = (self.low, self.high);
        let bound = |potency| PotencyEstimate { potency, interval: None };
        let above = |x: f64| bound(Potency::Above(concentration(x)));
        let Some(x) = x.filter(|_| self.effect) else { return above(high) };
        let (from, to) = limits.unwrap_or((x, x));
        let from = if from < low - LOST { f64::NEG_INFINITY } else { from };
        let to = if to > high + LOST { f64::INFINITY } else { to };
        if x > high {
            return above(if from.is_finite() { from.min(high) } else { high });
        }
        if x < low {
            let limit = if to.is_finite() { to.max(low) } else { low };
            return bound(Potency::Below(concentration(limit)));
        }
        if from.is_finite() && to.is_infinite() && self.reached < PLATEAU {
            return above(from);
        }
        let interval = limits.map(|_| (concentration(from), concentration(to)));
        PotencyEstimate { potency: Potency::Exactly(concentration(x)), interval }
    }
}

/// log10 of the dose that leaves half of the response at zero dose, and its derivatives by top,
/// bottom, x50 and ln h.
///
/// x = x50 + ln(top / (top − 2 bottom)) / (h ln 10); none for a rising curve or a bottom above half.
pub(super) fn absolute(curve: &Logistic) -> Option<(f64, [f64; 4])> {
    let x = curve.inverse(curve.top / 2.0)?;
    let rest = curve.top - 2.0 * curve.bottom;
    if curve.direction == Direction::Rising || curve.top <= 0.0 || rest <= 0.0 {
        return None;
    }
    let steepness = LN_10 * libm::exp(curve.log_hill);
    let by_top = (1.0 / curve.top - 1.0 / rest) / steepness;
    Some((x, [by_top, 2.0 / (rest * steepness), 1.0, curve.x50 - x]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derivatives_of_the_absolute_dose_agree_with_differences() {
        let direction = Direction::Falling;
        let curve = Logistic { top: 9.0, bottom: 2.0, x50: 0.4, log_hill: 0.2, direction };
        let Some((x, derivatives)) = absolute(&curve) else { unreachable!() };
        assert!((curve.at(x) - 4.5).abs() < 1e-12);
        let step = 1e-6;
        let moved = [
            Logistic { top: 9.0 + step, ..curve },
            Logistic { bottom: 2.0 + step, ..curve },
            Logistic { x50: 0.4 + step, ..curve },
            Logistic { log_hill: 0.2 + step, ..curve },
        ];
        for (moved, derivative) in moved.iter().zip(derivatives) {
            let difference = absolute(moved).map_or(f64::NAN, |found| (found.0 - x) / step);
            assert!((difference - derivative).abs() < 1e-5, "{difference} {derivative}");
        }
        assert_eq!(absolute(&Logistic { bottom: 4.6, ..curve }), None);
        assert_eq!(absolute(&Logistic { direction: Direction::Rising, ..curve }), None);
    }
}
