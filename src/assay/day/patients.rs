//! The same day in people who differ.

use super::super::{Assay, AssayError};
use super::by_curve::ByCurve;
use super::{Day, Inhibition, Way};
use crate::catalog::Inhibitor;
use crate::pharmacokinetics::{Exposure, Population, Regimen, Summary, standard_normals};
use crate::units::Time;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Added to the seed of the bodies: cells are drawn from streams of their own.
const CELLS: u64 = 0x9e37_79b9_7f4a_7c15;

/// People on one regimen.
#[derive(Debug, Clone)]
pub struct VirtualPatients<'a> {
    /// Their bodies; its seed and their numbers decide who they are.
    pub population: &'a Population,
    /// What they take.
    pub regimen: &'a Regimen,
    /// Their numbers.
    pub numbers: Range<u64>,
    /// Coefficient of variation, as a fraction, of the copies of each chain, kinase and STAT from one patient to the
    /// next: log-normal and independent. No one has published it; 0 gives all the same cells.
    pub abundance_variation: f64,
    /// When the day begins.
    pub from: Time,
}

/// A day of one of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VirtualDay {
    /// The patient's number.
    pub number: u64,
    /// Concentrations over the day.
    pub exposure: Summary,
    /// Inhibition over the day.
    pub inhibition: Inhibition,
    /// Inhibition every five minutes, both ends of the day among them.
    pub course: Vec<f64>,
}

impl Assay {
    /// The day of each patient, in the order of their numbers, the same for any number of threads; a patient of whom
    /// it cannot be told is an error of its own.
    ///
    /// # Errors
    /// [`AssayError::Variation`] for a variation that is none, and those of [`daily_inhibition`](Self::daily_inhibition).
    pub fn virtual_days(
        &self,
        (inhibitor, way): (&Inhibitor, Way),
        patients: &VirtualPatients<'_>,
    ) -> Result<Vec<Result<VirtualDay, AssayError>>, AssayError> {
        let variation = patients.abundance_variation;
        if !(0.0..=10.0).contains(&variation) {
            return Err(AssayError::Variation { variation });
        }
        // One curve serves all who have the same cells.
        let shared = match way {
            Way::Static if variation == 0.0 => Some(ByCurve::of(self, inhibitor)?),
            _ => None,
        };
        let one = |number: u64| {
            let body = patients.population.individual(number)?;
            let exposure = Exposure::new(&body, patients.regimen)?;
            let day = Day::of(inhibitor, &exposure, patients.from)?;
            let assay = self.of_patient(patients, number);
            let (inhibition, course) = match (way, &shared) {
                (Way::Static, Some(curve)) => curve.told(&day, inhibitor)?,
                (Way::Static, None) => ByCurve::of(&assay, inhibitor)?.told(&day, inhibitor)?,
                (Way::Dynamic, _) => {
                    let told = assay.dynamic_day(&[(inhibitor, &exposure)], day.from)?;
                    (told.inhibition, told.moments)
                }
            };
            let exposure = exposure.summary(day.from, day.to)?;
            Ok(VirtualDay { number, exposure, inhibition, course })
        };
        Ok(patients.numbers.clone().into_par_iter().map(one).collect())
    }

    /// The same experiment on cells of a patient.
    fn of_patient(&self, patients: &VirtualPatients<'_>, number: u64) -> Self {
        // ln(1 + CV²) is the variance of the logarithm.
        let variation = patients.abundance_variation;
        let deviation = libm::sqrt(libm::log1p(variation * variation));
        // Every molecule has a source, so these are enough.
        let seed = patients.population.seed().wrapping_add(CELLS);
        let mut draws = standard_normals(seed, number, self.cell.sources().len()).into_iter();
        let cell = self
            .cell
            .with_copies_times(|_| draws.next().map_or(1.0, |draw| libm::exp(deviation * draw)));
        Self { cell, ..self.clone() }
    }
}
