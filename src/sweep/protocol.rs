//! What is done to the system, and when.

use super::SweepError;
use crate::ode::{Change, Stop};
use serde::{Deserialize, Serialize};

/// Where an event takes its number from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Source {
    /// A number.
    Value(f64),
    /// The point's value of a parameter, by its index among the inputs.
    Parameter(usize),
}

/// What an event does.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Action {
    /// Adds to the concentration of a species, by its index among the states, in nM.
    Add(usize, Source),
    /// Sets the concentration of a species, in nM.
    SetSpecies(usize, Source),
    /// Sets a parameter, by its index among the inputs.
    SetParameter(usize, Source),
}

/// Something done at a time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Time in seconds.
    pub time: f64,
    /// What is done.
    pub action: Action,
}

impl Event {
    /// What a stop changes, with the same numbers at every point.
    pub fn of(stop: Stop) -> impl Iterator<Item = Self> {
        let time = stop.time;
        stop.changes.into_iter().map(move |change| {
            let action = match change {
                Change::AddToState { index, value } => Action::Add(index, Source::Value(value)),
                Change::SetState { index, value } => {
                    Action::SetSpecies(index, Source::Value(value))
                }
                Change::SetParameter { index, value } => {
                    Action::SetParameter(index, Source::Value(value))
                }
            };
            Self { time, action }
        })
    }
}

/// A course of events from start to end, preceded by rest if asked for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Protocol {
    /// Start in seconds; negative for what comes before a stimulus at 0.
    pub start: f64,
    /// End in seconds.
    pub end: f64,
    /// Events, in any order; those at the same time happen in the order given.
    pub events: Vec<Event>,
    /// If given, the run starts from the steady state the system comes to with these parameters
    /// (index among the inputs, value) in place of the point's.
    pub rest: Option<Vec<(usize, f64)>>,
}

impl Protocol {
    pub(super) fn check(&self) -> Result<(), SweepError> {
        let bad = |field, value| Err(SweepError::Time { field, value });
        if !self.start.is_finite() {
            return bad("start", self.start);
        }
        if !(self.end.is_finite() && self.end >= self.start) {
            return bad("end", self.end);
        }
        match self.events.iter().find(|e| !(e.time >= self.start && e.time <= self.end)) {
            Some(event) => bad("event.time", event.time),
            None => Ok(()),
        }
    }

    /// The events as stops, for a point with these parameters.
    pub(super) fn stops(&self, parameters: &[f64]) -> Vec<Stop> {
        let number = |source| match source {
            Source::Value(value) => value,
            Source::Parameter(index) => parameters[index],
        };
        let mut events: Vec<&Event> = self.events.iter().collect();
        events.sort_by(|a, b| a.time.total_cmp(&b.time));
        let stop = |event: &&Event| {
            let change = match event.action {
                Action::Add(index, source) => Change::AddToState { index, value: number(source) },
                Action::SetSpecies(index, source) => {
                    Change::SetState { index, value: number(source) }
                }
                Action::SetParameter(index, source) => {
                    Change::SetParameter { index, value: number(source) }
                }
            };
            Stop { time: event.time, changes: vec![change] }
        };
        events.iter().map(stop).collect()
    }
}
