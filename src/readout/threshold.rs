//! What a threshold divides: the time above it, and when it was first crossed.

use super::course::Limb;

/// The time above a threshold so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeAbove {
    threshold: f64,
    /// In seconds.
    pub(super) total: f64,
}

impl TimeAbove {
    pub(super) const fn new(threshold: f64) -> Self {
        Self { threshold, total: 0.0 }
    }

    pub(super) fn see(&mut self, limb: &Limb) {
        let is_above = |value: f64| value > self.threshold;
        self.total += match (is_above(limb.start.1), is_above(limb.end.1)) {
            (true, true) => limb.duration(),
            (false, false) => 0.0,
            (true, false) => limb.crossing(self.threshold) - limb.start.0,
            (false, true) => limb.end.0 - limb.crossing(self.threshold),
        };
    }
}

/// The first rise through a threshold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Onset {
    threshold: f64,
    /// In seconds; infinite as long as there was none.
    pub(super) time: f64,
}

impl Onset {
    pub(super) const fn new(threshold: f64) -> Self {
        Self { threshold, time: f64::INFINITY }
    }

    pub(super) fn see(&mut self, limb: &Limb) {
        let rises = limb.start.1 <= self.threshold && limb.end.1 > self.threshold;
        if rises && !self.is_found() {
            self.time = limb.crossing(self.threshold);
        }
    }

    pub(super) const fn is_found(&self) -> bool {
        self.time.is_finite()
    }
}
