//! The tables as text, and how their rows are taken apart.

use std::borrow::Cow;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::CatalogError;
use super::place::Place;

/// A table with the name of its file.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) file: &'static str,
    pub(super) text: Cow<'static, str>,
    /// Whether a user brought it, so that it answers for names it gives to things in other tables.
    pub(super) brought: bool,
}

const fn built_in(file: &'static str, text: &'static str) -> Table {
    Table { file, text: Cow::Borrowed(text), brought: false }
}

/// The tables of a catalog.
#[derive(Debug, Clone)]
pub(super) struct Tables {
    pub(super) inhibitors: Table,
    pub(super) nak_kinases: Table,
    pub(super) enzymology: Table,
    pub(super) cytokines: Table,
    pub(super) cells: Table,
    pub(super) kinetics: Table,
    pub(super) labels: Table,
}

impl Tables {
    pub(super) const fn built_in() -> Self {
        Self {
            inhibitors: built_in("inhibitors.csv", include_str!("data/inhibitors.csv")),
            nak_kinases: built_in("nak_kinases.csv", include_str!("data/nak_kinases.csv")),
            enzymology: built_in("enzymology.csv", include_str!("data/enzymology.csv")),
            cytokines: built_in("cytokines.toml", include_str!("data/cytokines.toml")),
            cells: built_in("cells.toml", include_str!("data/cells.toml")),
            kinetics: built_in("pharmacokinetics.toml", include_str!("data/pharmacokinetics.toml")),
            labels: built_in("labels.toml", include_str!("data/labels.toml")),
        }
    }

    pub(super) fn each(&mut self) -> [&mut Table; 7] {
        [
            &mut self.inhibitors,
            &mut self.nak_kinases,
            &mut self.enzymology,
            &mut self.cytokines,
            &mut self.cells,
            &mut self.kinetics,
            &mut self.labels,
        ]
    }
}

impl Table {
    /// The rows of a CSV file, each with its place; there must be at least one.
    pub(super) fn rows<R: DeserializeOwned>(&self) -> Result<Vec<(Place, R)>, CatalogError> {
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(self.text.as_bytes());
        let malformed = |line: u64, source: csv::Error| CatalogError::MalformedCsv {
            file: self.file.into(),
            row: format!("line {line}"),
            source: Arc::new(source),
        };
        let headers = reader.headers().map_err(|source| malformed(1, source))?.clone();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|source| {
                malformed(source.position().map_or(1, csv::Position::line), source)
            })?;
            let line = record.position().map_or(1, csv::Position::line);
            let row =
                record.deserialize(Some(&headers)).map_err(|source| malformed(line, source))?;
            rows.push((Place { file: self.file.into(), row: format!("line {line}") }, row));
        }
        if rows.is_empty() {
            return Err(self.place("rows").bad("number of rows", &0, "add a row below the header"));
        }
        Ok(rows)
    }

    /// A TOML file as a whole.
    pub(super) fn document<D: DeserializeOwned>(&self) -> Result<D, CatalogError> {
        toml::from_str(&self.text).map_err(|source| {
            let start = source.span().map_or(0, |span| span.start);
            let line = 1 + self.text.bytes().take(start).filter(|byte| *byte == b'\n').count();
            CatalogError::MalformedToml {
                file: self.file.into(),
                row: format!("line {line}"),
                source: Arc::new(source),
            }
        })
    }

    /// A block or row of this table.
    pub(super) fn place(&self, row: impl Into<String>) -> Place {
        Place { file: self.file.into(), row: row.into() }
    }
}

/// Declares a row or inline table that ends with its provenance.
macro_rules! sourced_row {
    ($name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty),* $(,)? }) => {
        #[derive(Debug, Clone, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name {
            $($(#[$attribute])* $field: $type,)*
            source: String,
            #[serde(default = "crate::catalog::place::no_doi")]
            doi: String,
            verified: String,
            #[serde(default)]
            note: String,
        }

        impl $name {
            fn entry(&self) -> crate::catalog::place::Entry<'_> {
                crate::catalog::place::Entry {
                    source: &self.source,
                    doi: &self.doi,
                    verified: &self.verified,
                    note: &self.note,
                }
            }
        }
    };
}
pub(super) use sourced_row;
