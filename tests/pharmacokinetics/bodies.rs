//! Bodies with simple numbers.

use jakstat::pharmacokinetics::{
    Absorption, Disposition, Exposure, Individual, Peripheral, Regimen,
};
use jakstat::units::{Quantities, Time};

/// Clearance 10 L/h and 50 L; a dose of 1 mg is 1000 nmol.
pub(crate) fn body(absorption: Absorption, peripheral: Option<Peripheral>) -> Individual {
    let disposition = Disposition {
        clearance: 10.0 / 3600.0,
        renal_clearance: None,
        volume: 50.0.litres(),
        peripheral,
    };
    Individual::new("drug", 1000.0.grams_per_mole(), absorption, disposition)
}

pub(crate) fn first_order(per_hour: f64) -> Absorption {
    Absorption::FirstOrder { rate: per_hour / 3600.0 }
}

/// 5 L/h and 20 L beside the central compartment.
pub(crate) fn second() -> Peripheral {
    Peripheral { exchange: 5.0 / 3600.0, volume: 20.0.litres() }
}

pub(crate) fn exposure(body: &Individual, regimen: &Regimen) -> Exposure {
    Exposure::new(body, regimen).unwrap()
}

/// Total concentration in nM at a time in h.
pub(crate) fn at(exposure: &Exposure, hours: f64) -> f64 {
    exposure.total(hours.hours()).as_nanomolar()
}

/// Area in nM·h between two times in h.
pub(crate) fn area(exposure: &Exposure, from: f64, to: f64) -> f64 {
    exposure.area(from.hours(), to.hours()).unwrap().as_nanomolar_hours()
}

pub(crate) fn hours(time: Time) -> f64 {
    time.as_seconds() / 3600.0
}
