//! An exposure in a few numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Area, Extreme};
use crate::units::{Concentration, MolarMass};

/// What a window of an exposure comes to: total concentrations in plasma, and the free ones beside them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The drug.
    pub drug: String,
    /// Whose body, and from which set of parameters.
    pub described: String,
    /// How the numbers were carried beyond the bodies they were found in, if they were.
    pub extrapolated: Option<String>,
    /// Area under the total concentration.
    pub area: Area,
    /// Molar mass of the drug.
    pub molar_mass: Option<MolarMass>,
    /// Average total concentration.
    pub average: Concentration,
    /// Largest total concentration and when it is first reached.
    pub peak: Extreme,
    /// Smallest total concentration and when it is first reached.
    pub trough: Extreme,
    /// Fraction that no protein holds.
    pub fraction_unbound: f64,
}

impl Summary {
    /// Average free concentration.
    pub fn free_average(&self) -> Concentration {
        self.free(self.average)
    }

    /// Largest free concentration.
    pub fn free_peak(&self) -> Concentration {
        self.free(self.peak.concentration)
    }

    /// Smallest free concentration.
    pub fn free_trough(&self) -> Concentration {
        self.free(self.trough.concentration)
    }

    /// Area under the total concentration in ng·h/mL, where the molar mass is known.
    pub fn area_by_mass(&self) -> Option<f64> {
        self.molar_mass.map(|mass| self.area.as_ng_hours_per_ml(mass))
    }

    fn free(&self, total: Concentration) -> Concentration {
        Concentration::from_nanomolar(self.fraction_unbound * total.as_nanomolar())
    }
}

impl fmt::Display for Summary {
    /// One line: average, peak and trough, total and free, and whether it is extrapolated.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}, {}: average {} ({} free), peak {} ({} free) at {}, trough {} ({} free)",
            self.drug,
            self.described,
            self.average,
            self.free_average(),
            self.peak.concentration,
            self.free_peak(),
            self.peak.time,
            self.trough.concentration,
            self.free_trough(),
        )?;
        match &self.extrapolated {
            Some(how) => write!(formatter, "; extrapolated: {how}"),
            None => Ok(()),
        }
    }
}
