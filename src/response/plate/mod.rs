//! Measured plates: wells with noise, fitted with intervals.

mod compare;
mod data;
mod describe;
mod fit;
mod lack_of_fit;
mod options;
mod plan;
mod potency;
mod profile;
mod read;
mod result;

pub use compare::Comparison;
pub use data::{PlateData, PlateRow};
pub use lack_of_fit::LackOfFit;
pub use options::{FitOptions, Setting};
pub use result::{CurveFit, Estimate, Parameter, PlateFit, PotencyEstimate};
