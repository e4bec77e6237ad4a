//! The time courses over doses, and the doses with and without a drug.

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

pub(crate) fn doses(curves: &CytokineCurves) -> Found<String> {
    let mut plot = DoseResponsePlot::new("IL-6 on a mouse hepatocyte, predicted")
        .dose_name("IL-6")
        .dose_unit(DoseUnit::NanogramsPerMillilitre)
        .response_name("pSTAT3 at 20 min (nM)");
    let halves = hepatocyte::half_effects(curves)?;
    for (curve, half) in curves.curves.iter().zip(halves) {
        let mut doses = Vec::new();
        for &dose in curve.curve.doses() {
            doses.push(hepatocyte::ng_per_ml(dose.nanomolar())?);
        }
        let name = if curve.inhibitor.as_nanomolar() > 0.0 {
            format!("{} ruxolitinib", curve.inhibitor)
        } else {
            "without drug".to_owned()
        };
        let series = DoseSeries::new(name).curve(&doses, curve.curve.responses());
        plot = plot.series(series.mark("EC50", half));
    }
    Ok(plot.svg()?)
}
