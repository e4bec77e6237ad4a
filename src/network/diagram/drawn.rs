//! What is drawn: species, and reactions with all that acts on them.

use super::super::reaction::Reaction;
use super::super::{Law, Side};
use super::Effect;
use super::influence::{Influence, Quantity};

/// A species of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DrawnSpecies {
    /// Its name.
    pub name: String,
    /// Index of its compartment.
    pub compartment: usize,
}

/// Whether a reaction runs one way or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From reactants to products.
    OneWay,
    /// Both ways.
    BothWays,
}

/// A reaction of a drawing; several of the network in an [overview](super::Diagram::overview).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DrawnReaction {
    /// Names of the network's reactions that it stands for, at least one.
    pub names: Vec<String>,
    /// Index, in [`Diagram::species`](super::Diagram::species), and count of each species used up.
    pub reactants: Vec<(usize, i32)>,
    /// Index and count of each species made, likewise.
    pub products: Vec<(usize, i32)>,
    /// One way or both.
    pub direction: Direction,
    /// Index of each species, likewise, that the rate depends on without its being used up, and what more of it does.
    pub modifiers: Vec<(usize, Effect)>,
    /// Indices of the parameters that the rate depends on, directly or through rules, ascending; their names are
    /// [`Diagram::parameters`](super::Diagram::parameters).
    pub parameters: Vec<usize>,
    /// Indices, in [`Diagram::marks`](super::Diagram::marks), of the marks that it bears.
    pub marks: Vec<usize>,
}

impl DrawnReaction {
    pub(super) fn of(reaction: &Reaction, rate: &Influence) -> Self {
        let side = |side: &Side| -> Vec<(usize, i32)> {
            side.counts().iter().map(|&(species, count)| (species.index(), count)).collect()
        };
        let both = matches!(reaction.law, Law::Reversible { .. });
        let direction = if both { Direction::BothWays } else { Direction::OneWay };
        let (reactants, products) = (side(&reaction.reactants), side(&reaction.products));
        let used = |index: usize| {
            let on = |side: &[(usize, i32)]| side.iter().any(|&(species, _)| species == index);
            on(&reactants) || (both && on(&products))
        };
        let (mut modifiers, mut parameters) = (Vec::new(), Vec::new());
        for (quantity, effect) in rate.iter() {
            match quantity {
                Quantity::Species(index) if !used(index) => modifiers.push((index, effect)),
                Quantity::Species(_) => {}
                Quantity::Parameter(index) => parameters.push(index),
            }
        }
        let names = vec![reaction.name.clone()];
        let marks = Vec::new();
        Self { names, reactants, products, direction, modifiers, parameters, marks }
    }

    /// From where to where it is a plain line, if it is one.
    pub(super) fn line(&self) -> Option<(usize, usize)> {
        let ([(from, 1)], [(to, 1)]) = (&self.reactants[..], &self.products[..]) else {
            return None;
        };
        self.is_undisturbed().then_some((*from, *to))
    }

    /// The species that are used up or act on it.
    pub(super) fn taken(&self) -> impl Iterator<Item = usize> {
        let reactants = self.reactants.iter().map(|pair| pair.0);
        reactants.chain(self.modifiers.iter().map(|pair| pair.0))
    }

    /// Whether nothing acts on it.
    pub(super) fn is_undisturbed(&self) -> bool {
        self.modifiers.is_empty() && self.marks.is_empty()
    }

    /// Its name; of more than two names the first and the last.
    pub(super) fn label(&self) -> String {
        match &self.names[..] {
            [first, _, .., last] => format!("{first} … {last}"),
            names => names.join(", "),
        }
    }
}
