//! The table of the samples, and when the block is strongest and gone.

use crate::Series;
use crate::arguments::output::Table;
use std::io::{self, Write};

pub(crate) fn write(file: &str, all: &[Series]) -> Result<(), String> {
    let head = ["cytokine", "cell", "stat", "hours", "free_nM", "response_nM", "inhibition"];
    let mut table = Table::create(file, &head)?;
    for series in all {
        for sample in series.samples.iter().flatten() {
            let of = (series.cytokine, series.cell, "STAT3");
            table.row((of, sample.hours, sample.free_nm, sample.response, sample.inhibition))?;
        }
    }
    table.finish()
}

pub(crate) fn print(out: &mut dyn Write, all: &[Series]) -> io::Result<()> {
    let Some(first) = all.iter().find_map(|series| series.samples.as_ref().ok()) else {
        return Ok(());
    };
    write!(out, "{:<8} {:<12}", "hours", "")?;
    first.iter().try_for_each(|sample| write!(out, "{:>7}", sample.hours))?;
    write!(out, "\n{:<8} {:<12}", "free nM", "")?;
    first.iter().try_for_each(|sample| write!(out, "{:>7.1}", sample.free_nm))?;
    writeln!(out)?;
    for series in all {
        write!(out, "{:<8} {:<12}", series.cytokine, series.cell)?;
        match &series.samples {
            Ok(samples) => samples
                .iter()
                .try_for_each(|sample| write!(out, "{:>5.0} %", 100.0 * sample.inhibition))?,
            Err(why) => write!(out, " refused: {why}")?,
        }
        writeln!(out)?;
    }
    Ok(())
}

/// When IL-6 in CD4 T cells is blocked most, and what is left of that in the last sample.
pub(crate) fn answer(out: &mut dyn Write, drug: &str, all: &[Series]) -> io::Result<()> {
    let Some((series, samples)) =
        all.iter().find_map(|series| Some((series, series.samples.as_ref().ok()?)))
    else {
        return writeln!(out, "No sample answers: give other cells or cytokines");
    };
    let most = samples.iter().max_by(|a, b| a.inhibition.total_cmp(&b.inhibition));
    let Some((most, last)) = most.zip(samples.last()) else { return Ok(()) };
    writeln!(
        out,
        "{drug} takes {:.0} % of {}/pSTAT3 in the {} at {} h, and {:.0} % at {} h",
        100.0 * most.inhibition,
        series.cytokine,
        series.cell,
        most.hours,
        100.0 * last.inhibition,
        last.hours
    )
}
