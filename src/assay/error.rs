//! Experiments that cannot be done.

use crate::catalog::CatalogError;
use crate::network::NetworkError;
use crate::pathway::PathwayError;
use crate::pharmacokinetics::PharmacokineticsError;
use crate::response::{ResponseError, SearchError};
use crate::sensitivity::SensitivityError;
use crate::sweep::{Failed, SweepError};
use thiserror::Error;

/// Why an experiment cannot be done.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum AssayError {
    /// Doses that make no grid.
    #[error("dose {index} = {value} nM cannot be used: {problem}")]
    Doses {
        /// Index of the dose.
        index: usize,
        /// The dose, in nM.
        value: f64,
        /// What a dose must be.
        problem: &'static str,
    },
    /// A time that cannot be used.
    #[error("{field} = {seconds:e} s cannot be used: give a time from 0 to {most:e} s")]
    Time {
        /// Which time.
        field: &'static str,
        /// Its value, in seconds.
        seconds: f64,
        /// The most it may be, in seconds.
        most: f64,
    },
    /// A concentration that cannot be used.
    #[error("{field} = {nanomolar} nM cannot be used: give a finite concentration of 0 nM or more")]
    Concentration {
        /// Which concentration.
        field: &'static str,
        /// Its value, in nM.
        nanomolar: f64,
    },
    /// No concentration of the drug.
    #[error("no drug concentration is given: give 0 nM for the curve without drug, and others")]
    NoConcentration,
    /// A combination of too few agents, or of too many doses.
    #[error(
        "a combination of {agents} agents on these doses cannot be drawn: give two agents or more, and {most} combinations of doses at most"
    )]
    Surface {
        /// Agents there were.
        agents: usize,
        /// Combinations of doses there may be.
        most: usize,
    },
    /// A STAT that the cytokine does not phosphorylate.
    #[error("{cytokine} does not phosphorylate {stat}: read {available}")]
    NoSuchStat {
        /// The cytokine.
        cytokine: String,
        /// The STAT asked for.
        stat: String,
        /// The STATs there are.
        available: String,
    },
    /// An exposure to another drug than the one asked about.
    #[error(
        "the exposure is to {taken}, not to {drug}: take the kinetics of {drug}, or ask about {taken}"
    )]
    OtherDrug {
        /// The drug asked about.
        drug: String,
        /// The drug that is taken.
        taken: String,
    },
    /// Cells that do not come to repeat their day, though the doses do.
    #[error(
        "after {days} days the states of the cells still change by {residual:e} from day to day: the pathway may oscillate by itself; look at the time course, or ask for a single day of a regimen that is not at steady state"
    )]
    NotPeriodic {
        /// Days that were simulated.
        days: u32,
        /// Largest relative change from one day to the next.
        residual: f64,
    },
    /// Doses that begin at a steady state and do not go on in it: what the cells went through before is not known.
    #[error(
        "the doses begin at a steady state, but do not repeat themselves from the day asked about within {longest} days: write them out from the first, as .doses(n) without .at_steady_state()"
    )]
    NoHistory {
        /// The longest period that was looked for, in days.
        longest: u32,
    },
    /// An average inhibition that no dose can have.
    #[error(
        "an average inhibition of {inhibition} cannot be asked for: give a fraction between 0 and 1, such as 0.5"
    )]
    Inhibition {
        /// The inhibition asked for.
        inhibition: f64,
    },
    /// A coefficient of variation that is none.
    #[error(
        "a variation of {variation} between patients cannot be used: give a coefficient of variation from 0 to 10, such as 0.3 for 30 %"
    )]
    Variation {
        /// The variation, as a fraction.
        variation: f64,
    },
    /// A factor that affinities cannot be uncertain by.
    #[error(
        "affinities cannot be uncertain by a factor of {fold}: give a finite factor of 1 or more, such as 3"
    )]
    AffinityFold {
        /// The factor.
        fold: f64,
    },
    /// No Hill equation for the static way.
    #[error(
        "the curve of {drug} has no Hill slope or no IC50 between 0.01 nM and 1 mM: ask in the dynamic way"
    )]
    NoHill {
        /// The drug.
        drug: String,
    },
    /// The kinetics have no answer.
    #[error(transparent)]
    Pharmacokinetics(Box<PharmacokineticsError>),
    /// The catalogue has no answer.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// The pathway cannot be built.
    #[error(transparent)]
    Pathway(#[from] PathwayError),
    /// The network has no such part.
    #[error(transparent)]
    Network(#[from] NetworkError),
    /// The sweep cannot be begun.
    #[error(transparent)]
    Sweep(#[from] SweepError),
    /// A point could not be solved.
    #[error("a dose could not be simulated: {0}")]
    Point(#[from] Failed),
    /// The readings have no Sobol' indices.
    #[error(transparent)]
    Sensitivity(#[from] SensitivityError),
    /// The curve has no answer.
    #[error(transparent)]
    Response(#[from] ResponseError),
}

// In a box, so that every other result stays small.
impl From<PharmacokineticsError> for AssayError {
    fn from(error: PharmacokineticsError) -> Self {
        Self::Pharmacokinetics(Box::new(error))
    }
}

impl From<SearchError<AssayError>> for AssayError {
    fn from(error: SearchError<AssayError>) -> Self {
        match error {
            SearchError::Evaluation(inner) => inner,
            SearchError::Response(inner) => Self::Response(inner),
        }
    }
}
