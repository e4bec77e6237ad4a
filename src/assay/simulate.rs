//! From an experiment to simulated readings.

use super::{Assay, AssayError};
use crate::catalog::Inhibitor;
use crate::network::{Model, Observable};
use crate::ode::System as _;
use crate::pathway::{Antibody, Drug, Ligand, Neutraliser, Pathway, PathwayModel, Potency};
use crate::readout::Readout;
use crate::response::ResponseError;
use crate::sweep::{Action, Conditions, Event, Outcome, Protocol, Source, Sweep};
use crate::units::Concentration;

/// The longest time an experiment can take, in seconds: about three years.
const LONGEST: f64 = 1e8;

impl Assay {
    /// The pathway of the experiment with drugs, their concentrations zero unless set.
    ///
    /// # Errors
    /// [`AssayError`] if the cell lacks the receptor, a drug does not compete with ATP, and so on.
    pub fn pathway(&self, inhibitors: &[&Inhibitor]) -> Result<PathwayModel, AssayError> {
        self.pathway_of(inhibitors, &[])
    }

    /// The pathway with drugs and antibodies.
    pub(super) fn pathway_of(
        &self,
        inhibitors: &[&Inhibitor],
        antibodies: &[&Antibody],
    ) -> Result<PathwayModel, AssayError> {
        Ok(self.cells().inhibitors(inhibitors).neutralise(antibodies).build()?)
    }

    /// The pathway of the experiment without drugs, yet to be built.
    pub(super) fn cells(&self) -> Pathway<'_> {
        let mut pathway =
            Pathway::new(&self.cell).enzymology(&self.enzymology).cell_density(self.density);
        for (cytokine, dose) in &self.stimuli {
            pathway = pathway.stimulate(cytokine, *dose);
        }
        for &mutant in &self.mutants {
            pathway = pathway.mutant(mutant);
        }
        pathway
    }

    /// Rest without drug and cytokine, drugs and antibodies from `−preincubation` on, the cytokine at 0.
    pub(super) fn protocol(&self, pathway: &PathwayModel) -> Result<Protocol, AssayError> {
        let seconds = |field, seconds: f64| {
            if (0.0..=LONGEST).contains(&seconds) {
                Ok(seconds)
            } else {
                Err(AssayError::Time { field, seconds, most: LONGEST })
            }
        };
        let stimulus = pathway.ligands().iter().map(|ligand| Event {
            time: 0.0,
            action: Action::SetSpecies(ligand.species(), Source::Parameter(ligand.dose())),
        });
        let start = -seconds("the pre-incubation", self.preincubation.as_seconds())?;
        let antibodies = pathway.antibodies();
        let binding = antibodies.iter().map(|antibody| Event {
            time: start,
            action: Action::SetSpecies(antibody.species(), Source::Parameter(antibody.dose())),
        });
        let drugs = pathway.drugs().iter().map(Drug::concentration);
        let inputs = drugs
            .chain(pathway.ligands().iter().map(Ligand::dose))
            .chain(antibodies.iter().map(Neutraliser::dose))
            .map(|input| (input, 0.0));
        // What only a drug could make felt: cells that differ in nothing else share their state of rest.
        let potencies = pathway.drugs().iter().flat_map(Drug::potencies).map(Potency::ki);
        let usual = pathway.model().default_parameters();
        let silent = potencies.chain(pathway.model().parameter("ATP").ok());
        let silent = silent.map(|input| (input, usual[input]));
        Ok(Protocol {
            start,
            end: seconds("the reading", self.reading.until().as_seconds())?,
            events: binding.chain(stimulus).collect(),
            // Doses too: what comes later must not tell one state of rest from another.
            rest: Some(inputs.chain(silent).collect()),
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

    /// The experiment on its pathway, ready for any conditions.
    pub(super) fn simulation<'p>(
        &self,
        pathway: &'p PathwayModel,
    ) -> Result<Simulation<'p>, AssayError> {
        let readout =
            Readout { observable: self.observable(pathway)?, measure: self.reading.measure() };
        let sweep = Sweep::new(pathway.model(), self.protocol(pathway)?)
            .readouts(&[readout])
            .options(self.options.clone());
        let model = pathway.model();
        let finest = self.finest(model, readout.observable);
        let (noise, most) = (self.reading.noise(finest), self.reading.most());
        Ok(Simulation { model, sweep, noise, most })
    }

    /// Values of an observable that small are errors of the solver.
    pub(super) fn finest(&self, model: &Model, observable: Observable) -> f64 {
        let relative = self.options.tolerance.relative;
        let states = model.observable_states(observable);
        states.iter().map(|&i| relative * model.floor(i)).fold(0.0, f64::max)
    }
}

/// The reading without drug, if it is more than noise.
pub(super) fn control(reading: f64, noise: f64) -> Result<f64, ResponseError> {
    if reading > noise { Ok(reading) } else { Err(ResponseError::NoControl { control: reading }) }
}

/// One sweep for all readings of an experiment, so that a cell comes to rest once, not at each batch.
pub(super) struct Simulation<'p> {
    model: &'p Model,
    sweep: Sweep<'p>,
    /// Readings that small are errors of the solver.
    noise: f64,
    most: f64,
}

impl Simulation<'_> {
    /// The reading at each condition, in order.
    pub(super) fn readings(&self, conditions: &Conditions) -> Result<Vec<f64>, AssayError> {
        self.sweep
            .run(conditions)?
            .into_iter()
            .map(|outcome| match outcome {
                Outcome::Ok(completed) => Ok(completed.readouts[0].min(self.most)),
                Outcome::Failed(failed) => Err(failed.into()),
            })
            .collect()
    }

    /// The reading at each condition, in order; none where it cannot be solved.
    pub(super) fn known_readings(
        &self,
        conditions: &Conditions,
    ) -> Result<Vec<Option<f64>>, AssayError> {
        let known = |outcome: Outcome| outcome.readouts().ok().map(|read| read[0].min(self.most));
        Ok(self.sweep.run(conditions)?.into_iter().map(known).collect())
    }

    /// Whether a reading is more than an error of the solver.
    pub(super) fn is_signal(&self, reading: f64) -> bool {
        reading > self.noise
    }

    /// The reading without drug, if there is any signal.
    pub(super) fn control(&self, reading: f64) -> Result<f64, ResponseError> {
        control(reading, self.noise)
    }

    /// The reading at values of one input, in order.
    pub(super) fn along(&self, name: &str, values: &[f64]) -> Result<Vec<f64>, AssayError> {
        self.readings(&Conditions::single().vary(self.model, name, values)?)
    }
}

/// The input that holds the free concentration of a drug, in nM.
pub(super) fn concentration_of(inhibitor: &Inhibitor) -> String {
    format!("inhibitor.{}", inhibitor.name())
}

/// Free concentrations of a drug in nM.
pub(super) fn nanomolar(concentrations: &[Concentration]) -> Result<Vec<f64>, AssayError> {
    let checked = |concentration: &Concentration| match concentration.as_nanomolar() {
        nanomolar if nanomolar.is_finite() && nanomolar >= 0.0 => Ok(nanomolar),
        nanomolar => Err(AssayError::Concentration { field: "the drug", nanomolar }),
    };
    concentrations.iter().map(checked).collect()
}
