//! A plate from a CSV table.

use super::data::{PlateData, PlateRow};
use crate::closest::closest;
use crate::response::error::ResponseError;
use crate::units::Concentration;
use csv::{ReaderBuilder, StringRecord, Trim};
use std::io::Read;
use std::path::Path;

/// Columns as they may be written, what they mean, and nM in one of their unit.
const COLUMNS: [(&str, &str, f64); 9] = [
    ("dose", "dose", 1.0),
    ("dose_nM", "dose", 1.0),
    ("dose_uM", "dose", 1e3),
    ("response", "response", 1.0),
    ("replicate", "replicate", 1.0),
    ("weight", "weight", 1.0),
    ("curve", "curve", 1.0),
    ("drug", "drug", 1.0),
    ("cytokine", "cytokine", 1.0),
];

/// Where each column is: position, heading and unit.
#[derive(Default)]
struct Columns {
    found: Vec<(&'static str, usize, String, f64)>,
}

impl Columns {
    fn new(header: &StringRecord) -> Result<Self, ResponseError> {
        let mut columns = Self::default();
        for (index, heading) in header.iter().enumerate() {
            let heading = heading.trim_start_matches('\u{feff}').replace('µ', "u");
            let known = COLUMNS.iter().find(|(written, ..)| written.eq_ignore_ascii_case(&heading));
            let Some(&(_, column, unit)) = known else {
                if let Some(separator) = heading.chars().find(|mark| [';', '\t'].contains(mark)) {
                    return Err(ResponseError::Separator { separator });
                }
                let closest = closest(&heading, COLUMNS.iter().map(|(written, ..)| *written));
                return Err(ResponseError::UnknownColumn { column: heading, closest });
            };
            if columns.position(column).is_some() {
                return Err(ResponseError::RepeatedColumn { column });
            }
            columns.found.push((column, index, heading, unit));
        }
        for column in ["dose", "response"] {
            if columns.position(column).is_none() {
                return Err(ResponseError::MissingColumn { column });
            }
        }
        Ok(columns)
    }

    fn position(&self, column: &str) -> Option<&(&'static str, usize, String, f64)> {
        self.found.iter().find(|(name, ..)| *name == column)
    }

    fn text<'a>(&self, record: &'a StringRecord, column: &str) -> Option<&'a str> {
        let (_, index, ..) = self.position(column)?;
        record.get(*index).filter(|text| !text.is_empty())
    }

    /// The number in a cell, in nM if it is a dose; none if the column is missing or the cell empty.
    fn number(&self, record: &StringRecord, column: &str) -> Result<Option<f64>, ResponseError> {
        let Some(text) = self.text(record, column) else { return Ok(None) };
        let number = text.parse::<f64>();
        let remedy = match number {
            Err(_) if text.contains(',') => "is not a number; write decimals with a point",
            Err(_) => "is not a number; write one, or delete the row if it was not measured",
            Ok(value) if !value.is_finite() => "is not finite; delete the row",
            Ok(value) if value < 0.0 && column == "dose" => {
                "is negative; write zero for a control or a positive dose"
            }
            Ok(value) if value <= 0.0 && column == "weight" => {
                "is not positive; delete the row if it must not count"
            }
            Ok(value) => {
                return Ok(self.position(column).map(|(.., unit)| value * unit));
            }
        };
        Err(self.complaint(record, column, remedy))
    }

    fn complaint(
        &self,
        record: &StringRecord,
        column: &str,
        remedy: &'static str,
    ) -> ResponseError {
        let line = record.position().map_or(0, csv::Position::line);
        let heading = self.position(column).map_or(column, |(_, _, heading, _)| heading);
        let value = self.text(record, column).unwrap_or_default().to_owned();
        ResponseError::Cell { line, column: heading.to_owned(), value, remedy }
    }

    fn row(&self, record: &StringRecord) -> Result<PlateRow, ResponseError> {
        let measured = |column| {
            self.number(record, column)?.ok_or_else(|| {
                self.complaint(record, column, "is empty; delete the row if it was not measured")
            })
        };
        let labels = ["curve", "drug", "cytokine"].map(|column| self.text(record, column));
        Ok(PlateRow {
            dose: Concentration::from_nanomolar(measured("dose")?),
            response: measured("response")?,
            replicate: self.text(record, "replicate").map(str::to_owned),
            weight: self.number(record, "weight")?.unwrap_or(1.0),
            curve: labels.into_iter().flatten().collect::<Vec<_>>().join(", "),
        })
    }
}

impl PlateData {
    /// Reads a comma-separated table with the columns `dose` (nM; or `dose_nM`, `dose_uM`) and
    /// `response`, and optionally `replicate`, `weight`, `curve`, `drug`, `cytokine`.
    ///
    /// Rows with the same `curve`, `drug` and `cytokine` form one curve, named by the three joined
    /// with commas.
    ///
    /// # Errors
    /// If a column is unknown, missing or given twice, a cell is not a number that can be used (with
    /// line and column), or as [`PlateData::new`].
    pub fn from_csv(table: impl Read) -> Result<Self, ResponseError> {
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(table);
        let columns = Columns::new(reader.headers()?)?;
        let rows = reader.records().map(|record| columns.row(&record?));
        Self::new(rows.collect::<Result<_, _>>()?)
    }

    /// Reads the table in a file, as [`PlateData::from_csv`].
    ///
    /// # Errors
    /// If the file cannot be opened, or as [`PlateData::from_csv`].
    pub fn from_csv_file(path: impl AsRef<Path>) -> Result<Self, ResponseError> {
        let path = path.as_ref();
        let file = std::fs::File::open(path)
            .map_err(|source| ResponseError::File { path: path.display().to_string(), source })?;
        Self::from_csv(file)
    }
}
