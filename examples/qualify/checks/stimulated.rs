//! Cells of the catalogue that meet a cytokine.

use super::check::Found;
use super::solving::Solve;
use jakstat::ode::Stop;
use jakstat::pathway::{PathwayModel, Trafficking};
use jakstat::prelude::*;
use jakstat::sweep::Event;

/// Cytokines that between them use every kinase, every kind of receptor and six of the STATs.
pub(crate) const CYTOKINES: [&str; 6] = ["IL-6", "IL-2", "IFN-gamma", "IFN-alpha", "EPO", "IL-4"];

/// Rest before the stimulus, in seconds.
const REST: f64 = 600.0;

/// The usual cell of a cytokine at its usual dose.
pub(crate) fn usual(cytokine: &str, trafficking: Trafficking) -> Found<PathwayModel> {
    let catalog = Catalog::builtin();
    let cytokine = catalog.cytokine(cytokine)?;
    let pathway = Pathway::new(catalog.responder(cytokine)?)
        .stimulate(cytokine, cytokine.typical_dose())
        .trafficking(trafficking);
    Ok(pathway.build()?)
}

/// Ten minutes of rest, the stimulus, and what follows until `end` seconds after it.
pub(crate) fn stimulated(pathway: &PathwayModel, end: f64, options: Options) -> Solve<'_> {
    let changes = pathway.stimulus(&pathway.model().default_parameters());
    let events = Event::of(Stop { time: 0.0, changes }).collect();
    let protocol = Protocol { start: -REST, end, events, rest: None };
    Solve { model: pathway.model(), protocol, options }
}
