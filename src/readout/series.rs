//! A polynomial on [−1, 1] as a Chebyshev series, and where it changes sign.

/// Values that a series is made from: enough for the dense output of every method, of degree 4 at most,
/// and for smooth functions of it.
pub(super) const NODES: usize = 8;

/// Highest degree of the dense output of any method.
pub(super) const DENSE: usize = 4;

/// cos(πm/7) for m from 0 to 7.
const COSINES: [f64; NODES] = [
    1.0,
    0.900_968_867_902_419_1,
    0.623_489_801_858_733_5,
    0.222_520_933_956_314_4,
    -0.222_520_933_956_314_4,
    -0.623_489_801_858_733_5,
    -0.900_968_867_902_419_1,
    -1.0,
];
/// Terms below this share of the sum of all are rounding.
const ROUNDING: f64 = 2e-15;
/// Last terms below this share of the sum of all tell that the series has converged.
const CONVERGED: f64 = 1e-11;
/// Halvings of a bracket at most; a double has no more digits.
const HALVINGS: usize = 64;

/// Σ cₖ Tₖ(s), k up to 7.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Series {
    terms: [f64; NODES],
    /// The last term that counts.
    degree: usize,
}

/// Where a series changes sign, ascending.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Zeros {
    places: [f64; NODES],
    count: usize,
}

impl Zeros {
    pub(super) fn as_slice(&self) -> &[f64] {
        &self.places[..self.count]
    }

    fn push(&mut self, place: f64) {
        self.places[self.count] = place;
        self.count += 1;
    }
}

/// The place of a node in [−1, 1], ascending: the first is −1, the last 1.
pub(super) const fn node(index: usize) -> f64 {
    COSINES[NODES - 1 - index]
}

impl Series {
    /// The series through values at the nodes.
    pub(super) fn through(values: &[f64; NODES]) -> Self {
        let last = NODES - 1;
        let cosine = |product: usize| {
            let folded = product % (2 * last);
            COSINES[folded.min(2 * last - folded)]
        };
        let halved = |index: usize| if index == 0 || index == last { 0.5 } else { 1.0 };
        let mut terms = [0.0; NODES];
        for (k, term) in terms.iter_mut().enumerate() {
            let of = |j: usize| halved(j) * values[last - j] * cosine(j * k);
            *term = halved(k) * 2.0 / last as f64 * (0..NODES).map(of).sum::<f64>();
        }
        Self::trimmed(terms)
    }

    /// Without what stands beyond a degree, which in a polynomial of that degree is rounding.
    pub(super) fn of_degree(mut self, degree: usize) -> Self {
        self.terms[degree + 1..].fill(0.0);
        Self { degree: self.degree.min(degree), ..self }
    }

    fn trimmed(terms: [f64; NODES]) -> Self {
        let least = ROUNDING * size(&terms);
        let degree = terms.iter().rposition(|term| term.abs() > least).unwrap_or(0);
        Self { terms, degree }
    }

    /// Whether it stands for the function between the nodes as well.
    pub(super) fn has_converged(&self) -> bool {
        let tail = size(&self.terms[NODES - 2..]);
        // Halving does not mend what is not a number.
        tail <= CONVERGED * size(&self.terms) || !tail.is_finite()
    }

    /// Whether its terms are numbers.
    pub(super) fn is_finite(&self) -> bool {
        size(&self.terms).is_finite()
    }

    /// Its value at `s` (Clenshaw).
    pub(super) fn value(&self, s: f64) -> f64 {
        let (mut next, mut after) = (0.0, 0.0);
        for &term in self.terms[1..=self.degree].iter().rev() {
            (next, after) = (term + 2.0 * s * next - after, next);
        }
        self.terms[0] + s * next - after
    }

    /// ∫ from −1 to 1.
    pub(super) fn integral(&self) -> f64 {
        let even = self.terms.iter().enumerate().step_by(2);
        even.map(|(k, term)| 2.0 * term / (1.0 - (k * k) as f64)).sum()
    }

    /// Where it turns from rising to falling or back, inside (−1, 1).
    pub(super) fn turns(&self) -> Zeros {
        self.derivative().zeros()
    }

