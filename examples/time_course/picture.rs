//! Each observable as a share of its own peak without drug, so that all fit one picture.

use crate::table::peak;
use jakstat::assay::TimeCourse;
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};

pub(crate) fn draw(title: &str, with: &str, course: &TimeCourse) -> Result<TimeCoursePlot, String> {
    let mut plot = TimeCoursePlot::new(title)
        .value_name("share of the peak without drug")
        .meaning(LineStyle::Solid, "without drug")
        .meaning(LineStyle::Dashed, with);
    for (k, name) in course.observables.iter().enumerate() {
        let (free, _) = peak(course, 0, k);
        if free <= 0.0 {
            return Err(format!("{name} does not rise: stimulate with more, or watch for longer"));
        }
        for (values, style) in course.values.iter().zip([LineStyle::Solid, LineStyle::Dashed]) {
            let shares: Vec<f64> = values[k].iter().map(|value| value / free).collect();
            plot = plot.series(TimeSeries::new(name, &course.seconds, &shares).style(style));
        }
    }
    Ok(plot)
}
