//! How far a sweep has come.

use core::time::Duration;

/// How far a sweep has come; counts never fall, and end at the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Points that are over, failed ones included.
    pub done: usize,
    /// Points that failed.
    pub failed: usize,
    /// Points there are.
    pub total: usize,
    /// Time since the sweep began.
    pub elapsed: Duration,
}

impl Progress {
    /// Time left, if the points to come take as long as those that are over.
    pub fn remaining(&self) -> Option<Duration> {
        let left = self.total.checked_sub(self.done)? as f64;
        (self.done > 0).then(|| self.elapsed.mul_f64(left / self.done as f64))
    }
}

/// What a sweep does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Goes on.
    Continue,
    /// Ends: every point that is not over fails as cancelled.
    Cancel,
}
