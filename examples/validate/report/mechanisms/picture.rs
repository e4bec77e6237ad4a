//! One kinase of a pair, or both.

use super::super::Found;
use super::super::one_kinase::Blocked;
use jakstat::plot::{DoseResponsePlot, DoseSeries};

/// The curve that is drawn as points.
const ON_ANOTHER: &str = "JAK1 alone";

pub(crate) fn pair(curves: &[Blocked]) -> Found<String> {
    let mut plot = DoseResponsePlot::new("IL-15 on a CD4 T cell, predicted")
        .dose_name("free drug with a K of 1 nM in the cell")
        .response_name("share of pSTAT5 at 15 min that is left");
    for curve in curves {
        let left: Vec<f64> = curve.inhibition.iter().map(|gone| (1.0 - gone).max(0.0)).collect();
        let series = DoseSeries::new(curve.name);
        // Points, so that the curve which lies on another is seen.
        plot = plot.series(if curve.name == ON_ANOTHER {
            let every = |values: &[f64]| values.iter().copied().step_by(4).collect::<Vec<_>>();
            series.points(&every(&curve.over_k), &every(&left))
        } else {
            series.curve(&curve.over_k, &left)
        });
    }
    Ok(plot.svg()?)
}
