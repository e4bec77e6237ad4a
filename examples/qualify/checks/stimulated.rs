//! Cells of the catalogue that meet a cytokine.

use super::check::Found;
use super::solving::Solve;
use jakstat::catalog::CatalogError;
use jakstat::ode::Stop;
use jakstat::pathway::{PathwayError, PathwayModel, Trafficking};
use jakstat::prelude::*;
use jakstat::sweep::Event;

/// Rest before the stimulus, in seconds.
const REST: f64 = 600.0;

/// Each cytokine at its usual dose on its usual cell.
pub(crate) fn every() -> Found<Vec<PathwayModel>> {
    every_with(Trafficking::On)
}

/// The same with chains that come and go, or stay; without the cytokines of which nobody knows a kinase.
pub(crate) fn every_with(trafficking: Trafficking) -> Found<Vec<PathwayModel>> {
    let mut pathways = Vec::new();
    for cytokine in Catalog::builtin().cytokines() {
        match on_usual_cell(cytokine, trafficking) {
            Ok(pathway) => pathways.push(pathway),
            Err(PathwayError::Catalog(CatalogError::UnknownPartner { .. })) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(pathways)
}

/// A cytokine at its usual dose on its usual cell.
pub(crate) fn on_usual_cell(
    cytokine: &Cytokine,
    trafficking: Trafficking,
) -> Result<PathwayModel, PathwayError> {
    Pathway::new(Catalog::builtin().responder(cytokine)?)
        .stimulate(cytokine, cytokine.typical_dose())
        .trafficking(trafficking)
        .build()
}

/// Ten minutes of rest, the stimulus, and what follows until `end` seconds after it.
pub(crate) fn stimulated(pathway: &PathwayModel, end: f64, options: Options) -> Solve<'_> {
    let changes = pathway.stimulus(&pathway.model().default_parameters());
    let events = Event::of(Stop { time: 0.0, changes }).collect();
    let protocol = Protocol { start: -REST, end, events, rest: None };
    Solve { model: pathway.model(), protocol, options }
}
