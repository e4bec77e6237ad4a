//! Where the lanes of a group are in time, and how far each goes next.

use super::Lane;
use super::control::Controller;

/// The smallest number above 1: an error below it is at most 1, and one that is not a number is not.
pub(super) const ACCEPTED_BELOW: f64 = 1.0 + f64::EPSILON;

/// Whether a step with this error, in units of the tolerance, is accepted.
pub(super) fn accepts(error: f64) -> bool {
    error < ACCEPTED_BELOW
}

/// Time, step and counts of each lane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace<L> {
    pub(super) t: L,
    /// The step to attempt next, unless a target is nearer.
    pub(super) h: L,
    /// End of the present stretch.
    pub(super) target: L,
    pub(super) accepted: L,
    pub(super) rejected: L,
    pub(super) controller: Controller<L>,
}

impl<L: Lane> Pace<L> {
    /// The step each lane attempts, and 1 in lanes where it ends on the target, 0 elsewhere.
    #[inline(always)]
    pub(super) fn step(&self, max_step: f64) -> (L, L) {
        let left = self.target - self.t;
        let h = self.h.min(self.h.splat(max_step));
        // A sliver left over would cost a step of its own.
        let reach = h * 1.01;
        let (one, zero) = (h.splat(1.0), h.splat(0.0));
        (reach.if_less(left, h, left), reach.if_less(left, zero, one))
    }

    /// Counts the attempts, chooses the next steps, and returns where each lane is now.
    #[inline(always)]
    pub(super) fn judge(&mut self, step: L, lands: L, error: L) -> L {
        let most = step.splat(ACCEPTED_BELOW);
        let (one, zero) = (step.splat(1.0), step.splat(0.0));
        self.accepted = self.accepted + error.if_less(most, one, zero);
        self.rejected = self.rejected + error.if_less(most, zero, one);
        self.h = self.controller.next(step, error, most);
        let end = zero.if_less(lands, self.target, self.t + step);
        error.if_less(most, end, self.t)
    }

    /// 1 in lanes that somebody has to see to, 0 elsewhere: those that landed, whose step was rejected, or
    /// that took all the steps they may.
    #[inline(always)]
    pub(super) fn calls(&self, lands: L, error: L, max_steps: f64) -> L {
        let (one, most) = (error.splat(1.0), error.splat(ACCEPTED_BELOW));
        let called = error.if_less(most, lands, one);
        (self.accepted + self.rejected).if_less(error.splat(max_steps), called, one)
    }

    /// Accepted and rejected steps of a lane.
    pub(super) fn attempts(&self, lane: usize) -> (u64, u64) {
        // Counts, exact far beyond any cap on steps.
        #[allow(clippy::cast_sign_loss)]
        let count = |count: L| count.lanes()[lane] as u64;
        (count(self.accepted), count(self.rejected))
    }
}
