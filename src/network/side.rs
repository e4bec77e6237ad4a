//! One side of a reaction: `ligand + receptor`, `2 * phospho`, nothing.

use super::Species;
use core::ops::{Add, Mul};

/// Species with their integer counts, on one side of a reaction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side(Vec<(Species, i32)>);

impl Side {
    /// Each species once, with its count.
    pub fn counts(&self) -> &[(Species, i32)] {
        &self.0
    }

    /// Number of molecules on this side: the order of its mass action.
    pub fn molecules(&self) -> i64 {
        self.0.iter().map(|&(_, count)| i64::from(count)).sum()
    }

    pub(super) fn add(&mut self, species: Species, count: i32) {
        match self.0.iter_mut().find(|(known, _)| *known == species) {
            Some((_, known)) => *known = known.saturating_add(count),
            None => self.0.push((species, count)),
        }
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.0.iter().all(|&(_, count)| count == 0)
    }

    pub(super) fn count(&self, species: Species) -> i32 {
        self.0.iter().find(|(known, _)| *known == species).map_or(0, |&(_, count)| count)
    }
}

impl From<Species> for Side {
    fn from(species: Species) -> Self {
        Self(vec![(species, 1)])
    }
}

impl Mul<Species> for i32 {
    type Output = Side;
    fn mul(self, species: Species) -> Side {
        Side(vec![(species, self)])
    }
}

impl<T: Into<Side>> Add<T> for Side {
    type Output = Side;
    fn add(mut self, other: T) -> Side {
        for (species, count) in other.into().0 {
            Side::add(&mut self, species, count);
        }
        self
    }
}

impl Add<Species> for Species {
    type Output = Side;
    fn add(self, other: Species) -> Side {
        Side::from(self) + other
    }
}

impl Add<Side> for Species {
    type Output = Side;
    fn add(self, other: Side) -> Side {
        Side::from(self) + other
    }
}
