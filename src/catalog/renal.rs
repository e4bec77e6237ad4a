//! Categories of renal function.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::units::{Filtration, Quantities};

/// A category of renal function, by filtration in mL/min (per 1.73 m² where it is an eGFR).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RenalCategory {
    /// 90 or more.
    Normal,
    /// 60 to 90.
    Mild,
    /// 30 to 60.
    Moderate,
    /// 15 to 30.
    Severe,
    /// Below 15, or on dialysis.
    EndStage,
}

impl RenalCategory {
    /// Every category, from best to worst.
    pub const ALL: [Self; 5] =
        [Self::Normal, Self::Mild, Self::Moderate, Self::Severe, Self::EndStage];

    /// The word used in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
            Self::EndStage => "end-stage",
        }
    }

    /// The category a filtration falls into.
    pub fn of(filtration: Filtration) -> Self {
        match filtration.as_ml_per_min() {
            rate if rate >= 90.0 => Self::Normal,
            rate if rate >= 60.0 => Self::Mild,
            rate if rate >= 30.0 => Self::Moderate,
            rate if rate >= 15.0 => Self::Severe,
            _ => Self::EndStage,
        }
    }

    /// The filtration that stands for the category, its middle: 75, 45 and 22.5 mL/min.
    ///
    /// None for normal function, which is that of a set's reference patient, and none for end-stage disease, for
    /// which no model was made.
    pub fn filtration(self) -> Option<Filtration> {
        match self {
            Self::Mild => Some(75.0.ml_per_min()),
            Self::Moderate => Some(45.0.ml_per_min()),
            Self::Severe => Some(22.5.ml_per_min()),
            Self::Normal | Self::EndStage => None,
        }
    }
}

impl fmt::Display for RenalCategory {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for RenalCategory {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        Self::ALL
            .into_iter()
            .find(|known| known.name() == text)
            .ok_or("write normal, mild, moderate, severe or end-stage")
    }
}
