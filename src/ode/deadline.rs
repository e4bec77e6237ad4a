//! Moments by which work has to be done.

use super::Why;
use core::fmt;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};

/// What time was set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Timed {
    /// One run; in a sweep one point, with its state of rest and every attempt at it.
    Point,
    /// A whole sweep.
    Sweep,
}

impl fmt::Display for Timed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Point => "point",
            Self::Sweep => "sweep",
        })
    }
}

/// A moment by which something has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    moment: Instant,
    allowed: Duration,
    timed: Timed,
}

impl Deadline {
    /// So long after now; `None` if that is later than clocks can tell.
    pub fn after(allowed: Duration, timed: Timed) -> Option<Self> {
        let moment = Instant::now().checked_add(allowed)?;
        Some(Self { moment, allowed, timed })
    }

    /// What to say of work that is not done at `now`, if the moment has passed.
    pub fn passed(self, now: Instant) -> Option<Why> {
        let Self { moment, allowed, timed } = self;
        (now >= moment).then_some(Why::Deadline { timed, seconds: allowed.as_secs_f64() })
    }

    /// The one that comes first, if there is any.
    pub fn first(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        one.into_iter().chain(other).min_by_key(|deadline| deadline.moment)
    }
}
