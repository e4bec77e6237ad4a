//! How long a concentration is above a threshold.

use super::extremes::{Which, root};
use super::train::Moment;
use super::{Exposure, PharmacokineticsError};
use crate::units::{Concentration, Time};

impl Exposure {
    /// How long the total concentration is above a threshold between two times, to the last bit of each crossing.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::Window`] where the times are not finite and ascending,
    /// [`PharmacokineticsError::OutOfRange`] for a threshold that is negative or no number.
    pub fn time_above(
        &self,
        threshold: Concentration,
        from: Time,
        to: Time,
    ) -> Result<Time, PharmacokineticsError> {
        let nanomolar = threshold.as_nanomolar();
        super::check::zero_or_more("the threshold", nanomolar, "nM")?;
        let level = nanomolar * self.individual().disposition.volume.as_litres();
        let mut seconds = 0.0;
        for pair in self.stretches(from, to)?.windows(2) {
            seconds += self.stretch_above(level, pair[0], pair[1]);
        }
        Ok(Time::from_seconds(seconds))
    }

    /// How long the free concentration is above a threshold between two times.
    ///
    /// # Errors
    ///
    /// As [`time_above`](Self::time_above).
    pub fn time_free_above(
        &self,
        threshold: Concentration,
        from: Time,
        to: Time,
    ) -> Result<Time, PharmacokineticsError> {
        let total = threshold.as_nanomolar() / self.individual().fraction_unbound;
        self.time_above(Concentration::from_nanomolar(total), from, to)
    }

    /// How long the central amount is above a level in nmol, within a stretch, s.
    fn stretch_above(&self, level: f64, from: f64, to: f64) -> f64 {
        let mut times = vec![from, to];
        times.extend(self.turns(from, to, Which::Peak));
        times.extend(self.turns(from, to, Which::Trough));
        times.sort_unstable_by(f64::total_cmp);
        times.dedup();
        let excess = |time: f64| {
            let moment = if time < to { Moment::After } else { Moment::Before };
            self.amounts(time, moment).central - level
        };
        let mut seconds = 0.0;
        // Between two turns the concentration rises or falls all the way.
        for pair in times.windows(2) {
            let (first, last) = (pair[0], pair[1]);
            seconds += match (excess(first) > 0.0, excess(last) > 0.0) {
                (true, true) => last - first,
                (true, false) => root(&excess, first, last) - first,
                (false, true) => last - root(&|time| -excess(time), first, last),
                (false, false) => 0.0,
            };
        }
        seconds
    }
}
