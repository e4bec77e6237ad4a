//! What a body has of a drug under a regimen, at any time.

use super::extremes::{Extreme, Which};
use super::modes::{Amounts, Modes};
use super::train::{Moment, Train};
use super::{Area, Individual, Patient, PharmacokineticsError, Regimen, Summary, schedule};
use crate::catalog::Kinetics;
use crate::units::{Concentration, Time};

/// The concentration of a drug in a body under a regimen, in closed form.
///
/// Doses superpose: c(t) = Σ doses F · response(t − tₖ − lag), each response a divided difference of exponentials,
/// a steady state and a series of any length summed in closed form. Concentrations are those in plasma.
///
/// ```
/// use jakstat::catalog::{Catalog, RenalCategory};
/// use jakstat::pharmacokinetics::{Exposure, Patient, Regimen};
/// use jakstat::units::Quantities;
///
/// let kinetics = Catalog::builtin().kinetics("baricitinib")?;
/// let patient = Patient::reference().with_renal_function(RenalCategory::Moderate);
/// let regimen = Regimen::oral(4.0.milligrams()).every(24.0.hours()).at_steady_state();
/// let exposure = Exposure::of(kinetics, &patient, &regimen)?;
/// assert_eq!(exposure.free(2.0.hours()).to_string(), "64.2 nM");
/// assert_eq!(exposure.summary(0.0.hours(), 24.0.hours())?.average.to_string(), "69.8 nM");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    body: Individual,
    regimen: Regimen,
    pub(super) modes: Modes,
    pub(super) trains: Vec<Train>,
}

impl Exposure {
    /// The exposure of a body to a regimen.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError`] where the regimen or a number of the body is none, the molar mass is missing, or the
    /// drug's lag exceeds an interval.
    pub fn new(body: &Individual, regimen: &Regimen) -> Result<Self, PharmacokineticsError> {
        Ok(Self {
            trains: schedule::trains(body, regimen)?,
            modes: Modes::of(body),
            body: body.clone(),
            regimen: regimen.clone(),
        })
    }

    /// The exposure of the typical patient with these properties.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new) and [`Individual::typical`].
    pub fn of(
        kinetics: &Kinetics,
        patient: &Patient,
        regimen: &Regimen,
    ) -> Result<Self, PharmacokineticsError> {
        Self::new(&Individual::typical(kinetics, patient)?, regimen)
    }

    /// The body.
    pub const fn individual(&self) -> &Individual {
        &self.body
    }

    /// The regimen.
    pub const fn regimen(&self) -> &Regimen {
        &self.regimen
    }

    /// The concentration in plasma, bound and free; at the time of a bolus that after it, at a time that is not finite
    /// no number.
    pub fn total(&self, time: Time) -> Concentration {
        let amounts = self.amounts(time.as_seconds(), Moment::After);
        Concentration::from_nanomolar(self.nanomolar(amounts.central))
    }

    /// The free concentration in plasma, `fraction unbound · total`.
    pub fn free(&self, time: Time) -> Concentration {
        let total = self.total(time).as_nanomolar();
        Concentration::from_nanomolar(self.body.fraction_unbound * total)
    }

    /// The concentration in blood, `blood/plasma · total`; none where the ratio was not measured.
    pub fn blood(&self, time: Time) -> Option<Concentration> {
        let ratio = self.body.blood_to_plasma?;
        Some(Concentration::from_nanomolar(ratio * self.total(time).as_nanomolar()))
    }

    /// The area under the total concentration between two times, in closed form.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::Window`] where the times are not finite and ascending, or
    /// [`PharmacokineticsError::TooManyDoses`] between them.
    pub fn area(&self, from: Time, to: Time) -> Result<Area, PharmacokineticsError> {
        let mut area = 0.0;
        for pair in self.stretches(from, to)?.windows(2) {
            for train in &self.trains {
                area += train.integrals(&self.modes, pair[0], pair[1] - pair[0]).central;
            }
        }
        Ok(Area::from_nanomolar_hours(self.nanomolar(area) / 3600.0))
    }

    /// The largest total concentration between two times, and the first time it is reached.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::Window`] where the times are not finite and ascending, or
    /// [`PharmacokineticsError::TooManyDoses`] between them.
    pub fn peak(&self, from: Time, to: Time) -> Result<Extreme, PharmacokineticsError> {
        self.extreme(&self.stretches(from, to)?, Which::Peak)
    }

    /// The smallest total concentration between two times, and the first time it is reached.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::Window`] where the times are not finite and ascending, or
    /// [`PharmacokineticsError::TooManyDoses`] between them.
    pub fn trough(&self, from: Time, to: Time) -> Result<Extreme, PharmacokineticsError> {
        self.extreme(&self.stretches(from, to)?, Which::Trough)
    }

    /// Area, average, peak and trough between two times.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::Window`] where the times are not finite and ascending, or
    /// [`PharmacokineticsError::TooManyDoses`] between them.
    pub fn summary(&self, from: Time, to: Time) -> Result<Summary, PharmacokineticsError> {
        let area = self.area(from, to)?;
        let stretches = self.stretches(from, to)?;
        Ok(Summary {
            drug: self.body.drug.clone(),
            described: self.body.described.clone(),
            extrapolated: self.body.extrapolated.clone(),
            area,
            molar_mass: self.body.molar_mass,
            average: area.over(Time::from_seconds(to.as_seconds() - from.as_seconds())),
            peak: self.extreme(&stretches, Which::Peak)?,
            trough: self.extreme(&stretches, Which::Trough)?,
            fraction_unbound: self.body.fraction_unbound,
        })
    }

    /// Ends of the window and the times in it at which a dose begins or ends to enter, s.
    pub(super) fn stretches(
        &self,
        from: Time,
        to: Time,
    ) -> Result<Vec<f64>, PharmacokineticsError> {
        let (from, to) = (from.as_seconds(), to.as_seconds());
        if !(from.is_finite() && to.is_finite() && from < to) {
            return Err(PharmacokineticsError::Window { from, to });
        }
        let doses: f64 = self.trains.iter().map(|train| train.at_most(from, to)).sum();
        if doses > f64::from(PharmacokineticsError::MOST_DOSES) {
            return Err(PharmacokineticsError::TooManyDoses { from, to, doses });
        }
        let mut times = vec![from, to];
        times.extend(self.trains.iter().flat_map(|train| train.edges(from, to)));
        times.sort_unstable_by(f64::total_cmp);
        times.dedup();
        Ok(times)
    }

    /// Amounts at a time, nmol.
    pub(super) fn amounts(&self, time: f64, moment: Moment) -> Amounts {
        if !time.is_finite() {
            return Amounts { depot: f64::NAN, central: f64::NAN, peripheral: f64::NAN };
        }
        let mut sum = Amounts::default();
        for train in &self.trains {
            sum.add(train.amounts(&self.modes, time, moment));
        }
        sum
    }

    /// Inflow into the central compartment at a constant rate after a time, nmol/s.
    pub(super) fn inflow(&self, time: f64) -> f64 {
        self.trains.iter().map(|train| train.inflow(time)).sum()
    }

    /// The concentration in nM of an amount in nmol.
    pub(super) fn nanomolar(&self, central: f64) -> f64 {
        central / self.body.disposition.volume.as_litres()
    }
}