    /// Its derivative with respect to `s`.
    pub(super) fn derivative(&self) -> Self {
        let mut terms = [0.0; NODES];
        for k in (0..self.degree).rev() {
            let after = terms.get(k + 2).copied().unwrap_or(0.0);
            terms[k] = after + 2.0 * (k + 1) as f64 * self.terms[k + 1];
        }
        terms[0] *= 0.5;
        Self { terms, degree: self.degree.saturating_sub(1) }
    }

    /// Between the turns of a polynomial, which are the zeros of its derivative, lies one zero at most.
    fn zeros(&self) -> Zeros {
        let mut zeros = Zeros::default();
        let others = size(&self.terms[1..=self.degree]);
        if self.terms[0].abs() > others || self.degree == 0 {
            return zeros;
        }
        let turns = self.turns();
        let mut low = (-1.0, self.value(-1.0));
        for place in turns.as_slice().iter().copied().chain([1.0]) {
            let high = (place, self.value(place));
            if (low.1 < 0.0) != (high.1 < 0.0) {
                zeros.push(self.crossing(0.0, low, high));
            }
            low = high;
        }
        zeros
    }

    /// Where it crosses `level` between two places, given with its values there, on either side of it:
    /// regula falsi (Illinois), halving where that is slow.
    pub(super) fn crossing(&self, level: f64, low: (f64, f64), high: (f64, f64)) -> f64 {
        let ((mut a, mut at_a), (mut b, mut at_b)) =
            ((low.0, low.1 - level), (high.0, high.1 - level));
        let mut moved_a = None;
        if at_a == 0.0 || at_b == 0.0 {
            return if at_a == 0.0 { a } else { b };
        }
        for round in 0..HALVINGS {
            let secant = a - at_a * (b - a) / (at_b - at_a);
            let middle = 0.5 * (a + b);
            let place = if round % 3 < 2 && secant > a && secant < b { secant } else { middle };
            if place <= a || place >= b {
                break;
            }
            let value = self.value(place) - level;
            if value == 0.0 {
                return place;
            }
            // An end that stays where it is twice in a row counts half.
            if (value < 0.0) == (at_a < 0.0) {
                (a, at_a) = (place, value);
                at_b *= if moved_a == Some(true) { 0.5 } else { 1.0 };
                moved_a = Some(true);
            } else {
                (b, at_b) = (place, value);
                at_a *= if moved_a == Some(false) { 0.5 } else { 1.0 };
                moved_a = Some(false);
            }
            if b - a <= 2.0 * f64::EPSILON {
                break;
            }
        }
        0.5 * (a + b)
    }
}

fn size(terms: &[f64]) -> f64 {
    terms.iter().map(|term| term.abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::{NODES, Series, node};

    fn series(f: impl Fn(f64) -> f64) -> Series {
        let mut values = [0.0; NODES];
        for (index, value) in values.iter_mut().enumerate() {
            *value = f(node(index));
        }
        Series::through(&values)
    }

    #[test]
    fn a_polynomial_is_met_everywhere() {
        let f = |s: f64| 3.0 - 2.0 * s + 0.5 * s.powi(3) - s.powi(4);
        let through = series(f);
        assert!(through.has_converged() && through.degree == 4);
        for k in 0..=40 {
            let s = f64::from(k) / 20.0 - 1.0;
            assert!((through.value(s) - f(s)).abs() < 1e-14);
        }
        assert!((through.integral() - (6.0 - 0.4)).abs() < 1e-14);
        assert!(!series(f64::abs).has_converged());
    }

    #[test]
    fn turns_close_together_are_told_apart() {
        // p′ = (s − 0.3)(s − 0.301)(s + 0.8)
        let p =
            |s: f64| s.powi(4) / 4.0 + 0.199 * s.powi(3) / 3.0 - 0.3905 * s * s / 2.0 + 0.07224 * s;
        let turns = series(p).turns();
        let expected = [-0.8, 0.3, 0.301];
        assert_eq!(turns.as_slice().len(), 3);
        for (turn, expected) in turns.as_slice().iter().zip(expected) {
            assert!((turn - expected).abs() < 1e-10, "{turn} {expected}");
        }
    }

    #[test]
    fn a_crossing_is_found_to_the_last_digits() {
        let steep = series(|s| (s - 0.123).powi(7));
        let ends = ((-1.0, steep.value(-1.0)), (1.0, steep.value(1.0)));
        assert!(
            (steep.crossing(1e-3, ends.0, ends.1) - 0.123 - 1e-3f64.powf(1.0 / 7.0)).abs() < 1e-12
        );
    }
}
