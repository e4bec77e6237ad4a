//! Time against error, both in decades: one line per solver.

use plotters::prelude::*;
use serde::Deserialize;

/// A solver at a tolerance.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Row {
    pub(crate) solver: String,
    pub(crate) rtol: f64,
    /// Microseconds per solve.
    pub(crate) us: f64,
    /// Largest relative error reached.
    pub(crate) error: f64,
}

type Failure = Box<dyn std::error::Error>;

/// The diagram as SVG.
pub(crate) fn draw(title: &str, rows: &[Row]) -> Result<String, Failure> {
    let mut svg = String::new();
    {
        let sheet = SVGBackend::with_string(&mut svg, (900, 600)).into_drawing_area();
        sheet.fill(&WHITE)?;
        let (low, high) = ends(rows.iter().map(|row| row.error));
        let (fast, slow) = ends(rows.iter().map(|row| row.us));
        let mut chart = ChartBuilder::on(&sheet)
            .caption(title, ("sans-serif", 18))
            .margin(15)
            .x_label_area_size(45)
            .y_label_area_size(75)
            .build_cartesian_2d((low..high).log_scale(), (fast..slow).log_scale())?;
        let power = |x: &f64| format!("{x:.0e}");
        chart
            .configure_mesh()
            .x_desc("largest relative error of pSTAT")
            .y_desc("µs per solve")
            .x_label_formatter(&power)
            .y_label_formatter(&|y| format!("{y}"))
            .light_line_style(WHITE)
            .label_style(("sans-serif", 15))
            .draw()?;
        let mut solvers: Vec<&str> = Vec::new();
        for row in rows {
            if !solvers.contains(&row.solver.as_str()) {
                solvers.push(&row.solver);
            }
        }
        for (k, solver) in solvers.into_iter().enumerate() {
            let own = rows.iter().filter(|row| row.solver == solver);
            let places: Vec<(f64, f64)> = own.map(|row| (row.error, row.us)).collect();
            let colour = Palette99::pick(k).to_rgba();
            let width = if solver.starts_with("jakstat") { 3 } else { 1 };
            chart
                .draw_series(LineSeries::new(places.clone(), colour.stroke_width(width)))?
                .label(solver)
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], colour));
            let dot = |place| Circle::new(place, 4, colour.filled());
            chart.draw_series(places.into_iter().map(dot))?;
        }
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::UpperRight)
            .label_font(("sans-serif", 15))
            .background_style(WHITE.mix(0.8))
            .border_style(BLACK)
            .draw()?;
        sheet.present()?;
    }
    Ok(svg)
}

/// The powers of ten around all of `values`, which are positive.
fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let within = |(low, high): (f64, f64), x: f64| (low.min(x), high.max(x));
    let (low, high) = values.map(f64::log10).fold((f64::INFINITY, f64::NEG_INFINITY), within);
    (10_f64.powf(low.floor()), 10_f64.powf(high.ceil()))
}
