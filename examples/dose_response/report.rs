//! The curve as a table, on the terminal and as CSV, and what describes it.

use crate::arguments::answer::Answer;
use crate::arguments::output::Table;
use jakstat::assay::{DoseResponse, Uncertainty};
use std::io::Write;

pub(crate) const HEAD: [&str; 5] =
    ["dose_nM", "response_nM", "percent_of_control", "band_lower", "band_upper"];

/// Dose and response in nM, then the response and its envelope in % of the control.
fn rows(response: &DoseResponse, band: &Uncertainty) -> impl Iterator<Item = [f64; 5]> {
    let curve = response.curve();
    let percent = 100.0 / curve.control();
    curve.doses().iter().zip(curve.responses()).enumerate().map(move |(k, (&dose, &value))| {
        [dose, value, percent * value, 100.0 * band.lower[k], 100.0 * band.upper[k]]
    })
}

pub(crate) fn print(
    out: &mut dyn Write,
    phospho: &str,
    response: &DoseResponse,
    band: &Uncertainty,
) -> Answer {
    let value = format!("{phospho} nM");
    writeln!(out, "{:>12} {value:>14} {:>10} {:>18}", "free nM", "% control", "envelope %")?;
    for [dose, value, percent, lower, upper] in rows(response, band) {
        writeln!(out, "{dose:>12.4} {value:>14.4} {percent:>10.2} {lower:>8.1} – {upper:>7.1}")?;
    }
    writeln!(out, "band: {}", band.description)?;
    writeln!(out, "enzyme IC50: panel {}, {}", response.panel(), response.verified())?;
    match response.fit_hill() {
        Ok(fit) => {
            let misfit = 100.0 * fit.lack_of_fit;
            writeln!(out, "Hill slope {:.2}, lack of fit {misfit:.1} % of the span", fit.hill)?;
        }
        Err(reason) => writeln!(out, "no Hill description: {reason}")?,
    }
    writeln!(out, "maximal effect {:.1} %, at saturation", 100.0 * response.maximal_effect()?)?;
    writeln!(out, "relative IC50: {}", response.relative_ic50())?;
    Ok(())
}

pub(crate) fn write(
    mut table: Table,
    response: &DoseResponse,
    band: &Uncertainty,
) -> Result<(), String> {
    rows(response, band).try_for_each(|row| table.row(row))?;
    table.finish()
}
