//! The four-parameter logistic, its derivatives and its area.

use serde::{Deserialize, Serialize};
use std::f64::consts::LN_10;

/// Whether responses fall or rise with dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Top at zero dose, bottom at saturation: an inhibitor.
    Falling,
    /// Bottom at zero dose, top at saturation: an agonist.
    Rising,
}

impl Direction {
    const fn sign(self) -> f64 {
        match self {
            Self::Falling => 1.0,
            Self::Rising => -1.0,
        }
    }
}

/// log10 dose; −∞ for a control.
pub(super) fn log_dose(dose: f64) -> f64 {
    if dose == 0.0 { f64::NEG_INFINITY } else { libm::log10(dose) }
}

/// y = bottom + (top − bottom) / (1 + 10^(±h (x − x50))), + for a falling curve.
///
/// x is log10 dose (−∞ for a control, ∞ for saturation), h = exp(`log_hill`) > 0.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Logistic {
    #[serde(with = "crate::units::number")]
    pub(super) top: f64,
    #[serde(with = "crate::units::number")]
    pub(super) bottom: f64,
    #[serde(with = "crate::units::number")]
    pub(super) x50: f64,
    #[serde(with = "crate::units::number")]
    pub(super) log_hill: f64,
    pub(super) direction: Direction,
}

impl Logistic {
    /// Beyond e^±20 a curve is a step or a constant in double precision.
    fn steepness(&self) -> f64 {
        self.direction.sign() * LN_10 * libm::exp(self.log_hill.clamp(-20.0, 20.0))
    }

    /// The share of the top and of the bottom in the response at x.
    fn shares(&self, x: f64) -> (f64, f64) {
        let u = self.steepness() * (x - self.x50);
        (1.0 / (1.0 + libm::exp(u)), 1.0 / (1.0 + libm::exp(-u)))
    }

    pub(super) fn at(&self, x: f64) -> f64 {
        let (top, bottom) = self.shares(x);
        top * self.top + bottom * self.bottom
    }

    /// ∂y/∂(top, bottom, x50, ln h).
    pub(super) fn gradient(&self, x: f64) -> [f64; 4] {
        let (top, bottom) = self.shares(x);
        let slope = (self.top - self.bottom) * top * bottom;
        let u = self.steepness() * (x - self.x50);
        let by_hill = if slope == 0.0 { 0.0 } else { -slope * u };
        [top, bottom, slope * self.steepness(), by_hill]
    }

    /// x at which the response is `level`, if the curve passes it.
    pub(super) fn inverse(&self, level: f64) -> Option<f64> {
        let odds = (self.top - level) / (level - self.bottom);
        let found = self.x50 + libm::log(odds) / self.steepness();
        (odds > 0.0 && found.is_finite()).then_some(found)
    }

    /// Mean response over x from `low` to `high`.
    ///
    /// ∫ σ dx = −softplus(−u)/s with s the steepness, evaluated without overflow.
    pub(super) fn mean(&self, low: f64, high: f64) -> f64 {
        let softplus = |u: f64| u.max(0.0) + libm::log1p(libm::exp(-u.abs()));
        let s = self.steepness();
        let (from, to) = (s * (low - self.x50), s * (high - self.x50));
        let top = (softplus(-from) - softplus(-to)) / (to - from);
        self.bottom + (self.top - self.bottom) * top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CURVE: Logistic = Logistic {
        top: 100.0,
        bottom: 7.0,
        x50: 0.6,
        log_hill: 0.3,
        direction: Direction::Falling,
    };

    #[test]
    fn derivatives_agree_with_differences() {
        for direction in [Direction::Falling, Direction::Rising] {
            for x in [-3.0, 0.1, 0.6, 1.0, 4.0] {
                let curve = Logistic { direction, ..CURVE };
                let step = 1e-6;
                let up = [
                    Logistic { top: curve.top + step, ..curve },
                    Logistic { bottom: curve.bottom + step, ..curve },
                    Logistic { x50: curve.x50 + step, ..curve },
                    Logistic { log_hill: curve.log_hill + step, ..curve },
                ];
                for (moved, derivative) in up.iter().zip(curve.gradient(x)) {
                    let difference = (moved.at(x) - curve.at(x)) / step;
                    assert!((difference - derivative).abs() < 2e-4, "{difference} {derivative}");
                }
            }
        }
    }

    #[test]
    fn controls_and_saturation_are_the_asymptotes() {
        let rising = Logistic { direction: Direction::Rising, ..CURVE };
        assert!((CURVE.at(f64::NEG_INFINITY) - 100.0).abs() < 1e-12);
        assert!((CURVE.at(f64::INFINITY) - 7.0).abs() < 1e-12);
        assert!((rising.at(log_dose(0.0)) - 7.0).abs() < 1e-12);
        assert!(CURVE.gradient(f64::NEG_INFINITY).iter().all(|d| d.is_finite()));
    }

    #[test]
    fn the_mean_agrees_with_quadrature() {
        let count = 20_000;
        let at = |i: i32| CURVE.at(-2.0 + 5.0 * (f64::from(i) + 0.5) / f64::from(count));
        let sum = (0..count).map(at).sum::<f64>() / f64::from(count);
        assert!((CURVE.mean(-2.0, 3.0) - sum).abs() < 1e-6);
    }

    #[test]
    fn the_inverse_returns_to_the_dose() {
        let back = CURVE.inverse(CURVE.at(1.3)).unwrap_or(f64::NAN);
        assert!((back - 1.3).abs() < 1e-12);
        assert_eq!(CURVE.inverse(3.0), None);
    }
}
