//! How many times more of a drug a cytokine needs than IL-6.

use super::super::digits::significant;
use super::matrix::Matrix;
use super::picture::{cytokines, drugs};
use jakstat::prelude::*;

/// One line per cytokine, one column per drug: the ratio of its IC50 to the drug's own on IL-6.
pub(crate) fn ratios(matrix: &Matrix) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let drugs = drugs(matrix);
    let ic50 = |drug, cytokine: &Cytokine| {
        let row = matrix.of(drug, cytokine)?;
        Some((row.relation.as_str(), row.ic50_nanomolar?))
    };
    let six = cytokines().into_iter().find(|cytokine| cytokine.name() == "IL-6");
    let ratio = |drug, cytokine| {
        let own = six.and_then(|six| ic50(drug, six));
        match (ic50(drug, cytokine), own) {
            (Some(("=", other)), Some(("=", own))) => significant(other / own, 2),
            (Some((">", other)), Some(("=", own))) => format!("> {}", significant(other / own, 2)),
            _ => "none".into(),
        }
    };
    let line = |cytokine: &'static Cytokine| {
        let cell = format!("{} ({})", cytokine.name(), cytokine.responder());
        std::iter::once(cell).chain(drugs.iter().map(|drug| ratio(drug, cytokine))).collect()
    };
    let head = std::iter::once("signal").chain(drugs.iter().map(|drug| drug.name())).collect();
    (head, cytokines().into_iter().map(line).collect())
}
