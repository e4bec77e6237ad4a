//! A compiled network: its names, its numbers, what can be observed.

use super::prepare::{Constants, Preparation};
use super::tape::{Block, Numbers};
use super::{ConservedTotal, Kind, Network, NetworkError};
use crate::closest::closest;
use crate::ode::{Layout, System};

/// Instructions that fill temporaries, and the sums read off them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tape {
    pub(super) work: Block,
    pub(super) gathers: Vec<Block>,
}

/// A network compiled to equations; a [`System`] whose states are the species' concentrations in nM,
/// in the order of their declaration, and whose inputs are the parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub(super) network: Network,
    pub(super) layout: Layout,
    pub(super) pattern: Vec<(usize, usize)>,
    pub(super) timed: bool,
    pub(super) preparation: Preparation,
    pub(super) switches: Vec<usize>,
    pub(super) rates: Tape,
    pub(super) linearised: Tape,
    pub(super) rules: Vec<Tape>,
    pub(super) initial: Constants,
    pub(super) conserved: Vec<ConservedTotal>,
    pub(super) scales: Vec<f64>,
}

/// What can be observed: a species' concentration in nM, or a rule's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Observable {
    /// The species at this index.
    Species(usize),
    /// The rule at this index.
    Rule(usize),
}

impl Model {
    /// The network as declared.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// Names of the species, in the order of the states.
    pub fn species_names(&self) -> Vec<&str> {
        self.network.species.iter().map(|species| species.name.as_str()).collect()
    }

    /// Names of the parameters, in the order of the inputs.
    pub fn parameter_names(&self) -> Vec<&str> {
        self.network.parameters.iter().map(|parameter| parameter.name.as_str()).collect()
    }

    /// Index of a species among the states.
    ///
    /// # Errors
    /// [`NetworkError::UnknownName`] with the closest name.
    pub fn species(&self, name: &str) -> Result<usize, NetworkError> {
        position(Kind::Species, name, &self.species_names())
    }

    /// Index of a parameter among the inputs.
    ///
    /// # Errors
    /// [`NetworkError::UnknownName`] with the closest name.
    pub fn parameter(&self, name: &str) -> Result<usize, NetworkError> {
        position(Kind::Parameter, name, &self.parameter_names())
    }

    /// Every species and then every rule, by name.
    pub fn observables(&self) -> Vec<(&str, Observable)> {
        let rules = self.network.rules.iter().map(|rule| rule.name.as_str());
        let species = self.species_names().into_iter().enumerate();
        species
            .map(|(i, name)| (name, Observable::Species(i)))
            .chain(rules.enumerate().map(|(i, name)| (name, Observable::Rule(i))))
            .collect()
    }

    /// A species or rule by name.
    ///
    /// # Errors
    /// [`NetworkError::UnknownName`] with the closest name.
    pub fn observable(&self, name: &str) -> Result<Observable, NetworkError> {
        let (names, all): (Vec<_>, Vec<_>) = self.observables().into_iter().unzip();
        Ok(all[position(Kind::Observable, name, &names)?])
    }

    /// The parameters' declared values, in nM and seconds; one per input.
    pub fn default_parameters(&self) -> Vec<f64> {
        self.network.parameters.iter().map(|parameter| parameter.value).collect()
    }

    /// The species' initial concentrations in nM for `parameters`, one per input.
    ///
    /// Where an input is missing, initial values that need it are not numbers, and a solver refuses them.
    pub fn initial(&self, parameters: &[f64]) -> Vec<f64> {
        self.initial.values(parameters)
    }

    /// What stays the same whatever the rates: totals in nmol.
    pub fn conserved(&self) -> &[ConservedTotal] {
        &self.conserved
    }

    /// Volume in litres of each species' compartment, in the order of the states.
    pub fn volumes(&self) -> Vec<f64> {
        let volume = |i: usize| self.network.compartments[i].volume;
        self.network.species.iter().map(|species| volume(species.compartment.index())).collect()
    }

    /// Indices of the states an observable reads, ascending.
    pub fn watched(&self, observable: Observable) -> Vec<usize> {
        match observable {
            Observable::Species(i) => vec![i],
            Observable::Rule(i) => {
                let first = self.layout.first_state();
                let Tape { work, gathers } = &self.rules[i];
                let read = gathers.iter().chain([work]).flat_map(|block| &block.operands);
                let mut states: Vec<usize> = read
                    .map(|&index| index as usize)
                    .filter(|index| (first..self.layout.time()).contains(index))
                    .map(|index| index - first)
                    .collect();
                states.sort_unstable();
                states.dedup();
                states
            }
        }
    }

    /// Value of an observable at time `t` in seconds and states `y` in nM.
    ///
    /// `parameters` are the inputs, or all parameters as [`System::prepare`] left them for the
    /// stretch that holds `t`. What is missing in `y` or `parameters` is not a number.
    pub fn observe(&self, observable: Observable, t: f64, y: &[f64], parameters: &[f64]) -> f64 {
        let rule = match observable {
            Observable::Species(i) => return y.get(i).copied().unwrap_or(f64::NAN),
            Observable::Rule(i) => i,
        };
        let Some(tape) = self.rules.get(rule) else { return f64::NAN };
        let mut values = if parameters.len() >= self.layout.parameters {
            parameters[..self.layout.parameters].to_vec()
        } else {
            self.preparation.filled(t, parameters)
        };
        values.extend(y.iter().copied().take(self.layout.states));
        values.resize(self.layout.time(), f64::NAN);
        values.push(t);
        values.resize(self.layout.len(), 0.0);
        let mut memory = Numbers(&mut values);
        tape.work.execute(&mut memory);
        let mut out = [crate::ode::lane::Single(f64::NAN)];
        for gather in &tape.gathers {
            gather.gather(&memory, &mut out);
        }
        out[0].0
    }

    /// Number of parameters a run brings.
    pub fn inputs(&self) -> usize {
        self.network.parameters.len()
    }
}

fn position(kind: Kind, name: &str, names: &[&str]) -> Result<usize, NetworkError> {
    names.iter().position(|known| *known == name).ok_or_else(|| NetworkError::UnknownName {
        kind,
        name: name.into(),
        closest: closest(name, names.iter().copied()).map(Into::into),
    })
}

const _: () = {
    const fn shared<T: System + Send + Sync>() {}
    shared::<Model>();
};
