//! Protocols and readouts in words, with the names of their system in place of indices.

use super::{Action, Event, Protocol, Source, Swept};
use crate::network::Observable;
use crate::readout::Readout;

/// What the indices of a system stand for.
pub(super) struct Names {
    states: Vec<String>,
    inputs: Vec<String>,
    rules: Vec<String>,
}

impl Names {
    pub(super) fn of<S: Swept>(system: &S) -> Self {
        Self {
            states: (0..system.dimension()).map(|state| system.state_name(state)).collect(),
            inputs: system.input_names(),
            rules: system.rules(),
        }
    }

    /// A protocol, one line for each thing that happens; two protocols with the same lines do the same.
    pub(super) fn steps(&self, protocol: &Protocol) -> Vec<String> {
        let mut lines = vec![format!("from {:?} s to {:?} s", protocol.start, protocol.end)];
        if let Some(overrides) = &protocol.rest {
            let set = |&(index, value): &(usize, f64)| {
                format!("{} = {value:?}", name(&self.inputs, index))
            };
            let set: Vec<String> = overrides.iter().map(set).collect();
            let with = if set.is_empty() { "" } else { " with " };
            lines.push(format!("begins at rest{with}{}", set.join(", ")));
        }
        let event = |event: &Event| format!("at {:?} s {}", event.time, self.action(event.action));
        lines.extend(protocol.events.iter().map(event));
        lines
    }

    /// A readout in words.
    pub(super) fn taken(&self, readout: &Readout) -> String {
        let what = match readout.observable {
            Observable::Species(index) => name(&self.states, index),
            Observable::Rule(index) => name(&self.rules, index),
        };
        format!("{what} {:?}", readout.measure)
    }

    fn action(&self, action: Action) -> String {
        let number = |source| match source {
            Source::Value(value) => format!("{value:?}"),
            Source::Parameter(index) => name(&self.inputs, index),
        };
        match action {
            Action::Add(index, source) => {
                format!("{} rises by {}", name(&self.states, index), number(source))
            }
            Action::SetSpecies(index, source) => {
                format!("{} becomes {}", name(&self.states, index), number(source))
            }
            Action::SetParameter(index, source) => {
                format!("{} becomes {}", name(&self.inputs, index), number(source))
            }
        }
    }
}

fn name(names: &[String], index: usize) -> String {
    names.get(index).map_or_else(|| format!("number {index}"), Clone::clone)
}
