//! The free concentration over a day, by renal function: at the label's dose, and at the unreduced one.

use crate::table::{Row, SOURCES};
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};
use jakstat::prelude::*;

pub(crate) fn draw(indication: &str, rows: &[Row]) -> TimeCoursePlot {
    let seconds: Vec<f64> = (0..=288).map(|k| 300.0 * f64::from(k)).collect();
    let title =
        format!("Free baricitinib over a day by the population model, doses for {indication}");
    let plot = TimeCoursePlot::new(title)
        .value_name("free concentration in plasma (nM)")
        .meaning(LineStyle::Solid, "at the label's dose")
        .meaning(LineStyle::Dashed, "at the unreduced dose");
    let modelled = rows.iter().filter(|row| row.source == SOURCES[0]);
    modelled.fold(plot, |plot, row| {
        let free = |&time: &f64| row.exposure.free(Time::from_seconds(time)).as_nanomolar();
        let values: Vec<f64> = seconds.iter().map(free).collect();
        let style = if row.as_labelled { LineStyle::Solid } else { LineStyle::Dashed };
        let name = format!("{} renal function", row.renal);
        plot.series(TimeSeries::new(name, &seconds, &values).style(style))
    })
}
