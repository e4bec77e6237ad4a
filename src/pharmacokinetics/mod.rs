//! From a regimen to concentrations: what a body does to a drug.
//!
//! Knows regimens, absorption, one and two compartments, patients, populations of them, and mice. Does not know what
//! the drug does to the body. Where everything is linear, and here it is, an [`Exposure`] is a closed form; the same
//! body declares itself as species of a network ([`Individual::declare`]) where a pathway is to take the drug from it.
//!
//! Sets of parameters are data of the catalog ([`Catalog::kinetics`](crate::catalog::Catalog::kinetics)); units inside
//! are nmol, litres and seconds.

mod above;
mod area;
mod average;
mod check;
mod differences;
mod divided;
mod draw;
mod engine;
mod error;
mod exposure;
mod extremes;
mod individual;
mod modes;
mod mouse;
mod patient;
mod population;
mod regimen;
mod schedule;
mod summary;
mod train;
mod typical;

pub use area::Area;
pub(crate) use draw::standard_normals;
pub use engine::Declared;
pub use error::PharmacokineticsError;
pub use exposure::Exposure;
pub use extremes::Extreme;
pub use individual::{Absorption, Disposition, Individual, Peripheral};
pub use patient::{Patient, Renal};
pub use population::Population;
pub use regimen::{Dose, Late, Regimen, RegimenError, Route};
pub use summary::Summary;
