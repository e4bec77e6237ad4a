//! What a sweep asks of a system.

use crate::network::{Fingerprint, Model};
use crate::ode::System;
use crate::readout::Observed;

/// A system that can be swept: a [`Model`], or one of your own.
///
/// States go by their [`state_name`](System::state_name).
pub trait Swept: Observed {
    /// Names of the inputs, in their order.
    fn input_names(&self) -> Vec<String>;

    /// Values of the inputs where a point does not set them.
    fn defaults(&self) -> Vec<f64>;

    /// The states a run begins with where a point does not set them, for values of the inputs.
    fn beginning(&self, inputs: &[f64]) -> Vec<f64>;

    /// What tells the system from every other, as a [`Model`]'s [fingerprint](Model::fingerprint) does; needed to
    /// keep a sweep in a folder.
    ///
    /// Equations in Rust cannot be read by a program: name and number them, `Fingerprint::of(b"my system, 3")`, and
    /// give them another number whenever they change.
    fn identity(&self) -> Option<Fingerprint> {
        None
    }
}

impl Swept for Model {
    fn input_names(&self) -> Vec<String> {
        self.parameter_names().into_iter().map(Into::into).collect()
    }

    fn defaults(&self) -> Vec<f64> {
        self.default_parameters()
    }

    fn beginning(&self, inputs: &[f64]) -> Vec<f64> {
        debug_assert_eq!(inputs.len(), self.inputs());
        self.initial(inputs)
    }

    fn identity(&self) -> Option<Fingerprint> {
        Some(self.fingerprint())
    }
}
