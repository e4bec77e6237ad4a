//! Indices that a sweep was given, held against its system.
//!
//! Events and readouts name things by index; an index of another system must not be looked up in this one.

use super::Swept;
use super::{Action, Protocol, Quantity, Source, SweepError};
use crate::network::Observable;
use crate::readout::Readout;

/// How many things of each kind a system has.
struct Counts {
    species: usize,
    parameters: usize,
    rules: usize,
}

/// Refuses an index that is none of the system's.
pub(super) fn check<S: Swept>(
    system: &S,
    protocol: &Protocol,
    quantities: &[Quantity],
    readouts: &[Readout],
) -> Result<(), SweepError> {
    let (species, parameters) = (system.dimension(), system.inputs());
    let rules = system.rules().len();
    let counts = Counts { species, parameters, rules };
    for event in &protocol.events {
        counts.check_action(event.action)?;
    }
    for &(index, _) in protocol.rest.iter().flatten() {
        known("a parameter at rest", index, parameters)?;
    }
    // Names and number of inputs of a system of one's own may disagree.
    for quantity in quantities {
        match *quantity {
            Quantity::Parameter(index) => known("a varied parameter", index, parameters)?,
            Quantity::Initial(index) => known("a varied species", index, species)?,
        }
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
