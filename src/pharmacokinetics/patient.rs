//! Who takes the drug.

use serde::{Deserialize, Serialize};

use super::PharmacokineticsError;
use super::check::within;
use crate::catalog::{ReferencePatient, RenalCategory};
use crate::units::{Filtration, Mass};

/// Renal function, as a category or as a filtration.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Renal {
    /// A category, for which the filtration at its middle stands: 75, 45 or 22.5 mL/min.
    Category(RenalCategory),
    /// A filtration, of the kind the parameters were found with: eGFR per 1.73 m², or creatinine clearance.
    Filtration(Filtration),
}

impl From<RenalCategory> for Renal {
    fn from(category: RenalCategory) -> Self {
        Self::Category(category)
    }
}

impl From<Filtration> for Renal {
    fn from(filtration: Filtration) -> Self {
        Self::Filtration(filtration)
    }
}

/// The properties of a patient that pharmacokinetics depend on; what is not given is the reference patient's of each
/// set of parameters.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Patient {
    weight: Option<Mass>,
    renal: Option<Renal>,
    age_years: Option<f64>,
}

impl Patient {
    /// The reference patient of each set: 74 kg and an eGFR of 93 mL/min for baricitinib.
    pub fn reference() -> Self {
        Self::default()
    }

    /// With another body weight.
    pub const fn weighing(mut self, weight: Mass) -> Self {
        self.weight = Some(weight);
        self
    }

    /// With another renal function: a [`RenalCategory`], or a [`Filtration`].
    pub fn with_renal_function(mut self, renal: impl Into<Renal>) -> Self {
        self.renal = Some(renal.into());
        self
    }

    /// With another filtration, eGFR or creatinine clearance as the set has it.
    pub fn with_filtration(self, filtration: Filtration) -> Self {
        self.with_renal_function(filtration)
    }

    /// At another age in years.
    pub const fn aged(mut self, years: f64) -> Self {
        self.age_years = Some(years);
        self
    }

    /// Weight in kg, filtration in mL/min and age in years over those of the reference; checked.
    pub(super) fn over(
        &self,
        reference: &ReferencePatient,
    ) -> Result<Covariates, PharmacokineticsError> {
        let weight = self.weight.unwrap_or(reference.weight).as_milligrams() / 1e6;
        let words = ("kg", "a body weight from 2 to 300 kg");
        within("the body weight", weight, (2.0, 300.0), words)?;
        let filtration = match self.renal {
            None | Some(Renal::Category(RenalCategory::Normal)) => reference.filtration,
            Some(Renal::Filtration(filtration)) => filtration,
            Some(Renal::Category(category)) => {
                category.filtration().ok_or(PharmacokineticsError::NoFiltration { category })?
            }
        };
        let filtration = filtration.as_ml_per_min();
        let words = ("mL/min", "an eGFR or creatinine clearance from 15 to 250 mL/min");
        within("the renal filtration", filtration, (15.0, 250.0), words)?;
        let age = match self.age_years {
            Some(age) => {
                within("the age", age, (1.0, 120.0), ("years", "an age from 1 to 120 years"))?;
                reference.age_years.map_or(1.0, |usual| age / usual)
            }
            None => 1.0,
        };
        let usual = reference.weight.as_milligrams() / 1e6;
        Ok(Covariates {
            weight_kg: weight,
            filtration_ml_per_min: filtration,
            weight: weight / usual,
            filtration: filtration / reference.filtration.as_ml_per_min(),
            age,
        })
    }
}

/// A patient over the reference patient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Covariates {
    pub(super) weight_kg: f64,
    pub(super) filtration_ml_per_min: f64,
    pub(super) weight: f64,
    pub(super) filtration: f64,
    pub(super) age: f64,
}
