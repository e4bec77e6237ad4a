//! Bands over a day: of the free concentration, and of the inhibition.

use jakstat::assay::{AssayError, VirtualDay, VirtualPatients};
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};
use jakstat::prelude::*;
use jakstat::response::percentile;
use std::error::Error;

/// Every five minutes of the day.
const MOMENTS: std::ops::RangeInclusive<u32> = 0..=288;
/// Percentiles of people that are drawn.
const BANDS: [(f64, &str, LineStyle); 3] = [
    (0.95, "95th percentile", LineStyle::Dashed),
    (0.5, "median", LineStyle::Solid),
    (0.05, "5th percentile", LineStyle::Dashed),
];

/// The free concentration over the day.
pub(crate) fn exposure(
    drug: &str,
    patients: &VirtualPatients<'_>,
) -> Result<TimeCoursePlot, Box<dyn Error>> {
    let exposures: Result<Vec<Exposure>, _> = patients
        .numbers
        .clone()
        .map(|number| Exposure::new(&patients.population.individual(number)?, patients.regimen))
        .collect();
    let exposures = exposures?;
    let title = format!("Free {drug} over a day in {} people", exposures.len());
    let at = |seconds: f64| {
        let time = Time::from_seconds(patients.from.as_seconds() + seconds);
        exposures.iter().map(|exposure| exposure.free(time).as_nanomolar()).collect()
    };
    let all: Vec<Vec<f64>> = MOMENTS.map(|k| at(300.0 * f64::from(k))).collect();
    Ok(bands(title, "free concentration in plasma (nM)", &all))
}

/// The inhibition over the day, of those who have an answer.
pub(crate) fn inhibition(drug: &str, days: &[Result<VirtualDay, AssayError>]) -> TimeCoursePlot {
    let courses: Vec<&[f64]> = days.iter().flatten().map(|day| &day.course[..]).collect();
    let title = format!("IL-6/pSTAT3 inhibited by {drug} over a day in {} people", courses.len());
    let at = |k: u32| courses.iter().map(|course| 100.0 * course[k as usize]).collect();
    let all: Vec<Vec<f64>> = MOMENTS.map(at).collect();
    bands(title, "inhibition (%)", &all)
}

fn bands(title: String, value: &str, all: &[Vec<f64>]) -> TimeCoursePlot {
    let seconds: Vec<f64> = MOMENTS.map(|k| 300.0 * f64::from(k)).collect();
    let plot = TimeCoursePlot::new(title).value_name(value);
    BANDS.iter().fold(plot, |plot, &(share, name, style)| {
        let line: Vec<f64> =
            all.iter().map(|values| percentile(values, share).unwrap_or(f64::NAN)).collect();
        plot.series(TimeSeries::new(name, &seconds, &line).style(style))
    })
}
