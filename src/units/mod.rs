//! Quantities with units, for the border of the library.
//!
//! Knows how a pharmacologist writes amounts, concentrations, times and rates.
//! Does not know chemistry. Inside the library every number is a plain `f64`
//! in nM, seconds and litres; these types make sure it got there in the right unit.

mod quantity;
mod rate;

pub use quantity::{
    Amount, CellDensity, Concentration, Mass, MassConcentration, MolarMass, Quantities, Time,
    Volume,
};
pub use rate::Rate;
