//! From people to mice, by allometric scaling.

use super::{Absorption, Disposition, Individual, Peripheral, PharmacokineticsError};
use crate::units::{Mass, Time, Volume};

/// Exponent of body weight on clearances; volumes go with weight itself, rates with weight to the power of −1/4
/// (West, Brown and Enquist 1997 Science 276:122).
const CLEARANCE: f64 = 0.75;

impl Individual {
    /// The same drug in a mouse: with r the ratio of the weights, clearances times r^0.75, volumes times r, rate
    /// constants times r^−0.25, durations and lag times r^0.25.
    ///
    /// Binding to proteins, bioavailability and the ratio of blood to plasma stay as they are in people. No exposure
    /// of mice was measured: the result is marked [`extrapolated`](Self::extrapolated), and so is all that is shown of
    /// it.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::NoMouse`] for a weight outside 5 to 100 g.
    pub fn in_mouse(&self, weight: Mass) -> Result<Self, PharmacokineticsError> {
        let grams = weight.as_milligrams() / 1e3;
        if !(5.0..=100.0).contains(&grams) {
            return Err(PharmacokineticsError::NoMouse { weight });
        }
        let ratio = grams / 1e3 / self.weight_kg;
        let clearance = |value: f64| value * ratio.powf(CLEARANCE);
        let volume = |value: Volume| Volume::from_litres(value.as_litres() * ratio);
        let rate = |value: f64| value * ratio.powf(CLEARANCE - 1.0);
        let time = |value: Time| Time::from_seconds(value.as_seconds() / rate(1.0));
        let Disposition { peripheral, .. } = self.disposition;
        let how = format!(
            "to a mouse of {weight} from a person of {} kg by allometric scaling (weight^0.75 on clearances, weight on volumes, weight^-0.25 on rates; binding and bioavailability as in people)",
            self.weight_kg
        );
        Ok(Self {
            described: format!("mouse of {weight}, from the {}", self.described),
            absorption: match self.absorption {
                Absorption::FirstOrder { rate: value } => {
                    Absorption::FirstOrder { rate: rate(value) }
                }
                Absorption::ZeroOrder { duration } => {
                    Absorption::ZeroOrder { duration: time(duration) }
                }
                Absorption::Parallel { share, duration, rate: value } => {
                    Absorption::Parallel { share, duration: time(duration), rate: rate(value) }
                }
            },
            lag: time(self.lag),
            disposition: Disposition {
                clearance: clearance(self.disposition.clearance),
                renal_clearance: self.disposition.renal_clearance.map(clearance),
                volume: volume(self.disposition.volume),
                peripheral: peripheral.map(|second| Peripheral {
                    exchange: clearance(second.exchange),
                    volume: volume(second.volume),
                }),
            },
            extrapolated: Some(how),
            weight_kg: grams / 1e3,
            ..self.clone()
        })
    }
}
