//! A network as a drawing: species, reactions, what speeds or slows them, and where a named quantity acts.
//!
//! Knows nothing beyond the network: whatever is drawn follows from its reactions and rate laws. Does not know what a
//! drug is: [`Diagram::mark`] is told which parameters stand for one.
//!
//! ```
//! use jakstat::prelude::*;
//!
//! let mut net = Network::new();
//! let cell = net.compartment("cell", 1.0.picolitres());
//! let stat = net.species("STAT3", cell, 100.0.nanomolar());
//! let phosphorylated = net.species("pSTAT3", cell, 0.0.nanomolar());
//! let drug = net.parameter("drug", 0.0);
//! let rate = 0.01 / (1.0 + drug / 50.0);
//! net.irreversible("phosphorylation", stat, phosphorylated, rate)?;
//! let diagram = net.compile()?.diagram().mark("baricitinib", &["drug"])?;
//! assert!(diagram.mermaid().contains("d0 -.-x r0"));
//! # Ok::<(), jakstat::network::NetworkError>(())
//! ```

mod dot;
mod drawn;
mod flow;
mod influence;
mod mermaid;
mod overview;

pub use drawn::{Direction, DrawnReaction, DrawnSpecies};
pub use influence::Effect;

use super::model::position;
use super::{Kind, Law, Model, NetworkError, RateConstant};
use influence::{Influence, Quantity, Reader};

/// A network as a drawing, to be written as Graphviz DOT ([`dot`](Self::dot)) or Mermaid
/// ([`mermaid`](Self::mermaid)).
///
/// A reaction of one species to one other that nothing else acts on is a line with its name; every other reaction is a
/// box. Dotted lines lead from what takes part in a rate without being used up: an arrow where more of it speeds the
/// reaction, a cross (DOT: a bar) where it slows it, a circle where it may do either.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagram {
    compartments: Vec<String>,
    species: Vec<DrawnSpecies>,
    reactions: Vec<DrawnReaction>,
    parameters: Vec<String>,
    marks: Vec<String>,
    lines: Lines,
}

/// Whether lines bear the names of their reactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lines {
    Named,
    Plain,
}

impl Model {
    /// The network as a drawing.
    pub fn diagram(&self) -> Diagram {
        let net = self.network();
        let reader = Reader::new(net);
        let reactions = net.reactions.iter().map(|reaction| {
            let rate = rate(&reader, &reaction.law);
            DrawnReaction::of(reaction, &rate)
        });
        let reactions = reactions.collect();
        let species = net.species.iter().map(|species| DrawnSpecies {
            name: species.name.clone(),
            compartment: species.compartment.index(),
        });
        Diagram {
            compartments: net.compartments.iter().map(|place| place.name.clone()).collect(),
            species: species.collect(),
            reactions,
            parameters: self.parameter_names().into_iter().map(Into::into).collect(),
            marks: Vec::new(),
            lines: Lines::Named,
        }
    }
}

/// What the rate of a law depends on, reactants of mass action apart.
fn rate(reader: &Reader<'_>, law: &Law) -> Influence {
    let constant = |reader: &Reader<'_>, constant: &RateConstant| match constant {
        RateConstant::Known(_) => Influence::default(),
        RateConstant::Formula(formula) => reader.influence(formula),
    };
    let mut rate = match law {
        Law::MassAction { forward } => constant(reader, forward),
        Law::Reversible { forward, backward } => {
            let mut both = constant(reader, forward);
            both.join(constant(reader, backward).reversed());
            both
        }
        Law::MichaelisMenten { maximum, half_saturation, .. } => {
            let mut both = reader.influence(maximum);
            both.join(reader.influence(half_saturation).reversed());
            both
        }
        Law::Hill { maximum, half_saturation, exponent, .. } => {
            let mut all = reader.influence(maximum);
            all.join(reader.influence(half_saturation).reversed());
            all.join(reader.influence(exponent).unclear());
            all
        }
        Law::Formula(formula) => reader.influence(formula),
    };
    if let Some(species) = law.species() {
        rate.add(Quantity::Species(species.index()), Effect::Speeds);
    }
    rate
}

impl Diagram {
    /// Marks, under a name such as that of a drug, every reaction whose rate depends on one of these parameters.
    ///
    /// # Errors
    /// [`NetworkError::UnknownName`] with the closest name.
    pub fn mark(
        mut self,
        name: impl Into<String>,
        parameters: &[&str],
    ) -> Result<Self, NetworkError> {
        let known: Vec<&str> = self.parameters.iter().map(String::as_str).collect();
        let find = |name: &&str| position(Kind::Parameter, name, &known);
        let parameters = parameters.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let mark = self.marks.len();
        for reaction in &mut self.reactions {
            if parameters.iter().any(|parameter| reaction.parameters.contains(parameter)) {
                reaction.marks.push(mark);
            }
        }
        self.marks.push(name.into());
        Ok(self)
    }

    /// Names of the compartments.
    pub fn compartments(&self) -> &[String] {
        &self.compartments
    }

    /// Names of the network's parameters, in the order of its inputs; an [overview](Self::overview) keeps all of them.
    pub fn parameters(&self) -> &[String] {
        &self.parameters
    }

    /// The species, in the order of their declaration; after [`overview`](Self::overview) those that are left, in the order in
    /// which the signal reaches them.
    pub fn species(&self) -> &[DrawnSpecies] {
        &self.species
    }

    /// The reactions, in the order of their declaration; after [`overview`](Self::overview) those that are left, in the order
    /// in which the signal reaches them.
    pub fn reactions(&self) -> &[DrawnReaction] {
        &self.reactions
    }

    /// Names given by [`mark`](Self::mark), in its order.
    pub fn marks(&self) -> &[String] {
        &self.marks
    }

    /// Species of a compartment with their index.
    fn inside(&self, compartment: usize) -> impl Iterator<Item = (usize, &DrawnSpecies)> {
        let species = self.species.iter().enumerate();
        species.filter(move |(_, species)| species.compartment == compartment)
    }

    /// Reactions drawn as boxes, with their index: in a compartment, or between compartments.
    fn boxes(&self, place: Option<usize>) -> impl Iterator<Item = (usize, &DrawnReaction)> {
        let home = |reaction: &DrawnReaction| {
            let sides = reaction.reactants.iter().chain(&reaction.products);
            let mut places = sides.map(|&(index, _)| self.species[index].compartment);
            let first = places.next()?;
            places.all(|other| other == first).then_some(first)
        };
        let reactions = self.reactions.iter().enumerate();
        reactions.filter(move |(_, reaction)| reaction.line().is_none() && home(reaction) == place)
    }

    /// Compartments that hold a species, in the order of the species.
    fn frames(&self) -> Vec<usize> {
        let mut frames = Vec::new();
        for species in &self.species {
            if !frames.contains(&species.compartment) {
                frames.push(species.compartment);
            }
        }
        frames
    }
}
