//! Whether a regimen can be given.

use super::{Dose, Regimen, RegimenError, Route};
use crate::units::{Mass, Time};

const POSITIVE: &str = "a positive finite number";
const ZERO_OR_MORE: &str = "zero or a positive finite number";

impl Regimen {
    /// Refuses what cannot be taken: doses below zero, times without order, series that overlap.
    ///
    /// Series of the same way (by mouth, bolus, infusion) may not overlap, but for tablets or boluses at the same
    /// interval and at different times of it, such as one in the morning and half in the evening; series of different
    /// ways may.
    ///
    /// # Errors
    ///
    /// A [`RegimenError`] with the number of the dose, the field, the value and the remedy.
    pub fn check(&self) -> Result<(), RegimenError> {
        if self.doses.is_empty() {
            return Err(RegimenError::Empty);
        }
        for (k, dose) in self.doses.iter().enumerate() {
            Checked { dose, number: k + 1 }.check()?;
        }
        for (k, dose) in self.doses.iter().enumerate() {
            self.check_order(k, dose)?;
        }
        Ok(())
    }

    fn check_order(&self, k: usize, dose: &Dose) -> Result<(), RegimenError> {
        let time = dose.time.as_seconds();
        for (before, earlier) in self.doses[..k].iter().enumerate() {
            let started = earlier.time.as_seconds();
            if started > time {
                return Err(RegimenError::Unsorted { dose: k + 1, time, before: started });
            }
            let lasting = earlier.route.duration(earlier.amount);
            let until = earlier.last_taken() + lasting;
            // An infusion may begin when another ends, to the rounding of its times; two doses may not coincide.
            let overlapping = if lasting > 0.0 { until - time > 1e-6 } else { until >= time };
            let same_way = earlier.route.name() == dose.route.name();
            if overlapping && same_way && !interleaved(earlier, dose) {
                return Err(RegimenError::Overlap {
                    dose: k + 1,
                    time,
                    other: before + 1,
                    route: dose.route.name(),
                    until,
                });
            }
        }
        Ok(())
    }
}

/// Whether two series alternate: both at once, at one interval, never at the same time.
fn interleaved(first: &Dose, second: &Dose) -> bool {
    let (Some(interval), Some(other)) = (first.interval, second.interval) else { return false };
    let (interval, other) = (interval.as_seconds(), other.as_seconds());
    let apart = (second.time.as_seconds() - first.time.as_seconds()).rem_euclid(interval);
    let at_once = first.route.duration(first.amount) == 0.0;
    let even = (interval - other).abs() < 1e-6;
    // A minute is the shortest interval there is.
    at_once && even && (60.0..=interval - 60.0).contains(&apart)
}

struct Checked<'a> {
    dose: &'a Dose,
    number: usize,
}

