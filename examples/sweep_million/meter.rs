//! How far a sweep has come, on one line.

use jakstat::sweep::{Flow, Progress};
use std::io::{IsTerminal, Write, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Time from one line to the next.
const PAUSE: Duration = Duration::from_millis(200);

#[derive(Default)]
pub(crate) struct Meter {
    shown: Mutex<Option<Progress>>,
    last: Mutex<Option<Progress>>,
}

impl Meter {
    /// Writes the line anew where somebody sees it, a few times a second and at the end.
    pub(crate) fn show(&self, now: Progress) -> Flow {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let over = now.done == now.total;
        let due = shown.is_none_or(|shown| now.elapsed >= shown.elapsed + PAUSE);
        if (due || over) && stderr().is_terminal() {
            let left =
                now.left().map_or_else(String::new, |left| format!(", {} left", clock(left)));
            let end = if over { "\n" } else { "\r" };
            let line = format!(
                "{} of {} points, {} failed, {:.0} points/s{left}",
                now.done,
                now.total,
                now.failed,
                now.rate()
            );
            // A line nobody can read any more is no reason to stop.
            let _ = write!(stderr(), "{line:<78}{end}");
            *shown = Some(now);
        }
        Flow::Continue
    }

    /// The rate over all points of this run, in words.
    pub(crate) fn rate(&self) -> String {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.map_or_else(
            || "all of them before".into(),
            |last| format!("{:.0} points/s", last.rate()),
        )
    }
}

fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
