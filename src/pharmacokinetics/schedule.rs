//! From a regimen and a body to trains of doses.

use super::modes::Site;
use super::regimen::Doses;
use super::train::Train;
use super::{Absorption, Dose, Individual, PharmacokineticsError, Regimen, Route};
use crate::units::{Mass, MolarMass, Time};

/// One way a dose enters: where, which share of it, and for how long in s (0 for all at once).
type Way = (Site, f64, f64);

pub(super) fn trains(
    body: &Individual,
    regimen: &Regimen,
) -> Result<Vec<Train>, PharmacokineticsError> {
    body.check()?;
    regimen.check()?;
    regimen.check_drug_lag(body.lag.as_seconds())?;
    let molar_mass = body
        .molar_mass
        .filter(|mass| mass.as_grams_per_mole().is_finite() && mass.as_grams_per_mole() > 0.0);
    let molar_mass =
        molar_mass.ok_or_else(|| PharmacokineticsError::NoMolarMass { drug: body.drug.clone() })?;
    let mut trains = Vec::new();
    for dose in regimen.series() {
        let counts = fraction_that_counts(body, dose)?;
        trains.extend(Series { body, dose, counts, molar_mass }.trains());
    }
    Ok(trains)
}

fn fraction_that_counts(body: &Individual, dose: &Dose) -> Result<f64, PharmacokineticsError> {
    if dose.route.is_intravenous() {
        return body.intravenous.ok_or_else(|| PharmacokineticsError::NotIntravenous {
            drug: body.drug.clone(),
            described: body.described.clone(),
        });
    }
    Ok(body.bioavailability * dose.bioavailability.unwrap_or(1.0))
}

struct Series<'a> {
    body: &'a Individual,
    dose: &'a Dose,
    counts: f64,
    molar_mass: MolarMass,
}

impl Series<'_> {
    fn trains(&self) -> Vec<Train> {
        let due = self.dose.time.as_seconds();
        let mut runs = self.dose.runs();
        if self.dose.steady_state {
            let continued = runs.first().is_some_and(|run| {
                run.time.to_bits() == due.to_bits() && run.amount == self.dose.amount
            });
            if !continued {
                // The doses before the first came, though the first did not come as they did.
                runs.insert(0, Doses { time: due, amount: self.dose.amount, count: 0 });
            }
        }
        let mut trains = Vec::new();
        for (k, run) in runs.iter().enumerate() {
            let endless_from = (self.dose.steady_state && k == 0).then_some(due);
            for (site, share, duration) in self.ways(run.amount) {
                trains.push(Train {
                    start: run.time + self.lag(),
                    amount: share
                        * self.counts
                        * run.amount.to_amount(self.molar_mass).as_nanomoles(),
                    site,
                    duration,
                    interval: self.dose.interval.map_or(0.0, Time::as_seconds),
                    count: run.count,
                    endless_from,
                });
            }
        }
        trains
    }

    fn lag(&self) -> f64 {
        match self.dose.route {
            Route::Oral => self.dose.lag.unwrap_or(self.body.lag).as_seconds(),
            _ => 0.0,
        }
    }

    fn ways(&self, amount: Mass) -> Vec<Way> {
        if self.dose.route.is_intravenous() {
            return vec![(Site::Central, 1.0, self.dose.route.duration(amount))];
        }
        match self.body.absorption {
            Absorption::FirstOrder { .. } => vec![(Site::Depot, 1.0, 0.0)],
            Absorption::ZeroOrder { duration } => {
                vec![(Site::Central, 1.0, duration.as_seconds())]
            }
            Absorption::Parallel { share, duration, .. } => {
                vec![(Site::Central, share, duration.as_seconds()), (Site::Depot, 1.0 - share, 0.0)]
            }
        }
    }
}
