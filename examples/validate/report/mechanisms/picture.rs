//! One kinase of a pair, or both.

use super::super::Found;
use super::super::one_kinase::Blocked;
use jakstat::plot::{DoseResponsePlot, DoseSeries};

pub(crate) fn pair(curves: &[Blocked]) -> Found<String> {
    let mut plot = DoseResponsePlot::new("IL-15 on a CD4 T cell, predicted")
        .dose_name("drug, where its K in the cell is 1 nM")
        .response_name("pSTAT5 at 15 min, share of that without drug");
    for curve in curves {
        let left: Vec<f64> = curve.inhibition.iter().map(|gone| (1.0 - gone).max(0.0)).collect();
        plot = plot.series(DoseSeries::new(curve.name).curve(&curve.over_k, &left));
    }
    Ok(plot.svg()?)
}
