//! What can be wrong with a regimen.

use std::sync::Arc;

/// Why a regimen cannot be given.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum RegimenError {
    /// No dose at all.
    #[error("the regimen has no dose: begin with Regimen::oral, bolus or infusion, or add a row")]
    Empty,
    /// A number that no dose can have.
    #[error("{field} of dose {dose} is {value}{}{unit}: give {allowed}", if unit.is_empty() { "" } else { " " })]
    OutOfRange {
        /// What it is.
        field: &'static str,
        /// The series, counted from 1.
        dose: usize,
        /// Its value.
        value: f64,
        /// Its unit; empty for a plain number.
        unit: &'static str,
        /// What would be accepted.
        allowed: &'static str,
    },
    /// Something that only a repeated dose has.
    #[error("dose {dose} has {what} but no interval (II): say how often it is taken")]
    NoInterval {
        /// The series, counted from 1.
        dose: usize,
        /// What needs the interval.
        what: &'static str,
    },
    /// Absorption that would begin after the next dose.
    #[error(
        "the lag of dose {dose}, {lag} s, exceeds its interval of {interval} s: a dose is absorbed before the next, so shorten the lag"
    )]
    LagBeyondInterval {
        /// The series, counted from 1.
        dose: usize,
        /// The lag, s.
        lag: f64,
        /// The interval, s.
        interval: f64,
    },
    /// Doses that are not in order of time.
    #[error("dose {dose} at {time} s comes after one at {before} s: sort the doses by time")]
    Unsorted {
        /// The series that is too early, counted from 1.
        dose: usize,
        /// Its time, s.
        time: f64,
        /// The time of the series before it, s.
        before: f64,
    },
    /// A dose that begins while a series by the same way still goes on.
    #[error(
        "dose {dose} at {time} s overlaps dose {other} ({route}), which goes on until {until} s: end that one earlier, with fewer doses or a shorter infusion"
    )]
    Overlap {
        /// The later series, counted from 1.
        dose: usize,
        /// Its time, s.
        time: f64,
        /// The earlier series, counted from 1.
        other: usize,
        /// The way of both.
        route: &'static str,
        /// When the earlier one ends, s; infinite if it never does.
        until: f64,
    },
    /// An infusion that is not over when the next of its series begins.
    #[error(
        "the infusions of dose {dose} overlap: each lasts {duration} s, and the next begins after {interval} s; raise the rate or the interval"
    )]
    LongInfusion {
        /// The series, counted from 1.
        dose: usize,
        /// How long each lasts, s.
        duration: f64,
        /// The time there is, s.
        interval: f64,
    },
    /// An exception for a dose that the series does not have.
    #[error(
        "dose {number} of series {dose} cannot be {what}: the series has {doses}; doses are counted from 1, and each is excepted once"
    )]
    NoSuchDose {
        /// The series, counted from 1.
        dose: usize,
        /// The number in the series.
        number: u32,
        /// What was said of it.
        what: &'static str,
        /// How many doses the series has.
        doses: String,
    },
    /// Words that contradict each other.
    #[error("dose {dose} has {first} and {second}, which exclude each other: drop one")]
    Contradiction {
        /// The series, counted from 1.
        dose: usize,
        /// One of the two.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A regimen that follows one without end.
    #[error(
        "nothing can follow a series without end: say how many doses it has with Regimen::doses"
    )]
    Endless,
    /// A time without end, or with too many doses before it.
    #[error(
        "doses up to {end} s are too many to list, {doses:.0}: give a finite time with at most {most} doses before it"
    )]
    TooMany {
        /// The time, s.
        end: f64,
        /// How many doses there are.
        doses: f64,
        /// How many are listed at most.
        most: u32,
    },
    /// A column that an event table does not have.
    #[error("there is no column \"{column}\" in an event table: {}", match closest {
        Some(closest) => format!("did you mean {closest}?"),
        None => format!("use {known}"),
    })]
    UnknownColumn {
        /// The column as it is written.
        column: String,
        /// The known column it resembles most.
        closest: Option<&'static str>,
        /// The columns there are.
        known: String,
    },
    /// A column that an event table needs or has twice.
    #[error("the event table has {column} {times} times: give it once")]
    Columns {
        /// The column.
        column: &'static str,
        /// How often it is there.
        times: usize,
    },
    /// A cell of an event table that cannot be read.
    #[error("line {line}: {column} is \"{value}\": {remedy}")]
    BadCell {
        /// The line of the table.
        line: u64,
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
        /// What to write instead.
        remedy: &'static str,
    },
    /// An event table that is not CSV.
    #[error(
        "the event table cannot be read as CSV ({source}): separate cells with commas, and give each row as many as the header"
    )]
    NotCsv {
        /// What the reader says.
        #[source]
        source: Arc<csv::Error>,
    },
}

impl PartialEq for RegimenError {
    /// Whether both say the same.
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}
