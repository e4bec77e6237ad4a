//! One row for each patient, and percentiles over all of them.

use crate::arguments::output::Table;
use jakstat::assay::{AssayError, VirtualDay};
use jakstat::response::percentile;
use std::io::{self, Write};
use std::ops::Range;

type Found = Result<VirtualDay, AssayError>;

/// What is told of a day: its name in the table, its name in words, and how it is read.
type Told = (&'static str, &'static str, fn(&VirtualDay) -> f64);

const READOUTS: [Told; 6] = [
    ("cavg_nM", "average concentration, nM", |day| day.exposure.average.as_nanomolar()),
    ("free_cavg_nM", "free average, nM", |day| day.exposure.free_average().as_nanomolar()),
    ("free_cmax_nM", "free peak, nM", |day| day.exposure.free_peak().as_nanomolar()),
    ("daily_inhibition", "average inhibition", |day| day.inhibition.average),
    ("peak_inhibition", "strongest inhibition", |day| day.inhibition.peak),
    ("trough_inhibition", "weakest inhibition", |day| day.inhibition.trough),
];

pub(crate) fn write(file: &str, numbers: Range<u64>, days: &[Found]) -> Result<(), String> {
    let mut head = vec!["patient"];
    head.extend(READOUTS.iter().map(|readout| readout.0));
    head.push("failure");
    let mut table = Table::create(file, &head)?;
    for (number, found) in numbers.zip(days) {
        match found {
            Ok(day) => table.row((day.number, READOUTS.map(|readout| readout.2(day)), ""))?,
            Err(why) => table.row((number, [""; READOUTS.len()], why.to_string()))?,
        }
    }
    table.finish()
}

pub(crate) fn print(out: &mut dyn Write, days: &[Found]) -> io::Result<()> {
    writeln!(out, "{:<28} {:>9} {:>9} {:>9}", "percentile", "5th", "50th", "95th")?;
    for (_, words, read) in READOUTS {
        let values: Vec<f64> = days.iter().flatten().map(read).collect();
        if let [Some(low), Some(middle), Some(high)] =
            [0.05, 0.5, 0.95].map(|share| percentile(&values, share))
        {
            writeln!(out, "{words:<28} {low:>9.3} {middle:>9.3} {high:>9.3}")?;
        }
    }
    let failed = days.iter().filter(|found| found.is_err()).count();
    writeln!(out, "{} patients, {failed} of them without an answer", days.len())
}

pub(crate) fn answer(out: &mut dyn Write, days: &[Found]) -> io::Result<()> {
    let values: Vec<f64> = days.iter().flatten().map(|day| day.inhibition.average).collect();
    let [Some(low), Some(middle), Some(high)] =
        [0.05, 0.5, 0.95].map(|share| percentile(&values, share))
    else {
        return writeln!(out, "No patient has an answer: the table says why");
    };
    let [low, middle, high] = [low, middle, high].map(|share| 100.0 * share);
    writeln!(
        out,
        "Nine in ten of {} virtual patients lose {low:.0} to {high:.0} % of their IL-6/pSTAT3 signal over the day, half of them more than {middle:.0} %",
        values.len()
    )
}
