//! Outcomes as lines of a table.

use super::{Conditions, Outcome, Sink, SinkError};
use std::io::{self, Write};

/// Writes outcomes as CSV: the index of the point, the varied quantities, the readouts, and `ok` or why there
/// are none.
///
/// Lines come as points are over; put in order by their index they are the same for any number of threads.
/// A number is written so that it reads back as the same bits, `NaN` where there is none.
#[derive(Debug)]
pub struct CsvTable<'c, W: Write> {
    conditions: &'c Conditions,
    readouts: usize,
    table: csv::Writer<W>,
}

impl<'c, W: Write> CsvTable<'c, W> {
    /// Begins the table of a sweep over `conditions`, with one of `readouts` as the heading of each readout.
    ///
    /// # Errors
    /// [`SinkError::Write`] if the headings cannot be written.
    pub fn new(
        writer: W,
        conditions: &'c Conditions,
        readouts: &[&str],
    ) -> Result<Self, SinkError> {
        let mut table = csv::Writer::from_writer(writer);
        let varied = conditions.names().iter().map(String::as_str);
        let headings = ["index"].into_iter().chain(varied).chain(readouts.iter().copied());
        table.write_record(headings.chain(["status"])).map_err(not_written)?;
        Ok(Self { conditions, readouts: readouts.len(), table })
    }

    /// The writer, with every line in it.
    ///
    /// # Errors
    /// [`SinkError::Write`] if what was held back cannot be written.
    pub fn into_inner(self) -> Result<W, SinkError> {
        self.table.into_inner().map_err(|error| error.into_error().into())
    }
}

impl<W: Write + Send> Sink for CsvTable<'_, W> {
    fn take(&mut self, index: usize, outcome: Outcome) -> Result<(), SinkError> {
        let (readouts, status) = match outcome {
            Outcome::Ok(completed) => {
                let numbers: Vec<String> = completed.readouts.into_iter().map(number).collect();
                if numbers.len() != self.readouts {
                    let (given, wanted) = (numbers.len(), self.readouts);
                    return Err(SinkError::Columns { given, wanted });
                }
                (numbers, String::from("ok"))
            }
            Outcome::Failed(failed) => {
                (vec![String::new(); self.readouts], failed.failure.to_string())
            }
        };
        let varied = self.conditions.point(index).into_iter().map(number);
        let line = [index.to_string()].into_iter().chain(varied).chain(readouts).chain([status]);
        self.table.write_record(line).map_err(not_written)
    }

    fn finish(&mut self) -> Result<(), SinkError> {
        Ok(self.table.flush()?)
    }
}

/// The shortest text that reads back as the same number.
fn number(x: f64) -> String {
    format!("{x:?}")
}

fn not_written(error: csv::Error) -> SinkError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => io::Error::other(format!("{other:?}")).into(),
    }
}
