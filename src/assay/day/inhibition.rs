//! How much of a signal is gone over a day.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Inhibition over a day, as fractions: 0 for a signal as without drug, 1 for none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Inhibition {
    /// Over the whole day.
    pub average: f64,
    /// At the moment of the strongest.
    pub peak: f64,
    /// At the moment of the weakest.
    pub trough: f64,
}

impl fmt::Display for Inhibition {
    /// `62 % on average (31 to 88 %)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [average, trough, peak] = [self.average, self.trough, self.peak].map(|x| 100.0 * x);
        write!(f, "{average:.0} % on average ({trough:.0} to {peak:.0} %)")
    }
}

/// The way an inhibition over a day is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Way {
    /// The Hill equation of the assay's curve at the free concentration of the moment.
    Static,
    /// The network with the body that takes the drug.
    Dynamic,
}
