//! Rate constants that know their order.

use serde::{Deserialize, Serialize};

/// A rate constant in nM and seconds, with the number of reactants it is meant for.
///
/// An order that does not match a reaction's reactants is an error when the network is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    value: f64,
    order: u32,
}

impl Rate {
    /// Zeroth order, in nM/s: a source.
    pub const fn nanomolar_per_second(value: f64) -> Self {
        Self { value, order: 0 }
    }

    /// First order, in 1/s.
    pub const fn per_second(value: f64) -> Self {
        Self { value, order: 1 }
    }

    /// First order, in 1/min.
    pub const fn per_minute(value: f64) -> Self {
        Self { value: value / 60.0, order: 1 }
    }

    /// Second order, in 1/(nM s).
    pub const fn per_nanomolar_second(value: f64) -> Self {
        Self { value, order: 2 }
    }

    /// Second order, in 1/(nM min).
    pub const fn per_nanomolar_minute(value: f64) -> Self {
        Self { value: value / 60.0, order: 2 }
    }

    /// The constant in nM and seconds.
    pub const fn value(self) -> f64 {
        self.value
    }

    /// The number of reactants it is meant for: 0, 1 or 2.
    pub const fn order(self) -> u32 {
        self.order
    }
}
