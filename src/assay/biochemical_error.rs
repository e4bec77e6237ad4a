//! What can go wrong in a biochemical assay, as values.

use crate::network::NetworkError;
use crate::ode::{Failure, OptionsError, SteadyError};
use crate::response::ResponseError;
use thiserror::Error;

/// Why a biochemical assay gave no answer.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BiochemicalError {
    /// A number that describes the assay cannot be used.
    #[error("{field} = {value} {unit} cannot be used: give a finite number above 0")]
    Number {
        /// Which number.
        field: &'static str,
        /// What it was.
        value: f64,
        /// Its unit.
        unit: &'static str,
    },
    /// A concentration of the inhibitor cannot be used.
    #[error("dose {value} nM cannot be used: give a finite concentration, 0 nM or more")]
    Dose {
        /// What it was, in nM.
        value: f64,
    },
    /// The reactions of the assay do not make a network.
    #[error(transparent)]
    Network(#[from] NetworkError),
    /// The solver refuses its options.
    #[error(transparent)]
    Options(#[from] OptionsError),
    /// The pre-incubation did not come to rest.
    #[error("before the start of the reaction: {0}")]
    Incubation(#[from] SteadyError),
    /// The reaction could not be followed to its end.
    #[error("during the reaction: {0}")]
    Reaction(#[from] Failure),
    /// The search for the IC50 has no answer.
    #[error("no IC50 was found: {0}")]
    Search(#[source] ResponseError),
}
