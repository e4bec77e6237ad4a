//! Where a number comes from, and whether anybody looked.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How far a number was checked against its source, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verified {
    /// Stated in the texts this library starts from.
    Given,
    /// Read in the cited text, or in a public transcription of its table.
    Read,
    /// Computed from numbers that were read.
    Derived,
    /// Recalled from the cited paper, not checked against it.
    Unverified,
    /// Chosen for want of a measurement.
    Assumed,
}

impl Verified {
    const ALL: [Self; 5] =
        [Self::Given, Self::Read, Self::Derived, Self::Unverified, Self::Assumed];

    /// The word used in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Read => "read",
            Self::Derived => "derived",
            Self::Unverified => "unverified",
            Self::Assumed => "assumed",
        }
    }

    /// Whether somebody saw the number in its source: given, read, or derived from such.
    pub const fn is_checked(self) -> bool {
        matches!(self, Self::Given | Self::Read | Self::Derived)
    }
}

impl fmt::Display for Verified {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Verified {
    type Err = String;

    /// Reads a word of the tables; the error says which words there are.
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|known| known.name() == text)
            .ok_or_else(|| "write given, read, derived, unverified or assumed".into())
    }
}

/// The source of a number and how far it was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The text it comes from; never empty.
    pub source: String,
    /// The digital object identifier of that text, where it has one.
    pub doi: Option<String>,
    /// How far it was checked.
    pub verified: Verified,
    /// What else a reader should know; may be empty.
    pub note: String,
}

impl Provenance {
    /// That of a number in place of the table's.
    pub(super) fn set_by_caller() -> Self {
        Self {
            source: "set by the caller".into(),
            doi: None,
            verified: Verified::Assumed,
            note: String::new(),
        }
    }
}

/// A row of a table that a result rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// The table, such as `inhibitors`.
    pub table: String,
    /// The row, in words.
    pub row: String,
    /// Where it comes from.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// A value with its provenance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub provenance: Provenance,
}
