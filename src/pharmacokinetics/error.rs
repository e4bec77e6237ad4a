//! What can be wrong with a patient, a set of parameters, or an exposure.

use super::RegimenError;
use crate::catalog::RenalCategory;
use crate::units::Mass;

/// Why there is no exposure.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PharmacokineticsError {
    /// A regimen that cannot be given.
    #[error(transparent)]
    Regimen(#[from] RegimenError),
    /// A number outside its range.
    #[error("{field} is {value}{}: give {allowed}", if unit.is_empty() { String::new() } else { format!(" {unit}") })]
    OutOfRange {
        /// What it is.
        field: &'static str,
        /// Its value.
        value: f64,
        /// Its unit; empty for a plain number.
        unit: &'static str,
        /// What would be accepted.
        allowed: &'static str,
    },
    /// A drug whose molar mass is not known.
    #[error(
        "{drug} has no molar mass, which turns mg into nM: add molar_mass_g_per_mol to its set, or the drug to inhibitors.csv"
    )]
    NoMolarMass {
        /// The drug.
        drug: String,
    },
    /// A dose into a vein, with parameters that hold for doses by mouth only.
    #[error(
        "{drug} cannot be given into a vein here: the parameters ({described}) are apparent ones of oral doses, and no absolute bioavailability is known; give it by mouth"
    )]
    NotIntravenous {
        /// The drug.
        drug: String,
        /// The parameters.
        described: String,
    },
    /// A category of renal function for which no model was made.
    #[error(
        "no filtration stands for {category} renal function: give one with Patient::with_filtration, or choose mild, moderate or severe"
    )]
    NoFiltration {
        /// The category.
        category: RenalCategory,
    },
    /// Covariances that no population can have.
    #[error(
        "the covariances of {set} are not positive definite: correlations beyond 1 or at odds with one another; correct its covariances"
    )]
    NotPositiveDefinite {
        /// The set.
        set: String,
    },
    /// A set without variability, of which a population was asked.
    #[error(
        "{set} states no variability, so all its patients are the same: choose a population model"
    )]
    NoVariability {
        /// The set.
        set: String,
    },
    /// An animal of a weight that is no such animal's.
    #[error("a mouse of {weight} is no mouse: give 5 to 100 g, such as 22 g")]
    NoMouse {
        /// The weight.
        weight: Mass,
    },
    /// A window of time with too many doses in it.
    #[error(
        "the window from {from} s to {to} s holds {doses:.0} doses, more than {}: look at a shorter one, or at a steady state",
        Self::MOST_DOSES
    )]
    TooManyDoses {
        /// Its first time, s.
        from: f64,
        /// Its last time, s.
        to: f64,
        /// How many doses there are.
        doses: f64,
    },
    /// A window of time without a length.
    #[error("the window from {from} s to {to} s is none: give two finite times in ascending order")]
    Window {
        /// Its first time, s.
        from: f64,
        /// Its last time, s.
        to: f64,
    },
}

impl PharmacokineticsError {
    /// Most doses that are looked at one by one: two years of a dose each minute.
    pub(super) const MOST_DOSES: u32 = 1_000_000;
}
