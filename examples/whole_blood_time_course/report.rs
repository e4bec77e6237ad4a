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

/// How long more than half of the strongest block lasts, for the first series that answers.
pub(crate) fn answer(out: &mut dyn Write, drug: &str, all: &[Series]) -> io::Result<()> {
    let Some((series, samples)) =
        all.iter().find_map(|series| Some((series, series.samples.as_ref().ok()?)))
    else {
        return writeln!(out, "No sample answers: give other cells or cytokines");
    };
    let alike = |other: &Series| other.samples.as_ref().is_ok_and(|of| of == samples);
    if all.iter().filter(|other| other.cytokine == series.cytokine).all(alike) {
        writeln!(
            out,
            "the cells answer alike because one set of abundances is assumed for all leukocytes"
        )?;
    }
    let most = samples.iter().max_by(|a, b| a.inhibition.total_cmp(&b.inhibition));
    let Some((most, last)) = most.zip(samples.last()) else { return Ok(()) };
    let half = samples.iter().filter(|sample| sample.inhibition > most.inhibition / 2.0);
    let until = half.map(|sample| sample.hours).fold(0.0, f64::max);
    writeln!(
        out,
        "{drug} takes {:.0} % of {}/pSTAT3 in the {} at {} h, more than half of that until the sample at {until} h, and {:.0} % at {} h",
        100.0 * most.inhibition,
        series.cytokine,
        series.cell,
        most.hours,
        100.0 * last.inhibition,
        last.hours
    )
}
