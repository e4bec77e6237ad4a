//! A cytokine: ligand, receptor and the STATs it reaches.

use serde::{Deserialize, Serialize};

use super::lookup::Named;
use super::{CatalogError, Chain, Provenance, Receptor, Sourced, Stat};
use crate::units::{Concentration, LigandDose, MassConcentration, MolarMass};

/// How prominent a STAT is behind a receptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatRole {
    /// It carries the signal.
    Main,
    /// It is phosphorylated beside it.
    Secondary,
}

/// A STAT behind a receptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StatUse {
    /// The STAT.
    pub stat: Stat,
    /// How prominent it is.
    pub role: StatRole,
}

/// How tightly a cytokine binds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Affinity {
    /// The apparent dissociation constant of the whole receptor on cells.
    pub apparent: Sourced<Concentration>,
    /// The chain the ligand touches first.
    pub first_chain: Sourced<String>,
    /// The dissociation constant of that first contact, where one is known.
    pub first_contact: Option<Concentration>,
}

/// A cytokine, read from one block of `cytokines.toml`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cytokine {
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) responder: String,
    pub(super) form: String,
    pub(super) molar_mass: Sourced<MolarMass>,
    pub(super) dose: Sourced<MassConcentration>,
    pub(super) receptor: Receptor,
    pub(super) unknown_chain: Option<String>,
    pub(super) stats: Vec<StatUse>,
    pub(super) heterodimers: Vec<(Stat, Stat)>,
    pub(super) stats_provenance: Provenance,
    pub(super) affinity: Affinity,
}

impl Cytokine {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What else it is called.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The molar mass that turns ng/mL into nM.
    pub const fn molar_mass(&self) -> MolarMass {
        self.molar_mass.value
    }

    /// The form that was weighed, for example a monomer.
    pub fn form(&self) -> &str {
        &self.form
    }

    /// A usual dose in vitro.
    pub const fn typical_dose(&self) -> LigandDose {
        LigandDose::Mass(self.dose.value)
    }

    /// Its receptor.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownPartner`] where the kinase of a chain is not known.
    pub fn receptor(&self) -> Result<&Receptor, CatalogError> {
        match &self.unknown_chain {
            None => Ok(&self.receptor),
            Some(chain) => Err(CatalogError::UnknownPartner {
                cytokine: self.name.clone(),
                chain: chain.clone(),
            }),
        }
    }

    /// The chains of its receptor, whether or not all their kinases are known.
    pub fn chains(&self) -> &[Chain] {
        &self.receptor.chains
    }

    /// The STATs it reaches, main ones first.
    pub fn stats(&self) -> &[StatUse] {
        &self.stats
    }

    /// The STAT a read-out takes unless told otherwise: the first one.
    pub fn main_stat(&self) -> Stat {
        self.stats[0].stat
    }

    /// Pairs of different STATs that dimerise behind this receptor.
    pub fn heterodimers(&self) -> &[(Stat, Stat)] {
        &self.heterodimers
    }

    /// How tightly it binds.
    pub const fn affinity(&self) -> &Affinity {
        &self.affinity
    }

    /// The name of the cell it is usually tested on.
    pub fn responder(&self) -> &str {
        &self.responder
    }

    /// The source of each of its numbers, with what the number is.
    pub fn sources(&self) -> [(&'static str, &Provenance); 6] {
        [
            ("molar mass", &self.molar_mass.provenance),
            ("dose", &self.dose.provenance),
            ("receptor", &self.receptor.provenance),
            ("STATs", &self.stats_provenance),
            ("affinity", &self.affinity.apparent.provenance),
            ("first contact", &self.affinity.first_chain.provenance),
        ]
    }
}

impl Named for Cytokine {
    fn name(&self) -> &str {
        &self.name
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }
}
