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
        let made = |index: usize| {
            let makes = |reaction: &DrawnReaction| {
                reaction.products.iter().any(|&(product, _)| product == index)
            };
            self.reactions.iter().any(makes)
        };
        let sources = (0..self.species.len()).filter(|&index| !made(index));
        let (mut species, mut reactions): (Vec<usize>, Vec<usize>) = (sources.collect(), vec![]);
        let mut next = 0;
        loop {
            if next == species.len() {
                // A part that nothing above leads to begins with its first species.
                match (0..self.species.len()).find(|index| !species.contains(index)) {
                    Some(index) => species.push(index),
                    None => break,
                }
            }
            let from = species[next];
            next += 1;
            for (i, reaction) in self.reactions.iter().enumerate() {
                if reactions.contains(&i) || !reaction.takes(from) {
                    continue;
                }
                reactions.push(i);
                for &(index, _) in reaction.reactants.iter().chain(&reaction.products) {
                    if !species.contains(&index) {
                        species.push(index);
                    }
                }
            }
        }
        let sourceless = (0..self.reactions.len()).filter(|i| !reactions.contains(i));
        let sourceless: Vec<usize> = sourceless.collect();
        reactions.extend(sourceless);
        (species, reactions)
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
