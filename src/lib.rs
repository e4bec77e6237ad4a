#![doc = include_str!("../README.md")]

pub mod assay;
pub mod catalog;
mod closest;
mod error;
pub mod network;
pub mod ode;
pub mod pathway;
pub mod pharmacokinetics;
#[cfg(feature = "plot")]
pub mod plot;
pub mod prelude;
pub mod readout;
pub mod response;
pub mod sensitivity;
pub mod sweep;
pub mod units;

pub use error::{Error, Result};
