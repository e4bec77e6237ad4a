//! Counts points as they are over, and passes the count on.

use super::cut::Cut;
use super::{Flow, Progress};
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Hears how far a sweep has come, from any thread.
pub(super) type Report<'r> = dyn Fn(Progress) -> Flow + Sync + 'r;

/// Counts what is over and reports it, one report at a time so that counts never fall.
pub(super) struct Tally<'t> {
    counts: Mutex<(usize, usize)>,
    total: usize,
    resumed: usize,
    began: Instant,
    cancel: &'t AtomicBool,
    report: &'t Report<'t>,
}

impl<'t> Tally<'t> {
    pub(super) fn new(cut: &Cut<'_>, cancel: &'t AtomicBool, report: &'t Report<'t>) -> Self {
        let (counts, total, resumed) = (Mutex::new(cut.before), cut.total, cut.before.0);
        Self { counts, total, resumed, began: Instant::now(), cancel, report }
    }

    /// Whether a report panicked.
    pub(super) fn is_broken(&self) -> bool {
        self.counts.is_poisoned()
    }

    /// Time since the sweep began.
    pub(super) fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }

    /// Notes that `done` more points are over, `failed` of them without a result.
    pub(super) fn over(&self, done: usize, failed: usize) {
        if done == 0 {
            return;
        }
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.0 += done;
        counts.1 += failed;
        let progress = Progress {
            done: counts.0,
            failed: counts.1,
            total: self.total,
            resumed: self.resumed,
            elapsed: self.elapsed(),
        };
        if (self.report)(progress) == Flow::Cancel {
            self.cancel.store(true, Ordering::Relaxed);
        }
    }
}
