//! What readouts ask of a system.

use crate::network::{Model, Observable};
use crate::ode::System;

/// Evaluates an observable at a time in seconds, for states and prepared parameters.
pub type Evaluate<'a> = Box<dyn FnMut(Observable, f64, &[f64], &[f64]) -> f64 + Send + Sync + 'a>;

/// A system that can be read out.
///
/// Its states can be as they are: `impl Observed for Mine {}` will do. A system may have rules besides,
/// observables that are computed from its states.
pub trait Observed: System {
    /// Names of the rules, in their order.
    fn rules(&self) -> Vec<String> {
        Vec::new()
    }

    /// The states an observable is a weighted sum of, by index, and their weights; `None` where it is anything
    /// else. Such a sum costs least.
    fn weights(&self, observable: Observable) -> Option<Vec<(usize, f64)>> {
        match observable {
            Observable::Species(state) => Some(vec![(state, 1.0)]),
            Observable::Rule(_) => None,
        }
    }

    /// Indices of the states that an observable reads.
    fn reads(&self, observable: Observable) -> Vec<usize> {
        match observable {
            Observable::Species(state) => vec![state],
            Observable::Rule(_) => (0..self.dimension()).collect(),
        }
    }

    /// Weights of the sums of states that never change, one list per sum; needed to find a state of rest.
    fn totals(&self) -> Vec<Vec<f64>> {
        Vec::new()
    }

    /// Evaluates observables again and again; of the states it is given, only those that the observable
    /// [`reads`](Self::reads) hold.
    fn evaluate(&self) -> Evaluate<'_> {
        Box::new(|observable, _, states, _| match observable {
            Observable::Species(state) => states.get(state).copied().unwrap_or(f64::NAN),
            Observable::Rule(_) => f64::NAN,
        })
    }
}

impl Observed for Model {
    fn rules(&self) -> Vec<String> {
        let rules = self.observables().into_iter().skip(self.dimension());
        rules.map(|(name, _)| name.to_owned()).collect()
    }

    fn weights(&self, observable: Observable) -> Option<Vec<(usize, f64)>> {
        Self::weights(self, observable)
    }

    fn reads(&self, observable: Observable) -> Vec<usize> {
        self.observable_states(observable)
    }

    fn totals(&self) -> Vec<Vec<f64>> {
        self.conserved().iter().map(|total| total.weights().to_vec()).collect()
    }

    fn evaluate(&self) -> Evaluate<'_> {
        let mut probe = self.probe();
        Box::new(move |observable, time, states, parameters| {
            probe.value(observable, time, states, parameters)
        })
    }
}
