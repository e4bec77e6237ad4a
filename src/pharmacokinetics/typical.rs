//! From a set of parameters to a body.

use super::patient::Covariates;
use super::{Absorption, Disposition, Individual, Patient, Peripheral, PharmacokineticsError};
use crate::catalog::{
    AbsorptionKind, Cited, KineticParameter, KineticQuantity as Quantity, Kinetics,
};
use crate::units::{Time, Volume};

impl Individual {
    /// The typical patient with these properties: `value · factor · (W/W₀)^a · (R/R₀)^b · (A/A₀)^c` of each parameter.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::OutOfRange`] for a weight, filtration or age that nobody has, and
    /// [`PharmacokineticsError::NoFiltration`] for end-stage disease, for which no model was made.
    pub fn typical(kinetics: &Kinetics, patient: &Patient) -> Result<Self, PharmacokineticsError> {
        let covariates = patient.over(kinetics.reference())?;
        Source { kinetics, covariates, deviation: &|_| 1.0 }.body("typical patient")
    }
}

/// Where the numbers of a body come from.
pub(super) struct Source<'a> {
    pub(super) kinetics: &'a Kinetics,
    pub(super) covariates: Covariates,
    /// What a parameter is multiplied with in this body.
    pub(super) deviation: &'a dyn Fn(Quantity) -> f64,
}

impl Source<'_> {
    pub(super) fn body(&self, who: &str) -> Result<Individual, PharmacokineticsError> {
        let Covariates { weight_kg, filtration_ml_per_min, .. } = self.covariates;
        let set = self.kinetics;
        let absolute = self.value(Quantity::AbsoluteBioavailability);
        let body = Individual {
            drug: set.drug().into(),
            described: format!(
                "{who} of {}, {} kg, {} mL/min",
                set.name(),
                short(weight_kg),
                short(filtration_ml_per_min)
            ),
            molar_mass: set.molar_mass(),
            absorption: self.absorption(),
            lag: hours(self.or(Quantity::Lag, 0.0)),
            bioavailability: self.or(Quantity::Bioavailability, 1.0),
            intravenous: if set.is_apparent() { absolute.map(f64::recip) } else { Some(1.0) },
            disposition: self.disposition(),
            fraction_unbound: self.or(Quantity::FractionUnbound, 1.0),
            blood_to_plasma: self.value(Quantity::BloodPlasmaRatio),
            extrapolated: None,
            weight_kg,
            sources: self.sources(),
        };
        body.check()?;
        Ok(body)
    }

    /// A parameter of this body, in the unit of the tables.
    fn value(&self, quantity: Quantity) -> Option<f64> {
        let KineticParameter {
            value,
            factor,
            weight_exponent,
            filtration_exponent,
            age_exponent,
            ..
        } = self.kinetics.parameter(quantity)?;
        let Covariates { weight, filtration, age, .. } = self.covariates;
        let scaled = value
            * factor
            * weight.powf(*weight_exponent)
            * filtration.powf(*filtration_exponent)
            * age.powf(*age_exponent);
        Some(scaled * (self.deviation)(quantity))
    }

    fn or(&self, quantity: Quantity, otherwise: f64) -> f64 {
        self.value(quantity).unwrap_or(otherwise)
    }

    fn absorption(&self) -> Absorption {
        // The catalog has seen to it that what the kind of absorption needs is there.
        let rate = self.or(Quantity::AbsorptionRate, f64::NAN) / 3600.0;
        let duration = hours(self.or(Quantity::AbsorptionDuration, f64::NAN));
        let share = self.or(Quantity::ZeroOrderShare, f64::NAN);
        match self.kinetics.absorption() {
            AbsorptionKind::FirstOrder => Absorption::FirstOrder { rate },
            AbsorptionKind::ZeroOrder => Absorption::ZeroOrder { duration },
            AbsorptionKind::Parallel => Absorption::Parallel { share, duration, rate },
        }
    }

    fn disposition(&self) -> Disposition {
        let per_second = |quantity| self.value(quantity).map(|per_hour| per_hour / 3600.0);
        let renal_clearance = per_second(Quantity::RenalClearance);
        let other = per_second(Quantity::NonRenalClearance).unwrap_or(0.0);
        let split = renal_clearance.map_or(f64::NAN, |renal| renal + other);
        let exchange = per_second(Quantity::Exchange);
        let second = self.value(Quantity::PeripheralVolume).map(Volume::from_litres);
        Disposition {
            clearance: per_second(Quantity::Clearance).unwrap_or(split),
            renal_clearance,
            volume: Volume::from_litres(self.or(Quantity::CentralVolume, f64::NAN)),
            peripheral: exchange
                .zip(second)
                .map(|(exchange, volume)| Peripheral { exchange, volume }),
        }
    }

    fn sources(&self) -> Vec<Cited> {
        let row = |parameter: &KineticParameter| Cited {
            table: "pharmacokinetics".into(),
            row: format!(
                "{}, {}: {}",
                self.kinetics.drug(),
                self.kinetics.name(),
                parameter.quantity
            ),
            provenance: parameter.provenance.clone(),
        };
        self.kinetics.parameters().iter().map(row).collect()
    }
}

fn hours(value: f64) -> Time {
    Time::from_seconds(value * 3600.0)
}

/// At most two decimals.
fn short(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
