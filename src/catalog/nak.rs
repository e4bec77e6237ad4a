//! The numb-associated kinases, which drugs against JAKs bind as well.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Provenance, Relation};
use crate::units::Concentration;

/// A kinase that steers endocytosis, by which viruses enter cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum NakKinase {
    /// AP2-associated protein kinase 1.
    Aak1,
    /// BMP-2-inducible protein kinase.
    Bike,
    /// Cyclin G-associated kinase.
    Gak,
}

impl fmt::Display for NakKinase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Aak1 => "AAK1",
            Self::Bike => "BIKE",
            Self::Gak => "GAK",
        })
    }
}

impl FromStr for NakKinase {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text {
            "AAK1" => Ok(Self::Aak1),
            "BIKE" => Ok(Self::Bike),
            "GAK" => Ok(Self::Gak),
            _ => Err("write AAK1, BIKE or GAK"),
        }
    }
}

/// The affinity of a drug for one of these kinases: a dissociation constant, measured without ATP.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NakAffinity {
    /// The kinase.
    pub kinase: NakKinase,
    /// The dissociation constant, or its bound.
    pub dissociation: Concentration,
    /// Whether `dissociation` is the value or a bound.
    pub relation: Relation,
    /// Where it comes from.
    pub provenance: Provenance,
}
