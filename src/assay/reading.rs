//! How the course of a phospho-STAT becomes one number.

use crate::readout::{Baseline, Measure};
use crate::units::{Concentration, Time};

/// How long a run goes on before rest is looked for, in seconds: past the first peak of any pathway.
const BEFORE_REST: f64 = 3600.0;

/// How the phospho-STAT is read. Windows begin with the stimulus; times are counted from there, in
/// seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Reading {
    /// At a time after the stimulus, in nM.
    At(Time),
    /// The peak, looked for up to a time after the stimulus, in nM.
    Peak(Time),
    /// When it peaks, looked for up to a time after the stimulus.
    PeakTime(Time),
    /// The area under the course up to a time after the stimulus, in nM s.
    Area(Time),
    /// How long it is above a concentration, up to a time after the stimulus.
    TimeAbove(Concentration, Time),
    /// When it first rises through a concentration; the time given where it does not up to then.
    Onset(Concentration, Time),
    /// The width of its pulse, half way up from the value before the stimulus to the peak; the time
    /// given where it has not come down to that up to then.
    Width(Time),
    /// At rest, in nM: for a signal that lasts, such as that of a mutant kinase. A cytokine that the
    /// cells take up is not replaced and its signal is gone at rest, see [`Measure::SteadyState`].
    SteadyState,
}

impl Reading {
    /// The last time that matters, after the stimulus.
    pub const fn until(self) -> Time {
        match self {
            Self::At(time)
            | Self::Peak(time)
            | Self::PeakTime(time)
            | Self::Area(time)
            | Self::TimeAbove(_, time)
            | Self::Onset(_, time)
            | Self::Width(time) => time,
            Self::SteadyState => Time::from_seconds(BEFORE_REST),
        }
    }

    /// As a measure of a run with the stimulus at time 0.
    pub(super) const fn measure(self) -> Measure {
        let (from, to) = (0.0, self.until().as_seconds());
        match self {
            Self::At(_) => Measure::At(to),
            Self::Peak(_) => Measure::Peak(from, to),
            Self::PeakTime(_) => Measure::PeakTime(from, to),
            Self::Area(_) => Measure::Area(from, to),
            Self::TimeAbove(threshold, _) => {
                Measure::TimeAbove { threshold: threshold.as_nanomolar(), from, to }
            }
            Self::Onset(threshold, _) => {
                Measure::Onset { threshold: threshold.as_nanomolar(), from, to }
            }
            Self::Width(_) => Measure::Width { baseline: Baseline::WindowStart, from, to },
            Self::SteadyState => Measure::SteadyState,
        }
    }

    /// What of a reading may be an error of the solver, if that of a concentration is `finest`.
    pub(super) const fn noise(self, finest: f64) -> f64 {
        match self {
            Self::At(_) | Self::Peak(_) | Self::SteadyState => finest,
            Self::Area(time) => finest * time.as_seconds(),
            Self::PeakTime(_) | Self::TimeAbove(..) | Self::Onset(..) | Self::Width(_) => 0.0,
        }
    }

    /// The largest number that a reading can be: a time that is not reached counts as the last one.
    pub(super) const fn most(self) -> f64 {
        match self {
            Self::Onset(_, time) | Self::Width(time) => time.as_seconds(),
            _ => f64::INFINITY,
        }
    }
}
