//! Areas under a concentration.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::units::{Concentration, MolarMass, Time};

/// An area under a concentration, kept in nM·h.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Area(f64);

impl Area {
    /// An area in nM·h.
    pub const fn from_nanomolar_hours(value: f64) -> Self {
        Self(value)
    }

    /// The value in nM·h.
    pub const fn as_nanomolar_hours(self) -> f64 {
        self.0
    }

    /// The value in ng·h/mL, for a drug of this molar mass.
    pub fn as_ng_hours_per_ml(self, molar_mass: MolarMass) -> f64 {
        self.0 * molar_mass.as_grams_per_mole() / 1e3
    }

    /// The average concentration, where the area is that of a time of this length.
    pub fn over(self, length: Time) -> Concentration {
        Concentration::from_nanomolar(self.0 * 3600.0 / length.as_seconds())
    }
}

impl fmt::Display for Area {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&format!("{} nM h", (self.0 * 10.0).round() / 10.0))
    }
}
