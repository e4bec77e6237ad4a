//! Why a pathway cannot be built.

use super::Target;
use crate::catalog::{CatalogError, Jak};
use crate::network::NetworkError;

/// Why a pathway cannot be built, or a name is not part of one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PathwayError {
    /// The catalog refuses: a kinase nobody knows, a drug that does not compete with ATP, a potency not measured.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// The cell lacks chains of the receptor.
    #[error(
        "{cell} has no {}, which {cytokine} needs: use a cell that has it, such as {}",
        missing.join(", no "), cells.join(", ")
    )]
    NoReceptor {
        /// The cell.
        cell: String,
        /// The cytokine.
        cytokine: String,
        /// The chains it lacks.
        missing: Vec<String>,
        /// Cells that have all chains.
        cells: Vec<String>,
    },
    /// No cytokine was named.
    #[error(
        "no cytokine was named: call Pathway::stimulate, with a dose of zero to see the cell at rest"
    )]
    NoCytokine,
    /// More cytokines than the model is meant for.
    #[error("{count} cytokines were named: stimulate with one or two")]
    TooManyCytokines {
        /// How many were named.
        count: usize,
    },
    /// One cytokine, or one drug, named twice.
    #[error("{name} was named twice: name it once, with the dose you mean")]
    Duplicate {
        /// Its name.
        name: String,
    },
    /// A quantity that is negative, infinite or not a number.
    #[error("{quantity} is {value}: {remedy}")]
    OutOfRange {
        /// The quantity.
        quantity: String,
        /// Its value, in nM, cells/mL or the constant's own unit.
        value: f64,
        /// What to give instead.
        remedy: &'static str,
    },
    /// A mutant kinase that no chain of the receptors holds.
    #[error(
        "no chain of {cytokines} holds {jak}: a mutant {jak} changes nothing there, leave it out or use another cytokine"
    )]
    MutantUnused {
        /// The kinase.
        jak: Jak,
        /// The cytokines in use.
        cytokines: String,
    },
    /// A receptor without two chains that hold kinases.
    #[error(
        "the {cytokine} receptor has {kinases} chain(s) with a kinase, and none can switch on the other: bring a table with two"
    )]
    NoPair {
        /// The cytokine.
        cytokine: String,
        /// Chains with a kinase in one complex.
        kinases: usize,
    },
    /// An antibody against something that is not there.
    #[error(
        "{antibody} binds {target}, which is no part of this pathway: it has {}", available.join(", ")
    )]
    NoTarget {
        /// The antibody.
        antibody: String,
        /// What it binds.
        target: Target,
        /// What there is of the same kind, cytokines or chains.
        available: Vec<String>,
    },
    /// A constant that does not exist.
    #[error(
        "there is no constant called \"{name}\": {}",
        closest.as_deref().map_or_else(|| "Constants::iter lists them".into(), |known| format!("did you mean \"{known}\"?"))
    )]
    UnknownConstant {
        /// The name as it was given.
        name: String,
        /// The known name it resembles most.
        closest: Option<String>,
    },
    /// A table of constants that cannot be used.
    #[error("the table of constants cannot be used: {problem}")]
    Constants {
        /// What is wrong, and where.
        problem: String,
    },
    /// A name that the pathway does not have.
    #[error("this pathway has no {kind} called \"{name}\": it has {}", available.join(", "))]
    NotPart {
        /// What was looked for.
        kind: &'static str,
        /// The name as it was given.
        name: String,
        /// What there is.
        available: Vec<String>,
    },
    /// The network cannot be compiled.
    #[error("the network cannot be compiled: {0}")]
    Network(#[from] NetworkError),
}

/// Refuses what is not a number of at least zero.
pub(super) fn at_least_zero(quantity: impl Into<String>, value: f64) -> Result<f64, PathwayError> {
    if value.is_finite() && value >= 0.0 {
        return Ok(value);
    }
    let remedy = "give a finite number of at least zero";
    Err(PathwayError::OutOfRange { quantity: quantity.into(), value, remedy })
}

/// Refuses what is not a number above zero.
pub(super) fn above_zero(quantity: impl Into<String>, value: f64) -> Result<f64, PathwayError> {
    if value.is_finite() && value > 0.0 {
        return Ok(value);
    }
    let remedy = "give a finite number above zero";
    Err(PathwayError::OutOfRange { quantity: quantity.into(), value, remedy })
}
