//! Dense output: the solution inside a step, as a polynomial.

use super::lane::Part;
use super::step::Stepper;
use super::{Interpolant, Lane, System};

impl<L: Lane, S: System> Stepper<'_, L, S> {
    /// Fills the polynomials k₁, k₂, … of the dense output for the states in `watched`.
    #[inline(always)]
    pub(super) fn dense(&self, watched: &[usize], polynomials: &mut [L]) {
        self.relative.apart(Dense { stepper: self, watched, polynomials });
    }

    /// Number of polynomials per state in the dense output.
    pub(super) const fn polynomials(&self) -> usize {
        self.tableau.dense.len()
    }
}

/// See [`Stepper::dense`].
struct Dense<'s, 'a, L, S: ?Sized> {
    stepper: &'s Stepper<'a, L, S>,
    watched: &'s [usize],
    polynomials: &'s mut [L],
}

impl<L: Lane, S: System> Part for Dense<'_, '_, L, S> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { stepper, watched, polynomials } = self;
        let rows = stepper.tableau.dense;
        for (&state, out) in watched.iter().zip(polynomials.chunks_exact_mut(rows.len())) {
            let place = stepper.lu.row(state);
            for (row, out) in rows.iter().zip(out) {
                let mut sum = stepper.relative.splat(0.0);
                for (stage, &weight) in stepper.stages.chunks_exact(stepper.y.len()).zip(*row) {
                    sum = stage[place].mul_add(sum.splat(weight), sum);
                }
                *out = sum;
            }
        }
    }
}

/// An accepted step of one lane.
pub(super) struct Step<'a, L> {
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) lane: usize,
    pub(super) watched: &'a [usize],
    pub(super) y: &'a [L],
    pub(super) y_new: &'a [L],
    pub(super) polynomials: &'a [L],
}

impl<L: Lane> Interpolant for Step<'_, L> {
    fn start(&self) -> f64 {
        self.start
    }

    fn end(&self) -> f64 {
        self.end
    }

    fn value(&self, k: usize, time: f64) -> f64 {
        let state = self.watched[k];
        let y0 = self.y[state].lanes()[self.lane];
        let y1 = self.y_new[state].lanes()[self.lane];
        let rows = self.polynomials.len() / self.watched.len();
        let theta = (time - self.start) / (self.end - self.start);
        // Rounded the same on every code path: multiplication and addition apart.
        let inner = self.polynomials[k * rows..(k + 1) * rows]
            .iter()
            .rev()
            .fold(0.0, |sum, k| k.lanes()[self.lane] + theta * sum);
        (1.0 - theta) * y0 + theta * (y1 + (1.0 - theta) * inner)
    }
}
