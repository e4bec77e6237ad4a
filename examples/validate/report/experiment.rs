//! A stimulated cell without drug, some inputs of its pathway changed: another dose, a kinase dead, a protein missing.

use super::Found;
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Source};

pub(crate) struct Experiment {
    pathway: PathwayModel,
}

impl Experiment {
    pub(crate) fn of(assay: &Assay) -> Found<Self> {
        Ok(Self { pathway: assay.pathway(&[])? })
    }

    /// Whether the pathway has an input of that name.
    pub(crate) fn has(&self, input: &str) -> bool {
        self.pathway.model().parameter(input).is_ok()
    }

    /// Observables measured, for each row of values of the inputs.
    pub(crate) fn measure(
        &self,
        asked: &[(&str, Measure)],
        inputs: &[&str],
        rows: &[Vec<f64>],
    ) -> Found<Vec<Vec<f64>>> {
        let model = self.pathway.model();
        let ligands = self.pathway.ligands();
        let stimulus = ligands.iter().map(|ligand| Event {
            time: 0.0,
            action: Action::SetSpecies(ligand.species(), Source::Parameter(ligand.dose())),
        });
        let windows = asked.iter().filter_map(|(_, measure)| measure.window());
        let protocol = Protocol {
            end: windows.fold(0.0, |last, (_, to)| to.max(last)),
            events: stimulus.collect(),
            rest: Some(ligands.iter().map(|ligand| (ligand.dose(), 0.0)).collect()),
            ..Protocol::default()
        };
        let mut readouts = Vec::new();
        for &(name, measure) in asked {
            readouts.push(Readout { observable: model.observable(name)?, measure });
        }
        let conditions = Conditions::list(model, inputs, rows)?;
        let outcomes = Sweep::new(model, protocol).readouts(&readouts).run(&conditions)?;
        let mut found = Vec::new();
        for outcome in &outcomes {
            found.push(outcome.readouts().map_err(Clone::clone)?.to_vec());
        }
        Ok(found)
    }
}
