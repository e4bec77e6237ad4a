//! Bands of the free concentration over a day.

use jakstat::assay::VirtualPatients;
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};
use jakstat::prelude::*;
use jakstat::response::percentile;
use std::error::Error;

/// Percentiles of people that are drawn.
const BANDS: [(f64, &str, LineStyle); 3] = [
    (0.95, "95th percentile", LineStyle::Dashed),
    (0.5, "median", LineStyle::Solid),
    (0.05, "5th percentile", LineStyle::Dashed),
];

pub(crate) fn draw(
    drug: &str,
    patients: &VirtualPatients<'_>,
) -> Result<TimeCoursePlot, Box<dyn Error>> {
    let exposures: Result<Vec<Exposure>, _> = patients
        .numbers
        .clone()
        .map(|number| Exposure::new(&patients.population.individual(number)?, patients.regimen))
        .collect();
    let exposures = exposures?;
    let seconds: Vec<f64> = (0..=96).map(|k| 900.0 * f64::from(k)).collect();
    let at = |&time: &f64| -> Vec<f64> {
        let time = Time::from_seconds(patients.from.as_seconds() + time);
        exposures.iter().map(|exposure| exposure.free(time).as_nanomolar()).collect()
    };
    let all: Vec<Vec<f64>> = seconds.iter().map(at).collect();
    let plot = TimeCoursePlot::new(format!("Free {drug} over a day in {} people", exposures.len()))
        .value_name("free concentration in plasma (nM)");
    Ok(BANDS.iter().fold(plot, |plot, &(share, name, style)| {
        let line: Vec<f64> = all.iter().filter_map(|values| percentile(values, share)).collect();
        plot.series(TimeSeries::new(name, &seconds, &line).style(style))
    }))
}
