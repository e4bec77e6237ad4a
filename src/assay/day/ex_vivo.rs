//! Blood drawn at some hour and stimulated in the tube.

use super::super::simulate::concentration_of;
use super::super::{Assay, AssayError};
use super::of_drug;
use crate::catalog::Inhibitor;
use crate::pharmacokinetics::Exposure;
use crate::units::Time;
use serde::{Deserialize, Serialize};

/// A sample drawn at a time and challenged with the assay's cytokine, at the drug that was in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExVivo {
    /// Hours at which it was drawn.
    pub hours: f64,
    /// Free concentration of the drug, nM.
    pub free_nm: f64,
    /// The signal as read, in nM.
    pub response: f64,
    /// Share of the signal without drug that is gone.
    pub inhibition: f64,
    /// How the exposure was carried beyond the bodies it was found in, if it was.
    pub extrapolated: Option<String>,
}

impl Assay {
    /// Samples drawn at these times, each stimulated as in the assay: the drug stays in the tube as it was in the
    /// body.
    ///
    /// # Errors
    /// [`AssayError`]; [`AssayError::Concentration`] for a time that is not finite.
    pub fn ex_vivo(
        &self,
        inhibitor: &Inhibitor,
        exposure: &Exposure,
        times: &[Time],
    ) -> Result<Vec<ExVivo>, AssayError> {
        of_drug(inhibitor, exposure)?;
        let mut free: Vec<f64> =
            times.iter().map(|&time| exposure.free(time).as_nanomolar()).collect();
        if let Some(&nanomolar) = free.iter().find(|free| !free.is_finite()) {
            return Err(AssayError::Concentration { field: "the drug in a sample", nanomolar });
        }
        free.push(0.0);
        let pathway = self.pathway(&[inhibitor])?;
        let simulation = self.simulation(&pathway)?;
        let responses = simulation.along(&concentration_of(inhibitor), &free)?;
        let control = simulation.control(responses[times.len()])?;
        let sample = |((time, &free_nm), &response): ((&Time, &f64), &f64)| ExVivo {
            hours: time.as_seconds() / 3600.0,
            free_nm,
            response,
            inhibition: 1.0 - response / control,
            extrapolated: exposure.individual().extrapolated.clone(),
        };
        Ok(times.iter().zip(&free).zip(&responses).map(sample).collect())
    }
}
