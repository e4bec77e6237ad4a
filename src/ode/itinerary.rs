//! The way of one run: its stretches from stop to stop, and the changes made at each.

use super::{Change, Run, Stop, System};
use core::iter::Peekable;

/// Where a run stands between its stops.
#[derive(Debug)]
pub(super) struct Itinerary {
    /// All parameters, prepared for the current stretch.
    pub(super) parameters: Vec<f64>,
    stops: Peekable<std::vec::IntoIter<Stop>>,
    /// End of the current stretch, and what happens there.
    target: Stop,
    end: f64,
}

impl Itinerary {
    /// The way of a run that was checked; it stands at its start, not yet under way.
    pub(super) fn new<S: System + ?Sized>(system: &S, run: Run) -> Self {
        let mut stops = run.stops;
        stops.extend(
            system
                .switches(&run.parameters)
                .into_iter()
                .filter(|&t| t > run.start && t < run.end)
                .map(|time| Stop { time, changes: Vec::new() }),
        );
        stops.sort_by(|a, b| a.time.total_cmp(&b.time));
        let mut parameters = run.parameters;
        parameters.resize(system.parameters(), 0.0);
        Self {
            parameters,
            stops: stops.into_iter().peekable(),
            target: Stop { time: run.start, changes: Vec::new() },
            end: run.end,
        }
    }

    /// End of the current stretch.
    pub(super) fn target(&self) -> f64 {
        self.target.time
    }

    /// Whether the current stretch is the last.
    pub(super) fn is_last(&self) -> bool {
        self.target.time >= self.end
    }

    /// Makes the changes due where the run stands, to `state` and parameters, and heads for the
    /// next stop. Returns the time at which the new stretch begins.
    pub(super) fn depart<S: System + ?Sized>(&mut self, system: &S, state: &mut [f64]) -> f64 {
        let now = self.target.time;
        let mut changes = core::mem::take(&mut self.target.changes);
        while let Some(mut stop) = self.stops.next_if(|stop| stop.time <= now) {
            changes.append(&mut stop.changes);
        }
        for change in changes {
            match change {
                Change::SetParameter { index, value } => self.parameters[index] = value,
                Change::SetState { index, value } => state[index] = value,
                Change::AddToState { index, value } => state[index] += value,
            }
        }
        system.prepare(now, &mut self.parameters);
        self.target = self.stops.next().unwrap_or(Stop { time: self.end, changes: Vec::new() });
        now
    }
}
