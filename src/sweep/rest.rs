//! The state of rest before a protocol begins.
//!
//! Points that agree in all that matters at rest share one steady-state solve, found by the bits of
//! its input alone: sharing never changes a point's bits.

use crate::network::Model;
use crate::ode::{Failure, Options, Run, SteadyError, Why, steady_state};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Input of a steady-state solve, bit by bit.
type Key = Vec<u64>;

/// Steady states already found.
#[derive(Debug, Default)]
pub(super) struct Rests {
    found: Mutex<HashMap<Key, Result<Vec<f64>, Failure>>>,
}

impl Rests {
    /// The steady state of `model` for these parameters, from these initial states.
    pub(super) fn find(
        &self,
        model: &Model,
        options: &Options,
        run: &Run,
    ) -> Result<Vec<f64>, Failure> {
        let key: Key = run.parameters.iter().chain(&run.initial).map(|x| x.to_bits()).collect();
        let known = self.found.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(known) = known {
            return known;
        }
        let totals: Vec<Vec<f64>> =
            model.conserved().iter().map(|total| total.weights().to_vec()).collect();
        let found = match steady_state(model, run, &totals, options) {
            Ok(steady) => Ok(steady.state),
            Err(SteadyError::Way(failure)) => Err(failure),
            Err(other) => {
                Err(Failure { why: Why::NoRest { reason: other.to_string() }, time: run.start })
            }
        };
        self.found.lock().unwrap_or_else(PoisonError::into_inner).insert(key, found.clone());
        found
    }
}
