//! Reading species and rules off a state.

use super::Model;
use super::tape::Numbers;
use serde::{Deserialize, Serialize};

/// What can be observed: a species' concentration in nM, or a rule's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Observable {
    /// The species at this index.
    Species(usize),
    /// The rule at this index.
    Rule(usize),
}

/// Evaluates observables of one model again and again without allocating.
#[derive(Debug, Clone)]
pub struct Probe<'a> {
    model: &'a Model,
    values: Vec<f64>,
}

impl Probe<'_> {
    /// Value of an observable at time `t` in seconds and states `y` in nM, as [`Model::observe`].
    pub fn value(&mut self, observable: Observable, t: f64, y: &[f64], parameters: &[f64]) -> f64 {
        let rule = match observable {
            Observable::Species(i) => return y.get(i).copied().unwrap_or(f64::NAN),
            Observable::Rule(i) => i,
        };
        let Some(reading) = self.model.rules.get(rule) else { return f64::NAN };
        let layout = self.model.layout;
        let (prepared, rest) = self.values.split_at_mut(layout.parameters);
        if parameters.len() >= prepared.len() {
            prepared.copy_from_slice(&parameters[..layout.parameters]);
        } else {
            let inputs = self.model.network.parameters.len();
            for (i, value) in prepared.iter_mut().take(inputs).enumerate() {
                *value = parameters.get(i).copied().unwrap_or(f64::NAN);
            }
            self.model.preparation.run(t, prepared);
        }
        for (i, value) in rest.iter_mut().take(layout.states).enumerate() {
            *value = y.get(i).copied().unwrap_or(f64::NAN);
        }
        rest[layout.states] = t;
        reading.block.execute(&mut Numbers(&mut self.values));
        self.values[reading.out as usize]
    }
}

impl Model {
    /// Makes room to evaluate observables.
    pub fn probe(&self) -> Probe<'_> {
        Probe { model: self, values: vec![0.0; self.layout.len()] }
    }

    /// Value of an observable at time `t` in seconds and states `y` in nM.
    ///
    /// `parameters` are the inputs, or all parameters as [`prepare`](crate::ode::System::prepare) left
    /// them for the stretch that holds `t`. What is missing in `y` or `parameters` is not a number.
    pub fn observe(&self, observable: Observable, t: f64, y: &[f64], parameters: &[f64]) -> f64 {
        self.probe().value(observable, t, y, parameters)
    }

    /// The states an observable is a weighted sum of, by index, and their weights; `None` where it is
    /// anything else.
    pub fn weights(&self, observable: Observable) -> Option<Vec<(usize, f64)>> {
        match observable {
            Observable::Species(i) => Some(vec![(i, 1.0)]),
            Observable::Rule(i) => self.rules.get(i)?.linear.clone(),
        }
    }

    /// Indices of the states an observable reads, ascending.
    pub fn observable_states(&self, observable: Observable) -> Vec<usize> {
        let rule = match observable {
            Observable::Species(i) => return vec![i],
            Observable::Rule(i) => i,
        };
        let Some(reading) = self.rules.get(rule) else { return Vec::new() };
        let first = self.layout.first_state();
        let mut states: Vec<usize> = reading
            .block
            .reads()
            .chain([reading.out])
            .map(|index| index as usize)
            .filter(|index| (first..self.layout.time()).contains(index))
            .map(|index| index - first)
            .collect();
        states.sort_unstable();
        states.dedup();
        states
    }
}
