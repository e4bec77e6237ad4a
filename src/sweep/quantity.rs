//! What a point can set.

use super::SweepError;
use crate::closest::closest;
use crate::network::Model;

/// A named number of a model that a point can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Quantity {
    /// A parameter, by its index among the inputs.
    Parameter(usize),
    /// The initial value of a species, by its index among the states, in nM.
    Initial(usize),
}

impl Quantity {
    /// The parameter or else the species of that name.
    ///
    /// # Errors
    /// [`SweepError::Unknown`], with the closest name there is.
    pub fn named(model: &Model, name: &str) -> Result<Self, SweepError> {
        let no_parameter = match model.parameter(name) {
            Ok(index) => return Ok(Self::Parameter(index)),
            Err(error) => error,
        };
        let no_species = match model.species(name) {
            Ok(index) => return Ok(Self::Initial(index)),
            Err(error) => error,
        };
        // The kind that holds the closest name of all answers.
        let parameters = model.parameter_names();
        let known = parameters.iter().copied().chain(model.species_names());
        let source = match closest(name, known) {
            Some(meant) if parameters.contains(&meant) => no_parameter,
            _ => no_species,
        };
        Err(SweepError::Unknown { source: Box::new(source) })
    }
}
