//! Seeded random bodies and schedules.

use jakstat::pharmacokinetics::{Absorption, Disposition, Individual, Peripheral, Regimen, Route};
use jakstat::units::{Quantities, Time};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Between `low` and `high`.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Between `low` and `high`, evenly on a logarithmic scale.
    fn scale(&mut self, low: f64, high: f64) -> f64 {
        low * (high / low).powf(self.between(0.0, 1.0))
    }

    pub(crate) fn one_of(&mut self, count: u64) -> u64 {
        self.0.next_u64() % count
    }

    /// A body of one of six structures: one or two compartments, three ways of absorption.
    pub(crate) fn body(&mut self, structure: u64) -> Individual {
        let volume = self.scale(20.0, 300.0);
        let clearance = self.scale(1.0, 60.0) / 3600.0;
        let peripheral = (structure >= 3).then(|| Peripheral {
            exchange: self.scale(0.5, 20.0) / 3600.0,
            volume: self.scale(5.0, 200.0).litres(),
        });
        // One body in four is absorbed exactly as fast as it eliminates.
        let rate = match self.one_of(4) {
            0 => clearance / volume,
            _ => self.scale(0.05, 5.0) / 3600.0,
        };
        let duration = self.scale(0.2, 8.0).hours();
        let absorption = match structure % 3 {
            0 => Absorption::FirstOrder { rate },
            1 => Absorption::ZeroOrder { duration },
            _ => Absorption::Parallel { share: self.between(0.1, 0.9), duration, rate },
        };
        let disposition =
            Disposition { clearance, renal_clearance: None, volume: volume.litres(), peripheral };
        let mut body = Individual::new("drug", 371.42.grams_per_mole(), absorption, disposition);
        body.lag = (self.one_of(3) as f64 * self.between(0.0, 0.5)).hours();
        body.bioavailability = self.between(0.3, 1.0);
        body
    }

    /// Up to three series of doses by different ways within a day and a half.
    pub(crate) fn regimen(&mut self) -> Regimen {
        let mut regimen = self.series(Route::Oral);
        if self.one_of(3) == 0 {
            regimen = regimen.and(self.series(Route::Bolus));
        }
        if self.one_of(3) == 0 {
            let duration = self.between(0.5, 4.0).hours();
            regimen = regimen.and(self.series(Route::Infusion(duration)));
        }
        regimen
    }

    fn series(&mut self, route: Route) -> Regimen {
        let amount = self.scale(0.5, 20.0).milligrams();
        let interval = self.between(6.0, 24.0);
        let count = 1 + self.one_of(4) as u32;
        let one = match route {
            Route::Oral => Regimen::oral(amount),
            Route::Bolus => Regimen::bolus(amount),
            Route::Infusion(duration) => Regimen::infusion(amount, duration),
            _ => unreachable!("no other way is asked for"),
        };
        let start: Time = (self.one_of(3) as f64 * self.between(0.0, 8.0)).hours();
        let mut series = one.starting(start).every(interval.hours()).doses(count);
        match self.one_of(5) {
            0 => series = series.at_steady_state(),
            1 => series = series.loading(self.scale(0.5, 20.0).milligrams()),
            2 if count > 1 => series = series.missed(2),
            3 if count > 1 => series = series.late(2, (0.3 * self.between(0.0, interval)).hours()),
            _ => {}
        }
        series
    }
}
