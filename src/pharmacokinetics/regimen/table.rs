//! Event tables: regimens as CSV.

use std::io::Read;
use std::sync::Arc;

use super::columns::Column;
use super::row::Row;
use super::{Regimen, RegimenError};

impl Regimen {
    /// Reads an event table in CSV, one drug and one patient, with the column names of NONMEM in any case.
    ///
    /// | column | meaning |
    /// | --- | --- |
    /// | `TIME`, `AMT` | h and mg; needed |
    /// | `II`, `ADDL` | interval in h, and how many doses follow the first |
    /// | `SS` | 1 or 2: endlessly many such doses came before; 1 begins a table, 2 adds to the doses before |
    /// | `RATE` or `DUR` | rate in mg/h or duration in h of an infusion |
    /// | `CMT` or `ROUTE` | 1 or `oral`; 2 or `iv`, `bolus`, `infusion`; by mouth if neither is given and nothing flows |
    /// | `EVID` | 1 for a dose; rows with 0 are observations and passed over; 4 for a first dose |
    /// | `ALAG`, `F` | lag in h and relative bioavailability, in place of the drug's own |
    ///
    /// An empty cell and a dot say nothing. Several drugs have a table each.
    ///
    /// # Errors
    ///
    /// A [`RegimenError`] with column, line, value and remedy; and those of [`check`](Self::check).
    pub fn from_csv(table: impl Read) -> Result<Self, RegimenError> {
        let not_csv = |source| RegimenError::NotCsv { source: Arc::new(source) };
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table);
        let mut header = reader.headers().map_err(not_csv)?.clone();
        // Spreadsheets like to begin a file with a byte order mark.
        if let Some(first) = header.get(0).and_then(|first| first.strip_prefix('\u{feff}')) {
            header = [first].into_iter().chain(header.iter().skip(1)).collect();
        }
        let columns = Column::read(&header)?;
        let mut doses = Vec::new();
        for record in reader.records() {
            let record = record.map_err(not_csv)?;
            let line = record.position().map_or(0, csv::Position::line);
            let row = Row { line, cells: columns.iter().copied().zip(record.iter()).collect() };
            doses.extend(row.dose(doses.is_empty())?);
        }
        let regimen = Self::of(doses);
        regimen.check()?;
        Ok(regimen)
    }
}
