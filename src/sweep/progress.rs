//! How far a sweep has come.

use core::time::Duration;

/// How far a sweep has come; counts never fall, and end at the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Points that are over, failed ones included.
    pub done: usize,
    /// Points that failed.
    pub failed: usize,
    /// Points there are.
    pub total: usize,
    /// Points that were over before the sweep was resumed; 0 if it was not.
    pub resumed: usize,
    /// Time since the sweep began, or was resumed.
    pub elapsed: Duration,
}

impl Progress {
    /// Points per second, since the sweep began or was resumed.
    pub fn rate(&self) -> f64 {
        let done = self.done.saturating_sub(self.resumed) as f64;
        done / self.elapsed.max(Duration::from_nanos(1)).as_secs_f64()
    }

    /// Time left, if the points to come take as long as those that are over; `None` as long as there is none
    /// to go by.
    pub fn left(&self) -> Option<Duration> {
        let left = self.total.saturating_sub(self.done) as f64;
        Duration::try_from_secs_f64(left / self.rate()).ok()
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
