//! What IL-6 does to a hepatocyte over time, at several doses.

use super::super::experiment::Experiment;
use super::super::{Found, hepatocyte};
use jakstat::prelude::*;

/// Doses whose peak times were published, in ng/mL.
const DOSES: [f64; 4] = [1.0, 10.0, 40.0, 500.0];
/// The dose of the bands, in ng/mL.
pub(crate) const USUAL: f64 = 40.0;
/// How long it is watched, in minutes and in seconds.
const MINUTES: u32 = 120;
const LAST: f64 = 7200.0;
const STAT: &str = "pSTAT3 fraction";

/// The course at one dose.
pub(crate) struct Course {
    pub(crate) ng_per_ml: f64,
    pub(crate) peak_minutes: f64,
    /// Fraction of STAT3 phosphorylated at the peak.
    pub(crate) height: f64,
    /// Fraction after 60 min over that at the peak.
    pub(crate) after_an_hour: f64,
    /// When the SOCS messenger peaks.
    pub(crate) messenger_minutes: f64,
    pub(crate) seconds: Vec<f64>,
    pub(crate) fractions: Vec<f64>,
}

pub(crate) fn courses() -> Found<Vec<Course>> {
    let experiment = Experiment::of(&hepatocyte::assay()?)?;
    let mut rows = Vec::new();
    for ng_per_ml in DOSES {
        rows.push(vec![hepatocyte::molar(ng_per_ml)?.as_nanomolar()]);
    }
    let mut asked = vec![
        (STAT, Measure::PeakTime(0.0, LAST)),
        (STAT, Measure::Peak(0.0, LAST)),
        (STAT, Measure::At(3600.0)),
        ("SOCS mRNA", Measure::PeakTime(0.0, LAST)),
    ];
    let seconds: Vec<f64> = (0..=MINUTES).map(|minute| 60.0 * f64::from(minute)).collect();
    asked.extend(seconds.iter().map(|&time| (STAT, Measure::At(time))));
    let found = experiment.measure(&asked, &["dose.IL-6"], &rows)?;
    let course = |(ng_per_ml, read): (f64, Vec<f64>)| Course {
        ng_per_ml,
        peak_minutes: read[0] / 60.0,
        height: read[1],
        after_an_hour: read[2] / read[1],
        messenger_minutes: read[3] / 60.0,
        seconds: seconds.clone(),
        fractions: read[4..].to_vec(),
    };
    Ok(DOSES.into_iter().zip(found).map(course).collect())
}
