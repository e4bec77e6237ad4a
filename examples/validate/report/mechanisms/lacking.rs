//! What is left of a signal in a cell without a kinase.

use super::super::Found;
use super::super::experiment::Experiment;
use super::published::{Left, Seen, seen};
use jakstat::prelude::*;

pub(crate) const COMMENT: &str = "\nCOMMENT\n";

/// A published observation, and what is left of the signal by the model.
pub(crate) struct Lacking {
    pub(crate) published: Seen,
    /// With a dead kinase, over that of the whole cell.
    pub(crate) dead: f64,
    /// Without its protein.
    pub(crate) missing: f64,
}

impl Lacking {
    pub(crate) fn dead_agrees(&self) -> bool {
        Left::of(self.dead) == self.published.left
    }

    pub(crate) fn missing_agrees(&self) -> bool {
        Left::of(self.missing) == self.published.left
    }
}

pub(crate) fn all() -> Found<Vec<Lacking>> {
    seen().into_iter().map(lacking).collect()
}

fn lacking(published: Seen) -> Found<Lacking> {
    let catalog = Catalog::builtin();
    let cytokine = catalog.cytokine(published.cytokine)?;
    let assay = Assay::new(cytokine, catalog.responder(cytokine)?).stimulate(100.0.ng_per_ml());
    let experiment = Experiment::of(&assay)?;
    let inputs = ["activity", "copies"].map(|what| format!("{what}.{}", published.jak));
    let [dead, missing] = [&inputs[0], &inputs[1]].map(|input| left(&experiment, &assay, input));
    Ok(Lacking { published, dead: dead?, missing: missing? })
}

/// The signal with an input at zero over that without, whole where the receptor has no such input.
fn left(experiment: &Experiment, assay: &Assay, input: &str) -> Found<f64> {
    if !experiment.has(input) {
        return Ok(1.0);
    }
    let signal = assay.stat().phosphorylated();
    let read = |value: Option<f64>| -> Found<f64> {
        let (inputs, row) = match value {
            Some(value) => (vec![input], vec![value]),
            None => (Vec::new(), Vec::new()),
        };
        Ok(experiment.measure(&[(&signal, Measure::At(900.0))], &inputs, &[row])?[0][0])
    };
    Ok(read(Some(0.0))? / read(None)?)
}
