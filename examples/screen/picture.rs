//! The heat map of a screen: drugs by cytokines.

use jakstat::assay::ScreenRow;
use jakstat::plot::{HeatCell, HeatMap};
use jakstat::prelude::*;

pub(crate) fn draw(rows: &[ScreenRow], time: Time, cells: &[&Cell]) -> HeatMap {
    let lines: Vec<&[ScreenRow]> = rows.chunk_by(|a, b| a.inhibitor == b.inhibitor).collect();
    let column = |row: &ScreenRow| match cells {
        [] | [_] => row.cytokine.clone(),
        _ => format!("{}, {}", row.cytokine, row.cell),
    };
    let columns = lines.first().into_iter().flat_map(|line| line.iter().map(column));
    let place = match cells {
        [cell] => format!("in the {}", cell.name()),
        [] => "in the usual cell of each cytokine".to_owned(),
        _ => "in cells".to_owned(),
    };
    let title = format!("Which signals a drug spares: IC50 {place}, phospho-STAT at {time}");
    let map = HeatMap::new(title, columns)
        .axis_names("inhibitor", "cytokine")
        .value_name("free IC50 (nM)");
    lines.iter().fold(map, |map, line| {
        map.row(&line[0].inhibitor, &line.iter().map(cell).collect::<Vec<_>>())
    })
}

fn cell(row: &ScreenRow) -> HeatCell {
    match (row.relation.as_str(), row.ic50_nanomolar) {
        ("=", Some(ic50)) => HeatCell::Value(ic50),
        (">", Some(bound)) => HeatCell::Above(bound),
        ("not_sigmoid", _) => HeatCell::NotSigmoid,
        _ => HeatCell::Refused,
    }
}
