//! Step-size control, lane by lane: Gustafsson's predictive controller, as in Hairer's RODAS.

use super::Lane;

/// Keeps a step a little shorter than the error estimate allows.
const SAFETY: f64 = 0.9;
/// A step never shrinks to less than this share of the last one by one rejection.
const SHRINK: f64 = 0.2;
/// A step never grows by more than this factor.
const GROW: f64 = 6.0;

/// Memory of the controllers of a group of lanes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Controller<L> {
    order: u32,
    /// Of the last accepted step: error^(1/order) / step; infinite where there is none.
    last: L,
    /// Largest factor by which the next step may grow.
    limit: L,
}

impl<L: Lane> Controller<L> {
    /// Controllers without memory, for a method of some order.
    pub(super) fn new(zero: L, order: u32) -> Self {
        Self { order, last: zero.splat(f64::INFINITY), limit: zero.splat(GROW) }
    }

    /// The controller of a lane forgets.
    pub(super) fn forget(&mut self, lane: usize) {
        self.last.lanes_mut()[lane] = f64::INFINITY;
        self.limit.lanes_mut()[lane] = GROW;
    }

    /// The next step after one of `step` had `error`, in units of the tolerance: it was accepted
    /// where `error` is below `most`, otherwise (or where it is not a number) rejected.
    #[inline(always)]
    pub(super) fn next(&mut self, step: L, error: L, most: L) -> L {
        let (one, huge) = (step.splat(1.0), step.splat(1e60));
        // What is not a number becomes the largest: the next step is the shortest allowed.
        let size = error.if_less(huge, error, huge);
        let inverse = size.max(step.splat(1e-12)).inverse_root(self.order);
        let plain = inverse * SAFETY;
        let predicted = plain * (inverse * step) * self.last;
        let grown = plain.min(predicted).min(self.limit).max(step.splat(SHRINK));
        let shrunk = plain.min(step.splat(SAFETY)).max(step.splat(SHRINK));
        let remembered = size.max(step.splat(1e-2)).inverse_root(self.order);
        self.last = error.if_less(most, (remembered * step).recip(), self.last);
        self.limit = error.if_less(most, step.splat(GROW), one);
        step * error.if_less(most, grown, shrunk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ode::lane::Unfused;

    fn next(controller: &mut Controller<Unfused>, step: f64, error: f64) -> f64 {
        let [step, error, most] = [step, error, 1.0 + f64::EPSILON].map(Unfused::new);
        controller.next(step, error, most).0
    }

    #[test]
    fn the_error_sets_the_next_step() {
        let mut controller = Controller::new(Unfused::new(0.0), 5);
        // 0.9 × 2 for an error of 1/32 with order 5.
        assert!((next(&mut controller, 1.0, 1.0 / 32.0) - 1.8).abs() < 2e-3);
        let mut controller = Controller::new(Unfused::new(0.0), 5);
        assert!((next(&mut controller, 1.0, 0.0) - GROW).abs() < 1e-12);
    }

    #[test]
    fn a_rejected_step_shrinks_and_the_next_does_not_grow() {
        let mut controller = Controller::new(Unfused::new(0.0), 4);
        assert!((next(&mut controller, 1.0, 16.0) - 0.45).abs() < 1e-3);
        assert!(next(&mut controller, 0.45, 1e-6) <= 0.45);
        assert!(next(&mut controller, 0.45, 1e-6) > 0.45);
    }

    #[test]
    fn what_is_not_a_number_rejects_and_shrinks_most() {
        for error in [f64::NAN, f64::INFINITY] {
            let mut controller = Controller::new(Unfused::new(0.0), 5);
            assert!((next(&mut controller, 1.0, error) - SHRINK).abs() < 1e-12);
        }
    }
}
