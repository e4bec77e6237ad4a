//! Both models as a table.

use super::bands::{Band, DYNAMICS, Known, TITRATIONS};
use super::readouts::{DOSES, Readouts};
use std::io::{self, Write};

/// The published model and the generic pathway, side by side.
pub(crate) fn print(out: &mut dyn Write, [published, generic]: [&Readouts; 2]) -> io::Result<()> {
    row(out, "", ["published model", "generic pathway", "band or known value"])?;
    for band in &DYNAMICS {
        let Band { what, unit, low, high, .. } = band;
        let shown = |readouts| {
            let mark = if band.holds(readouts) { "" } else { " outside" };
            format!("{}{mark}", short((band.of)(readouts)))
        };
        let range = if high.is_finite() {
            format!("{low} to {high} {unit}")
        } else {
            format!("at least {low} {unit}")
        };
        row(out, what, [&shown(published), &shown(generic), &range])?;
    }
    let at_rest = [published, generic].map(|readouts| short(readouts.at_rest));
    row(out, "STAT3 phosphorylated before IL-6", [&at_rest[0], &at_rest[1], ""])?;
    for (i, dose) in DOSES.iter().enumerate() {
        let [left, right] = [published, generic].map(|readouts| {
            let (minutes, height) = readouts.peaks[i];
            format!("{height:.2}, {minutes:.1} min")
        });
        row(out, &format!("peak at {dose} ng/mL"), [&left, &right, ""])?;
    }
    for Known { what, unit, value, of } in &TITRATIONS {
        let [left, right] = [published, generic].map(|readouts| short(of(readouts)));
        row(out, what, [&left, &right, format!("{value} {unit}").trim_end()])?;
    }
    Ok(())
}

fn row(out: &mut dyn Write, what: &str, cells: [&str; 3]) -> io::Result<()> {
    let [published, generic, band] = cells;
    writeln!(out, "{what:<38} {published:>16} {generic:>16}  {band}")
}

/// Three digits behind the point, fewer of a larger number.
pub(crate) fn short(value: f64) -> String {
    // What the solver leaves of zero may have a minus.
    let value = if value.abs() < 5e-4 { 0.0 } else { value };
    let digits = match value.abs() {
        size if size >= 100.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    format!("{value:.digits$}")
}
