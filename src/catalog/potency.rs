//! One measured potency: a drug on one kinase in one assay.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Jak, Provenance, Verified};
use crate::units::Concentration;

/// Whether a number is the value or a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Relation {
    /// The value itself.
    #[serde(rename = "=")]
    Equal,
    /// The value is larger than the number, which was the highest dose.
    #[serde(rename = ">")]
    GreaterThan,
}

impl Relation {
    /// The sign used in the tables: `=` or `>`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::GreaterThan => ">",
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.sign())
    }
}

impl FromStr for Relation {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text {
            "=" => Ok(Self::Equal),
            ">" => Ok(Self::GreaterThan),
            _ => Err("write = for a value or > for a bound"),
        }
    }
}

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Metric {
    /// The concentration that halves the enzyme's activity at the assay's ATP.
    #[serde(rename = "IC50")]
    Ic50,
    /// The inhibition constant, which knows no ATP.
    Ki,
    /// The concentration that displaces half of a probe from its domain.
    #[serde(rename = "displacement")]
    Displacement,
    /// A ratio to another drug's potency: no concentration.
    #[serde(rename = "ratio")]
    Ratio,
}

impl Metric {
    /// The word used in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ic50 => "IC50",
            Self::Ki => "Ki",
            Self::Displacement => "displacement",
            Self::Ratio => "ratio",
        }
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Metric {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        [Self::Ic50, Self::Ki, Self::Displacement, Self::Ratio]
            .into_iter()
            .find(|metric| metric.name() == text)
            .ok_or("write IC50, Ki, displacement or ratio")
    }
}

/// The domain of the kinase a drug binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Domain {
    /// The kinase domain, where ATP binds.
    #[serde(rename = "JH1")]
    Jh1,
    /// The regulatory pseudokinase domain.
    #[serde(rename = "JH2")]
    Jh2,
}

impl FromStr for Domain {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        match text {
            "JH1" => Ok(Self::Jh1),
            "JH2" => Ok(Self::Jh2),
            _ => Err("write JH1 or JH2"),
        }
    }
}

/// The ATP an IC50 was measured at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum AssayAtp {
    /// A stated concentration.
    Concentration {
        /// The concentration.
        atp: Concentration,
        /// How far it was checked; `Assumed` where the source does not state it.
        verified: Verified,
    },
    /// At the kinase's own Km(ATP), whatever that is.
    AtKm {
        /// How far it was checked; `Assumed` where the source does not state it.
        verified: Verified,
    },
    /// The metric does not depend on ATP.
    NotApplicable,
}

impl AssayAtp {
    /// The concentration for a kinase with this Km(ATP); `None` where ATP does not matter.
    pub fn for_km(self, km: Concentration) -> Option<Concentration> {
        match self {
            Self::Concentration { atp, .. } => Some(atp),
            Self::AtKm { .. } => Some(km),
            Self::NotApplicable => None,
        }
    }

    /// How far it was checked; `None` where ATP does not matter.
    pub const fn verified(self) -> Option<Verified> {
        match self {
            Self::Concentration { verified, .. } | Self::AtKm { verified } => Some(verified),
            Self::NotApplicable => None,
        }
    }
}

impl fmt::Display for AssayAtp {
    /// For example `1 mM ATP (assumed)`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Concentration { atp, verified } => write!(formatter, "{atp} ATP ({verified})"),
            Self::AtKm { verified } => write!(formatter, "ATP at Km ({verified})"),
            Self::NotApplicable => formatter.write_str("no ATP"),
        }
    }
}

/// The potency of a drug on one kinase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Potency {
    /// The kinase.
    pub jak: Jak,
    /// The domain the drug binds.
    pub domain: Domain,
    /// The concentration, or its bound.
    pub value: Concentration,
    /// Whether `value` is the value or a bound.
    pub relation: Relation,
    /// What was measured.
    pub metric: Metric,
    /// The ATP it was measured at.
    pub assay_atp: AssayAtp,
    /// Where it comes from.
    pub provenance: Provenance,
}
