//! A lasting readout being taken: what it must remember from one step to the next.

use super::Measure;
use super::course::Course;
use super::peak::Peak;
use super::threshold::{Onset, TimeAbove};
use super::width::Width;

/// One lasting readout on its way.
#[derive(Debug, Clone)]
pub(super) enum Gauge {
    /// Not a number, for good.
    Nothing,
    Peak(Peak),
    PeakTime(Peak),
    Area(f64),
    TimeAbove(TimeAbove),
    Onset(Onset),
    /// Kept apart, so that the others stay small: there may be many.
    Width(Box<Width>),
}

impl Gauge {
    pub(super) fn new(measure: Measure) -> Self {
        match measure {
            Measure::At(_) | Measure::Final | Measure::SteadyState => Self::Nothing,
            Measure::Peak(..) => Self::Peak(Peak::new()),
            Measure::PeakTime(..) => Self::PeakTime(Peak::new()),
            Measure::Area(..) => Self::Area(0.0),
            Measure::TimeAbove { threshold, .. } => Self::TimeAbove(TimeAbove::new(threshold)),
            Measure::Onset { threshold, .. } => Self::Onset(Onset::new(threshold)),
            Measure::Width { baseline, .. } => Self::Width(Box::new(Width::new(baseline))),
        }
    }

    /// Takes in how the observable went on; where that is not a number, the readout is none.
    pub(super) fn see(&mut self, course: &Course) {
        if !course.is_finite() {
            *self = Self::Nothing;
        }
        let limbs = course.limbs.iter();
        match self {
            Self::Nothing => {}
            Self::Peak(peak) | Self::PeakTime(peak) => limbs.for_each(|limb| peak.see(limb)),
            Self::Area(area) => *area += course.area,
            Self::TimeAbove(above) => limbs.for_each(|limb| above.see(limb)),
            Self::Onset(onset) => limbs.for_each(|limb| onset.see(limb)),
            Self::Width(width) => limbs.for_each(|limb| width.see(limb)),
        }
    }

    /// A time on a course of which the slope must be known better than from dense output.
    pub(super) fn needs_slope(&self, course: &Course) -> Option<f64> {
        match self {
            Self::PeakTime(peak) => peak.candidate(&course.limbs),
            _ => None,
        }
    }

    /// Whether nothing to come can change it.
    pub(super) const fn is_settled(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Onset(onset) => onset.is_found(),
            _ => false,
        }
    }

    pub(super) fn value(&self) -> f64 {
        match self {
            Self::Nothing => f64::NAN,
            Self::Area(value) => *value,
            Self::Peak(peak) => peak.height(),
            Self::PeakTime(peak) => peak.time(),
            Self::TimeAbove(above) => above.total,
            Self::Onset(onset) => onset.time,
            Self::Width(width) => width.value(),
        }
    }
}
