//! Protocols and readouts in words, with the names of their model in place of indices.

use super::{Action, Protocol, Source};
use crate::network::{Model, Observable};
use crate::readout::Readout;

/// A protocol, one line for each thing that happens; two protocols with the same lines do the same.
pub(super) fn steps(model: &Model, protocol: &Protocol) -> Vec<String> {
    let names = Names { species: model.species_names(), parameters: model.parameter_names() };
    let mut lines = vec![format!("from {:?} s to {:?} s", protocol.start, protocol.end)];
    if let Some(overrides) = &protocol.rest {
        let set = |&(index, value): &(usize, f64)| {
            format!("{} = {value:?}", name(&names.parameters, index))
        };
        let set: Vec<String> = overrides.iter().map(set).collect();
        let with = if set.is_empty() { "" } else { " with " };
        lines.push(format!("begins at rest{with}{}", set.join(", ")));
    }
    let event =
        |event: &super::Event| format!("at {:?} s {}", event.time, names.action(event.action));
    lines.extend(protocol.events.iter().map(event));
    lines
}

/// A readout in words.
pub(super) fn taken(model: &Model, readout: &Readout) -> String {
    let all = model.observables();
    let found = all.iter().find(|(_, observable)| *observable == readout.observable);
    let what = match (found, readout.observable) {
        (Some((name, _)), _) => (*name).to_owned(),
        (None, Observable::Species(index)) => format!("species {index}"),
        (None, Observable::Rule(index)) => format!("rule {index}"),
    };
    format!("{what} {:?}", readout.measure)
}

struct Names<'m> {
    species: Vec<&'m str>,
    parameters: Vec<&'m str>,
}

impl Names<'_> {
    fn action(&self, action: Action) -> String {
        let number = |source| match source {
            Source::Value(value) => format!("{value:?}"),
            Source::Parameter(index) => name(&self.parameters, index),
        };
        match action {
            Action::Add(index, source) => {
                format!("{} rises by {}", name(&self.species, index), number(source))
            }
            Action::SetSpecies(index, source) => {
                format!("{} becomes {}", name(&self.species, index), number(source))
            }
            Action::SetParameter(index, source) => {
                format!("{} becomes {}", name(&self.parameters, index), number(source))
            }
        }
    }
}

fn name(names: &[&str], index: usize) -> String {
    names.get(index).map_or_else(|| format!("number {index}"), |&name| name.to_owned())
}
