//! One row of an event table.

use super::columns::Column;
use super::{Dose, RegimenError, Route};
use crate::units::{Mass, MassRate, Quantities};

/// The cells of a row that say something, with the line they stand in.
pub(super) struct Row<'a> {
    pub(super) line: u64,
    pub(super) cells: Vec<(Column, &'a str)>,
}

impl Row<'_> {
    /// The dose of the row; none where the row is an observation. `first` says whether no dose came before.
    pub(super) fn dose(&self, first: bool) -> Result<Option<Dose>, RegimenError> {
        let amount = self.number(Column::Amount)?.unwrap_or(0.0);
        match (self.whole(Column::Event)?, first) {
            (Some(0), _) if amount == 0.0 => return Ok(None),
            (Some(0), _) => {
                return Err(
                    self.bad(Column::Event, "an observation has no AMT: write 1 for a dose")
                );
            }
            (None | Some(1), _) | (Some(4), true) => {}
            (Some(4), false) => {
                return Err(self
                    .bad(Column::Event, "a reset begins a table: write a table for each period"));
            }
            _ => return Err(self.bad(Column::Event, "write 0 for an observation, 1 for a dose")),
        }
        let mut dose = Dose::single(Mass::from_milligrams(amount), self.route()?);
        dose.time = self.needed(Column::Time)?.hours();
        dose.interval =
            self.number(Column::Interval)?.filter(|hours| *hours != 0.0).map(Quantities::hours);
        dose.doses = Some(self.additional()?);
        dose.steady_state = self.steady_state(first)?;
        if dose.doses == Some(1) && !dose.steady_state && dose.interval.is_some() {
            return Err(
                self.bad(Column::Interval, "an interval goes with ADDL or SS: add one, or write 0")
            );
        }
        dose.lag = self.number(Column::Lag)?.map(Quantities::hours);
        dose.bioavailability = self.number(Column::Bioavailability)?;
        Ok(Some(dose))
    }

    fn additional(&self) -> Result<u32, RegimenError> {
        match self.whole(Column::Additional)?.unwrap_or(0).checked_add(1) {
            Some(doses) => Ok(doses),
            None => Err(self.bad(Column::Additional, "write fewer additional doses")),
        }
    }

    fn steady_state(&self, first: bool) -> Result<bool, RegimenError> {
        match (self.whole(Column::SteadyState)?, first) {
            (None | Some(0), _) => Ok(false),
            (Some(1), true) | (Some(2), _) => Ok(true),
            (Some(1), false) => Err(self.bad(
                Column::SteadyState,
                "1 forgets the doses before it: write 2 to add to them, or a table for each period",
            )),
            _ => Err(self.bad(Column::SteadyState, "write 0, 1 or 2")),
        }
    }

    fn route(&self) -> Result<Route, RegimenError> {
        let filled = |x: Option<f64>| x.filter(|x| *x != 0.0);
        let rate = filled(self.number(Column::Rate)?).map(MassRate::from_milligrams_per_hour);
        let duration = filled(self.number(Column::Duration)?).map(Quantities::hours);
        let into_vein = match (rate, duration) {
            (Some(_), Some(_)) => return Err(self.bad(Column::Rate, "give RATE or DUR, not both")),
            (Some(rate), None) => Some(Route::InfusionAt(rate)),
            (None, Some(duration)) => Some(Route::Infusion(duration)),
            (None, None) => None,
        };
        let stated = match (self.cell(Column::Compartment), self.cell(Column::Route)) {
            (Some(_), Some(_)) => {
                return Err(self.bad(Column::Route, "give CMT or ROUTE, not both"));
            }
            (Some("1"), None) => Some("oral"),
            (Some("2"), None) => Some("iv"),
            (Some(_), None) => {
                return Err(
                    self.bad(Column::Compartment, "write 1 for by mouth, 2 for into a vein")
                );
            }
            (None, word) => word,
        };
        match (stated.map(str::to_lowercase).as_deref(), into_vein) {
            (None | Some("oral"), None) => Ok(Route::Oral),
            (Some("iv" | "bolus"), None) => Ok(Route::Bolus),
            (None | Some("iv" | "infusion"), Some(infusion)) => Ok(infusion),
            (Some("oral" | "bolus"), Some(_)) => {
                Err(self.bad(Column::Route, "RATE and DUR are of infusions: write infusion"))
            }
            (Some("infusion"), None) => {
                Err(self.bad(Column::Route, "an infusion has a RATE in mg/h or a DUR in h"))
            }
            (Some(_), _) => Err(self.bad(Column::Route, "write oral, bolus, infusion or iv")),
        }
    }

    /// What a cell says, where it says something.
    fn cell(&self, column: Column) -> Option<&str> {
        let cell = self.cells.iter().find(|(known, _)| *known == column);
        cell.map(|(_, text)| *text).filter(|text| !text.is_empty() && *text != ".")
    }

    fn needed(&self, column: Column) -> Result<f64, RegimenError> {
        self.number(column)?.ok_or_else(|| self.bad(column, "write a number"))
    }

    fn number(&self, column: Column) -> Result<Option<f64>, RegimenError> {
        let read = |text: &str| text.parse().map_err(|_| self.bad(column, "write a number"));
        self.cell(column).map(read).transpose()
    }

    fn whole(&self, column: Column) -> Result<Option<u32>, RegimenError> {
        let read = |text: &str| text.parse().map_err(|_| self.bad(column, "write a whole number"));
        self.cell(column).map(read).transpose()
    }

    fn bad(&self, column: Column, remedy: &'static str) -> RegimenError {
        let value = self.cell(column).unwrap_or_default().into();
        RegimenError::BadCell { line: self.line, column: column.name(), value, remedy }
    }
}
