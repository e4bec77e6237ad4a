//! The scale on which a curve is nearly a polynomial.

use crate::response::Shape;
use crate::response::shape::classify;
use serde::{Deserialize, Serialize};

/// Exponents that are tried on a curve that turns back; one that rises or falls has 1.
const EXPONENTS: [f64; 3] = [0.5, 0.7, 1.0];
/// Places of K that are tried, from the lowest dose to the highest.
const PLACES: u32 = 40;
/// Degree of the polynomials by which K is chosen.
const DEGREE: usize = 4;

/// u = dⁿ / (Kⁿ + dⁿ), the occupancy of a site.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Occupancy {
    /// K, in nM.
    half: f64,
    /// n.
    exponent: f64,
}

impl Occupancy {
    /// The scale for a curve of which a few points (dose in nM, response) are known: K where it is half
    /// way; where it turns back, the one on which a polynomial predicts each point best from the others.
    pub(super) fn of(points: &[(f64, f64)]) -> Self {
        if points.len() > DEGREE + 2 && matches!(classify(points), Shape::NotSigmoid { .. }) {
            let (low, high) = (points[0].0, points[points.len() - 1].0);
            let place = |k: u32| low * libm::pow(high / low, f64::from(k) / f64::from(PLACES));
            let scales = EXPONENTS
                .iter()
                .flat_map(|&exponent| (0..=PLACES).map(move |k| Self { half: place(k), exponent }));
            let misfits = scales.map(|scale| (scale.misfit(points), scale));
            if let Some((_, best)) = misfits.min_by(|a, b| a.0.total_cmp(&b.0)) {
                return best;
            }
        }
        Self { half: halfway(points), exponent: 1.0 }
    }

    /// The occupancy at a dose in nM.
    pub(super) fn at(&self, dose: f64) -> f64 {
        1.0 / (1.0 + libm::pow(self.half / dose, self.exponent))
    }

    /// The dose in nM with an occupancy.
    pub(super) fn dose(&self, occupancy: f64) -> f64 {
        self.half * libm::pow(occupancy / (1.0 - occupancy), 1.0 / self.exponent)
    }

    /// How badly a polynomial in u, fitted to all points but one, predicts that one: the sum of squares.
    fn misfit(&self, points: &[(f64, f64)]) -> f64 {
        let places: Vec<f64> = points.iter().map(|point| self.at(point.0)).collect();
        let (first, last) = (places[0], places[places.len() - 1]);
        let mut residuals: Vec<f64> = points.iter().map(|point| point.1).collect();
        let mut leverage = vec![0.0; points.len()];
        let mut basis: Vec<Vec<f64>> = Vec::new();
        for degree in 0..=DEGREE {
            let scaled = |u: &f64| (2.0 * u - first - last) / (last - first);
            let mut next: Vec<f64> =
                places.iter().map(|u| scaled(u).powi(i32::try_from(degree).unwrap_or(0))).collect();
            // Twice, since once leaves what rounding has mixed in.
            for other in basis.iter().chain(&basis) {
                subtract(&mut next, other);
            }
            let length = dot(&next, &next).sqrt();
            for (x, sum) in next.iter_mut().zip(&mut leverage) {
                *x /= length;
                *sum += *x * *x;
            }
            subtract(&mut residuals, &next);
            basis.push(next);
        }
        let predicted = |(residual, share): (&f64, &f64)| (residual / (1.0 - share)).powi(2);
        let misfit: f64 = residuals.iter().zip(&leverage).map(predicted).sum();
        if misfit.is_nan() { f64::INFINITY } else { misfit }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Takes from `a` its part along the unit vector `b`.
fn subtract(a: &mut [f64], b: &[f64]) {
    let along = dot(a, b);
    for (a, b) in a.iter_mut().zip(b) {
        *a -= along * b;
    }
}

/// The dose at which the points are half way between the lowest and the highest response, on a straight
/// line in log dose.
fn halfway(points: &[(f64, f64)]) -> f64 {
    let low = points.iter().map(|point| point.1).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|point| point.1).fold(f64::NEG_INFINITY, f64::max);
    let level = f64::midpoint(low, high);
    let crossing = points.windows(2).find(|pair| (pair[0].1 > level) != (pair[1].1 > level));
    let [(a, at_a), (b, at_b)] = match crossing {
        Some(pair) => [pair[0], pair[1]],
        None => [points[0], points[points.len() - 1]],
    };
    let share = (level - at_a) / (at_b - at_a);
    // A flat curve has its middle anywhere.
    a * libm::pow(b / a, if share.is_finite() { share } else { 0.5 })
}

#[cfg(test)]
mod tests {
    use super::Occupancy;

    fn scan(response: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
        let doses = (-8..=8).map(|k| 10f64.powf(0.5 * f64::from(k)));
        doses.map(|dose| (dose, response(dose))).collect()
    }

    #[test]
    fn a_sigmoid_is_centred_on_its_middle() {
        let scale = Occupancy::of(&scan(|dose| 3.0 / (1.0 + dose / 20.0)));
        assert!((scale.half / 20.0).ln().abs() < 0.1, "{scale:?}");
        assert!((scale.exponent - 1.0).abs() < 1e-15);
    }

    #[test]
    fn a_bell_is_centred_between_its_sides() {
        let scale = Occupancy::of(&scan(|dose| dose / (1.0 + dose) / (1.0 + dose / 100.0)));
        assert!((1.0..100.0).contains(&scale.half), "{scale:?}");
    }

    #[test]
    fn a_dose_has_its_occupancy() {
        let scale = Occupancy { half: 30.0, exponent: 0.7 };
        for dose in [1e-3, 1.0, 30.0, 1e5] {
            assert!((scale.dose(scale.at(dose)) / dose - 1.0).abs() < 1e-9);
        }
    }
}
