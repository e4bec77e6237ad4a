//! The antibody, and the doses that tell most of an agent.

use crate::arguments::{Arguments, STRONGEST};
use jakstat::assay::Agent;
use jakstat::pathway::{Antibody, Target};
use jakstat::prelude::*;
use std::error::Error;

/// Doublings from an IC50 to either end of its grid.
pub(crate) const DOUBLINGS: i32 = 5;

/// Binds the cytokine, or the chain behind `--chain`.
pub(crate) fn antibody(given: &Arguments, cytokine: &Cytokine) -> Result<Antibody, String> {
    let chain = given.text("chain").map(|name| Target::Chain(name.into()));
    let target = chain.unwrap_or(Target::Cytokine(cytokine.name().into()));
    let dissociation = given.positive("kd", 0.1, STRONGEST)?.nanomolar();
    Ok(Antibody::new(format!("anti-{target}"), target, dissociation))
}

/// Doses from 1/32 to 32 times the IC50 of an agent alone.
pub(crate) fn around(assay: &Assay, agent: Agent<'_>) -> Result<DoseGrid, Box<dyn Error>> {
    let wide = DoseGrid::log(1e-3.nanomolar(), 1.0.millimolar(), 37);
    let ic50 = assay.agent_response(agent, &wide)?.ic50;
    let ic50 = ic50.exact().ok_or(format!("{} has no IC50 here: {ic50}", agent.name()))?;
    let dose = |doublings: i32| (ic50.as_nanomolar() * 2f64.powi(doublings)).nanomolar();
    Ok(DoseGrid::list(&(-DOUBLINGS..=DOUBLINGS).map(dose).collect::<Vec<_>>()))
}
