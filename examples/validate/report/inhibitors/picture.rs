//! The responder cells as a heat map.

use super::super::Found;
use super::matrix::Matrix;
use jakstat::plot::{HeatCell, HeatMap};
use jakstat::prelude::*;

/// Cytokines whose kinases are known, in the order of the catalogue.
pub(crate) fn cytokines() -> Vec<&'static Cytokine> {
    Catalog::builtin().cytokines().filter(|cytokine| cytokine.receptor().is_ok()).collect()
}

/// Drugs of which anything can be predicted.
pub(crate) fn drugs(matrix: &Matrix) -> Vec<&'static Inhibitor> {
    let any = |drug: &&Inhibitor| cytokines().iter().any(|on| matrix.of(drug, on).is_some());
    Catalog::builtin().inhibitors().filter(any).collect()
}

pub(crate) fn heat_map(matrix: &Matrix) -> Found<String> {
    let columns = cytokines();
    let title = "Predicted free IC50 in the usual cell of each cytokine, phospho-STAT at 15 min (hepatocytes 20 min)";
    let mut map = HeatMap::new(title, columns.iter().map(|cytokine| cytokine.name()))
        .axis_names("inhibitor", "cytokine")
        .value_name("free IC50 (nM)");
    for drug in drugs(matrix) {
        let cells: Vec<HeatCell> = columns.iter().map(|on| cell(matrix, drug, on)).collect();
        map = map.row(drug.name(), &cells);
    }
    Ok(map.svg()?)
}

fn cell(matrix: &Matrix, drug: &Inhibitor, cytokine: &Cytokine) -> HeatCell {
    let Some(row) = matrix.of(drug, cytokine) else { return HeatCell::Refused };
    match (row.relation.as_str(), row.ic50_nanomolar) {
        ("=", Some(ic50)) => HeatCell::Value(ic50),
        (">", Some(bound)) => HeatCell::Above(bound),
        ("not_sigmoid", _) => HeatCell::NotSigmoid,
        _ => HeatCell::Refused,
    }
}
