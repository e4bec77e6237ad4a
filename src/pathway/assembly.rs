//! In which order the chains of a receptor come together (docs/theory.md, "Binding and assembly").

use super::PathwayError;
use crate::catalog::{Chain, ChainRole, Cytokine};

/// The order in which ligand and chains become a complex in which two kinases face each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Assembly {
    /// Chains of one half in the order they join, first contact first.
    pub(super) sequence: Vec<Chain>,
    /// Whether two such halves come together, as in the 2:2:2 complex of IL-6.
    pub(super) halves: u32,
}

impl Assembly {
    /// Reads it off the receptor: `ligand_copies` 2 means two halves; a single kind of chain is taken twice; copies
    /// that all chains share (IFN-gamma) are as many independent pairs.
    pub(super) fn of(cytokine: &Cytokine) -> Result<Self, PathwayError> {
        let receptor = cytokine.receptor()?;
        let first = &cytokine.affinity().first_chain.value;
        let mut kinds = receptor.chains.clone();
        // First contact, then chains without a kinase, then the others in the order of the source.
        kinds.sort_by_key(|chain| (chain.name != *first, chain.role != ChainRole::Alpha));
        let halves = receptor.ligand_copies.clamp(1, 2);
        let shared = kinds.iter().map(|chain| chain.copies).min().unwrap_or(1);
        let units = if kinds.len() > 1 || halves > 1 { shared.max(1) } else { 1 };
        let sequence: Vec<Chain> = kinds
            .iter()
            .flat_map(|chain| {
                let copies = (chain.copies / units).max(1) as usize;
                std::iter::repeat_n(chain.clone(), copies)
            })
            .collect();
        let kinases = sequence.iter().filter(|chain| !chain.partners.is_empty()).count();
        let assembly = Self { sequence, halves };
        if kinases * halves as usize == 2 {
            Ok(assembly)
        } else {
            Err(PathwayError::NoPair {
                cytokine: cytokine.name().into(),
                kinases: kinases * halves as usize,
            })
        }
    }

    /// The two chains whose kinases face each other.
    pub(super) fn pair(&self) -> [&Chain; 2] {
        let mut holders = self.sequence.iter().filter(|chain| !chain.partners.is_empty());
        let first = holders.next().unwrap_or(&self.sequence[0]);
        [first, holders.next().unwrap_or(first)]
    }

    /// Every chain of the whole complex, with its copies.
    pub(super) fn copies(&self) -> Vec<(&str, u32)> {
        let mut copies: Vec<(&str, u32)> = Vec::new();
        for chain in &self.sequence {
            match copies.iter_mut().find(|(name, _)| *name == chain.name) {
                Some((_, count)) => *count += self.halves,
                None => copies.push((&chain.name, self.halves)),
            }
        }
        copies
    }
}
