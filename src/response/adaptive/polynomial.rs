//! A polynomial that stands for a curve over a range of doses.

use super::occupancy::Occupancy;
use core::f64::consts::PI;
use serde::{Deserialize, Serialize};

/// A polynomial in the occupancy of a site, through a curve's responses at Chebyshev points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Polynomial {
    scale: Occupancy,
    knots: Vec<Knot>,
}

/// Where the polynomial meets the curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Knot {
    occupancy: f64,
    /// In nM.
    pub(super) dose: f64,
    pub(super) response: f64,
}

/// The occupancies and doses (nM) of `parts` + 1 Chebyshev points from the lowest to the highest dose:
/// every second of them is a point of half as many parts, bit for bit.
pub(super) fn places(scale: Occupancy, (low, high): (f64, f64), parts: usize) -> Vec<(f64, f64)> {
    let (first, last) = (scale.at(low), scale.at(high));
    let place = |k: usize| {
        let cosine = libm::cos(PI * k as f64 / parts as f64);
        let occupancy = f64::midpoint(first, last) - 0.5 * (last - first) * cosine;
        match k {
            0 => (first, low),
            k if k == parts => (last, high),
            _ => (occupancy, scale.dose(occupancy).clamp(low, high)),
        }
    };
    (0..=parts).map(place).collect()
}

impl Polynomial {
    /// The polynomial through the responses at [`places`].
    pub(super) fn through(
        scale: Occupancy,
        places: &[(f64, f64)],
        response: impl Fn(f64) -> f64,
    ) -> Self {
        let knot =
            |&(occupancy, dose): &(f64, f64)| Knot { occupancy, dose, response: response(dose) };
        Self { scale, knots: places.iter().map(knot).collect() }
    }

    /// The response at a dose in nM within its range (Berrut & Trefethen 2004, SIAM Review 46:501).
    ///
    /// r(u) = Σ wⱼ rⱼ / (u − uⱼ) / Σ wⱼ / (u − uⱼ), w = ½, −1, 1, −1, …, ±½.
    pub(super) fn response(&self, dose: f64) -> f64 {
        let last = self.knots.len() - 1;
        let occupancy = self.scale.at(dose);
        let (mut above, mut below) = (0.0, 0.0);
        for (k, knot) in self.knots.iter().enumerate() {
            let distance = occupancy - knot.occupancy;
            if distance.abs() < f64::MIN_POSITIVE || dose.total_cmp(&knot.dose).is_eq() {
                return knot.response;
            }
            let sign = if k % 2 == 0 { 1.0 } else { -1.0 };
            let weight = if k == 0 || k == last { 0.5 * sign } else { sign };
            above += weight * knot.response / distance;
            below += weight / distance;
        }
        above / below
    }

    /// The size of its last two Chebyshev coefficients, |cₙ₋₁| + |cₙ|: about what a polynomial that has
    /// begun to converge is off by.
    pub(super) fn tail(&self) -> f64 {
        let last = self.knots.len() - 1;
        let coefficient = |degree: usize| {
            let term = |(k, knot): (usize, &Knot)| {
                let weight = if k == 0 || k == last { 0.5 } else { 1.0 };
                // The knots ascend: cos(πk/n) with k counted from the other end.
                let angle = PI * ((degree * (last - k)) % (2 * last)) as f64 / last as f64;
                weight * knot.response * libm::cos(angle)
            };
            let sum: f64 = self.knots.iter().enumerate().map(term).sum();
            sum * if degree == last { 1.0 } else { 2.0 } / last as f64
        };
        coefficient(last - 1).abs() + coefficient(last).abs()
    }

    pub(super) fn knots(&self) -> &[Knot] {
        &self.knots
    }

    /// The highest dose, in nM.
    pub(super) fn high(&self) -> f64 {
        self.knots[self.knots.len() - 1].dose
    }
}
