//! The width at half maximum, in one pass.
//!
//! The level, half way between baseline and peak, rises with every higher peak. The rise through it is
//! the last one before the peak; so of the limbs that rise, only those must be kept from which the
//! observable has not come down again, and of these none that ended below the level of the peak so far.

use super::Baseline;
use super::course::Limb;
use std::collections::VecDeque;

/// See [`Measure::Width`](super::Measure::Width).
#[derive(Debug, Clone)]
pub(super) struct Width {
    baseline: Option<f64>,
    height: f64,
    /// Rising limbs by the value they start from, which ascends.
    rises: VecDeque<Limb>,
    /// When it rose through the level of the highest peak so far; `None` until it falls from there.
    risen: Option<f64>,
    /// When it fell to that level after the peak.
    fallen: Option<f64>,
}

impl Width {
    pub(super) fn new(baseline: Baseline) -> Self {
        Self {
            baseline: match baseline {
                Baseline::Value(value) => Some(value),
                Baseline::WindowStart => None,
            },
            height: f64::NEG_INFINITY,
            rises: VecDeque::new(),
            risen: None,
            fallen: None,
        }
    }

    pub(super) fn see(&mut self, limb: &Limb) {
        if self.height == f64::NEG_INFINITY {
            self.height = limb.start.1;
            self.baseline.get_or_insert(limb.start.1);
        }
        if limb.end.1 > limb.start.1 {
            self.rise(limb);
        } else {
            self.fall(limb);
        }
    }

    /// Half way between baseline and peak.
    fn level(&self) -> f64 {
        self.baseline.map_or(self.height, |baseline| f64::midpoint(baseline, self.height))
    }

    fn rise(&mut self, limb: &Limb) {
        while self.rises.back().is_some_and(|kept| kept.start.1 >= limb.start.1) {
            self.rises.pop_back();
        }
        self.rises.push_back(*limb);
        if limb.end.1 > self.height {
            self.height = limb.end.1;
            (self.risen, self.fallen) = (None, None);
        }
        let level = self.level();
        while self.rises.get(1).is_some_and(|second| second.start.1 <= level) {
            self.rises.pop_front();
        }
    }

    fn fall(&mut self, limb: &Limb) {
        let level = self.level();
        if self.risen.is_none() {
            let last = self.rises.iter().rev().find(|kept| kept.start.1 <= level);
            // Above the level since the window began.
            self.risen = Some(last.map_or(f64::NEG_INFINITY, |kept| kept.crossing(level)));
        }
        if self.fallen.is_none() && limb.end.1 <= level {
            self.fallen = Some(limb.crossing(level));
        }
    }

    /// The width as far as the run has come, in seconds.
    pub(super) fn value(&self) -> f64 {
        match (self.risen, self.fallen) {
            _ if self.height <= self.level() => 0.0,
            (Some(risen), Some(fallen)) => fallen - risen,
            _ => f64::INFINITY,
        }
    }
}
