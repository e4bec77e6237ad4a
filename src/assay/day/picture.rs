//! A day as a picture.

use super::DailyInhibition;
use crate::plot::{LineStyle, TimeCoursePlot, TimeSeries};

impl DailyInhibition {
    /// Inhibition in percent over the hours of the day: through the network, and by the Hill equation where it
    /// describes the curve.
    pub fn plot(&self) -> TimeCoursePlot {
        let beyond = if self.exposure.extrapolated.is_some() { " (extrapolated)" } else { "" };
        let title =
            format!("{} on the {} under {}{beyond}", self.cytokine, self.cell, self.inhibitor);
        let seconds: Vec<f64> = self.moments.iter().map(|moment| 3600.0 * moment.hours).collect();
        let dynamic: Vec<f64> =
            self.moments.iter().map(|moment| 100.0 * moment.dynamic_inhibition).collect();
        let by_hill: Option<Vec<f64>> = self
            .moments
            .iter()
            .map(|moment| moment.static_inhibition.map(|fraction| 100.0 * fraction))
            .collect();
        let plot = TimeCoursePlot::new(title)
            .value_name(format!("inhibition of p{} (%)", self.stat))
            .series(TimeSeries::new("through the network", &seconds, &dynamic));
        match by_hill {
            Some(values) => plot.series(
                TimeSeries::new("by the Hill equation", &seconds, &values).style(LineStyle::Dashed),
            ),
            None => plot,
        }
    }
}
