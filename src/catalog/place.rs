//! Where in a table a value stands, and the checks every value goes through there.

use std::str::FromStr;

use super::{CatalogError, Provenance, Sourced, Verified};

/// A row of a CSV file, or a block of a TOML file.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) row: String,
}

impl Place {
    pub(super) fn bad(
        &self,
        field: &str,
        value: &(impl ToString + ?Sized),
        remedy: impl Into<Box<str>>,
    ) -> CatalogError {
        CatalogError::BadValue {
            file: self.file.clone(),
            row: self.row.clone(),
            field: field.into(),
            value: value.to_string(),
            remedy: remedy.into(),
        }
    }

    /// A number as text: positive and finite.
    pub(super) fn number(&self, field: &str, text: &str) -> Result<f64, CatalogError> {
        let value =
            text.parse::<f64>().map_err(|_| self.bad(field, text, "write a number such as 5.9"))?;
        self.positive(field, value).map_err(|_| self.bad(field, text, POSITIVE))
    }

    /// A number that must be positive and finite.
    pub(super) fn positive(&self, field: &str, value: f64) -> Result<f64, CatalogError> {
        if value.is_finite() && value > 0.0 {
            Ok(value)
        } else {
            Err(self.bad(field, &value, POSITIVE))
        }
    }

    /// A text that must say something.
    pub(super) fn filled(&self, field: &str, text: &str) -> Result<String, CatalogError> {
        let trimmed = text.trim();
        if trimmed.is_empty() || trimmed == NONE {
            return Err(self.bad(field, text, "it must not be empty"));
        }
        Ok(trimmed.to_owned())
    }

    /// A word with a fixed set of meanings.
    pub(super) fn word<T>(&self, field: &str, text: &str) -> Result<T, CatalogError>
    where
        T: FromStr<Err: ToString>,
    {
        text.parse().map_err(|error: T::Err| self.bad(field, text, error.to_string()))
    }

    pub(super) fn provenance(&self, entry: &Entry<'_>) -> Result<Provenance, CatalogError> {
        Ok(Provenance {
            source: self.filled("source", entry.source)?,
            doi: optional(entry.doi).map(Into::into),
            verified: self.word::<Verified>("verified", entry.verified)?,
            note: entry.note.trim().into(),
        })
    }

    pub(super) fn sourced<T>(
        &self,
        value: T,
        entry: &Entry<'_>,
    ) -> Result<Sourced<T>, CatalogError> {
        Ok(Sourced { value, provenance: self.provenance(entry)? })
    }
}

/// How a table says that there is nothing.
pub(super) const NONE: &str = "none";

const POSITIVE: &str = "it must be a positive finite number";

/// The part of a row that says where its number comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) source: &'a str,
    pub(super) doi: &'a str,
    pub(super) verified: &'a str,
    pub(super) note: &'a str,
}

/// A text, or nothing where the table says `none`.
pub(super) fn optional(text: &str) -> Option<&str> {
    (text != NONE).then_some(text)
}

/// The names in a list such as `INCB028050;LY3009104`.
pub(super) fn list(text: &str) -> Vec<String> {
    optional(text).map_or_else(Vec::new, |names| {
        names.split(';').map(|name| name.trim().to_owned()).collect()
    })
}

/// A row that names no identifier has none.
pub(super) fn no_doi() -> String {
    NONE.into()
}
