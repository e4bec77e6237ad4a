//! What stands for a curve between its doses.

use super::polynomial::{Knot, Polynomial};
use serde::{Deserialize, Serialize};

/// Polynomials in the occupancy of a site, each over its part of the doses; usually a single one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interpolant {
    /// By dose, each from the highest dose of the one before.
    pub(super) parts: Vec<Polynomial>,
}

impl Interpolant {
    /// The response at a dose in nM; `None` outside the doses that it was made from.
    pub fn response(&self, dose: f64) -> Option<f64> {
        let low = self.parts.first()?.knots().first()?.dose;
        let part = self.parts.iter().find(|part| dose <= part.high())?;
        (dose >= low).then(|| part.response(dose))
    }

    /// The doses it was made from, in nM, ascending.
    pub fn doses(&self) -> impl Iterator<Item = f64> {
        self.knots().map(|knot| knot.dose)
    }

    /// The responses at these.
    pub fn responses(&self) -> impl Iterator<Item = f64> {
        self.knots().map(|knot| knot.response)
    }

    /// A knot where two parts meet is one.
    fn knots(&self) -> impl Iterator<Item = &Knot> {
        let later = |k: usize| usize::from(k > 0);
        self.parts.iter().enumerate().flat_map(move |(k, part)| &part.knots()[later(k)..])
    }
}
