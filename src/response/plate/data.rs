//! The wells of a plate.

use crate::response::error::ResponseError;
use crate::units::Concentration;
use std::collections::BTreeMap;

/// One well.
#[derive(Debug, Clone, PartialEq)]
pub struct PlateRow {
    /// Dose; zero for a control.
    pub dose: Concentration,
    /// Measured response, in any one unit.
    pub response: f64,
    /// Which replicate it is, if that was noted. Wells of one curve at one dose are replicates anyway.
    pub replicate: Option<String>,
    /// Weight of the squared residual, in units of 1/variance up to a factor; 1 if not given.
    pub weight: f64,
    /// The curve it belongs to.
    pub curve: String,
}

impl PlateRow {
    /// A well of weight 1 in `curve`.
    pub fn new(curve: &str, dose: Concentration, response: f64) -> Self {
        Self { dose, response, replicate: None, weight: 1.0, curve: curve.to_owned() }
    }
}

/// Checked wells of one or several curves.
#[derive(Debug, Clone, PartialEq)]
pub struct PlateData {
    rows: Vec<PlateRow>,
    curves: Vec<String>,
}

impl PlateData {
    /// The wells, in any order.
    ///
    /// # Errors
    /// If there are none, a dose is negative, a response is not finite, a weight is not positive, or
    /// two wells claim to be the same replicate.
    pub fn new(rows: Vec<PlateRow>) -> Result<Self, ResponseError> {
        if rows.is_empty() {
            return Err(ResponseError::TooFew { what: "wells".to_owned(), have: 0, need: 5 });
        }
        let mut curves: Vec<String> = Vec::new();
        let mut seen = BTreeMap::new();
        for (index, well) in rows.iter().enumerate() {
            let row = index + 1;
            let dose = well.dose.as_nanomolar();
            let checks = [
                ("dose", dose, dose >= 0.0, "give zero for a control or a positive dose"),
                ("response", well.response, true, "leave a well without a measurement out"),
                ("weight", well.weight, well.weight > 0.0, "leave the well out or weigh it 1"),
            ];
            for (field, value, fits, remedy) in checks {
                if !(fits && value.is_finite()) {
                    return Err(ResponseError::Row { row, field, value, remedy });
                }
            }
            if !curves.contains(&well.curve) {
                curves.push(well.curve.clone());
            }
            let Some(replicate) = &well.replicate else { continue };
            let key = (&well.curve, dose.to_bits(), replicate);
            if let Some(first) = seen.insert(key, row) {
                let (replicate, curve) = (replicate.clone(), well.curve.clone());
                return Err(ResponseError::Repeated { first, second: row, replicate, curve, dose });
            }
        }
        Ok(Self { rows, curves })
    }

    /// The wells as given.
    pub fn rows(&self) -> &[PlateRow] {
        &self.rows
    }

    /// Names of the curves, in order of first appearance.
    pub fn curves(&self) -> &[String] {
        &self.curves
    }
}
