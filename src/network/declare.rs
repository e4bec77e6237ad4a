//! Declaring a network.

use super::check::invalid;
use super::reaction::Reaction;
use super::{Compartment, Expr, Law, NetworkError, Parameter, RateConstant, Rule, Side, Species};
use crate::units::{Concentration, Volume};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct DeclaredCompartment {
    pub(super) name: String,
    pub(super) volume: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct DeclaredSpecies {
    pub(super) name: String,
    pub(super) compartment: Compartment,
    pub(super) initial: Expr,
    pub(super) scale: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct DeclaredParameter {
    pub(super) name: String,
    pub(super) value: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct DeclaredRule {
    pub(super) name: String,
    pub(super) formula: Expr,
}

/// A reaction network as declared: compartments, species, parameters, rules and reactions.
///
/// Declaring never fails; [`compile`](Self::compile) reports every mistake at once, by name.
///
/// ```
/// use jakstat::network::Network;
/// use jakstat::units::{Quantities, Rate};
///
/// let mut net = Network::new();
/// let medium = net.compartment("medium", 1.0.nanolitres());
/// let cell = net.compartment("cell", 0.2.picolitres());
/// let ligand = net.species("IL-6", medium, 4.8.nanomolar());
/// let receptor = net.species("gp130", cell, 8.0.nanomolar());
/// let complex = net.species("IL-6:gp130", cell, 0.0.nanomolar());
/// net.reversible("binding", ligand + receptor, complex,
///                Rate::per_nanomolar_second(1e-3), Rate::per_second(1e-2))?;
/// let model = net.compile()?;
/// assert_eq!(model.species_names().len(), 3);
/// # Ok::<(), jakstat::network::NetworkError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    pub(super) compartments: Vec<DeclaredCompartment>,
    pub(super) species: Vec<DeclaredSpecies>,
    pub(super) parameters: Vec<DeclaredParameter>,
    pub(super) rules: Vec<DeclaredRule>,
    pub(super) reactions: Vec<Reaction>,
}

impl Network {
    /// A network with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The empty side of a reaction: what a source starts from, what a loss ends in.
    pub fn nothing() -> Side {
        Side::default()
    }

    /// Declares a compartment of a volume.
    pub fn compartment(&mut self, name: impl Into<String>, volume: Volume) -> Compartment {
        let volume = volume.as_litres();
        self.compartments.push(DeclaredCompartment { name: name.into(), volume });
        Compartment(self.compartments.len() - 1)
    }

    /// Declares a species that starts at a concentration in a compartment.
    pub fn species(
        &mut self,
        name: impl Into<String>,
        compartment: Compartment,
        initial: Concentration,
    ) -> Species {
        let initial = Expr::Number(initial.as_nanomolar());
        self.species.push(DeclaredSpecies { name: name.into(), compartment, initial, scale: None });
        Species(self.species.len() - 1)
    }

    /// Declares a parameter: a named number, in nM and seconds, that a sweep can set.
    pub fn parameter(&mut self, name: impl Into<String>, value: f64) -> Parameter {
        self.parameters.push(DeclaredParameter { name: name.into(), value });
        Parameter(self.parameters.len() - 1)
    }

    /// Declares a rule: a named formula, usable in laws and as an observable.
    pub fn rule(&mut self, name: impl Into<String>, formula: impl Into<Expr>) -> Rule {
        self.rules.push(DeclaredRule { name: name.into(), formula: formula.into() });
        Rule(self.rules.len() - 1)
    }

    /// Makes a species start at a formula of parameters, in nM, instead of a number.
    pub fn set_initial(&mut self, species: Species, initial: impl Into<Expr>) {
        if let Some(declared) = self.species.get_mut(species.0) {
            declared.initial = initial.into();
        }
    }

    /// States the size of a species below which its relative accuracy no longer matters much: the
    /// default absolute tolerance never falls under a millionth of it times the relative one.
    pub fn set_scale(&mut self, species: Species, scale: Concentration) {
        if let Some(declared) = self.species.get_mut(species.0) {
            declared.scale = Some(scale.as_nanomolar());
        }
    }

    /// Declares a reaction with mass action, one way.
    ///
    /// # Errors
    /// [`NetworkError::Invalid`] where the reaction itself is wrong, such as a rate of the wrong order.
    pub fn irreversible(
        &mut self,
        name: impl Into<String>,
        reactants: impl Into<Side>,
        products: impl Into<Side>,
        rate: impl Into<RateConstant>,
    ) -> Result<Declared<'_>, NetworkError> {
        self.reaction(name, reactants, products, Law::MassAction { forward: rate.into() })
    }

    /// Declares a reaction with mass action, both ways.
    ///
    /// # Errors
    /// [`NetworkError::Invalid`] where the reaction itself is wrong, such as a rate of the wrong order.
    pub fn reversible(
        &mut self,
        name: impl Into<String>,
        reactants: impl Into<Side>,
        products: impl Into<Side>,
        forward: impl Into<RateConstant>,
        backward: impl Into<RateConstant>,
    ) -> Result<Declared<'_>, NetworkError> {
        let law = Law::Reversible { forward: forward.into(), backward: backward.into() };
        self.reaction(name, reactants, products, law)
    }

    /// Declares a reaction with any law.
    ///
    /// # Errors
    /// [`NetworkError::Invalid`] where the reaction itself is wrong, such as a rate of the wrong order.
    /// The reaction stays declared, so that [`compile`](Self::compile) reports it too.
    pub fn reaction(
        &mut self,
        name: impl Into<String>,
        reactants: impl Into<Side>,
        products: impl Into<Side>,
        law: Law,
    ) -> Result<Declared<'_>, NetworkError> {
        let (reactants, products) = (reactants.into(), products.into());
        let reaction = Reaction { name: name.into(), reactants, products, law, within: None };
        let mistakes = self.reaction_mistakes(&reaction);
        self.reactions.push(reaction);
        invalid(mistakes)?;
        let index = self.reactions.len() - 1;
        Ok(Declared { reaction: &mut self.reactions[index] })
    }
}

/// A reaction just declared.
#[derive(Debug)]
pub struct Declared<'a> {
    reaction: &'a mut Reaction,
}

impl Declared<'_> {
    /// Says in which compartment the law's nM/s are measured, forward and backward.
    pub fn within(self, compartment: Compartment) {
        self.reaction.within = Some(compartment);
    }
}
