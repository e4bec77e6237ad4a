//! Regimens by cytokines, in percent of the signal that is gone.

use crate::report::Row;
use jakstat::assay::Way;
use jakstat::plot::{ColourScale, HeatCell, HeatMap};

pub(crate) fn draw(rows: &[Row<'_>], way: Way, panel: &str) -> HeatMap {
    let lines: Vec<&[Row<'_>]> = rows.chunk_by(|a, b| std::ptr::eq(a.0, b.0)).collect();
    let columns = lines
        .first()
        .into_iter()
        .flat_map(|line| line.iter().map(|(_, day)| format!("{}, p{}", day.cytokine, day.stat)));
    let (title, found): (_, fn(&Row<'_>) -> Option<f64>) =
        match way {
            Way::Dynamic => (
                "Average inhibition over a day at steady state, through the network",
                |(_, day)| Some(day.dynamic_inhibition.average),
            ),
            Way::Static => (
                "Average inhibition over a day at steady state, by the Hill equation",
                |(_, day)| day.static_inhibition.map(|whole| whole.average),
            ),
        };
    let cell = |row: &Row<'_>| {
        found(row).map_or(HeatCell::Refused, |average| HeatCell::Value(100.0 * average))
    };
    let map = HeatMap::new(format!("{title} (enzyme IC50: {panel})"), columns)
        .axis_names("regimen", "cytokine")
        .value_name("inhibition (%)")
        .scale(ColourScale::Linear)
        .range(0.0, 100.0);
    lines.iter().fold(map, |map, line| {
        map.row(line[0].0.name(), &line.iter().map(cell).collect::<Vec<_>>())
    })
}
