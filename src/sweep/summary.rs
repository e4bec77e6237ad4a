//! What a sweep came to.

use super::Outcome;
use crate::ode::Statistics;
use core::ops::AddAssign;
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

impl<'o> FromIterator<&'o Outcome> for Summary {
    /// What the points of a sweep came to; the time it took is not known.
    fn from_iter<I: IntoIterator<Item = &'o Outcome>>(outcomes: I) -> Self {
        let mut summary = Self::default();
        outcomes.into_iter().for_each(|outcome| summary.add(outcome));
        summary
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.points += other.points;
        self.failed += other.failed;
        self.rescued += other.rescued;
        self.statistics += other.statistics;
        self.elapsed += other.elapsed;
    }
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
