//! The same network with less on the page.

use super::drawn::{Direction, DrawnReaction};
use super::{Diagram, Effect, Lines};

impl Diagram {
    /// The drawing without what a reader can do without; marks stay.
    ///
    /// * Sources and losses that nothing acts on are left out.
    /// * Reactions that nothing acts on, between the same species in either direction, become one.
    /// * Lines go without names, and what is upstream comes first: indices are not those of the whole drawing.
    /// * A species that is only passed through, made by one reaction and used by one other, both one way or both
    ///   both ways, is left out, and the two reactions become one: the steps of a delay, the stages of an assembly.
    #[must_use]
    pub fn overview(&self) -> Self {
        let mut diagram = self.clone();
        let open = |reaction: &DrawnReaction| {
            reaction.reactants.is_empty() || reaction.products.is_empty()
        };
        diagram.reactions.retain(|reaction| !(open(reaction) && reaction.is_undisturbed()));
        while let Some((made, used, species)) = diagram.passage() {
            diagram.bypass(made, used, species);
        }
        diagram.unite();
        diagram.forget_unused();
        diagram.lines = Lines::Plain;
        diagram.in_order_of_flow()
    }

    /// The reaction that makes a species, the one that uses it, and the species, if that is all there is to it.
    fn passage(&self) -> Option<(usize, usize, usize)> {
        let none = || vec![Vec::new(); self.species.len()];
        let (mut making, mut using) = (none(), none());
        let mut acts = vec![false; self.species.len()];
        for (i, reaction) in self.reactions.iter().enumerate() {
            for &(species, _) in &reaction.products {
                making[species].push(i);
            }
            for &(species, _) in &reaction.reactants {
                using[species].push(i);
            }
            for &(species, _) in &reaction.modifiers {
                acts[species] = true;
            }
        }
        (0..self.species.len()).find_map(|species| {
            let ([made], [used]) = (&making[species][..], &using[species][..]) else { return None };
            let (maker, user) = (&self.reactions[*made], &self.reactions[*used]);
            let back = |&(reactant, _): &(usize, i32)| {
                user.products.iter().any(|&(product, _)| product == reactant)
            };
            let passed = made != used
                && !acts[species]
                && maker.products == [(species, 1)]
                && maker.direction == user.direction
                && (maker.marks.is_empty() || user.marks.is_empty())
                && !maker.reactants.iter().any(back);
            passed.then_some((*made, *used, species))
        })
    }

    /// Makes one reaction of the one that makes a species and the one that uses it.
    fn bypass(&mut self, made: usize, used: usize, species: usize) {
        let maker = self.reactions[made].clone();
        let user = &mut self.reactions[used];
        let count = user.reactants.iter().find(|pair| pair.0 == species).map_or(1, |pair| pair.1);
        user.reactants.retain(|pair| pair.0 != species);
        for (reactant, each) in maker.reactants {
            match user.reactants.iter_mut().find(|pair| pair.0 == reactant) {
                Some((_, known)) => *known += count * each,
                None => user.reactants.push((reactant, count * each)),
            }
        }
        for (modifier, effect) in maker.modifiers {
            add_modifier(&mut user.modifiers, modifier, effect);
        }
        user.names = maker.names.into_iter().chain(user.names.drain(..)).collect();
        user.parameters.extend(maker.parameters);
        user.parameters.sort_unstable();
        user.parameters.dedup();
        user.marks.extend(maker.marks);
        self.reactions.remove(made);
    }

    /// Makes one reaction of those that nothing acts on, between the same sides in either direction.
    fn unite(&mut self) {
        let mut united: Vec<DrawnReaction> = Vec::new();
        for mut reaction in std::mem::take(&mut self.reactions) {
            let same = |known: &&mut DrawnReaction| {
                let sides = (&known.reactants, &known.products);
                known.is_undisturbed()
                    && reaction.is_undisturbed()
                    && (sides == (&reaction.reactants, &reaction.products)
                        || sides == (&reaction.products, &reaction.reactants))
            };
            let Some(known) = united.iter_mut().find(same) else {
                united.push(reaction);
                continue;
            };
            if known.reactants != reaction.reactants || reaction.direction == Direction::BothWays {
                known.direction = Direction::BothWays;
            }
            known.names.append(&mut reaction.names);
            known.parameters.append(&mut reaction.parameters);
            known.parameters.sort_unstable();
            known.parameters.dedup();
        }
        self.reactions = united;
    }

    /// Leaves out species that no reaction has any more.
    fn forget_unused(&mut self) {
        let named = |reaction: &DrawnReaction, index: usize| {
            let sides = reaction.reactants.iter().chain(&reaction.products).map(|pair| pair.0);
            sides.chain(reaction.modifiers.iter().map(|pair| pair.0)).any(|other| other == index)
        };
        let kept: Vec<usize> = (0..self.species.len())
            .filter(|&index| self.reactions.iter().any(|reaction| named(reaction, index)))
            .collect();
        self.take_species(&kept);
    }
}

fn add_modifier(modifiers: &mut Vec<(usize, Effect)>, species: usize, effect: Effect) {
    match modifiers.iter_mut().find(|pair| pair.0 == species) {
        Some((_, known)) => *known = known.and(effect),
        None => modifiers.push((species, effect)),
    }
}
