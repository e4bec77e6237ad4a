//! Bands of the free concentration over a day.

use jakstat::assay::VirtualPatients;
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};
use jakstat::prelude::*;
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
        let line: Vec<f64> = all.iter().map(|values| percentile(values, share)).collect();
        plot.series(TimeSeries::new(name, &seconds, &line).style(style))
    }))
}

/// The value below which this share of the values lies, between two of them in proportion.
pub(crate) fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = share * (sorted.len() - 1) as f64;
    let (low, part) = (place.floor() as usize, place.fract());
    let high = (low + 1).min(sorted.len() - 1);
    sorted[low] + part * (sorted[high] - sorted[low])
}
