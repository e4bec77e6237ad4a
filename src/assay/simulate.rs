//! From an experiment to simulated readings.

use super::{Assay, AssayError, Reading};
use crate::catalog::Inhibitor;
use crate::network::Observable;
use crate::pathway::{Pathway, PathwayModel};
use crate::readout::{Measure, Readout};
use crate::sweep::{Action, Conditions, Event, Outcome, Protocol, Source, Sweep};

impl Assay {
    /// The pathway of the experiment with drugs, their concentrations zero unless set.
    ///
    /// # Errors
    /// [`AssayError`] if the cell lacks the receptor, a drug does not compete with ATP, and so on.
    pub fn pathway(&self, inhibitors: &[&Inhibitor]) -> Result<PathwayModel, AssayError> {
        let mut pathway = Pathway::new(&self.cell)
            .inhibitors(inhibitors)
            .enzymology(&self.enzymology)
            .cell_density(self.density);
        for (cytokine, dose) in &self.stimuli {
            pathway = pathway.stimulate(cytokine, *dose);
        }
        for &mutant in &self.mutants {
            pathway = pathway.mutant(mutant);
        }
        Ok(pathway.build()?)
    }

    /// Rest without drug and cytokine, the drug from `−preincubation` on, the cytokine at 0.
    pub(super) fn protocol(&self, pathway: &PathwayModel) -> Result<Protocol, AssayError> {
        let seconds = |field, seconds: f64| {
            if seconds.is_finite() && seconds >= 0.0 {
                Ok(seconds)
            } else {
                Err(AssayError::Time { field, seconds, least: 0.0 })
            }
        };
        let stimulus = pathway.ligands().iter().map(|ligand| Event {
            time: 0.0,
            action: Action::SetSpecies(ligand.species(), Source::Parameter(ligand.dose())),
        });
        Ok(Protocol {
            start: -seconds("the pre-incubation", self.preincubation.as_seconds())?,
            end: seconds("the reading", self.reading.until().as_seconds())?,
            events: stimulus.collect(),
            rest: Some(pathway.drugs().iter().map(|drug| (drug.concentration(), 0.0)).collect()),
        })
    }

    /// The phospho-STAT that is read.
    pub(super) fn observable(&self, pathway: &PathwayModel) -> Result<Observable, AssayError> {
        let name = self.stat.phosphorylated();
        pathway.model().observable(&name).map_err(|_| AssayError::NoSuchStat {
            cytokine: self.cytokine().name().into(),
            stat: name,
            available: self
                .cytokine()
                .stats()
                .iter()
                .map(|used| used.stat.phosphorylated())
                .collect::<Vec<_>>()
                .join(", "),
        })
    }

    /// The reading at each condition, in order.
    pub(super) fn readings(
        &self,
        pathway: &PathwayModel,
        conditions: &Conditions,
    ) -> Result<Vec<f64>, AssayError> {
        let until = self.reading.until().as_seconds();
        let measure = match self.reading {
            Reading::At(_) => Measure::At(until),
            Reading::Peak(_) => Measure::Peak(0.0, until),
            Reading::Area(_) => Measure::Area(0.0, until),
        };
        let readout = Readout { observable: self.observable(pathway)?, measure };
        let outcomes = Sweep::new(pathway.model(), self.protocol(pathway)?)
            .readouts(&[readout])
            .options(self.options.clone())
            .run(conditions)?;
        outcomes
            .into_iter()
            .map(|outcome| match outcome {
                Outcome::Ok(completed) => Ok(completed.readouts[0]),
                Outcome::Failed(failed) => Err(failed.into()),
            })
            .collect()
    }

    /// The reading at values of one input, in order.
    pub(super) fn along(
        &self,
        pathway: &PathwayModel,
        (name, values): (&str, &[f64]),
    ) -> Result<Vec<f64>, AssayError> {
        let conditions = Conditions::single().vary(pathway.model(), name, values)?;
        self.readings(pathway, &conditions)
    }
}

/// The input that holds the free concentration of a drug, in nM.
pub(super) fn concentration_of(inhibitor: &Inhibitor) -> String {
    format!("inhibitor.{}", inhibitor.name())
}
