//! One newtype per dimension, each an `f64` in the unit used inside the library.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::symbol;
use super::{UnitError, text};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $from:ident, $as:ident, $unit:literal, $symbols:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(#[serde(with = "super::number")] f64);

        impl $name {
            #[doc = concat!("A quantity of `value` ", $unit, ".")]
            pub const fn $from(value: f64) -> Self {
                Self(value)
            }

            #[doc = concat!("The value in ", $unit, ".")]
            pub const fn $as(self) -> f64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            /// Three significant digits, in the unit that keeps the number short.
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                text::show(self.0, $symbols, formatter)
            }
        }

        impl FromStr for $name {
            type Err = UnitError;

            /// Reads a number that is zero or more and a unit, with or without a space between them.
            fn from_str(written: &str) -> Result<Self, UnitError> {
                text::read(written, $symbols).map(Self)
            }
        }
    };
}

quantity!(/// A molar concentration, kept in nM.
    Concentration, from_nanomolar, as_nanomolar, "nM", symbol::CONCENTRATION);
quantity!(/// A mass concentration, kept in ng/mL.
    MassConcentration, from_ng_per_ml, as_ng_per_ml, "ng/mL", symbol::MASS_CONCENTRATION);
quantity!(/// A time or a duration, kept in seconds.
    Time, from_seconds, as_seconds, "s", symbol::TIME);
quantity!(/// A volume, kept in litres.
    Volume, from_litres, as_litres, "L", symbol::VOLUME);
quantity!(/// An amount of substance, kept in nmol.
    Amount, from_nanomoles, as_nanomoles, "nmol", symbol::AMOUNT);
quantity!(/// A mass, kept in mg.
    Mass, from_milligrams, as_milligrams, "mg", symbol::MASS);
quantity!(/// A molar mass, kept in g/mol.
    MolarMass, from_grams_per_mole, as_grams_per_mole, "g/mol", symbol::MOLAR_MASS);
quantity!(/// Cells per volume of medium, kept in cells/mL.
    CellDensity, from_cells_per_ml, as_cells_per_ml, "cells/mL", symbol::CELL_DENSITY);

quantity!(/// A mass per time, kept in mg/h.
    MassRate, from_milligrams_per_hour, as_milligrams_per_hour, "mg/h", symbol::MASS_RATE);
quantity!(/// A filtration rate of the kidneys, eGFR or creatinine clearance, kept in mL/min.
    Filtration, from_ml_per_min, as_ml_per_min, "mL/min", symbol::FILTRATION);

/// Quantities written the way they are said: `10.0.nanomolar()`, `15.0.minutes()`.
pub trait Quantities {
    /// nM.
    fn nanomolar(self) -> Concentration;
    /// µM.
    fn micromolar(self) -> Concentration;
    /// mM.
    fn millimolar(self) -> Concentration;
    /// pM.
    fn picomolar(self) -> Concentration;
    /// ng/mL.
    fn ng_per_ml(self) -> MassConcentration;
    /// s.
    fn seconds(self) -> Time;
    /// min.
    fn minutes(self) -> Time;
    /// h.
    fn hours(self) -> Time;
    /// d.
    fn days(self) -> Time;
    /// L.
    fn litres(self) -> Volume;
    /// mL.
    fn millilitres(self) -> Volume;
    /// nL.
    fn nanolitres(self) -> Volume;
    /// pL.
    fn picolitres(self) -> Volume;
    /// mg.
    fn milligrams(self) -> Mass;
    /// g.
    fn grams(self) -> Mass;
    /// kg.
    fn kilograms(self) -> Mass;
    /// mg/h.
    fn milligrams_per_hour(self) -> MassRate;
    /// mL/min.
    fn ml_per_min(self) -> Filtration;
    /// g/mol.
    fn grams_per_mole(self) -> MolarMass;
    /// cells/mL.
    fn cells_per_ml(self) -> CellDensity;
}

macro_rules! written {
    ($($number:ty),*) => {$(
        impl Quantities for $number {
            fn nanomolar(self) -> Concentration { Concentration(f64::from(self)) }
            fn micromolar(self) -> Concentration { Concentration(f64::from(self) * 1e3) }
            fn millimolar(self) -> Concentration { Concentration(f64::from(self) * 1e6) }
            fn picomolar(self) -> Concentration { Concentration(f64::from(self) * 1e-3) }
            fn ng_per_ml(self) -> MassConcentration { MassConcentration(f64::from(self)) }
            fn seconds(self) -> Time { Time(f64::from(self)) }
            fn minutes(self) -> Time { Time(f64::from(self) * 60.0) }
            fn hours(self) -> Time { Time(f64::from(self) * 3600.0) }
            fn days(self) -> Time { Time(f64::from(self) * 86400.0) }
            fn litres(self) -> Volume { Volume(f64::from(self)) }
            fn millilitres(self) -> Volume { Volume(f64::from(self) * 1e-3) }
            fn nanolitres(self) -> Volume { Volume(f64::from(self) * 1e-9) }
            fn picolitres(self) -> Volume { Volume(f64::from(self) * 1e-12) }
            fn milligrams(self) -> Mass { Mass(f64::from(self)) }
            fn grams(self) -> Mass { Mass(f64::from(self) * 1e3) }
            fn kilograms(self) -> Mass { Mass(f64::from(self) * 1e6) }
            fn milligrams_per_hour(self) -> MassRate { MassRate(f64::from(self)) }
            fn ml_per_min(self) -> Filtration { Filtration(f64::from(self)) }
            fn grams_per_mole(self) -> MolarMass { MolarMass(f64::from(self)) }
            fn cells_per_ml(self) -> CellDensity { CellDensity(f64::from(self)) }
        }
    )*};
}
written!(f64, i32);
