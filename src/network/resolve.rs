//! From names in a document to what they stand for.

use super::declare::{DeclaredCompartment, DeclaredParameter, DeclaredRule, DeclaredSpecies};
use super::document::{ConstantEntry, Document, LawEntry, Quantity};
use super::formula::{equation, formula};
use super::lexer::Problem;
use super::reaction::Reaction;
use super::{
    Compartment, Expr, Kind, Law, Mistake, Network, Parameter, RateConstant, Rule, Side, Species,
};
use crate::closest::closest;
use std::collections::HashMap;

/// Looks names up and notes those it does not find.
#[derive(Debug)]
pub(super) struct Resolver {
    compartments: Vec<String>,
    species: Vec<String>,
    quantities: HashMap<String, Expr>,
    names: Vec<String>,
    pub(super) mistakes: Vec<Mistake>,
}

impl Resolver {
    pub(super) fn new(network: &Network) -> Self {
        let species: Vec<String> = network.species.iter().map(|x| x.name.clone()).collect();
        let parameters = network.parameters.iter().map(|x| x.name.clone());
        let rules = network.rules.iter().map(|x| x.name.clone());
        let all = species.iter().cloned().enumerate().map(|(i, x)| (x, Expr::Species(Species(i))));
        let all =
            all.chain(parameters.enumerate().map(|(i, x)| (x, Expr::Parameter(Parameter(i)))));
        let all = all.chain(rules.enumerate().map(|(i, x)| (x, Expr::Rule(Rule(i)))));
        let (mut quantities, mut names) = (HashMap::new(), Vec::new());
        for (name, stands_for) in all {
            names.push(name.clone());
            quantities.entry(name).or_insert(stands_for);
        }
        let compartments = network.compartments.iter().map(|x| x.name.clone()).collect();
        Self { compartments, species, quantities, names, mistakes: Vec::new() }
    }

    /// Reads a formula; 1 in place of what cannot be read, and a mistake noted.
    pub(super) fn formula(&mut self, place: &str, text: &str) -> Expr {
        let mut unknown = Vec::new();
        let read = formula(text, &mut |name| {
            self.quantities.get(name).cloned().unwrap_or_else(|| {
                unknown.push(name.to_owned());
                Expr::Number(1.0)
            })
        });
        for name in unknown {
            let closest = closest(&name, self.names.iter().map(String::as_str)).map(Into::into);
            let place = place.into();
            self.mistakes.push(Mistake::UnknownName { place, kind: Kind::Quantity, name, closest });
        }
        read.unwrap_or_else(|problem| {
            self.unreadable(place, text, problem);
            Expr::Number(1.0)
        })
    }

    fn unreadable(&mut self, place: &str, text: &str, problem: Problem) {
        let Problem { at, problem } = problem;
        let (place, formula) = (place.into(), text.into());
        self.mistakes.push(Mistake::Formula { place, formula, at, problem });
    }

    fn quantity(&mut self, place: &str, quantity: &Quantity) -> Expr {
        match quantity {
            Quantity::Number(number) => Expr::Number(*number),
            Quantity::Formula(text) => self.formula(place, text),
        }
    }

    fn position(&mut self, place: &str, kind: Kind, name: &str) -> Option<usize> {
        let names = if kind == Kind::Compartment { &self.compartments } else { &self.species };
        let found = names.iter().position(|known| known == name);
        if found.is_none() {
            let closest = closest(name, names.iter().map(String::as_str)).map(Into::into);
            let (place, name) = (place.into(), name.into());
            self.mistakes.push(Mistake::UnknownName { place, kind, name, closest });
        }
        found
    }

    fn species(&mut self, place: &str, name: &str) -> Species {
        Species(self.position(place, Kind::Species, name).unwrap_or(0))
    }

    fn side(&mut self, place: &str, names: &[(String, i32)]) -> Side {
        let mut side = Side::default();
        for (name, count) in names {
            if let Some(index) = self.position(place, Kind::Species, name) {
                side.add(Species(index), *count);
            }
        }
        side
    }

    fn constant(&mut self, place: &str, constant: ConstantEntry) -> RateConstant {
        match constant {
            ConstantEntry::Known(known) => RateConstant::Known(known.into()),
            ConstantEntry::Formula(quantity) => {
                RateConstant::Formula(self.quantity(place, &quantity))
            }
        }
    }

    fn law(&mut self, place: &str, law: LawEntry) -> Law {
        match law {
            LawEntry::MassAction(forward) => {
                Law::MassAction { forward: self.constant(place, forward) }
            }
            LawEntry::Reversible { forward, backward } => Law::Reversible {
                forward: self.constant(place, forward),
                backward: self.constant(place, backward),
            },
            LawEntry::MichaelisMenten { substrate, maximum, half_saturation } => {
                Law::MichaelisMenten {
                    substrate: self.species(place, &substrate),
                    maximum: self.quantity(place, &maximum),
                    half_saturation: self.quantity(place, &half_saturation),
                }
            }
            LawEntry::Hill { regulator, maximum, half_saturation, exponent } => Law::Hill {
                regulator: self.species(place, &regulator),
                maximum: self.quantity(place, &maximum),
                half_saturation: self.quantity(place, &half_saturation),
                exponent: self.quantity(place, &exponent),
            },
            LawEntry::Formula(quantity) => Law::Formula(self.quantity(place, &quantity)),
        }
    }
}

/// The network a document describes, with what could not be resolved.
pub(super) fn network(document: Document) -> (Network, Vec<Mistake>) {
    let Document { compartments, parameters, species, rules, reactions, .. } = document;
    let mut network = Network::new();
    for (name, volume) in compartments.0 {
        network.compartments.push(DeclaredCompartment { name, volume });
    }
    for (name, value) in parameters.0 {
        network.parameters.push(DeclaredParameter { name, value });
    }
    // First every name, then the formulas, which may use names that come later.
    for (name, entry) in &species.0 {
        let (name, scale, initial) = (name.clone(), entry.scale, Expr::Number(0.0));
        let compartment = Compartment(0);
        network.species.push(DeclaredSpecies { name, compartment, initial, scale });
    }
    for (name, _) in &rules.0 {
        network.rules.push(DeclaredRule { name: name.clone(), formula: Expr::Number(0.0) });
    }
    let mut resolver = Resolver::new(&network);
    for (declared, (name, entry)) in network.species.iter_mut().zip(&species.0) {
        let place = format!("species `{name}`");
        let found = resolver.position(&place, Kind::Compartment, &entry.compartment);
        declared.compartment = Compartment(found.unwrap_or(0));
        declared.initial = resolver.quantity(&place, &entry.initial);
    }
    for (declared, (name, quantity)) in network.rules.iter_mut().zip(&rules.0) {
        declared.formula = resolver.quantity(&format!("rule `{name}`"), quantity);
    }
    for (name, entry) in reactions.0 {
        let place = format!("reaction `{name}`");
        let [reactants, products] = equation(&entry.equation).unwrap_or_else(|problem| {
            resolver.unreadable(&place, &entry.equation, problem);
            Default::default()
        });
        let reactants = resolver.side(&place, &reactants);
        let products = resolver.side(&place, &products);
        let law = resolver.law(&place, entry.law);
        let within = entry.within.and_then(|within| {
            resolver.position(&place, Kind::Compartment, &within).map(Compartment)
        });
        network.reactions.push(Reaction { name, reactants, products, law, within });
    }
    (network, resolver.mistakes)
}
