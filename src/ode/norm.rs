//! How the errors of the states become one number.

use super::Lane;
use serde::{Deserialize, Serialize};

/// What is held against 1 when a step of a Rosenbrock method is judged, errors in units of the tolerance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Norm {
    /// The largest error of a state: none hides behind the others.
    #[default]
    Largest,
    /// The root mean square over the states, as CVODE and most solvers take it: about a tenth fewer steps for the
    /// same error of a sum of states, and up to √n times the tolerance in a single one of n states.
    RootMeanSquare,
}

/// Takes the errors of the states one by one.
pub(super) trait Errors<L> {
    /// The error of a state, and what it may be.
    fn take(&mut self, error: L, weight: L);

    /// The norm of those taken, in units of what they may be.
    fn norm(self) -> L;
}

/// See [`Norm::Largest`]: a fraction, so that it takes one division in the end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Largest<L> {
    over: L,
    under: L,
}

impl<L: Lane> Largest<L> {
    pub(super) fn new(zero: L) -> Self {
        Self { over: zero, under: zero.splat(1.0) }
    }
}

impl<L: Lane> Errors<L> for Largest<L> {
    #[inline(always)]
    fn take(&mut self, error: L, weight: L) {
        let error = error.abs();
        let (ours, theirs) = (error * self.under, self.over * weight);
        self.over = theirs.if_less(ours, error, self.over);
        self.under = theirs.if_less(ours, weight, self.under);
    }

    #[inline(always)]
    fn norm(self) -> L {
        self.over / self.under
    }
}

/// See [`Norm::RootMeanSquare`]: two states share a division, which takes as long as ten other operations.
#[derive(Debug, Clone, Copy)]
pub(super) struct MeanSquare<L> {
    squares: L,
    /// The error and weight of a state that waits for the next.
    waiting: Option<(L, L)>,
    share: f64,
}

impl<L: Lane> MeanSquare<L> {
    pub(super) fn new(zero: L, states: usize) -> Self {
        Self { squares: zero, waiting: None, share: 1.0 / states.max(1) as f64 }
    }
}

impl<L: Lane> Errors<L> for MeanSquare<L> {
    #[inline(always)]
    fn take(&mut self, error: L, weight: L) {
        let Some((other, others)) = self.waiting.take() else {
            self.waiting = Some((error, weight));
            return;
        };
        let inverse = (others * weight).recip();
        let (first, second) = (other * weight * inverse, error * others * inverse);
        self.squares = first.mul_add(first, second.mul_add(second, self.squares));
    }

    #[inline(always)]
    fn norm(self) -> L {
        let last = self.waiting.map_or(self.squares * 0.0, |(error, weight)| error / weight);
        (last.mul_add(last, self.squares) * self.share).map(f64::sqrt)
    }
}
