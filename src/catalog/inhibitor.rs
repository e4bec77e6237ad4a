//! A drug and its panels.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::lookup::{Named, key};
use super::{CatalogError, Jak, Metric, NakAffinity, Panel, Potency};
use crate::units::MolarMass;

/// How a drug stops a kinase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Mechanism {
    /// It takes the place of ATP, and leaves again.
    AtpCompetitive,
    /// It holds the regulatory domain and leaves the ATP site free.
    Allosteric,
    /// It bonds to the kinase and stays.
    Covalent,
}

impl fmt::Display for Mechanism {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::AtpCompetitive => "ATP-competitive",
            Self::Allosteric => "allosteric",
            Self::Covalent => "covalent",
        })
    }
}

impl FromStr for Mechanism {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text {
            "atp-competitive" => Ok(Self::AtpCompetitive),
            "allosteric" => Ok(Self::Allosteric),
            "covalent" => Ok(Self::Covalent),
            _ => Err("write atp-competitive, allosteric or covalent"),
        }
    }
}

/// A drug, with one of its panels chosen.
///
/// Each drug has a documented default panel: the one measured nearest to a cell's ATP, and among equals the drug's original
/// paper. Where a paper does not state its ATP, the table holds an assumed one with a mark. Values of two panels are never
/// mixed.
#[derive(Debug, Clone, PartialEq)]
pub struct Inhibitor {
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) molar_mass: MolarMass,
    pub(super) mechanism: Mechanism,
    pub(super) panels: Vec<Panel>,
    pub(super) default_panel: usize,
    pub(super) chosen_panel: usize,
    pub(super) nak: Vec<NakAffinity>,
}

impl Inhibitor {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What else it is called.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// Its molar mass, of the free base.
    pub const fn molar_mass(&self) -> MolarMass {
        self.molar_mass
    }

    /// How it stops a kinase.
    pub const fn mechanism(&self) -> Mechanism {
        self.mechanism
    }

    /// Every panel it was measured in.
    pub fn panels(&self) -> &[Panel] {
        &self.panels
    }

    /// The panel in use unless another was asked for.
    pub fn default_panel(&self) -> &Panel {
        &self.panels[self.default_panel]
    }

    /// The panel in use.
    pub fn panel(&self) -> &Panel {
        &self.panels[self.chosen_panel]
    }

    /// The same drug with another of its panels in use.
    ///
    /// # Errors
    ///
    /// [`CatalogError::NotInPanel`] where it was not measured there.
    pub fn with_panel(&self, name: &str) -> Result<Self, CatalogError> {
        let chosen = self.panels.iter().position(|panel| key(panel.name()) == key(name));
        let chosen_panel = chosen.ok_or_else(|| CatalogError::NotInPanel {
            drug: self.name.clone(),
            panel: name.into(),
            available: self.panels.iter().map(|panel| panel.name().to_owned()).collect(),
        })?;
        Ok(Self { chosen_panel, ..self.clone() })
    }

    /// The potency on a kinase in the panel in use, as measured.
    ///
    /// # Errors
    ///
    /// [`CatalogError::OnlyRatioKnown`] where the panel holds no concentration, [`CatalogError::NotMeasured`] where it
    /// holds none for this kinase.
    pub fn potency(&self, jak: Jak) -> Result<&Potency, CatalogError> {
        let panel = self.panel();
        if panel.metric() == Metric::Ratio {
            return Err(CatalogError::OnlyRatioKnown {
                drug: self.name.clone(),
                panel: panel.name().into(),
                note: panel.provenance().note.clone(),
            });
        }
        panel.potency(jak).ok_or_else(|| CatalogError::NotMeasured {
            drug: self.name.clone(),
            panel: panel.name().into(),
            jak,
        })
    }

    /// Its affinities for AAK1, BIKE and GAK, where they were measured.
    pub fn nak_affinities(&self) -> &[NakAffinity] {
        &self.nak
    }
}

impl Named for Inhibitor {
    fn name(&self) -> &str {
        &self.name
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }
}
