//! What a point can set.

use super::{SweepError, Swept};
use crate::closest::closest;
use crate::network::{Kind, NetworkError};

/// A named number of a system that a point can set.
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
    pub fn named<S: Swept>(system: &S, name: &str) -> Result<Self, SweepError> {
        let inputs = system.input_names();
        if let Some(index) = inputs.iter().position(|known| known == name) {
            return Ok(Self::Parameter(index));
        }
        let states: Vec<String> = (0..system.dimension()).map(|i| system.state_name(i)).collect();
        if let Some(index) = states.iter().position(|known| known == name) {
            return Ok(Self::Initial(index));
        }
        // The kind that holds the closest name of all answers.
        let all = inputs.iter().chain(&states).map(String::as_str);
        let meant = closest(name, all).map(str::to_owned);
        let kind = match &meant {
            Some(meant) if inputs.contains(meant) => Kind::Parameter,
            _ => Kind::Species,
        };
        let source = NetworkError::UnknownName { kind, name: name.into(), closest: meant };
        Err(SweepError::Unknown { source: Box::new(source) })
    }
}
