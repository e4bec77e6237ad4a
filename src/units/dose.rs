//! A dose of ligand, by amount of substance or by mass.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::symbol::{CONCENTRATION, MASS_CONCENTRATION};
use super::{Concentration, MassConcentration, MolarMass, UnitError, text};

/// A ligand dose as it was weighed in: molar, or by mass.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LigandDose {
    /// A molar concentration.
    Molar(Concentration),
    /// A mass concentration.
    Mass(MassConcentration),
}

impl LigandDose {
    /// The dose in moles; a mass needs the ligand's molar mass.
    pub fn to_molar(self, molar_mass: MolarMass) -> Concentration {
        match self {
            Self::Molar(concentration) => concentration,
            Self::Mass(concentration) => concentration.to_molar(molar_mass),
        }
    }
}

impl From<Concentration> for LigandDose {
    fn from(concentration: Concentration) -> Self {
        Self::Molar(concentration)
    }
}

impl From<MassConcentration> for LigandDose {
    fn from(concentration: MassConcentration) -> Self {
        Self::Mass(concentration)
    }
}

impl fmt::Display for LigandDose {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Molar(concentration) => concentration.fmt(formatter),
            Self::Mass(concentration) => concentration.fmt(formatter),
        }
    }
}

impl FromStr for LigandDose {
    type Err = UnitError;

    /// Reads `"5 nM"` or `"100 ng/mL"`.
    fn from_str(written: &str) -> Result<Self, UnitError> {
        if let Ok(mass) = written.parse::<MassConcentration>() {
            return Ok(Self::Mass(mass));
        }
        let both = [CONCENTRATION, MASS_CONCENTRATION].concat();
        text::read(written, &both).map(|value| Self::Molar(Concentration::from_nanomolar(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Quantities;
    use super::*;

    #[test]
    fn a_dose_by_mass_and_a_molar_dose_are_told_apart_by_their_unit() {
        assert_eq!("100 ng/mL".parse(), Ok(LigandDose::from(100.0.ng_per_ml())));
        assert_eq!("5 nM".parse(), Ok(LigandDose::from(5.0.nanomolar())));
    }

    #[test]
    fn a_dose_in_minutes_is_refused_with_both_kinds_of_unit() {
        let error = "5 min".parse::<LigandDose>().map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err("\"min\" in \"5 min\" is not a unit of this quantity: use one of fM, pM, nM, µM, mM, M, \
                 fg/mL, pg/mL, ng/mL, µg/mL, mg/mL, g/mL"
                .into())
        );
    }

    #[test]
    fn a_molar_dose_needs_no_molar_mass() {
        let dose = LigandDose::from(5.0.nanomolar());
        assert_eq!(dose.to_molar(20_900.0.grams_per_mole()), 5.0.nanomolar());
        assert_eq!(dose.to_string(), "5 nM");
    }
}
