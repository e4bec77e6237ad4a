//! The interval of log10 IC50 by profile likelihood.
//!
//! A limit is where the sum of squares, minimised over every other parameter, exceeds the minimum by
//! t² s² (Bates and Watts 1988, section 6.1). Unlike the Wald interval it stays right for steep curves
//! and for plateaus that are barely seen, and it may be open on one side.

use super::plan::Plan;
use crate::response::least_squares::{LOST, Layout, Minimum, Slot, descend};

/// Relative precision of a limit's t.
const PRECISION: f64 = 1e-6;
const EXPANSIONS: usize = 12;
const REFINEMENTS: usize = 40;

pub(super) struct Profile<'a> {
    pub(super) plan: &'a Plan,
    pub(super) minimum: &'a Minimum,
    /// Student's t of the interval.
    pub(super) t: f64,
}

impl Profile<'_> {
    /// Limits of the free parameter at `position`, a midpoint, in scaled x; infinite where open.
    pub(super) fn limits(&self, position: usize) -> (f64, f64) {
        (self.limit(position, -1.0), self.limit(position, 1.0))
    }

    fn variance(&self) -> f64 {
        self.minimum.squares / (self.plan.wells.len() - self.plan.layout.free) as f64
    }

    fn limit(&self, position: usize, sign: f64) -> f64 {
        let best = self.minimum.free[position];
        let variance = self.variance();
        if variance <= f64::EPSILON * f64::EPSILON {
            return best;
        }
        let (low, high) = self.plan.ends();
        let mut start = self.minimum.free.clone();
        start.remove(position);
        let mut excess = |value: f64| {
            let layout = without(&self.plan.layout, position, value);
            let (free, squares) = descend(&layout, &self.plan.wells, &start);
            if squares.is_finite() {
                start = free;
            }
            ((squares - self.minimum.squares).max(0.0) / variance).sqrt() - self.t
        };
        let wald = self.t * (variance * self.minimum.inverse[(position, position)]).sqrt();
        let mut step = if wald.is_finite() { wald.clamp(1e-6, 1.0) } else { 0.1 };
        let (mut inner, mut outer) = ((best, -self.t), (best, -self.t));
        for _ in 0..EXPANSIONS {
            outer = (inner.0 + sign * step, 0.0);
            if outer.0 < low - LOST || outer.0 > high + LOST {
                return sign * f64::INFINITY;
            }
            outer.1 = excess(outer.0);
            if outer.1 >= 0.0 {
                break;
            }
            inner = outer;
            step *= 1.5;
        }
        if outer.1 < 0.0 {
            return sign * f64::INFINITY;
        }
        for _ in 0..REFINEMENTS {
            let next = outer.0 + (inner.0 - outer.0) * outer.1 / (outer.1 - inner.1);
            let found = (next, excess(next));
            if found.1.abs() <= PRECISION * self.t {
                return next;
            }
            if (found.1 < 0.0) == (outer.1 < 0.0) {
                outer = found;
                inner.1 /= 2.0;
            } else {
                inner = outer;
                outer = found;
            }
        }
        outer.0
    }
}

/// The layout with one free parameter held at a value.
fn without(layout: &Layout, position: usize, value: f64) -> Layout {
    let hold = |slot: Slot| match slot {
        Slot::Free(place) if place == position => Slot::Fixed(value),
        Slot::Free(place) if place > position => Slot::Free(place - 1),
        other => other,
    };
    Layout {
        slots: layout.slots.iter().map(|slots| slots.map(hold)).collect(),
        directions: layout.directions.clone(),
        free: layout.free - 1,
    }
}
