//! Columns of an event table.

use super::RegimenError;
use crate::closest::closest;

/// A column, under the name NONMEM gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Time,
    Amount,
    Interval,
    Additional,
    SteadyState,
    Rate,
    Duration,
    Compartment,
    Route,
    Event,
    Lag,
    Bioavailability,
}

impl Column {
    pub(super) const ALL: [Self; 12] = [
        Self::Time,
        Self::Amount,
        Self::Interval,
        Self::Additional,
        Self::SteadyState,
        Self::Rate,
        Self::Duration,
        Self::Compartment,
        Self::Route,
        Self::Event,
        Self::Lag,
        Self::Bioavailability,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Time => "TIME",
            Self::Amount => "AMT",
            Self::Interval => "II",
            Self::Additional => "ADDL",
            Self::SteadyState => "SS",
            Self::Rate => "RATE",
            Self::Duration => "DUR",
            Self::Compartment => "CMT",
            Self::Route => "ROUTE",
            Self::Event => "EVID",
            Self::Lag => "ALAG",
            Self::Bioavailability => "F",
        }
    }

    /// The columns a header names, each at most once.
    pub(super) fn read(header: &csv::StringRecord) -> Result<Vec<Self>, RegimenError> {
        let columns: Vec<Self> = header.iter().map(Self::named).collect::<Result<_, _>>()?;
        for column in Self::ALL {
            let times = columns.iter().filter(|known| **known == column).count();
            let needed = matches!(column, Self::Time | Self::Amount);
            if times > 1 || (needed && times == 0) {
                return Err(RegimenError::Columns { column: column.name(), times });
            }
        }
        Ok(columns)
    }

    fn named(text: &str) -> Result<Self, RegimenError> {
        let found = Self::ALL.into_iter().find(|column| column.name().eq_ignore_ascii_case(text));
        found.ok_or_else(|| {
            let names = Self::ALL.map(Self::name);
            RegimenError::UnknownColumn {
                column: text.into(),
                closest: closest(text, names.into_iter()),
                known: names.join(", "),
            }
        })
    }
}
