//! Who takes how much, when, and by which way: data, outside every model.

mod check;
mod columns;
mod dose;
mod error;
mod row;
mod table;

pub(crate) use dose::Doses;
pub use dose::{Dose, Late, Route};
pub use error::RegimenError;

use serde::{Deserialize, Serialize};

use crate::units::{Mass, MassRate, Time};

/// What is taken of one drug, in the words of a pharmacologist.
///
/// Building never fails; [`check`](Self::check), and every exposure, reports the first mistake. Of a drug that
/// replaces another, the regimen [starts](Self::starting) when that of the other [stops](Self::doses).
///
/// ```
/// use jakstat::pharmacokinetics::Regimen;
/// use jakstat::units::Quantities;
///
/// let week = Regimen::oral(4.0.milligrams()).every(24.0.hours()).doses(7).missed(3).late(5, 6.0.hours());
/// let then = Regimen::oral(2.0.milligrams()).every(24.0.hours()).doses(7);
/// assert_eq!(week.then(then)?.doses_until(20.0.days())?.len(), 13);
/// # Ok::<(), jakstat::pharmacokinetics::RegimenError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Regimen {
    doses: Vec<Dose>,
}

impl Regimen {
    /// One dose by mouth, at time 0.
    pub fn oral(amount: Mass) -> Self {
        Self::single(amount, Route::Oral)
    }

    /// One dose into a vein, all at once, at time 0.
    pub fn bolus(amount: Mass) -> Self {
        Self::single(amount, Route::Bolus)
    }

    /// One dose into a vein, over a duration from time 0.
    pub fn infusion(amount: Mass, over: Time) -> Self {
        Self::single(amount, Route::Infusion(over))
    }

    /// One dose into a vein, at a rate from time 0.
    pub fn infusion_at(amount: Mass, rate: MassRate) -> Self {
        Self::single(amount, Route::InfusionAt(rate))
    }

    fn single(amount: Mass, route: Route) -> Self {
        Self { doses: vec![Dose::single(amount, route)] }
    }

    /// The doses as they stand, such as were read from a file.
    pub fn of(doses: Vec<Dose>) -> Self {
        Self { doses }
    }

    fn change(mut self, change: impl FnOnce(&mut Dose)) -> Self {
        if let Some(last) = self.doses.last_mut() {
            change(last);
        }
        self
    }

    /// Repeats the dose at this interval, without end unless [`doses`](Self::doses) says how often.
    pub fn every(self, interval: Time) -> Self {
        self.change(|dose| {
            dose.interval = Some(interval);
            dose.doses = None;
        })
    }

    /// Ends the series after so many doses.
    pub fn doses(self, count: u32) -> Self {
        self.change(|dose| dose.doses = Some(count))
    }

    /// Starts the series at this time instead of 0.
    pub fn starting(self, time: Time) -> Self {
        self.change(|dose| dose.time = time)
    }

    /// Lets the body be, at the first dose, as endlessly many such doses before it leave it; of the time before the first
    /// dose nothing is known, and there is no drug.
    pub fn at_steady_state(self) -> Self {
        self.change(|dose| dose.steady_state = true)
    }

    /// Begins the series with a dose of another amount.
    pub fn loading(self, amount: Mass) -> Self {
        self.change(|dose| dose.loading = Some(amount))
    }

    /// Leaves out a dose of the series, by its number; the first is 1.
    pub fn missed(self, number: u32) -> Self {
        self.change(|dose| dose.missed.push(number))
    }

    /// Takes a dose of the series late, by its number; the first is 1.
    pub fn late(self, number: u32, by: Time) -> Self {
        self.change(|dose| dose.late.push(Late { dose: number, by }))
    }

    /// Takes this time from taking a dose to its absorption, instead of the drug's.
    pub fn lagging(self, lag: Time) -> Self {
        self.change(|dose| dose.lag = Some(lag))
    }

    /// Absorbs this much of a dose, relative to the drug's own bioavailability.
    pub fn absorbed(self, fraction: f64) -> Self {
        self.change(|dose| dose.bioavailability = Some(fraction))
    }

    /// The same regimen with every amount, and every rate of an infusion, times a factor.
    pub fn times(mut self, factor: f64) -> Self {
        let times = |mass: Mass| Mass::from_milligrams(factor * mass.as_milligrams());
        for dose in &mut self.doses {
            dose.amount = times(dose.amount);
            dose.loading = dose.loading.map(times);
            if let Route::InfusionAt(rate) = dose.route {
                let rate = factor * rate.as_milligrams_per_hour();
                dose.route = Route::InfusionAt(MassRate::from_milligrams_per_hour(rate));
            }
        }
        self
    }

    /// This regimen, and another one interval after its last dose.
    ///
    /// # Errors
    ///
    /// [`RegimenError::Endless`] where this one never ends.
    pub fn then(mut self, other: Self) -> Result<Self, RegimenError> {
        let after = |dose: &Dose| dose.last_due() + dose.interval.map_or(0.0, Time::as_seconds);
        let end = self.doses.iter().map(after).fold(f64::NEG_INFINITY, f64::max);
        if end > f64::MAX {
            return Err(RegimenError::Endless);
        }
        let end = if end.is_finite() { end } else { 0.0 };
        self.doses.extend(other.shifted(Time::from_seconds(end)).doses);
        Ok(self)
    }

    /// This regimen and another of the same drug beside it.
    pub fn and(mut self, other: Self) -> Self {
        self.doses.extend(other.doses);
        self.doses.sort_by(|a, b| a.time.as_seconds().total_cmp(&b.time.as_seconds()));
        self
    }

    /// The same regimen, later by a time.
    pub fn shifted(mut self, by: Time) -> Self {
        for dose in &mut self.doses {
            dose.time = Time::from_seconds(dose.time.as_seconds() + by.as_seconds());
        }
        self
    }

    /// The series of doses, in order of time.
    pub fn series(&self) -> &[Dose] {
        &self.doses
    }

    /// When and how much is taken from time 0 up to a time, in order of time.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check), and [`RegimenError::TooMany`] for more than a million.
    pub fn doses_until(&self, end: Time) -> Result<Vec<(Time, Mass)>, RegimenError> {
        self.check()?;
        let end = end.as_seconds();
        let doses: f64 = self.doses.iter().map(|dose| dose.at_most_until(end)).sum();
        let most = 1_000_000;
        if !(end.is_finite() && doses <= f64::from(most)) {
            return Err(RegimenError::TooMany { end, doses, most });
        }
        let mut all = Vec::new();
        for dose in &self.doses {
            let interval = dose.interval.map_or(0.0, Time::as_seconds);
            for run in dose.runs() {
                let due = (0..run.count).map(|k| run.time + f64::from(k) * interval);
                all.extend(due.take_while(|time| *time <= end).map(|time| (time, run.amount)));
            }
        }
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(all.into_iter().map(|(time, amount)| (Time::from_seconds(time), amount)).collect())
    }
}
