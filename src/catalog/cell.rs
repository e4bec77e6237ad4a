//! A cell: its volumes, the chains it has, and how many molecules of each protein.

use std::collections::BTreeMap;

use super::lookup::Named;
use super::{Abundance, CatalogError, Cytokine, Jak, PerJak, PerStat, Provenance, Sourced, Stat};
use crate::units::Volume;

/// The receptor chains of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Receptors {
    /// Every chain there is, each in the same number.
    Every(Abundance),
    /// These chains.
    Listed(BTreeMap<String, Abundance>),
}

/// A cell, read from one block of `cells.toml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) volume: Sourced<Volume>,
    pub(super) nucleus: Sourced<Volume>,
    pub(super) receptors: Receptors,
    pub(super) presence: Provenance,
    pub(super) jaks: PerJak<Abundance>,
    pub(super) stats: PerStat<Abundance>,
}

impl Cell {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What else it is called.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The volume that membrane and cytosol are counted in; the nucleus comes on top of it.
    pub const fn volume(&self) -> Volume {
        self.volume.value
    }

    /// The volume of the nucleus.
    pub const fn nucleus(&self) -> Volume {
        self.nucleus.value
    }

    /// Molecules of a receptor chain, by its gene; `None` where the cell lacks it.
    pub fn receptor_copies(&self, chain: &str) -> Option<&Abundance> {
        match &self.receptors {
            Receptors::Every(abundance) => Some(abundance),
            Receptors::Listed(chains) => chains.get(chain),
        }
    }

    /// Molecules of a kinase.
    pub fn jak_copies(&self, jak: Jak) -> &Abundance {
        &self.jaks[jak]
    }

    /// Molecules of a STAT, in cytosol and nucleus together.
    pub fn stat_copies(&self, stat: Stat) -> &Abundance {
        &self.stats[stat]
    }

    /// Checks that the cell has every chain a cytokine needs.
    ///
    /// # Errors
    ///
    /// [`CatalogError::NoReceptor`] with the chains it lacks and a cell that has them.
    pub fn check_receptor(&self, cytokine: &Cytokine) -> Result<(), CatalogError> {
        let missing: Vec<String> = cytokine
            .chains()
            .iter()
            .filter(|chain| self.receptor_copies(&chain.name).is_none())
            .map(|chain| chain.name.clone())
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(CatalogError::NoReceptor {
            cell: self.name.clone(),
            cytokine: cytokine.name().into(),
            missing,
            responder: cytokine.responder().into(),
        })
    }

    /// Where the volumes, the set of chains and the numbers come from, with what each is.
    pub fn sources(&self) -> Vec<(String, &Provenance)> {
        let mut sources = vec![
            ("volume".to_owned(), &self.volume.provenance),
            ("nucleus".to_owned(), &self.nucleus.provenance),
            ("set of chains".to_owned(), &self.presence),
        ];
        match &self.receptors {
            Receptors::Every(abundance) => {
                sources.push(("every chain".into(), &abundance.provenance));
            }
            Receptors::Listed(chains) => {
                sources
                    .extend(chains.iter().map(|(name, found)| (name.clone(), &found.provenance)));
            }
        }
        sources.extend(self.jaks.iter().map(|(jak, found)| (jak.to_string(), &found.provenance)));
        sources
            .extend(self.stats.iter().map(|(stat, found)| (stat.to_string(), &found.provenance)));
        sources
    }
}

impl Named for Cell {
    fn name(&self) -> &str {
        &self.name
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }
}
