//! What a parameter of a kinetic set measures.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A quantity of a pharmacokinetic model; each has one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum KineticQuantity {
    /// Clearance of the whole body, L/h, where it is not split.
    Clearance,
    /// Clearance by the kidneys, L/h.
    RenalClearance,
    /// Clearance by everything else, L/h.
    NonRenalClearance,
    /// Volume of the central compartment, L.
    CentralVolume,
    /// Clearance between the compartments, L/h.
    Exchange,
    /// Volume of the peripheral compartment, L.
    PeripheralVolume,
    /// Rate constant of first-order absorption, 1/h.
    AbsorptionRate,
    /// Duration of zero-order absorption, h.
    AbsorptionDuration,
    /// Share of the dose absorbed at a constant rate, the rest being absorbed by first order.
    ZeroOrderShare,
    /// Time before absorption begins, h.
    Lag,
    /// Fraction absorbed, relative to what the set's clearances and volumes refer to.
    Bioavailability,
    /// Fraction of an oral dose that reaches the blood; turns apparent clearances into true ones.
    AbsoluteBioavailability,
    /// Fraction of the drug in plasma that no protein holds.
    FractionUnbound,
    /// Concentration in blood over that in plasma.
    BloodPlasmaRatio,
    /// Standard deviation of the proportional residual error, a fraction.
    ResidualError,
}

impl KineticQuantity {
    const ALL: [Self; 15] = [
        Self::Clearance,
        Self::RenalClearance,
        Self::NonRenalClearance,
        Self::CentralVolume,
        Self::Exchange,
        Self::PeripheralVolume,
        Self::AbsorptionRate,
        Self::AbsorptionDuration,
        Self::ZeroOrderShare,
        Self::Lag,
        Self::Bioavailability,
        Self::AbsoluteBioavailability,
        Self::FractionUnbound,
        Self::BloodPlasmaRatio,
        Self::ResidualError,
    ];

    /// The words used in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clearance => "clearance",
            Self::RenalClearance => "renal clearance",
            Self::NonRenalClearance => "non-renal clearance",
            Self::CentralVolume => "central volume",
            Self::Exchange => "exchange",
            Self::PeripheralVolume => "peripheral volume",
            Self::AbsorptionRate => "absorption rate",
            Self::AbsorptionDuration => "absorption duration",
            Self::ZeroOrderShare => "zero-order share",
            Self::Lag => "lag",
            Self::Bioavailability => "bioavailability",
            Self::AbsoluteBioavailability => "absolute bioavailability",
            Self::FractionUnbound => "fraction unbound",
            Self::BloodPlasmaRatio => "blood/plasma ratio",
            Self::ResidualError => "residual error",
        }
    }

    /// Its unit in the tables: `L/h`, `L`, `1/h`, `h` or `fraction`.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Clearance | Self::RenalClearance | Self::NonRenalClearance | Self::Exchange => {
                "L/h"
            }
            Self::CentralVolume | Self::PeripheralVolume => "L",
            Self::AbsorptionRate => "1/h",
            Self::AbsorptionDuration | Self::Lag => "h",
            _ => "fraction",
        }
    }

    /// Whether it cannot exceed one.
    pub(super) const fn is_share(self) -> bool {
        matches!(
            self,
            Self::ZeroOrderShare
                | Self::Bioavailability
                | Self::AbsoluteBioavailability
                | Self::FractionUnbound
        )
    }
}

impl fmt::Display for KineticQuantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for KineticQuantity {
    type Err = String;

    /// Reads the words of the tables; the error lists them.
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|known| known.name() == text)
            .ok_or_else(|| format!("write one of {}", Self::ALL.map(Self::name).join(", ")))
    }
}
