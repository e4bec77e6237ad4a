//! The signal that is left, over the hours after the dose.

use crate::Series;
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};

pub(crate) fn draw(drug: &str, all: &[Series]) -> TimeCoursePlot {
    let plot = TimeCoursePlot::new(format!(
        "pSTAT3 in blood drawn after a dose of {drug} (nine samples) and stimulated at 100 ng/mL"
    ))
    .value_name("share of the signal without drug (%)")
    .meaning(LineStyle::Solid, "IL-6")
    .meaning(LineStyle::Dashed, "IL-15");
    let drawn = all.iter().filter_map(|series| Some((series, series.samples.as_ref().ok()?)));
    drawn.fold(plot, |plot, (series, samples)| {
        let seconds: Vec<f64> = samples.iter().map(|sample| 3600.0 * sample.hours).collect();
        let left: Vec<f64> =
            samples.iter().map(|sample| 100.0 * (1.0 - sample.inhibition)).collect();
        let style = if series.cytokine == "IL-6" { LineStyle::Solid } else { LineStyle::Dashed };
        plot.series(TimeSeries::new(series.cell, &seconds, &left).style(style))
    })
}
