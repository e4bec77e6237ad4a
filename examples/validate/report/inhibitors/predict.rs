//! What the pathways say of a measured row.

use super::super::Found;
use super::super::protocol::half_inhibition;
use super::measured::{Measured, Role};
use jakstat::prelude::*;

/// A row with a prediction.
pub(crate) struct Prediction<'a> {
    pub(crate) row: &'a Measured,
    /// Free IC50 in nM on the main STAT; none where the row is of another endpoint.
    pub(crate) ic50: Option<f64>,
    /// That on the STAT which was measured, where it is another.
    pub(crate) as_measured: Option<f64>,
}

/// The free IC50 in nM.
pub(crate) fn ic50(assay: &Assay, drug: &Inhibitor) -> Found<f64> {
    let found = half_inhibition(assay, drug)?;
    let told = || format!("{} has no IC50 on {}: {found}", drug.name(), assay.cytokine().name());
    Ok(found.exact().ok_or_else(told)?.as_nanomolar())
}

/// Every row with what is predicted for it, from the panel that `panel` chooses.
pub(crate) fn predictions(
    rows: &[Measured],
    panel: fn(&Inhibitor) -> Found<Inhibitor>,
) -> Found<Vec<Prediction<'_>>> {
    let predict = |row| {
        let drug = panel(Measured::drug(row)?)?;
        let found = |assay: Option<Assay>| assay.map(|assay| ic50(&assay, &drug)).transpose();
        let (ic50, as_measured) = (found(row.assay()?)?, found(row.assay_as_measured()?)?);
        Ok(Prediction { row, ic50, as_measured })
    };
    rows.iter().map(predict).collect()
}

impl Prediction<'_> {
    /// Predicted and measured free IC50, where the row is scored as such.
    pub(crate) fn scored(&self) -> Option<(f64, f64)> {
        let scored = self.row.role == Role::Scored;
        self.ic50.filter(|_| scored).map(|ic50| (ic50, self.row.free()))
    }
}

/// Predicted and measured ratio of the rows that are scored by it: the last over the first.
pub(crate) fn ratio(predictions: &[Prediction<'_>]) -> Option<(f64, f64)> {
    let rows: Vec<_> = predictions.iter().filter(|found| found.row.role == Role::Ratio).collect();
    let [first, .., last] = &rows[..] else { return None };
    Some((last.ic50? / first.ic50?, last.row.free() / first.row.free()))
}
