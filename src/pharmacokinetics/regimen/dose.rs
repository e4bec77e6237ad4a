//! One dose, or a series of like doses.

use serde::{Deserialize, Serialize};

use crate::units::{Mass, MassRate, Time};

/// Where a dose goes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Route {
    /// By mouth; how it is absorbed is a matter of the drug.
    Oral,
    /// Into a vein, all at once.
    Bolus,
    /// Into a vein, over a duration (NONMEM's `DUR`).
    Infusion(Time),
    /// Into a vein, at a rate (NONMEM's `RATE`), which makes the duration `amount / rate`.
    InfusionAt(MassRate),
}

impl Route {
    /// Whether the dose goes into a vein.
    pub const fn is_intravenous(self) -> bool {
        !matches!(self, Self::Oral)
    }

    /// How long `amount` takes to flow in, in seconds; 0 for a bolus and by mouth.
    pub fn duration(self, amount: Mass) -> f64 {
        match self {
            Self::Oral | Self::Bolus => 0.0,
            Self::Infusion(duration) => duration.as_seconds(),
            Self::InfusionAt(rate) => {
                3600.0 * amount.as_milligrams() / rate.as_milligrams_per_hour()
            }
        }
    }

    /// The word used in event tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Oral => "oral",
            Self::Bolus => "bolus",
            Self::Infusion(_) | Self::InfusionAt(_) => "infusion",
        }
    }
}

/// A dose of a series that was taken late.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Late {
    /// Its number in the series; the first is 1.
    pub dose: u32,
    /// How much later than due; the doses after it stay where they are.
    pub by: Time,
}

/// A dose, or a series of like doses: what NONMEM calls a dosing record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// How much (`AMT`).
    pub amount: Mass,
    /// When it is taken, or the first of the series is (`TIME`).
    pub time: Time,
    /// Where it goes.
    pub route: Route,
    /// Time from dose to dose (`II`).
    #[serde(default)]
    pub interval: Option<Time>,
    /// How many doses in all (`ADDL` and one); none for a series without end.
    #[serde(default)]
    pub doses: Option<u32>,
    /// Whether endlessly many such doses came before the first (`SS`), which tells of the time from the first on.
    #[serde(default)]
    pub steady_state: bool,
    /// Time from taking it to its absorption (`ALAG`), in place of the drug's.
    #[serde(default)]
    pub lag: Option<Time>,
    /// What is absorbed, relative to the drug's own bioavailability (`F`): 0.86 with a fatty meal, say.
    #[serde(default)]
    pub bioavailability: Option<f64>,
    /// Amount of the first dose of the series, where it differs.
    #[serde(default)]
    pub loading: Option<Mass>,
    /// Numbers of the doses that were missed; the first is 1.
    #[serde(default)]
    pub missed: Vec<u32>,
    /// Doses that were taken late.
    #[serde(default)]
    pub late: Vec<Late>,
}

impl Dose {
    /// One dose at time 0.
    pub(super) const fn single(amount: Mass, route: Route) -> Self {
        Self {
            amount,
            time: Time::from_seconds(0.0),
            route,
            interval: None,
            doses: Some(1),
            steady_state: false,
            lag: None,
            bioavailability: None,
            loading: None,
            missed: Vec::new(),
            late: Vec::new(),
        }
    }

    /// When the `number`-th dose of the series is due, s; the first is 1.
    pub(super) fn due(&self, number: u32) -> f64 {
        let interval = self.interval.map_or(0.0, Time::as_seconds);
        self.time.as_seconds() + f64::from(number - 1) * interval
    }

    /// When the last dose of the series is due, s; infinite for a series without end.
    pub(super) fn last_due(&self) -> f64 {
        self.doses.map_or(f64::INFINITY, |doses| self.due(doses.max(1)))
    }

    /// A bound on how many doses are taken until a time in s.
    pub(super) fn at_most_until(&self, end: f64) -> f64 {
        let interval = self.interval.map_or(f64::INFINITY, Time::as_seconds);
        let due = ((end - self.time.as_seconds()) / interval + 1.0).max(1.0);
        due.min(self.doses.map_or(f64::INFINITY, f64::from))
    }

    /// When the last dose of the series is taken, s; infinite for a series without end.
    pub(super) fn last_taken(&self) -> f64 {
        let last = self.late.iter().find(|late| Some(late.dose) == self.doses);
        self.last_due() + last.map_or(0.0, |late| late.by.as_seconds())
    }

    /// The series as runs of like doses at even intervals, in order of time.
    pub(crate) fn runs(&self) -> Vec<Doses> {
        let last = self.doses.unwrap_or(u32::MAX);
        let mut apart: Vec<u32> = self.missed.clone();
        apart.extend(self.late.iter().map(|late| late.dose));
        apart.extend(self.loading.map(|_| 1));
        apart.sort_unstable();
        apart.dedup();
        let mut runs = Vec::new();
        let mut next = 1;
        for number in apart.into_iter().filter(|&number| number <= last) {
            runs.extend(self.run(next, number - 1));
            runs.extend(self.exception(number));
            next = number.saturating_add(1);
        }
        runs.extend(self.run(next, last));
        runs
    }

    /// Doses `first` to `last`, all as they are due.
    fn run(&self, first: u32, last: u32) -> Option<Doses> {
        (first <= last).then(|| Doses {
            time: self.due(first),
            amount: self.amount,
            count: last - first + 1,
        })
    }

    /// A dose that is taken late or in another amount; none where it is missed.
    fn exception(&self, number: u32) -> Option<Doses> {
        if self.missed.contains(&number) {
            return None;
        }
        let late = self.late.iter().find(|late| late.dose == number);
        Some(Doses {
            time: self.due(number) + late.map_or(0.0, |late| late.by.as_seconds()),
            amount: self.loading.filter(|_| number == 1).unwrap_or(self.amount),
            count: 1,
        })
    }
}

/// Like doses at the even interval of their series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Doses {
    /// When the first is taken, s.
    pub(crate) time: f64,
    /// How much each is.
    pub(crate) amount: Mass,
    /// How many.
    pub(crate) count: u32,
}
