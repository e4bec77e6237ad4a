//! The wells and the fitted curves; control wells at dose 0 have no place on a log axis.

use crate::report::name;
use jakstat::plot::{DoseResponsePlot, DoseSeries};
use jakstat::prelude::*;
use jakstat::response::{CurveFit, PlateData, PlateFit};

pub(crate) fn draw(data: &PlateData, fit: &PlateFit) -> DoseResponsePlot {
    let plot = DoseResponsePlot::new("Wells and fitted curves")
        .dose_name("dose")
        .response_name("response (unit of the table)");
    fit.curves.iter().fold(plot, |plot, curve| plot.series(series(data, curve)))
}

fn series(data: &PlateData, curve: &CurveFit) -> DoseSeries {
    let wells = data.rows().iter().filter(|row| row.curve == curve.name);
    let (doses, responses): (Vec<f64>, Vec<f64>) = wells
        .map(|row| (row.dose.as_nanomolar(), row.response))
        .filter(|(dose, _)| *dose > 0.0)
        .unzip();
    let (low, high) =
        doses.iter().fold((f64::INFINITY, 0.0), |(low, high), &x| (x.min(low), x.max(high)));
    let step = (high / low).powf(0.01);
    let fine: Vec<f64> = (0..=100).map(|k| low * step.powi(k)).collect();
    let fitted: Vec<f64> = fine.iter().map(|x| curve.response(x.nanomolar())).collect();
    let series = DoseSeries::new(name(curve)).curve(&fine, &fitted).points(&doses, &responses);
    match curve.relative_ic50.potency.exact() {
        Some(ic50) => series.mark("relative IC50", ic50.as_nanomolar()),
        None => series,
    }
}
