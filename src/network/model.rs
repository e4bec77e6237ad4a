//! A compiled network: its names, its numbers, what can be observed.

use super::gather::Gather;
use super::prepare::{Constants, Preparation};
use super::tape::Block;
use super::{ConservedTotal, Fingerprint, Kind, Network, NetworkError, Observable};
use crate::closest::closest;
use crate::ode::{Layout, System};

/// Instructions that fill temporaries, and the sums read off them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tape<const N: usize> {
    pub(super) work: Block,
    pub(super) gathers: [Gather; N],
}

/// Instructions, and the place at which the value asked for then lies.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    pub(super) block: Block,
    pub(super) out: u32,
    /// The states and their weights, where the value is a weighted sum of states.
    pub(super) linear: Option<Vec<(usize, f64)>>,
}

/// A network compiled to equations; a [`System`] whose states are the species' concentrations in nM,
/// in the order of their declaration, and whose inputs are the parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub(super) network: Network,
    pub(super) fingerprint: Fingerprint,
    pub(super) layout: Layout,
    pub(super) pattern: Vec<(usize, usize)>,
    pub(super) timed: bool,
    pub(super) preparation: Preparation,
    pub(super) switches: Vec<usize>,
    pub(super) rates: Tape<1>,
    pub(super) linearised: Tape<3>,
    pub(super) rules: Vec<Reading>,
    pub(super) initial: Constants,
    pub(super) conserved: Vec<ConservedTotal>,
    pub(super) scales: Vec<f64>,
}

impl Model {
    /// The network as declared.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What tells the model from every other: it changes with any number, name, law, rule or order in the
    /// network as declared, and not with how its JSON was spelled.
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
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
}

/// Index of a name among those of its kind.
pub(super) fn position(kind: Kind, name: &str, names: &[&str]) -> Result<usize, NetworkError> {
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
