//! How the kinases bind ATP, and how much of it a cell has.

use super::{CatalogError, Jak, PerJak, Provenance, Sourced};
use crate::units::Concentration;

/// A concentration with the range it may lie in.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranged {
    /// The value in use.
    pub value: Sourced<Concentration>,
    /// The lowest plausible value; the value itself where no range is known.
    pub low: Concentration,
    /// The highest plausible value; the value itself where no range is known.
    pub high: Concentration,
}

/// Km(ATP) of the four kinases and the ATP of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Enzymology {
    pub(super) km: PerJak<Ranged>,
    pub(super) cell_atp: Ranged,
}

impl Enzymology {
    /// Km(ATP) of a kinase.
    pub fn km(&self, jak: Jak) -> Concentration {
        self.km[jak].value.value
    }

    /// Km(ATP) of every kinase, with range and source.
    pub const fn km_atp(&self) -> &PerJak<Ranged> {
        &self.km
    }

    /// The ATP in the cytosol, 2 mM unless changed.
    pub const fn cell_atp(&self) -> Concentration {
        self.cell_atp.value.value
    }

    /// The range the cell's ATP may lie in, lowest and highest.
    pub const fn cell_atp_range(&self) -> (Concentration, Concentration) {
        (self.cell_atp.low, self.cell_atp.high)
    }

    /// The cell's ATP with range and source.
    pub const fn cellular(&self) -> &Ranged {
        &self.cell_atp
    }

    /// The same kinases in a cell with another ATP.
    ///
    /// # Errors
    ///
    /// [`CatalogError::OutOfRange`] unless the concentration is positive and finite.
    pub fn with_cell_atp(&self, atp: Concentration) -> Result<Self, CatalogError> {
        let mut changed = self.clone();
        changed.cell_atp.value.value = positive("the cell's ATP", atp)?;
        changed.cell_atp.value.provenance = Provenance::set_by_caller();
        Ok(changed)
    }

    /// The same kinases with another Km(ATP) of one of them.
    ///
    /// # Errors
    ///
    /// [`CatalogError::OutOfRange`] unless the concentration is positive and finite.
    pub fn with_km(&self, jak: Jak, km: Concentration) -> Result<Self, CatalogError> {
        let mut changed = self.clone();
        changed.km[jak].value.value = positive("Km(ATP)", km)?;
        changed.km[jak].value.provenance = Provenance::set_by_caller();
        Ok(changed)
    }
}

fn positive(quantity: &'static str, value: Concentration) -> Result<Concentration, CatalogError> {
    if value.as_nanomolar().is_finite() && value.as_nanomolar() > 0.0 {
        return Ok(value);
    }
    Err(CatalogError::OutOfRange {
        quantity,
        value: value.to_string(),
        remedy: "give a positive finite concentration such as 2 mM",
    })
}
