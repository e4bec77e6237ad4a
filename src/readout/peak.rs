//! The highest point of a course.

use super::course::{Limb, Point};

/// The highest point so far; the first, if there are several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peak {
    highest: Point,
}

impl Peak {
    pub(super) const fn new() -> Self {
        Self { highest: (f64::NAN, f64::NEG_INFINITY) }
    }

    pub(super) fn see(&mut self, limb: &Limb) {
        // What was before a jump has been seen, or lies before the window.
        if limb.duration() > 0.0 {
            self.note(limb.start);
        }
        self.note(limb.end);
    }

    fn note(&mut self, point: Point) {
        if point.1 > self.highest.1 {
            self.highest = point;
        }
    }

    /// The time on a course at which the highest point may lie: that of the highest one there.
    pub(super) fn candidate(&self, limbs: &[Limb]) -> Option<f64> {
        let mut there = Self::new();
        for limb in limbs {
            there.see(limb);
        }
        (there.highest.1 >= self.highest.1).then_some(there.highest.0)
    }

    /// In seconds.
    pub(super) const fn time(&self) -> f64 {
        self.highest.0
    }

    pub(super) const fn height(&self) -> f64 {
        self.highest.1
    }
}
