//! Predicted against measured, both on logarithms.

use super::super::Found;
use super::MeasuredRows;
use super::ends;
use jakstat::plot::{Band, DoseResponsePlot, DoseSeries};
use jakstat::prelude::Concentration;

/// The range of both axes, in nM.
const RANGE: [f64; 2] = [3.0, 100.0];

pub(super) fn svg(rows: &MeasuredRows) -> Found<String> {
    let mut plot = DoseResponsePlot::new("Phospho-STAT IC50 in cells: predicted against measured")
        .dose_name("measured free IC50")
        .response_name("predicted free IC50 (nM)")
        .logarithmic_responses();
    for drug in ["baricitinib", "ruxolitinib"] {
        let rows: Vec<_> = rows.scored().filter(|(row, _)| row.drug == drug).collect();
        let measured: Vec<f64> = rows.iter().map(|(row, _)| row.free()).collect();
        let usual = rows.iter().filter_map(|(_, found)| found.usual);
        let predicted: Vec<f64> = usual.map(Concentration::as_nanomolar).collect();
        let (low, high): (Vec<f64>, Vec<f64>) = rows.iter().map(|(_, found)| ends(found)).unzip();
        plot = plot.series(
            DoseSeries::new(format!("{drug}, with intervals"))
                .points(&measured, &predicted)
                .error_bars(&measured, &low, &high),
        );
    }
    let identity = DoseSeries::new("predicted as measured").curve(&RANGE, &RANGE).band(Band::new(
        "within 3x",
        &RANGE,
        &RANGE.map(|nanomolar| nanomolar / 3.0),
        &RANGE.map(|nanomolar| 3.0 * nanomolar),
    ));
    Ok(plot.series(identity).svg()?)
}
