//! Quantities with units, for the border of the library.
//!
//! Knows how a pharmacologist writes amounts, concentrations, times and rates: `"2.5 µM"`, `"100 ng/mL"`, `"15 min"`.
//! Does not know chemistry. Inside the library every number is a plain `f64`
//! in nM, seconds and litres; these types make sure it got there in the right unit.

mod convert;
mod dose;
mod error;
pub(crate) mod number;
mod quantity;
mod rate;
mod rate_text;
mod symbol;
mod text;

pub use dose::LigandDose;
pub use error::UnitError;
pub use quantity::{
    Amount, CellDensity, Concentration, Filtration, Mass, MassConcentration, MassRate, MolarMass,
    Quantities, Time, Volume,
};
pub use rate::Rate;
