//! What a sweep came to.

use super::Outcome;
use crate::ode::Statistics;
use core::time::Duration;

/// What a sweep came to, all points taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Summary {
    /// Points that were over, failed ones included.
    pub points: usize,
    /// Points that failed.
    pub failed: usize,
    /// Points that were solved at a second or third attempt.
    pub rescued: usize,
    /// What the solved points cost.
    pub statistics: Statistics,
    /// Time the sweep took.
    pub elapsed: Duration,
}

impl Summary {
    pub(super) fn add(&mut self, outcome: &Outcome) {
        self.points += 1;
        match outcome {
            Outcome::Ok(completed) => {
                self.rescued += usize::from(!completed.attempts.is_empty());
                self.statistics += completed.statistics;
            }
            Outcome::Failed(_) => self.failed += 1,
        }
    }
}
