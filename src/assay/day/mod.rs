//! What a dose does to a signal over a day: by the curve, and through the network.
//!
//! Two ways stand side by side. The static one is that of the published comparisons of JAK inhibitors (`McInnes` et
//! al. 2019 Arthritis Res Ther 21:183; Traves et al. 2021 Ann Rheum Dis 80:865): the free concentration of the hour,
//! put into the Hill equation of the assay's curve. The dynamic one lets the body of the network take the drug while
//! the cytokine is there all the time, so that feedback, turnover and the delay of the pathway count.

mod by_curve;
mod by_network;
mod engagement;
mod equal;
mod ex_vivo;
mod inhibition;
mod patients;
#[cfg(feature = "plot")]
mod picture;

pub use by_network::DynamicDay;
pub use engagement::Engagement;
pub use equal::{EqualDose, Jak2Sparing, jak2_sparing_ratio};
pub use ex_vivo::ExVivo;
pub use inhibition::{Inhibition, Way};
pub use patients::{VirtualDay, VirtualPatients};

use super::{Assay, AssayError};
use crate::catalog::Inhibitor;
use crate::pharmacokinetics::{Exposure, Summary};
use crate::response::Potency;
use crate::units::Time;
use by_curve::ByCurve;
use serde::{Deserialize, Serialize};

/// A day in seconds.
const DAY: f64 = 86_400.0;
/// Moments of a day that are kept, one every five minutes, both ends among them.
const MOMENTS: u32 = 289;

/// A day under a regimen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DailyInhibition {
    /// The drug.
    pub inhibitor: String,
    /// The cytokine.
    pub cytokine: String,
    /// The cell.
    pub cell: String,
    /// The phospho-STAT.
    pub stat: String,
    /// Concentrations over the day.
    pub exposure: Summary,
    /// Free concentration that halves the signal in the assay.
    pub ic50: Potency,
    /// Hill slope of the assay's curve; none where that is not sigmoid within its doses.
    pub hill: Option<f64>,
    /// Hours of the day in which the free concentration is above the IC50; none where that is not known as a number.
    pub hours_above_ic50: Option<f64>,
    /// Inhibition by the Hill equation; none where it does not describe the curve.
    pub static_inhibition: Option<Inhibition>,
    /// Inhibition through the network, against the signal of the same cells without drug.
    pub dynamic_inhibition: Inhibition,
    /// How well the dynamic day repeats itself; none for a regimen that does not.
    pub period: Option<Period>,
    /// The day in steps of five minutes.
    pub moments: Vec<Moment>,
}

/// How a periodic steady state was found.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// Days that were simulated.
    pub days: u32,
    /// Largest change of a state over the last period of the doses, relative to its size.
    pub residual: f64,
}

/// A moment of the day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Moment {
    /// Hours since the day began.
    pub hours: f64,
    /// Total concentration in plasma, nM.
    pub total_nm: f64,
    /// Free concentration, nM.
    pub free_nm: f64,
    /// Inhibition by the Hill equation, 0 to 1; none where it does not describe the curve.
    pub static_inhibition: Option<f64>,
    /// Inhibition through the network, 0 to 1; below 0 where the signal overshoots.
    pub dynamic_inhibition: f64,
}

impl Assay {
    /// What a regimen does to the signal on the day that begins at `from`, while the cytokine is there at the
    /// assay's dose all the time.
    ///
    /// Where the concentrations repeat themselves every day, or every few days up to fourteen, they are followed until the
    /// cells repeat themselves too, and the day is told of as it then is. Otherwise the cells are followed from the first
    /// dose, or from the beginning of the day if that comes before; they are at rest with the cytokine until then.
    ///
    /// # Errors
    /// [`AssayError`]; among them [`AssayError::NotPeriodic`] where the days do not come to repeat themselves,
    /// [`AssayError::NoHistory`] for doses that begin at a steady state and do not go on in it, and
    /// [`AssayError::OtherDrug`] where the exposure is to another drug.
    pub fn daily_inhibition(
        &self,
        inhibitor: &Inhibitor,
        exposure: &Exposure,
        from: Time,
    ) -> Result<DailyInhibition, AssayError> {
        let day = Day::of(inhibitor, exposure, from)?;
        let by_curve = ByCurve::of(self, inhibitor)?;
        let by_network = self.dynamic_day(&[(inhibitor, exposure)], from)?;
        let moment = |(time, &dynamic): (Time, &f64)| Moment {
            hours: (time.as_seconds() - day.from.as_seconds()) / 3600.0,
            total_nm: exposure.total(time).as_nanomolar(),
            free_nm: exposure.free(time).as_nanomolar(),
            static_inhibition: by_curve.inhibition(exposure.free(time)),
            dynamic_inhibition: dynamic,
        };
        Ok(DailyInhibition {
            inhibitor: inhibitor.name().into(),
            cytokine: self.cytokine().name().into(),
            cell: self.cell.name().into(),
            stat: self.stat.to_string(),
            exposure: exposure.summary(day.from, day.to)?,
            ic50: by_curve.ic50,
            hill: by_curve.hill,
            hours_above_ic50: by_curve.hours_above(&day)?,
            static_inhibition: by_curve.over(&day)?,
            dynamic_inhibition: by_network.inhibition,
            period: by_network.period,
            moments: day.moments().zip(&by_network.moments).map(moment).collect(),
        })
    }
}

/// Every five minutes of the day from a time in s, both ends among them.
fn moments(from: f64) -> impl Iterator<Item = f64> {
    (0..MOMENTS).map(move |k| from + DAY * f64::from(k) / f64::from(MOMENTS - 1))
}

fn of_drug(inhibitor: &Inhibitor, exposure: &Exposure) -> Result<(), AssayError> {
    let taken = &exposure.individual().drug;
    if taken == inhibitor.name() {
        return Ok(());
    }
    let (drug, taken) = (inhibitor.name().into(), taken.clone());
    Err(AssayError::OtherDrug { drug, taken })
}

/// A day of an exposure.
struct Day<'e> {
    exposure: &'e Exposure,
    from: Time,
    to: Time,
}

impl<'e> Day<'e> {
    /// The day that begins at `from`, once it is one of this drug.
    fn of(inhibitor: &Inhibitor, exposure: &'e Exposure, from: Time) -> Result<Self, AssayError> {
        of_drug(inhibitor, exposure)?;
        let to = Time::from_seconds(from.as_seconds() + DAY);
        // What is not a day is found by whoever asks for its concentrations.
        exposure.area(from, to)?;
        Ok(Self { exposure, from, to })
    }

    /// Every five minutes, both ends among them.
    fn moments(&self) -> impl Iterator<Item = Time> {
        moments(self.from.as_seconds()).map(Time::from_seconds)
    }
}
