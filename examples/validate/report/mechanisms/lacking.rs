//! What is left of a signal in a cell without a kinase.

use super::super::experiment::Experiment;
use super::super::{Found, protocol};
use super::published::{Left, Seen, seen};
use jakstat::prelude::*;

/// Why some come out otherwise.
pub(crate) const COMMENT: &str = "\nClass of failure: mechanism and data, for three reasons.\n\n\
    - *A missing protein is made good too easily.* Chains are filled by whichever partner there is, because kinases hold to chains far\n\
    more tightly than they are scarce; a weight only decides between competitors. So without JAK1 its minor partners take all of gp130\n\
    and of CSF3R, and without JAK2 TYK2 takes all of MPL. Dead kinases keep their places, and drugs act as dead kinases do, so\n\
    inhibition is not touched by this; but `copies.<JAK>` at zero is no knock-out where a chain has minor partners.\n\
    - *The main kinase of G-CSF.* The wiring has JAK2 there, with a note that sources disagree; cells without JAK1 or JAK2 say JAK1.\n\
    - *Either dead kinase stops a pair.* This is too strict beside TYK2, whose loss only weakens IFN-alpha, IL-10, IL-12 and IL-23 and\n\
    leaves IFN-lambda alone, and for IL-4 without JAK3. The two kinases of a pair need not share the steps evenly\n\
    ([decision 3](decisions/0003-pathway-structure.md) asks to look again when a measurement says so). Mice differ once more: without\n\
    TYK2 they answer to IL-10, and to much IFN-alpha (Shimoda et al. 2000 Immunity 13:561, abstract).\n\n\
    A kinase-dead TYK2 is nearer to the model's: in mice type I interferons then fall short on STAT1 to STAT4\n\
    (Prchal-Murphy et al. 2012 PLoS One 7:e39141, abstract).\n";

/// A published observation, and what is left of the signal by the model.
pub(crate) struct Lacking {
    pub(crate) published: Seen,
    /// With a dead kinase, over that of the whole cell.
    pub(crate) dead: f64,
    /// Without its protein.
    pub(crate) missing: f64,
    /// Whether the kinase is in the network of the receptor at all.
    pub(crate) wired: bool,
}

impl Lacking {
    /// Whether it agrees because the kinase is not in the network.
    pub(crate) fn holds_by_wiring(&self) -> bool {
        !self.wired && self.missing_agrees()
    }

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
    let assay = protocol::assay(cytokine, catalog.responder(cytokine)?);
    let experiment = Experiment::of(&assay)?;
    let inputs = ["activity", "copies"].map(|what| format!("{what}.{}", published.jak));
    let [dead, missing] = [&inputs[0], &inputs[1]].map(|input| left(&experiment, &assay, input));
    let wired = inputs.iter().any(|input| experiment.has(input));
    Ok(Lacking { published, dead: dead?, missing: missing?, wired })
}

/// The signal with an input at zero over that without, whole where the receptor has no such input.
fn left(experiment: &Experiment, assay: &Assay, input: &str) -> Found<f64> {
    if !experiment.has(input) {
        return Ok(1.0);
    }
    let signal = assay.stat().phosphorylated();
    let at = Measure::At(protocol::reading_time(assay.cell()).as_seconds());
    let read = |value: Option<f64>| -> Found<f64> {
        let (inputs, row) = match value {
            Some(value) => (vec![input], vec![value]),
            None => (Vec::new(), Vec::new()),
        };
        Ok(experiment.measure(&[(&signal, at)], &inputs, &[row])?[0][0])
    };
    Ok(read(Some(0.0))? / read(None)?)
}
