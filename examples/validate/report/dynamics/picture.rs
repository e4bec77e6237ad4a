//! The time courses over doses, and the doses with and without a drug.

use super::super::digits::share;
use super::super::{Found, hepatocyte};
use super::course::Course;
use jakstat::assay::CytokineCurves;
use jakstat::plot::{DoseResponsePlot, DoseSeries, DoseUnit, TimeCoursePlot, TimeSeries};
use jakstat::units::Quantities;

pub(crate) fn courses(courses: &[Course]) -> Found<String> {
    let mut plot = TimeCoursePlot::new("IL-6 on a mouse hepatocyte, predicted")
        .value_name("fraction of STAT3 phosphorylated")
        .mark("60 min", 3600.0);
    for course in courses {
        let name = format!("{} ng/mL", course.ng_per_ml);
        plot = plot.series(TimeSeries::new(name, &course.seconds, &course.fractions));
    }
    Ok(plot.svg()?)
}

/// Each curve as a share of its own highest point: that with the drug would not be seen beside the other.
pub(crate) fn doses(curves: &CytokineCurves) -> Found<String> {
    let mut plot = DoseResponsePlot::new("IL-6 on a mouse hepatocyte, predicted")
        .dose_name("IL-6")
        .dose_unit(DoseUnit::NanogramsPerMillilitre)
        .response_name("pSTAT3 at 20 min over its highest");
    let halves = hepatocyte::half_effects(curves)?;
    let height = share(hepatocyte::brought_back(curves));
    let drug = format!("{} nM ruxolitinib, highest at {height} of that", hepatocyte::RUXOLITINIB);
    for ((curve, half), name) in curves.curves.iter().zip(halves).zip(["without drug", &drug]) {
        let mut doses = Vec::new();
        for &dose in curve.curve.doses() {
            doses.push(hepatocyte::ng_per_ml(dose.nanomolar())?);
        }
        let (_, highest) = curve.maximum();
        let shares: Vec<f64> = curve.curve.responses().iter().map(|&read| read / highest).collect();
        plot = plot.series(DoseSeries::new(name).curve(&doses, &shares).mark("EC50", half));
    }
    Ok(plot.svg()?)
}
