//! One run: where it starts, what happens on the way, where it ends.

use super::{Failure, System, Why};
use serde::{Deserialize, Serialize};

/// A change made at a stop.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Change {
    /// An input parameter takes a new value.
    SetParameter {
        /// Index among the inputs.
        index: usize,
        /// New value.
        value: f64,
    },
    /// A state takes a new value.
    SetState {
        /// Index of the state.
        index: usize,
        /// New value.
        value: f64,
    },
    /// A state rises (or, if negative, falls) by a value.
    AddToState {
        /// Index of the state.
        index: usize,
        /// What is added.
        value: f64,
    },
}

/// A time the solver lands on exactly, and the changes made there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Time in seconds.
    pub time: f64,
    /// Changes, in order.
    pub changes: Vec<Change>,
}

/// One system to be solved from `start` to `end`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    /// Start time in seconds.
    pub start: f64,
    /// End time in seconds.
    pub end: f64,
    /// Initial states, one per dimension.
    pub initial: Vec<f64>,
    /// Input parameters.
    pub parameters: Vec<f64>,
    /// Stops in ascending time, between `start` and `end`; changes at `end` are not made.
    pub stops: Vec<Stop>,
    /// If given, laws that switch in time stay as they are at this time, in seconds, all the way.
    pub held: Option<f64>,
}

impl Run {
    /// Checks lengths, order and finiteness against a system.
    ///
    /// # Errors
    /// A [`Failure`] at the start time, with [`Why::BadRun`] naming field, value and remedy.
    pub fn check<S: System + ?Sized>(&self, system: &S) -> Result<(), Failure> {
        let bad = |field: &str, value: f64, allowed: &str| {
            let why = Why::BadRun { field: field.into(), value, allowed: allowed.into() };
            Err(Failure { why, time: self.start })
        };
        let finite = "a finite number";
        if !self.start.is_finite() {
            return bad("start", self.start, finite);
        }
        if !self.end.is_finite() || self.end < self.start {
            return bad("end", self.end, "a finite time not before the start");
        }
        if let Some(held) = self.held.filter(|held| !held.is_finite()) {
            return bad("held", held, finite);
        }
        if self.initial.len() != system.dimension() {
            return bad("initial.len()", self.initial.len() as f64, "one value per state");
        }
        if self.parameters.len() != system.inputs() {
            return bad("parameters.len()", self.parameters.len() as f64, "one value per input");
        }
        if let Some(i) = self.initial.iter().position(|x| !x.is_finite()) {
            let field = format!("initial value of {}", system.state_name(i));
            return bad(&field, self.initial[i], finite);
        }
        if let Some(i) = self.parameters.iter().position(|x| !x.is_finite()) {
            return bad(&format!("parameters[{i}]"), self.parameters[i], finite);
        }
        let mut last = self.start;
        for stop in &self.stops {
            if !(stop.time >= last && stop.time <= self.end) {
                return bad("stop.time", stop.time, "ascending times between start and end");
            }
            last = stop.time;
            for change in &stop.changes {
                let (index, value, count) = match *change {
                    Change::SetParameter { index, value } => (index, value, system.inputs()),
                    Change::SetState { index, value } | Change::AddToState { index, value } => {
                        (index, value, system.dimension())
                    }
                };
                if index >= count {
                    return bad("change.index", index as f64, "the index of a state or an input");
                }
                if !value.is_finite() {
                    return bad("change.value", value, finite);
                }
            }
        }
        Ok(())
    }
}

/// What a run cost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statistics {
    /// Steps taken.
    pub accepted: u64,
    /// Steps attempted and thrown away.
    pub rejected: u64,
    /// Evaluations of y′, those inside [`linearised`](Self::linearised) included.
    pub rates: u64,
    /// Evaluations of the Jacobian, each factorised once.
    pub linearised: u64,
    /// Stretches between stops.
    pub stretches: u64,
}

impl core::ops::AddAssign for Statistics {
    fn add_assign(&mut self, other: Self) {
        self.accepted += other.accepted;
        self.rejected += other.rejected;
        self.rates += other.rates;
        self.linearised += other.linearised;
        self.stretches += other.stretches;
    }
}

/// A run that reached its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    /// States at the end.
    pub state: Vec<f64>,
    /// What it cost.
    pub statistics: Statistics,
}
