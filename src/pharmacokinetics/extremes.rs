//! Peaks and troughs, bracketed on the slope of the closed form.

use serde::{Deserialize, Serialize};

use super::train::Moment;
use super::{Exposure, PharmacokineticsError};
use crate::units::{Concentration, Time};

/// A concentration and when it is reached.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Extreme {
    /// When.
    pub time: Time,
    /// How much: the total concentration in plasma.
    pub concentration: Concentration,
}

/// Which extreme is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Peak,
    Trough,
}

/// Pieces of a stretch whose ends are looked at: the slope is a sum of three exponentials and changes its sign at
/// most twice, early more often than late.
const PIECES: u32 = 40;
/// The last piece is about this many times as long as the first.
const GROWTH: f64 = 400.0;

impl Exposure {
    /// The extreme over the stretches between ascending times in s.
    pub(super) fn extreme(
        &self,
        times: &[f64],
        which: Which,
    ) -> Result<Extreme, PharmacokineticsError> {
        let mut best: Option<(f64, f64)> = None;
        let mut offer = |time: f64, moment: Moment| {
            let amount = self.amounts(time, moment).central;
            let better = best.is_none_or(|(_, known)| match which {
                Which::Peak => amount > known,
                Which::Trough => amount < known,
            });
            if better {
                best = Some((time, amount));
            }
        };
        for pair in times.windows(2) {
            offer(pair[0], Moment::After);
            for time in self.turns(pair[0], pair[1], which) {
                offer(time, Moment::After);
            }
            offer(pair[1], Moment::Before);
        }
        let window = || PharmacokineticsError::Window { from: f64::NAN, to: f64::NAN };
        let (time, amount) = best.ok_or_else(window)?;
        Ok(Extreme {
            time: Time::from_seconds(time),
            concentration: Concentration::from_nanomolar(self.nanomolar(amount)),
        })
    }

    /// Times inside a stretch at which the slope changes its sign the right way.
    pub(super) fn turns(&self, from: f64, to: f64, which: Which) -> Vec<f64> {
        let sign = if which == Which::Peak { 1.0 } else { -1.0 };
        let inflow = self.inflow(from);
        // The right side of a stretch's start and the left side of its end belong to it.
        let slope = |time: f64| {
            let moment = if time < to { Moment::After } else { Moment::Before };
            sign * self.modes.slope(self.amounts(time, moment), inflow)
        };
        let place = |k: u32| {
            if k == PIECES {
                return to;
            }
            let share = f64::from(k) / f64::from(PIECES);
            from + (to - from) * (GROWTH.powf(share) - 1.0) / (GROWTH - 1.0)
        };
        let mut turns = Vec::new();
        let (mut before, mut rising) = (from, slope(from));
        for k in 1..=PIECES {
            let after = place(k);
            let falling = slope(after);
            if rising > 0.0 && falling <= 0.0 {
                turns.push(root(&slope, before, after));
            }
            (before, rising) = (after, falling);
        }
        turns
    }
}

/// Where a function that is positive at `low` and not at `high` crosses zero, by halving to the last bit.
pub(super) fn root(slope: &impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    loop {
        let middle = low + (high - low) / 2.0;
        if !(middle > low && middle < high) {
            return high;
        }
        if slope(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}
