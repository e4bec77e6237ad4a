//! A range of doses over which one polynomial is to stand for the curve.

use super::known::Known;
use super::occupancy::Occupancy;
use super::polynomial::{Polynomial, places};

/// Parts between the knots of a first polynomial.
pub(super) const PARTS: usize = 12;
/// Parts between the knots of the largest.
const LARGEST: usize = 4 * PARTS;

/// See the module.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// Lowest and highest dose, in nM.
    range: (f64, f64),
    scale: Occupancy,
    /// Parts between its knots.
    parts: usize,
    /// Neighbouring gaps between its knots that may hold no check: one as long as one polynomial may do
    /// for the whole curve, none once it did not.
    unseen: usize,
    /// Whether the polynomial was found to be close enough.
    pub(super) is_settled: bool,
}

impl Segment {
    /// The whole range, in which some doses were solved.
    pub(super) fn whole<F>(range: (f64, f64), known: &Known<F>) -> Self {
        let scale = Occupancy::of(&known.between(range));
        Self { range, scale, parts: PARTS, unseen: 1, is_settled: false }
    }

    /// The doses that must be solved to judge it: its knots and, in gaps between them without a dose
    /// that was solved, checks, which would be knots of the polynomial with twice the parts.
    pub(super) fn doses<F>(&self, known: &Known<F>) -> Vec<f64> {
        let knots = self.knots();
        let finer = places(self.scale, self.range, 2 * self.parts);
        let mut doses: Vec<f64> = knots.iter().map(|knot| knot.1).collect();
        let mut empty = 0;
        for (k, gap) in knots.windows(2).enumerate() {
            let (low, high) = (gap[0].1, gap[1].1);
            let inside = |point: &(f64, f64)| point.0 > low && point.0 < high;
            empty = if known.between((low, high)).iter().any(inside) { 0 } else { empty + 1 };
            if empty > self.unseen {
                doses.push(finer[2 * k + 1].1);
                empty = 0;
            }
        }
        doses
    }

    fn knots(&self) -> Vec<(f64, f64)> {
        places(self.scale, self.range, self.parts)
    }

    /// The polynomial through its knots.
    pub(super) fn polynomial<F>(&self, known: &Known<F>) -> Polynomial {
        Polynomial::through(self.scale, &self.knots(), |dose| known.at(dose))
    }

    /// How far the polynomial is off: at most at the doses that were solved, and by its last
    /// coefficients.
    pub(super) fn errors<F>(&self, known: &Known<F>) -> (f64, f64) {
        let polynomial = self.polynomial(known);
        let off = |(dose, response): (f64, f64)| (polynomial.response(dose) - response).abs();
        let at_checks = known.between(self.range).into_iter().map(off).fold(0.0, f64::max);
        (at_checks, polynomial.tail())
    }

    /// What takes its place where it is off by `deviation` and may be by `allowed`, both as shares of
    /// the largest response: twice the parts square the deviation of a polynomial on its scale; where
    /// that is not enough, two segments.
    pub(super) fn refined<F>(&self, known: &Known<F>, deviation: f64, allowed: f64) -> Vec<Self> {
        if deviation * deviation <= allowed && self.parts < LARGEST {
            return vec![Self { parts: 2 * self.parts, ..self.clone() }];
        }
        let (low, high) = self.range;
        let middle = low * libm::sqrt(high / low);
        let half = |range| Self { unseen: 0, ..Self::whole(range, known) };
        vec![half((low, middle)), half((middle, high))]
    }
}
