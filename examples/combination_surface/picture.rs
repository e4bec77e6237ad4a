//! The surface as two heat maps: what the agents do, and what is more than the sum of their doses.

use jakstat::assay::{Combination, CombinationRow};
use jakstat::plot::{ColourScale, HeatCell, HeatMap};
use jakstat::prelude::*;

/// Rows of the first agent, columns of the second, in per cent.
fn map(title: &str, found: &Combination, cell: impl Fn(&CombinationRow) -> HeatCell) -> HeatMap {
    let axes = found.surface().axes();
    let label =
        |dose: &f64| if *dose == 0.0 { "0".to_owned() } else { dose.nanomolar().to_string() };
    let [rows, columns] = [0, 1].map(|agent| found.agents()[agent].agent.as_str());
    let map = HeatMap::new(title, axes[1].iter().map(label)).axis_names(rows, columns);
    let all: Vec<HeatCell> = found.rows().map(|row| cell(&row)).collect();
    let lines = axes[0].iter().zip(all.chunks(axes[1].len()));
    lines.fold(map, |map, (dose, cells)| map.row(label(dose), cells))
}

/// Whole per cent, so that the table can be read at a glance.
fn percent(share: f64) -> HeatCell {
    HeatCell::Value((100.0 * share).round() + 0.0)
}

pub(crate) fn inhibition(title: &str, found: &Combination) -> HeatMap {
    map(&format!("{title}: inhibition"), found, |row| percent(row.inhibition.max(0.0)))
        .scale(ColourScale::Linear)
        .range(0.0, 100.0)
        .value_name("inhibition (%)")
}

pub(crate) fn excess(title: &str, found: &Combination) -> HeatMap {
    map(&format!("{title}: more than dose addition"), found, |row| {
        row.loewe_excess.map_or(HeatCell::Undefined, percent)
    })
    .scale(ColourScale::TwoSided)
    .value_name("inhibition less that of added doses (percentage points)")
}
