//! Indices of both orders as a heat map, the factor that decides most on top.

use jakstat::assay::AssaySensitivity;
use jakstat::plot::{ColourScale, HeatCell, HeatMap};

/// Shares in whole per cent; below zero an index is an error of the estimate.
fn percent(share: f64) -> HeatCell {
    HeatCell::Value((100.0 * share).round().max(0.0))
}

pub(crate) fn draw(title: &str, stat: &str, found: &AssaySensitivity) -> HeatMap {
    let with = format!("{stat} with {}", found.agent);
    let readouts = [with.as_str(), "inhibition"];
    let columns = readouts
        .iter()
        .flat_map(|what| ["alone", "in all"].map(|order| format!("{what}, {order}")));
    let map = HeatMap::new(title, columns)
        .axis_names("factor", "readout")
        .scale(ColourScale::Linear)
        .range(0.0, 100.0)
        .value_name("share of the variance (%)");
    found.inhibition.ranking().into_iter().fold(map, |map, factor| {
        let response = found.response.factors.iter().find(|other| other.name == factor.name);
        let both = response.into_iter().chain([factor]);
        let cells: Vec<HeatCell> = both
            .flat_map(|indices| [indices.first, indices.total])
            .map(|index| percent(index.estimate))
            .collect();
        map.row(&factor.name, &cells)
    })
}
