//! The order in which a signal runs through a network, from what no reaction makes.

use super::Diagram;
use super::drawn::DrawnReaction;

impl Diagram {
    /// The same drawing with species and reactions in the order in which they are reached.
    ///
    /// Programs that lay out a drawing take what comes first as upstream.
    pub(super) fn in_order_of_flow(mut self) -> Self {
        let (species, reactions) = self.reached();
        let taken = |index: &usize| self.reactions[*index].clone();
        self.reactions = reactions.iter().map(taken).collect();
        self.take_species(&species);
        self
    }

    /// Indices of species and reactions as they are reached.
    fn reached(&self) -> (Vec<usize>, Vec<usize>) {
        let mut takers = vec![Vec::new(); self.species.len()];
        let mut made = vec![false; self.species.len()];
        for (i, reaction) in self.reactions.iter().enumerate() {
            for species in reaction.taken() {
                takers[species].push(i);
            }
            for &(species, _) in &reaction.products {
                made[species] = true;
            }
        }
        let mut species = Reached::new(self.species.len());
        let mut reactions = Reached::new(self.reactions.len());
        for source in (0..made.len()).filter(|&index| !made[index]) {
            species.add(source);
        }
        let mut next = 0;
        // A part that nothing else leads to begins with its first species.
        for first in 0..self.species.len() {
            while let Some(&from) = species.order.get(next) {
                next += 1;
                for &i in &takers[from] {
                    reactions.add(i);
                    let DrawnReaction { reactants, products, .. } = &self.reactions[i];
                    for &(index, _) in reactants.iter().chain(products) {
                        species.add(index);
                    }
                }
            }
            species.add(first);
        }
        for i in 0..self.reactions.len() {
            reactions.add(i);
        }
        (species.order, reactions.order)
    }

    /// Keeps these species, in this order.
    pub(super) fn take_species(&mut self, kept: &[usize]) {
        let mut place = vec![0; self.species.len()];
        for (new, &old) in kept.iter().enumerate() {
            place[old] = new;
        }
        for reaction in &mut self.reactions {
            let DrawnReaction { reactants, products, modifiers, .. } = reaction;
            let indices = reactants.iter_mut().chain(products).map(|pair| &mut pair.0);
            for index in indices.chain(modifiers.iter_mut().map(|pair| &mut pair.0)) {
                *index = place[*index];
            }
        }
        self.species = kept.iter().map(|&index| self.species[index].clone()).collect();
    }
}

/// Indices in the order in which they were first added.
struct Reached {
    order: Vec<usize>,
    seen: Vec<bool>,
}

impl Reached {
    fn new(count: usize) -> Self {
        Self { order: Vec::with_capacity(count), seen: vec![false; count] }
    }

    fn add(&mut self, index: usize) {
        if !std::mem::replace(&mut self.seen[index], true) {
            self.order.push(index);
        }
    }
}
