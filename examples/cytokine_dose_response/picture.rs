//! The cytokine's curves, one for each concentration of the drug.

use jakstat::assay::{CytokineCurve, CytokineCurves};
use jakstat::plot::{DoseResponsePlot, DoseSeries};

/// Share of the maximum from which a response is worth drawing.
const SEEN: f64 = 1e-3;

pub(crate) fn draw(
    (title, cytokine, drug): (&str, &str, &str),
    reading: &str,
    found: &CytokineCurves,
) -> DoseResponsePlot {
    let full = found.curves.first().map_or(f64::NAN, |curve| curve.maximum().1);
    // Doses that do nothing would take half of the picture.
    let quiet = |curve: &CytokineCurve| {
        curve.curve.responses().iter().take_while(|&&y| y < SEEN * full).count()
    };
    let first = found.curves.iter().map(quiet).min().unwrap_or(0);
    let series = |curve: &CytokineCurve| {
        let percent: Vec<f64> =
            curve.curve.responses()[first..].iter().map(|y| 100.0 * y / full).collect();
        let name = match curve.inhibitor.as_nanomolar() {
            0.0 => "without drug".to_owned(),
            _ => format!("{} {drug} (free)", curve.inhibitor),
        };
        // A few points only, so that each curve has a symbol and colour is never alone.
        let few = |values: &[f64]| values.iter().copied().step_by(6).collect::<Vec<_>>();
        let doses = &curve.curve.doses()[first..];
        DoseSeries::new(name).curve(doses, &percent).points(&few(doses), &few(&percent))
    };
    let plot = DoseResponsePlot::new(title)
        .dose_name(cytokine)
        .response_name(format!("{reading} (% of the maximum without drug)"));
    found.curves.iter().fold(plot, |plot, curve| plot.series(series(curve)))
}