impl Checked<'_> {
    fn check(&self) -> Result<(), RegimenError> {
        let dose = self.dose;
        let hours = |time: Time| time.as_seconds() / 3600.0;
        let mass = Mass::as_milligrams;
        self.refuse_unless(
            zero_or_more(mass(dose.amount)),
            "the amount",
            (mass(dose.amount), "mg"),
            ZERO_OR_MORE,
        )?;
        if let Some(loading) = dose.loading.map(mass) {
            self.refuse_unless(
                zero_or_more(loading),
                "the loading dose",
                (loading, "mg"),
                ZERO_OR_MORE,
            )?;
        }
        let time = hours(dose.time);
        self.refuse_unless(time.is_finite(), "the time", (time, "h"), "a finite number")?;
        match dose.route {
            Route::Infusion(duration) => {
                let duration = hours(duration);
                self.refuse_unless(positive(duration), "the duration", (duration, "h"), POSITIVE)?;
            }
            Route::InfusionAt(rate) => {
                let rate = rate.as_milligrams_per_hour();
                self.refuse_unless(positive(rate), "the rate", (rate, "mg/h"), POSITIVE)?;
            }
            Route::Oral | Route::Bolus => {}
        }
        if let Some(interval) = dose.interval.map(hours) {
            let fine = interval.is_finite() && interval >= 1.0 / 60.0;
            let allowed = "a finite time of at least a minute";
            self.refuse_unless(fine, "the interval", (interval, "h"), allowed)?;
        }
        if let Some(count) = dose.doses {
            let one = "1 or more";
            self.refuse_unless(count > 0, "the number of doses", (f64::from(count), ""), one)?;
        }
        self.check_absorption()?;
        self.check_repetition()?;
        self.check_exceptions()
    }

    fn check_absorption(&self) -> Result<(), RegimenError> {
        let dose = self.dose;
        if let Some(lag) = dose.lag.map(Time::as_seconds) {
            let (hours, field) = (lag / 3600.0, "the lag");
            self.refuse_unless(zero_or_more(hours), field, (hours, "h"), ZERO_OR_MORE)?;
            self.check_lag(lag)?;
        }
        if let Some(fraction) = dose.bioavailability {
            if dose.route.is_intravenous() {
                return self.contradiction("a bioavailability", "a way into a vein");
            }
            let fine = fraction > 0.0 && fraction <= 2.0;
            let allowed = "a fraction above 0 and at most 2, relative to the drug's own";
            self.refuse_unless(fine, "the bioavailability", (fraction, ""), allowed)?;
        }
        if dose.lag.is_some() && dose.route.is_intravenous() {
            return self.contradiction("a lag", "a way into a vein");
        }
        Ok(())
    }

    /// Refuses a lag, of the dose or of the drug, in s, that exceeds the interval.
    fn check_lag(&self, lag: f64) -> Result<(), RegimenError> {
        let interval = self.dose.interval.map_or(f64::INFINITY, Time::as_seconds);
        if lag > interval {
            return Err(RegimenError::LagBeyondInterval { dose: self.number, lag, interval });
        }
        Ok(())
    }

    fn check_repetition(&self) -> Result<(), RegimenError> {
        let dose = self.dose;
        let Some(interval) = dose.interval.map(Time::as_seconds) else {
            let needs = [
                (dose.steady_state, "a steady state (SS)"),
                (dose.doses != Some(1), "additional doses (ADDL)"),
            ];
            return match needs.into_iter().find(|(needed, _)| *needed) {
                Some((_, what)) => Err(RegimenError::NoInterval { dose: self.number, what }),
                None => Ok(()),
            };
        };
        if dose.steady_state && dose.loading.is_some() {
            return self.contradiction("a loading dose", "a steady state");
        }
        let longest = dose.late.iter().map(|late| late.by.as_seconds()).fold(0.0, f64::max);
        let amount = dose.loading.filter(|loading| *loading > dose.amount).unwrap_or(dose.amount);
        let duration = dose.route.duration(amount) + longest;
        let repeats = dose.steady_state || dose.doses != Some(1);
        if dose.route.duration(amount) > 0.0 && repeats && duration > interval {
            return Err(RegimenError::LongInfusion { dose: self.number, duration, interval });
        }
        Ok(())
    }

    fn check_exceptions(&self) -> Result<(), RegimenError> {
        let dose = self.dose;
        let mut seen: Vec<u32> = Vec::new();
        let missed = dose.missed.iter().map(|&number| (number, "missed"));
        let late = dose.late.iter().map(|late| (late.dose, "late"));
        for (number, what) in missed.chain(late) {
            let last = dose.doses.unwrap_or(u32::MAX);
            if number == 0 || number > last || seen.contains(&number) {
                let doses = dose.doses.map_or("no end".into(), |doses| doses.to_string());
                return Err(RegimenError::NoSuchDose { dose: self.number, number, what, doses });
            }
            seen.push(number);
        }
        let interval = dose.interval.map_or(f64::INFINITY, Time::as_seconds);
        for late in &dose.late {
            let by = late.by.as_seconds();
            let allowed =
                "zero or more, and less than the interval: a dose later than that is missed";
            let fine = zero_or_more(by) && by < interval;
            self.refuse_unless(fine, "the lateness", (by / 3600.0, "h"), allowed)?;
        }
        Ok(())
    }

    fn refuse_unless(
        &self,
        fine: bool,
        field: &'static str,
        (value, unit): (f64, &'static str),
        allowed: &'static str,
    ) -> Result<(), RegimenError> {
        if fine {
            return Ok(());
        }
        Err(RegimenError::OutOfRange { field, dose: self.number, value, unit, allowed })
    }

    fn contradiction(&self, first: &'static str, second: &'static str) -> Result<(), RegimenError> {
        Err(RegimenError::Contradiction { dose: self.number, first, second })
    }
}

impl Regimen {
    /// Refuses a lag of the drug, in s, that exceeds an interval by mouth.
    pub(crate) fn check_drug_lag(&self, lag: f64) -> Result<(), RegimenError> {
        let oral = |dose: &&Dose| dose.route == Route::Oral && dose.lag.is_none();
        let doses = self.doses.iter().enumerate();
        doses
            .filter(|(_, dose)| oral(dose))
            .try_for_each(|(k, dose)| Checked { dose, number: k + 1 }.check_lag(lag))
    }
}

fn positive(value: f64) -> bool {
    value.is_finite() && value > 0.0
}

fn zero_or_more(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}
