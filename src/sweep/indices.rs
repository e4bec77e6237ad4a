//! Indices that a sweep was given, held against its model.
//!
//! Events and readouts name things by index; an index of another model must not be looked up in this one.

use super::{Action, Protocol, Source, SweepError};
use crate::network::{Model, Observable};
use crate::ode::System as _;
use crate::readout::Readout;

/// How many things of each kind a model has.
struct Counts {
    species: usize,
    parameters: usize,
    rules: usize,
}

/// Refuses an index that is none of the model's.
pub(super) fn check(
    model: &Model,
    protocol: &Protocol,
    readouts: &[Readout],
) -> Result<(), SweepError> {
    let (species, parameters) = (model.dimension(), model.inputs());
    let rules = model.observables().len() - species;
    let counts = Counts { species, parameters, rules };
    for event in &protocol.events {
        counts.check_action(event.action)?;
    }
    for &(index, _) in protocol.rest.iter().flatten() {
        known("a parameter at rest", index, parameters)?;
    }
    for readout in readouts {
        match readout.observable {
            Observable::Species(index) => known("the species of a readout", index, species)?,
            Observable::Rule(index) => known("the rule of a readout", index, counts.rules)?,
        }
    }
    Ok(())
}

impl Counts {
    fn check_action(&self, action: Action) -> Result<(), SweepError> {
        let source = match action {
            Action::Add(index, source) | Action::SetSpecies(index, source) => {
                known("the species of an event", index, self.species)?;
                source
            }
            Action::SetParameter(index, source) => {
                known("the parameter of an event", index, self.parameters)?;
                source
            }
        };
        match source {
            Source::Value(_) => Ok(()),
            Source::Parameter(index) => known("the source of an event", index, self.parameters),
        }
    }
}

fn known(what: &'static str, index: usize, known: usize) -> Result<(), SweepError> {
    if index < known { Ok(()) } else { Err(SweepError::Foreign { what, index, known }) }
}
