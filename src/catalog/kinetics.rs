//! A published set of pharmacokinetic parameters.

use serde::{Deserialize, Serialize};

use super::lookup::Named;
use super::{KineticQuantity, Provenance};
use crate::units::{Filtration, Mass, MolarMass};

/// How a drug taken by mouth gets into the blood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AbsorptionKind {
    /// From a depot, at a rate proportional to what is left in it.
    FirstOrder,
    /// Into the central compartment, at a constant rate over a duration.
    ZeroOrder,
    /// A share at a constant rate, the rest by first order: an extended release.
    Parallel,
}

/// What a set of parameters rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SetKind {
    /// A population model fitted to many people.
    Population,
    /// Numbers put together from an overview.
    Textbook,
}

/// How people differ in a parameter: a variance on the logarithmic scale.
///
/// The parameter of a person is `typical · exp(η)` with η normal of variance `omega2`; with a shape λ it is
/// `typical · exp((exp(λ η) − 1) / λ)`, Box and Cox's transformation of η.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Variability {
    /// Variance of η. Where the source states a CV in percent, it is `ln(1 + (CV/100)²)`.
    pub omega2: f64,
    /// The CV in percent, where the source states that.
    pub cv_percent: Option<f64>,
    /// The shape λ, where the source has one.
    pub box_cox: Option<f64>,
}

/// One parameter of a set.
///
/// For a patient it is `value · factor · (W/W₀)^a · (R/R₀)^b · (A/A₀)^c` of weight W, renal filtration R and age A,
/// with those of the reference patient below.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KineticParameter {
    /// What it measures.
    pub quantity: KineticQuantity,
    /// Its typical value, in the unit of the quantity.
    pub value: f64,
    /// What the value is multiplied with for the set's population.
    pub factor: f64,
    /// The exponent a of body weight.
    pub weight_exponent: f64,
    /// The exponent b of renal filtration.
    pub filtration_exponent: f64,
    /// The exponent c of age.
    pub age_exponent: f64,
    /// How people differ in it.
    pub variability: Option<Variability>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// How two parameters vary together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Covariance {
    /// The two parameters.
    pub between: [KineticQuantity; 2],
    /// Covariance of their η.
    pub omega2: f64,
}

/// The patient whose parameters the typical values are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReferencePatient {
    /// Body weight.
    pub weight: Mass,
    /// Renal filtration.
    pub filtration: Filtration,
    /// Which filtration this is: eGFR per 1.73 m² of body surface, or creatinine clearance.
    pub filtration_is: String,
    /// Age in years, where the set uses it.
    pub age_years: Option<f64>,
}

/// A named set of pharmacokinetic parameters of a drug.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kinetics {
    pub(super) drug: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) is_default: bool,
    pub(super) kind: SetKind,
    pub(super) population: String,
    pub(super) molar_mass: Option<MolarMass>,
    pub(super) reference: ReferencePatient,
    pub(super) absorption: AbsorptionKind,
    pub(super) is_apparent: bool,
    pub(super) parameters: Vec<KineticParameter>,
    pub(super) covariances: Vec<Covariance>,
    pub(super) provenance: Provenance,
}

impl Kinetics {
    /// The drug.
    pub fn drug(&self) -> &str {
        &self.drug
    }

    /// The name of the set.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is the one used unless another is asked for.
    pub const fn is_default(&self) -> bool {
        self.is_default
    }

    /// What it rests on.
    pub const fn kind(&self) -> SetKind {
        self.kind
    }

    /// In whom it was found.
    pub fn population(&self) -> &str {
        &self.population
    }

    /// The molar mass of the drug, where one is known.
    pub const fn molar_mass(&self) -> Option<MolarMass> {
        self.molar_mass
    }

    /// The patient whose parameters the typical values are.
    pub const fn reference(&self) -> &ReferencePatient {
        &self.reference
    }

    /// How a dose by mouth is absorbed.
    pub const fn absorption(&self) -> AbsorptionKind {
        self.absorption
    }

    /// Whether clearances and volumes are those over the bioavailability.
    pub const fn is_apparent(&self) -> bool {
        self.is_apparent
    }

    /// Every parameter, in the order of the table.
    pub fn parameters(&self) -> &[KineticParameter] {
        &self.parameters
    }

    /// A parameter, if the set has it.
    pub fn parameter(&self, quantity: KineticQuantity) -> Option<&KineticParameter> {
        self.parameters.iter().find(|parameter| parameter.quantity == quantity)
    }

    /// How parameters vary together.
    pub fn covariances(&self) -> &[Covariance] {
        &self.covariances
    }

    /// Where the set comes from; its note says what to beware of.
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }
}

impl Named for Kinetics {
    fn name(&self) -> &str {
        &self.name
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }
}
