//! Finding every mistake in a declared network.

use super::reaction::Reaction;
use super::{Compartment, Expr, Kind, Law, Mistake, Network, NetworkError, RateConstant, Species};
use std::collections::HashMap;

/// More molecules of one species than this in one reaction are taken for a slip.
const LARGEST_COUNT: i32 = 64;

/// An error if there is any mistake.
pub(super) fn invalid(mistakes: Vec<Mistake>) -> Result<(), NetworkError> {
    if mistakes.is_empty() { Ok(()) } else { Err(NetworkError::Invalid(mistakes)) }
}

impl Network {
    /// Everything wrong that can be seen without compiling.
    pub(super) fn mistakes(&self) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        if self.species.is_empty() {
            mistakes.push(Mistake::Empty);
        }
        self.check_names(&mut mistakes);
        for compartment in &self.compartments {
            if !positive(compartment.volume) {
                let (compartment, value) = (compartment.name.clone(), compartment.volume);
                mistakes.push(Mistake::Volume { compartment, value });
            }
        }
        for parameter in &self.parameters {
            if !parameter.value.is_finite() {
                let (parameter, value) = (parameter.name.clone(), parameter.value);
                mistakes.push(Mistake::Value { parameter, value });
            }
        }
        self.check_species(&mut mistakes);
        for rule in &self.rules {
            self.check_formula(&format!("rule `{}`", rule.name), &rule.formula, &mut mistakes);
        }
        for reaction in &self.reactions {
            mistakes.extend(self.reaction_mistakes(reaction));
        }
        mistakes
    }

    /// What is wrong with one reaction.
    pub(super) fn reaction_mistakes(&self, reaction: &Reaction) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        let name = || reaction.name.clone();
        let place = format!("reaction `{}`", reaction.name);
        for &(species, count) in
            reaction.reactants.counts().iter().chain(reaction.products.counts())
        {
            if self.check_id(&place, Kind::Species, species.0, &mut mistakes)
                && !(1..=LARGEST_COUNT).contains(&count)
            {
                let species = self.species[species.0].name.clone();
                mistakes.push(Mistake::Count { reaction: name(), species, count });
            }
        }
        if reaction.reactants.is_nothing() && reaction.products.is_nothing() {
            mistakes.push(Mistake::Nothing { reaction: name() });
        }
        if let Some(Compartment(index)) = reaction.within {
            self.check_id(&place, Kind::Compartment, index, &mut mistakes);
        }
        if let Some(Species(index)) = reaction.law.species() {
            self.check_id(&place, Kind::Species, index, &mut mistakes);
        }
        for (_, formula) in reaction.law.formulas() {
            self.check_formula(&place, formula, &mut mistakes);
        }
        let (left, right) = (reaction.reactants.molecules(), reaction.products.molecules());
        let known = |constant: &RateConstant, molecules| match *constant {
            RateConstant::Known(rate) => Some((rate, molecules)),
            RateConstant::Formula(_) => None,
        };
        let rates = match &reaction.law {
            Law::MassAction { forward } => [known(forward, left), None],
            Law::Reversible { forward, backward } => [known(forward, left), known(backward, right)],
            _ => [None, None],
        };
        for (rate, molecules) in rates.into_iter().flatten() {
            let (order, value) = (rate.order(), rate.value());
            if i64::from(order) != molecules {
                mistakes.push(Mistake::Order { reaction: name(), order, molecules });
            }
            if !(value >= 0.0 && value.is_finite()) {
                mistakes.push(Mistake::RateValue { reaction: name(), value });
            }
        }
        mistakes
    }

    fn check_species(&self, mistakes: &mut Vec<Mistake>) {
        for species in &self.species {
            let place = format!("species `{}`", species.name);
            self.check_id(&place, Kind::Compartment, species.compartment.0, mistakes);
            let name = species.name.clone();
            if let Expr::Number(value) = species.initial {
                if !(value >= 0.0 && value.is_finite()) {
                    mistakes.push(Mistake::Initial { species: name, value });
                }
            } else {
                self.check_formula(&place, &species.initial, mistakes);
            }
            if let Some(value) = species.scale.filter(|&scale| !positive(scale)) {
                mistakes.push(Mistake::Scale { species: species.name.clone(), value });
            }
        }
    }

    fn check_names(&self, mistakes: &mut Vec<Mistake>) {
        let compartments = self.compartments.iter().map(|x| (&x.name, Kind::Compartment));
        let species = self.species.iter().map(|x| (&x.name, Kind::Species));
        let parameters = self.parameters.iter().map(|x| (&x.name, Kind::Parameter));
        let rules = self.rules.iter().map(|x| (&x.name, Kind::Rule));
        let reactions = self.reactions.iter().map(|x| (&x.name, Kind::Reaction));
        unique(compartments, mistakes);
        unique(species.chain(parameters).chain(rules), mistakes);
        unique(reactions, mistakes);
    }

    fn check_formula(&self, place: &str, formula: &Expr, mistakes: &mut Vec<Mistake>) {
        formula.visit(&mut |part| {
            let (kind, index) = match *part {
                Expr::Number(value) if !value.is_finite() => {
                    mistakes.push(Mistake::Number { place: place.into(), value });
                    return;
                }
                Expr::Species(species) => (Kind::Species, species.0),
                Expr::Parameter(parameter) => (Kind::Parameter, parameter.0),
                Expr::Rule(rule) => (Kind::Rule, rule.0),
                _ => return,
            };
            self.check_id(place, kind, index, mistakes);
        });
    }

    fn check_id(&self, place: &str, kind: Kind, index: usize, mistakes: &mut Vec<Mistake>) -> bool {
        let count = match kind {
            Kind::Compartment => self.compartments.len(),
            Kind::Species => self.species.len(),
            Kind::Parameter => self.parameters.len(),
            _ => self.rules.len(),
        };
        if index >= count {
            mistakes.push(Mistake::Foreign { place: place.into(), kind, index });
        }
        index < count
    }
}

fn positive(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}

fn unique<'a>(names: impl Iterator<Item = (&'a String, Kind)>, mistakes: &mut Vec<Mistake>) {
    let mut seen: HashMap<&str, Kind> = HashMap::new();
    let mut counts: HashMap<Kind, usize> = HashMap::new();
    for (name, kind) in names {
        let count = counts.entry(kind).or_default();
        if name.trim().is_empty() {
            mistakes.push(Mistake::EmptyName { kind, index: *count });
        } else if let Some(&first) = seen.get(name.as_str()) {
            mistakes.push(Mistake::DuplicateName { name: name.clone(), first, second: kind });
        } else {
            seen.insert(name, kind);
        }
        *count += 1;
    }
}
