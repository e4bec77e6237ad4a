//! The pathway of every built-in cytokine.

use super::{Pathway, PathwayError, PathwayModel};
use crate::catalog::Catalog;

/// The pathway of every built-in cytokine in its usual responder at its usual dose, without drugs, by name.
///
/// A cytokine that cannot be modelled stands there with the reason.
pub fn every_builtin_pathway() -> Vec<(String, Result<PathwayModel, PathwayError>)> {
    let catalog = Catalog::builtin();
    let of = |cytokine| {
        let cell = catalog.responder(cytokine)?;
        Pathway::new(cell).stimulate(cytokine, cytokine.typical_dose()).build()
    };
    catalog.cytokines().map(|cytokine| (cytokine.name().to_owned(), of(cytokine))).collect()
}
