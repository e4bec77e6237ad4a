//! The curve inside its envelope, the IC50 marked.

use jakstat::assay::{DoseResponse, Uncertainty};
use jakstat::plot::{Band, DoseResponsePlot, DoseSeries};

pub(crate) fn draw(
    title: &str,
    reading: &str,
    response: &DoseResponse,
    band: &Uncertainty,
) -> DoseResponsePlot {
    let curve = response.curve();
    let percent = |shares: &[f64]| shares.iter().map(|share| 100.0 * share).collect::<Vec<_>>();
    let responses: Vec<f64> =
        curve.responses().iter().map(|y| 100.0 * y / curve.control()).collect();
    let envelope =
        Band::new(&band.description, curve.doses(), &percent(&band.lower), &percent(&band.upper));
    let mut series = DoseSeries::new(response.inhibitor())
        .curve(curve.doses(), &responses)
        .points(curve.doses(), &responses)
        .band(envelope);
    if let Some(ic50) = response.ic50().exact() {
        series = series.mark("IC50", ic50.as_nanomolar());
    }
    DoseResponsePlot::new(title)
        .dose_name(format!("free {}", response.inhibitor()))
        .response_name(reading)
        .series(series)
}
