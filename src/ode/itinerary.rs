//! The way of one run: its stretches from stop to stop, and the changes made at each.

use super::{Change, Run, Stop, System};
use core::iter::Peekable;

/// Where a run stands between its stops.
#[derive(Debug)]
pub(super) struct Itinerary {
    /// All parameters, prepared for the current stretch.
    pub(super) parameters: Vec<f64>,
    stops: Peekable<std::vec::IntoIter<Stop>>,
    /// When the equations switch, for the inputs as they are now.
    switches: Vec<f64>,
    /// When the laws are looked at, if not as time goes by.
    held: Option<f64>,
    under_way: bool,
    /// End of the current stretch.
    target: f64,
    end: f64,
}

impl Itinerary {
    /// The way of a run that was checked; it stands at its start, not yet under way.
    pub(super) fn new<S: System + ?Sized>(system: &S, run: Run) -> Self {
        let mut parameters = run.parameters;
        parameters.resize(system.parameters(), 0.0);
        Self {
            parameters,
            stops: run.stops.into_iter().peekable(),
            switches: Vec::new(),
            held: run.held,
            under_way: false,
            target: run.start,
            end: run.end,
        }
    }

    /// End of the current stretch.
    pub(super) fn target(&self) -> f64 {
        self.target
    }

    /// Whether the current stretch is the last.
    pub(super) fn is_last(&self) -> bool {
        self.target >= self.end
    }

    /// Makes the changes due where the run stands, to `state` and parameters, and heads for the
    /// next stop. Returns the time at which the new stretch begins.
    pub(super) fn depart<S: System + ?Sized>(&mut self, system: &S, state: &mut [f64]) -> f64 {
        let now = self.target;
        let mut moved = !core::mem::replace(&mut self.under_way, true);
        while let Some(stop) = self.stops.next_if(|stop| stop.time <= now) {
            for change in stop.changes {
                match change {
                    Change::SetParameter { index, value } => {
                        self.parameters[index] = value;
                        moved = true;
                    }
                    Change::SetState { index, value } => state[index] = value,
                    Change::AddToState { index, value } => state[index] += value,
                }
            }
        }
        system.prepare(self.held.unwrap_or(now), &mut self.parameters);
        if moved && self.held.is_none() {
            self.switches = system.switches(&self.parameters[..system.inputs()]);
        }
        let stop = self.stops.peek().map_or(self.end, |stop| stop.time);
        let ahead = self.switches.iter().copied().filter(|&time| time > now);
        self.target = ahead.fold(stop.min(self.end), f64::min);
        now
    }
}
