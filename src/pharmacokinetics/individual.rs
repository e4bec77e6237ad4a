//! The pharmacokinetics of one body: numbers, no longer a table.

use serde::{Deserialize, Serialize};

use super::PharmacokineticsError;
use super::check::{fraction, positive, zero_or_more};
use crate::catalog::Cited;
use crate::units::{MolarMass, Time, Volume};

/// How a dose by mouth gets into the blood.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Absorption {
    /// From a depot, at a rate proportional to what is left in it.
    FirstOrder {
        /// Rate constant ka, 1/s.
        rate: f64,
    },
    /// Into the central compartment at a constant rate.
    ZeroOrder {
        /// How long it takes.
        duration: Time,
    },
    /// A share at a constant rate into the central compartment, the rest from a depot; both begin together.
    Parallel {
        /// Share absorbed at a constant rate, 0 to 1.
        share: f64,
        /// How long that takes.
        duration: Time,
        /// Rate constant ka of the rest, 1/s.
        rate: f64,
    },
}

impl Absorption {
    /// The rate constant ka of its first-order part, 1/s, if it has one.
    pub const fn rate(self) -> Option<f64> {
        match self {
            Self::FirstOrder { rate } | Self::Parallel { rate, .. } => Some(rate),
            Self::ZeroOrder { .. } => None,
        }
    }
}

/// A second compartment.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Peripheral {
    /// Clearance Q between the compartments, L/s.
    pub exchange: f64,
    /// Its volume.
    pub volume: Volume,
}

/// What becomes of the drug once it is in the blood.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Disposition {
    /// Clearance CL of the whole body, L/s.
    pub clearance: f64,
    /// The part of it by the kidneys, L/s, where it is known.
    pub renal_clearance: Option<f64>,
    /// Volume of the central compartment.
    pub volume: Volume,
    /// The second compartment, if there is one.
    pub peripheral: Option<Peripheral>,
}

/// The pharmacokinetics of a drug in one body.
///
/// Concentrations are those in plasma, `c = amount / volume`; the free one is `fraction_unbound` of it, that in blood
/// `blood_to_plasma` times it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Individual {
    /// The drug.
    pub drug: String,
    /// Whose body, and from which set of parameters.
    pub described: String,
    /// Molar mass of the drug, which turns mg into nM.
    pub molar_mass: Option<MolarMass>,
    /// How a dose by mouth is absorbed.
    pub absorption: Absorption,
    /// Time from taking a dose by mouth to its absorption.
    pub lag: Time,
    /// Fraction of a dose by mouth that counts, with these clearances and volumes.
    pub bioavailability: f64,
    /// What a dose into a vein counts for, with these clearances and volumes: 1, or 1/F where they are apparent.
    pub intravenous: Option<f64>,
    /// What becomes of it.
    pub disposition: Disposition,
    /// Fraction of the drug in plasma that no protein holds.
    pub fraction_unbound: f64,
    /// Concentration in blood over that in plasma, where it was measured.
    pub blood_to_plasma: Option<f64>,
    /// How the numbers were carried beyond the bodies they were found in, if they were.
    pub extrapolated: Option<String>,
    /// Body weight in kg.
    pub weight_kg: f64,
    /// The rows of the tables that the numbers come from.
    pub sources: Vec<Cited>,
}

impl Individual {
    /// A body with numbers of one's own: nothing bound, no lag, everything absorbed, 70 kg.
    pub fn new(
        drug: impl Into<String>,
        molar_mass: MolarMass,
        absorption: Absorption,
        disposition: Disposition,
    ) -> Self {
        Self {
            drug: drug.into(),
            described: "numbers set by the caller".into(),
            molar_mass: Some(molar_mass),
            absorption,
            lag: Time::from_seconds(0.0),
            bioavailability: 1.0,
            intravenous: Some(1.0),
            disposition,
            fraction_unbound: 1.0,
            blood_to_plasma: None,
            extrapolated: None,
            weight_kg: 70.0,
            sources: Vec::new(),
        }
    }

    /// Refuses numbers that no body can have.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::OutOfRange`] naming the first such field.
    pub fn check(&self) -> Result<(), PharmacokineticsError> {
        let Disposition { clearance, renal_clearance, volume, peripheral } = self.disposition;
        positive("clearance", clearance, "L/s")?;
        zero_or_more("renal clearance", renal_clearance.unwrap_or(0.0), "L/s")?;
        positive("central volume", volume.as_litres(), "L")?;
        if let Some(Peripheral { exchange, volume }) = peripheral {
            positive("exchange", exchange, "L/s")?;
            positive("peripheral volume", volume.as_litres(), "L")?;
        }
        match self.absorption {
            Absorption::FirstOrder { rate } => positive("absorption rate", rate, "1/s")?,
            Absorption::ZeroOrder { duration } => {
                positive("absorption duration", duration.as_seconds(), "s")?;
            }
            Absorption::Parallel { share, duration, rate } => {
                fraction("zero-order share", share)?;
                positive("absorption duration", duration.as_seconds(), "s")?;
                positive("absorption rate", rate, "1/s")?;
            }
        }
        zero_or_more("lag", self.lag.as_seconds(), "s")?;
        fraction("bioavailability", self.bioavailability)?;
        positive("intravenous factor", self.intravenous.unwrap_or(1.0), "fraction")?;
        fraction("fraction unbound", self.fraction_unbound)?;
        positive("blood/plasma ratio", self.blood_to_plasma.unwrap_or(1.0), "fraction")
    }
}
