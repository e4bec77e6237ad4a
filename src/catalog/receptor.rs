//! A receptor: its chains and the kinases they hold.

use serde::{Deserialize, Serialize};

use super::{Jak, Provenance, Verified};

/// What a chain is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChainRole {
    /// It binds the ligand and holds no kinase.
    Alpha,
    /// It holds a kinase.
    Signalling,
}

/// A kinase on a chain.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    /// The kinase.
    pub jak: Jak,
    /// How much of it the chain holds beside its other kinases: 1 for a main partner, less for a minor one.
    pub weight: f64,
    /// Who says so; the weight of a minor partner is assumed.
    pub verified: Verified,
}

/// A chain of a receptor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chain {
    /// Its gene, for example `IL6ST`.
    pub name: String,
    /// How many of it one complex has.
    pub copies: u32,
    /// What it is there for.
    pub role: ChainRole,
    /// The kinases it holds, main ones first; empty for an `Alpha` chain.
    pub partners: Vec<Partner>,
}

/// A receptor as one signalling complex: ligand and chains with their numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receptor {
    /// Molecules of ligand, as they are weighed, in one complex.
    pub ligand_copies: u32,
    /// Protein chains in one molecule of ligand: 2 for a dimer such as IFN-gamma.
    pub ligand_chains: u32,
    /// The chains, in the order of the source.
    pub chains: Vec<Chain>,
    /// Where the set of chains and kinases comes from.
    pub provenance: Provenance,
    /// How far it was checked which chain holds which kinase.
    pub assignment: Verified,
}

impl Receptor {
    /// Protein chains of the complex in the usual notation, ligand first: `2:2:2` for IL-6.
    pub fn stoichiometry(&self) -> String {
        let ligand = self.ligand_copies * self.ligand_chains;
        let chains = self.chains.iter().map(|chain| chain.copies);
        let numbers: Vec<String> =
            std::iter::once(ligand).chain(chains).map(|number| number.to_string()).collect();
        numbers.join(":")
    }

    /// Whether any chain holds this kinase.
    pub fn uses(&self, jak: Jak) -> bool {
        self.chains.iter().flat_map(|chain| &chain.partners).any(|partner| partner.jak == jak)
    }
}
