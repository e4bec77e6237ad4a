//! Dense output: the solution inside a step, as a polynomial.

use super::lane::Part;
use super::step::Stepper;
use super::{Interpolant, Lane, System, Watch};

impl<L: Lane, S: System> Stepper<'_, L, S> {
    /// Fills, for each watched sum, its value at the start of the step and at the end, and the
    /// polynomials k₁, k₂, … of the dense output.
    #[inline(always)]
    pub(super) fn dense(&self, watched: &[Watch], polynomials: &mut [L]) {
        self.allowance.relative.apart(Dense { stepper: self, watched, polynomials });
    }

    /// Number of polynomials per watched sum, the constant ones included.
    pub(super) const fn polynomials(&self) -> usize {
        2 + self.tableau.dense.len()
    }
}

/// See [`Stepper::dense`].
struct Dense<'s, 'a, L, S: ?Sized> {
    stepper: &'s Stepper<'a, L, S>,
    watched: &'s [Watch],
    polynomials: &'s mut [L],
}

impl<L: Lane, S: System> Part for Dense<'_, '_, L, S> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { stepper, watched, polynomials } = self;
        let zero = stepper.allowance.relative.splat(0.0);
        let (rows, n) = (stepper.tableau.dense, stepper.y.len());
        for (watch, out) in watched.iter().zip(polynomials.chunks_exact_mut(2 + rows.len())) {
            out.fill(zero);
            for &(state, weight) in watch.terms() {
                let weight = zero.splat(weight);
                out[0] = stepper.y[state].mul_add(weight, out[0]);
                out[1] = stepper.y_new[state].mul_add(weight, out[1]);
            }
            // The watched sum of each stage first, then what it adds to every polynomial.
            for (k, stage) in
                stepper.stages.chunks_exact(n).take(stepper.tableau.stages()).enumerate()
            {
                let mut sum = zero;
                for &(state, weight) in watch.terms() {
                    sum = stage[state].mul_add(sum.splat(weight), sum);
                }
                for (row, out) in rows.iter().zip(&mut out[2..]) {
                    if let Some(&share) = row.get(k) {
                        *out = sum.mul_add(sum.splat(share), *out);
                    }
                }
            }
        }
    }
}

/// An accepted step of one lane.
pub(super) struct Step<'a, L> {
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) lane: usize,
    /// What [`Stepper::dense`] filled, `rows` numbers for each watched sum.
    pub(super) polynomials: &'a [L],
    pub(super) rows: usize,
}

impl<L: Lane> Interpolant for Step<'_, L> {
    fn start(&self) -> f64 {
        self.start
    }

    fn end(&self) -> f64 {
        self.end
    }

    fn value(&self, k: usize, time: f64) -> f64 {
        let number = |row: usize| self.polynomials[k * self.rows + row].lanes()[self.lane];
        let (y0, y1) = (number(0), number(1));
        let theta = (time - self.start) / (self.end - self.start);
        // Rounded the same on every code path: multiplication and addition apart.
        let inner = (2..self.rows).rev().fold(0.0, |sum, row| number(row) + theta * sum);
        (1.0 - theta) * y0 + theta * (y1 + (1.0 - theta) * inner)
    }
}
