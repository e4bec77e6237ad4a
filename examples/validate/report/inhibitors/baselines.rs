//! What a table of enzyme IC50s says without any pathway.

use super::super::Found;
use super::measured::Measured;
use jakstat::prelude::*;

/// The lowest IC50 (nM) of a row's drug among the kinases that the receptor uses, as measured on the enzyme.
pub(crate) fn enzyme(row: &Measured) -> Found<f64> {
    lowest(row, |drug, jak| Ok(drug.potency(jak)?.value))
}

/// The same at the ATP of a cell.
pub(crate) fn enzyme_in_cell(row: &Measured) -> Found<f64> {
    let enzymology = Catalog::builtin().enzymology();
    lowest(row, |drug, jak| Ok(drug.effective(jak, enzymology)?.half_inhibition))
}

fn lowest(row: &Measured, potency: impl Fn(&Inhibitor, Jak) -> Found<Concentration>) -> Found<f64> {
    let (drug, receptor) = (row.drug()?, row.cytokine()?.receptor()?);
    let used = Jak::ALL.into_iter().filter(|&jak| receptor.uses(jak));
    used.map(|jak| potency(drug, jak).map(Concentration::as_nanomolar))
        .try_fold(f64::INFINITY, |lowest, next| Ok(lowest.min(next?)))
}
