//! The constants of every pathway: one table, read strictly (docs/theory.md, "Constants").

use serde::Deserialize;

use super::PathwayError;
use super::error::above_zero;
use crate::catalog::Verified;
use crate::closest::closest;

const TABLE: &str = include_str!("constants.toml");

/// A constant with its source.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constant {
    /// Its name, also that of the network's parameter.
    pub name: String,
    /// Its value in [`unit`](Self::unit), above zero.
    pub value: f64,
    /// Its unit: nM, seconds or none.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
    /// The digital object identifier of the source.
    pub doi: Option<String>,
    /// Read, derived from what was read, unverified, or assumed.
    pub verified: Verified,
    /// What else to know.
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    constant: Vec<Constant>,
}

/// One set of constants, the same for every cytokine and cell.
///
/// ```
/// use jakstat::pathway::Constants;
///
/// let constants = Constants::builtin()?.with("stat.docking", 150.0)?;
/// assert_eq!(constants.value("stat.docking")?, 150.0);
/// # Ok::<(), jakstat::pathway::PathwayError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Constants(Vec<Constant>);

impl Constants {
    /// The built-in table.
    ///
    /// # Errors
    /// [`PathwayError::Constants`] never for the table as released; a test reads it.
    pub fn builtin() -> Result<Self, PathwayError> {
        Self::from_toml(TABLE)
    }

    /// A table of one's own, with the fields of [`Constant`] in blocks `[[constant]]`.
    ///
    /// # Errors
    /// [`PathwayError::Constants`] for malformed text, a field too many or too few, a name twice, an empty source or
    /// unit; [`PathwayError::OutOfRange`] for a value that is not above zero.
    pub fn from_toml(text: &str) -> Result<Self, PathwayError> {
        let table: Table = toml::from_str(text)
            .map_err(|error| PathwayError::Constants { problem: error.to_string() })?;
        for (i, constant) in table.constant.iter().enumerate() {
            let name = &constant.name;
            above_zero(name, constant.value)?;
            for (field, text) in [("unit", &constant.unit), ("source", &constant.source)] {
                if text.trim().is_empty() {
                    let problem = format!("`{name}` has an empty {field}: fill it in");
                    return Err(PathwayError::Constants { problem });
                }
            }
            if table.constant[..i].iter().any(|other| other.name == *name) {
                let problem = format!("`{name}` stands there twice: keep one");
                return Err(PathwayError::Constants { problem });
            }
        }
        Ok(Self(table.constant))
    }

    /// Every constant, in the order of the table.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Constant> {
        self.0.iter()
    }

    /// A constant by name.
    ///
    /// # Errors
    /// [`PathwayError::UnknownConstant`] with the closest name.
    pub fn constant(&self, name: &str) -> Result<&Constant, PathwayError> {
        self.0.iter().find(|known| known.name == name).ok_or_else(|| {
            let known = self.0.iter().map(|constant| constant.name.as_str());
            PathwayError::UnknownConstant {
                name: name.into(),
                closest: closest(name, known).map(Into::into),
            }
        })
    }

    /// The value of a constant, in its own unit.
    ///
    /// # Errors
    /// [`PathwayError::UnknownConstant`] with the closest name.
    pub fn value(&self, name: &str) -> Result<f64, PathwayError> {
        Ok(self.constant(name)?.value)
    }

    /// The same constants with another value of one of them, which is then marked assumed.
    ///
    /// # Errors
    /// [`PathwayError::UnknownConstant`] with the closest name, [`PathwayError::OutOfRange`] unless above zero.
    pub fn with(&self, name: &str, value: f64) -> Result<Self, PathwayError> {
        self.constant(name)?;
        let value = above_zero(name, value)?;
        let mut changed = self.clone();
        for constant in changed.0.iter_mut().filter(|constant| constant.name == name) {
            constant.value = value;
            constant.source = "set by the caller".into();
            constant.doi = None;
            constant.verified = Verified::Assumed;
        }
        Ok(changed)
    }
}
