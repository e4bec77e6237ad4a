//! Points of the explosive network.

use jakstat::prelude::*;

/// Values of k that stay finite until the end.
pub(crate) fn calm(count: u32) -> Vec<f64> {
    (0..count).map(|i| -0.5 + 0.55 * f64::from(i) / f64::from(count)).collect()
}

pub(crate) fn over(model: &Model, k: &[f64]) -> Conditions {
    Conditions::single().vary(model, "k", k).unwrap()
}
