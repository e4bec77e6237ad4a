//! What the numbers should be: bands for the dynamics, and the titrations of the published model as re-simulated.

use super::readouts::Readouts;

/// A number with the band it should lie in.
pub(crate) struct Band {
    pub(crate) what: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) of: fn(&Readouts) -> f64,
}

impl Band {
    /// Whether what a model says lies in the band.
    pub(crate) fn holds(&self, readouts: &Readouts) -> bool {
        (self.low..=self.high).contains(&(self.of)(readouts))
    }
}

/// Dynamics in the mouse hepatocyte, 40 ng/mL IL-6 unless said, from the published model and the data behind it.
pub(crate) const DYNAMICS: [Band; 7] = [
    Band {
        what: "peak of pSTAT3",
        unit: "min",
        low: 12.0,
        high: 20.0,
        of: |readouts| readouts.usual_peak().0,
    },
    Band {
        what: "STAT3 phosphorylated at the peak",
        unit: "fraction",
        low: 0.45,
        high: 0.60,
        of: |readouts| readouts.usual_peak().1,
    },
    Band {
        what: "pSTAT3 at 60 min",
        unit: "of peak",
        low: 0.25,
        high: 0.40,
        of: |readouts| readouts.after_an_hour,
    },
    Band {
        what: "EC50 of IL-6 at 20 min",
        unit: "ng/mL",
        low: 6.0,
        high: 12.0,
        of: |readouts| readouts.ec50,
    },
    Band {
        what: "higher doses peak earlier, by at least",
        unit: "min",
        low: 0.0,
        high: f64::INFINITY,
        of: least_lead,
    },
    Band {
        what: "peak of SOCS3 mRNA",
        unit: "min",
        low: 33.0,
        high: 45.0,
        of: |readouts| readouts.messenger_minutes,
    },
    Band {
        what: "EC50 with 500 nM ruxolitinib",
        unit: "fold",
        low: 3.0,
        high: f64::INFINITY,
        of: Readouts::shift,
    },
];

/// How much earlier a dose peaks than the next lower one, at least, in minutes.
fn least_lead(readouts: &Readouts) -> f64 {
    let leads = readouts.peaks.windows(2).map(|pair| pair[0].0 - pair[1].0);
    leads.fold(f64::INFINITY, f64::min)
}

/// A number of the published model with its value in an earlier simulation.
pub(crate) struct Known {
    pub(crate) what: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) value: f64,
    pub(crate) of: fn(&Readouts) -> f64,
}

/// Constant ruxolitinib, 60 min before IL-6, pSTAT3 at 20 min.
pub(crate) const TITRATIONS: [Known; 5] = [
    Known {
        what: "IC50 of ruxolitinib, 10 ng/mL",
        unit: "nM",
        value: 202.9,
        of: |readouts| readouts.ic50[0],
    },
    Known {
        what: "IC50 of ruxolitinib, 40 ng/mL",
        unit: "nM",
        value: 401.2,
        of: |readouts| readouts.ic50[1],
    },
    Known { what: "ratio of the two", unit: "fold", value: 1.98, of: Readouts::ratio },
    Known { what: "Hill slope, 10 ng/mL", unit: "", value: 1.22, of: |readouts| readouts.hill[0] },
    Known { what: "Hill slope, 40 ng/mL", unit: "", value: 1.4, of: |readouts| readouts.hill[1] },
];
