//! Both models beside each other: the phosphorylated fraction over time, with ruxolitinib and without.

use super::experiment::{Experiment, Ruxolitinib};
use super::readouts::BESIDE;
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};
use jakstat::prelude::*;
use std::error::Error;

/// Doses of IL-6 that are drawn, ng/mL, the highest first as its curve is.
const DRAWN: [f64; 3] = [500.0, 40.0, 10.0];
const MINUTES: u32 = 90;

/// Two frames in one SVG.
pub(crate) fn side_by_side(experiments: [&Experiment; 2]) -> Result<String, Box<dyn Error>> {
    let [left, right] = experiments.map(frame);
    beside(&left?.svg()?, &right?.svg()?)
}

fn frame(experiment: &Experiment) -> Result<TimeCoursePlot, Box<dyn Error>> {
    let seconds: Vec<f64> = (0..=4 * MINUTES).map(|k| 15.0 * f64::from(k)).collect();
    let measures: Vec<Measure> = seconds.iter().map(|&time| Measure::At(time)).collect();
    let title = format!("IL-6, mouse hepatocyte: {}", experiment.name);
    let mut plot = TimeCoursePlot::new(title)
        .value_name("STAT3 phosphorylated (fraction)")
        .meaning(LineStyle::Solid, "without drug")
        .meaning(LineStyle::Dashed, format!("with {BESIDE} nM ruxolitinib"));
    let drugs = [(0.0, LineStyle::Solid), (BESIDE, LineStyle::Dashed)];
    for (drug, style) in drugs {
        let pairs = DRAWN.map(|il6| [il6, 0.0]);
        let courses = experiment.fraction(Ruxolitinib::Fading(drug), &pairs, &measures)?;
        for (il6, course) in DRAWN.iter().zip(&courses) {
            let name = format!("{il6} ng/mL");
            plot = plot.series(TimeSeries::new(name, &seconds, course).style(style));
        }
    }
    Ok(plot)
}

/// Two pictures of one size as one.
fn beside(left: &str, right: &str) -> Result<String, Box<dyn Error>> {
    let [width, height] = ["width", "height"].map(|name| number(left, name));
    let (width, height) = (width?, height?);
    let moved = right.replacen("<svg ", &format!("<svg x=\"{width}\" "), 1);
    let both = 2.0 * width;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{both}\" height=\"{height}\" \
         viewBox=\"0 0 {both} {height}\">\n{left}\n{moved}\n</svg>\n"
    ))
}

/// A number among the first attributes of a picture.
fn number(svg: &str, attribute: &str) -> Result<f64, Box<dyn Error>> {
    let start = format!("{attribute}=\"");
    let value = svg.split(&start).nth(1).and_then(|rest| rest.split('"').next());
    Ok(value.ok_or(format!("the picture has no {attribute}"))?.parse()?)
}
