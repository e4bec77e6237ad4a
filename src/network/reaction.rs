//! A declared reaction: what it turns into what, how fast, and where the rate is measured.

use super::{Compartment, Law, Side, Species};

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reaction {
    pub(super) name: String,
    pub(super) reactants: Side,
    pub(super) products: Side,
    pub(super) law: Law,
    pub(super) within: Option<Compartment>,
}

impl Reaction {
    /// Net change in molecules of each species that changes.
    pub(super) fn changes(&self) -> Vec<(Species, i64)> {
        let mut species: Vec<Species> =
            self.reactants.counts().iter().chain(self.products.counts()).map(|&(s, _)| s).collect();
        species.sort_unstable();
        species.dedup();
        species
            .into_iter()
            .map(|s| (s, i64::from(self.products.count(s)) - i64::from(self.reactants.count(s))))
            .filter(|&(_, change)| change != 0)
            .collect()
    }

    /// Volumes in which the forward and the backward part of the rate are measured.
    pub(super) fn volumes(
        &self,
        volume: impl Fn(Compartment) -> f64,
        home: impl Fn(Species) -> Compartment,
    ) -> (f64, f64) {
        if let Some(within) = self.within {
            return (volume(within), volume(within));
        }
        let smallest = |side: &Side| {
            side.counts().iter().map(|&(species, _)| volume(home(species))).reduce(f64::min)
        };
        let (left, right) = (smallest(&self.reactants), smallest(&self.products));
        (left.or(right).unwrap_or(1.0), right.or(left).unwrap_or(1.0))
    }
}
