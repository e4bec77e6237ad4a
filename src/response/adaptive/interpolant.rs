//! The polynomial that stands for a curve between its doses.

use super::occupancy::Occupancy;
use core::f64::consts::PI;
use serde::{Deserialize, Serialize};

/// A polynomial in the occupancy of a site, through a curve's responses at Chebyshev points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interpolant {
    scale: Occupancy,
    /// Occupancies, doses in nM and responses, by dose.
    knots: Vec<Knot>,
}

/// Where the polynomial meets the curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Knot {
    occupancy: f64,
    dose: f64,
    response: f64,
}

/// The occupancies and doses (nM) of `parts` + 1 Chebyshev points from the lowest to the highest dose:
/// every second of them is a point of half as many parts, bit for bit.
pub(super) fn points(scale: Occupancy, (low, high): (f64, f64), parts: usize) -> Vec<(f64, f64)> {
    let (first, last) = (scale.at(low), scale.at(high));
    let point = |k: usize| {
        let cosine = libm::cos(PI * k as f64 / parts as f64);
        let occupancy = f64::midpoint(first, last) - 0.5 * (last - first) * cosine;
        match k {
            0 => (first, low),
            k if k == parts => (last, high),
            _ => (occupancy, scale.dose(occupancy).clamp(low, high)),
        }
    };
    (0..=parts).map(point).collect()
}

impl Interpolant {
    /// The polynomial through `responses` at [`points`].
    pub(super) fn through(scale: Occupancy, points: &[(f64, f64)], responses: &[f64]) -> Self {
        let knot = |(&(occupancy, dose), &response)| Knot { occupancy, dose, response };
        Self { scale, knots: points.iter().zip(responses).map(knot).collect() }
    }

    /// The response at a dose in nM; `None` outside the doses that it was made from.
    ///
    /// Barycentric: r(u) = Σ wⱼ rⱼ / (u − uⱼ) / Σ wⱼ / (u − uⱼ), w = ½, −1, 1, −1, …, ±½.
    pub fn response(&self, dose: f64) -> Option<f64> {
        let last = self.knots.len() - 1;
        if !(dose >= self.knots[0].dose && dose <= self.knots[last].dose) {
            return None;
        }
        let occupancy = self.scale.at(dose);
        let (mut above, mut below) = (0.0, 0.0);
        for (k, knot) in self.knots.iter().enumerate() {
            let distance = occupancy - knot.occupancy;
            if distance.abs() < f64::MIN_POSITIVE || dose.total_cmp(&knot.dose).is_eq() {
                return Some(knot.response);
            }
            let sign = if k % 2 == 0 { 1.0 } else { -1.0 };
            let weight = if k == 0 || k == last { 0.5 * sign } else { sign };
            above += weight * knot.response / distance;
            below += weight / distance;
        }
        Some(above / below)
    }

    /// The doses it was made from, in nM.
    pub fn doses(&self) -> impl Iterator<Item = f64> {
        self.knots.iter().map(|knot| knot.dose)
    }

    /// The responses at these.
    pub fn responses(&self) -> impl Iterator<Item = f64> {
        self.knots.iter().map(|knot| knot.response)
    }
}
