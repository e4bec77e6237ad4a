//! What happens over time.

use super::simulate::{concentration_of, nanomolar};
use super::{Assay, AssayError};
use crate::catalog::Inhibitor;
use crate::readout::{Measure, Readout};
use crate::sweep::{Conditions, Outcome, Sweep};
use crate::units::{Concentration, Time};
use serde::{Deserialize, Serialize};

/// Observables over time, one course per drug concentration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimeCourse {
    /// Times after the stimulus, in seconds.
    pub seconds: Vec<f64>,
    /// Names of the observables.
    pub observables: Vec<String>,
    /// Free drug concentrations, in nM.
    pub concentrations: Vec<f64>,
    /// `values[concentration][observable][time]`, in nM or as a fraction.
    #[serde(with = "crate::units::number")]
    pub values: Vec<Vec<Vec<f64>>>,
}

impl Assay {
    /// The course of observables (`pSTAT3`, `SOCS mRNA`, any species; see
    /// [`PathwayModel`](crate::pathway::PathwayModel)) at concentrations of a drug.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn time_course(
        &self,
        (inhibitor, concentrations): (&Inhibitor, &[Concentration]),
        observables: &[&str],
        times: &[Time],
    ) -> Result<TimeCourse, AssayError> {
        let concentrations = nanomolar(concentrations)?;
        let pathway = self.pathway(&[inhibitor])?;
        let model = pathway.model();
        let seconds: Vec<f64> = times.iter().map(|time| time.as_seconds()).collect();
        let mut readouts = Vec::new();
        for name in observables {
            let observable = model.observable(name)?;
            let at = |&time: &f64| Readout { observable, measure: Measure::At(time) };
            readouts.extend(seconds.iter().map(at));
        }
        let mut protocol = self.protocol(&pathway)?;
        protocol.end = seconds.iter().copied().fold(protocol.end, f64::max);
        let name = concentration_of(inhibitor);
        let conditions = Conditions::single().vary(model, &name, &concentrations)?;
        let outcomes = Sweep::new(model, protocol)
            .readouts(&readouts)
            .options(self.options.clone())
            .run(&conditions)?;
        let mut values = Vec::new();
        for outcome in outcomes {
            match outcome {
                Outcome::Ok(completed) => values.push(
                    completed.readouts.chunks(seconds.len().max(1)).map(<[f64]>::to_vec).collect(),
                ),
                Outcome::Failed(failed) => return Err(failed.into()),
            }
        }
        let observables = observables.iter().map(|&name| name.to_owned()).collect();
        Ok(TimeCourse { seconds, observables, concentrations, values })
    }
}
