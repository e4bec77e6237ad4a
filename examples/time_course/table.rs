//! The course as a table: its peaks on the terminal, every point as CSV.

use crate::arguments::output::Table;
use jakstat::assay::TimeCourse;
use jakstat::units::Quantities;
use std::io::{self, Write};

pub(crate) const HEAD: [&str; 4] = ["seconds", "inhibitor_nM", "observable", "value"];

/// Largest value of an observable at one drug concentration, and its time in minutes.
pub(crate) fn peak(course: &TimeCourse, drug: usize, observable: usize) -> (f64, f64) {
    let values = course.seconds.iter().zip(&course.values[drug][observable]);
    let (seconds, value) =
        values.fold((0.0, 0.0), |best, (&t, &y)| if y > best.1 { (t, y) } else { best });
    (value, seconds / 60.0)
}

pub(crate) fn print(out: &mut dyn Write, course: &TimeCourse) -> io::Result<()> {
    let head = ["peak", "at min", "peak with drug", "at min"];
    writeln!(
        out,
        "{:<18} {:>12} {:>10} {:>16} {:>10}",
        "observable", head[0], head[1], head[2], head[3]
    )?;
    for (k, name) in course.observables.iter().enumerate() {
        let ((free, when), (blocked, later)) = (peak(course, 0, k), peak(course, 1, k));
        let (free, blocked) = (with_unit(name, free), with_unit(name, blocked));
        writeln!(out, "{name:<18} {free:>12} {when:>10.1} {blocked:>16} {later:>10.1}")?;
    }
    Ok(())
}

/// A fraction has no unit; everything else is a concentration in the cell.
fn with_unit(observable: &str, value: f64) -> String {
    if observable.ends_with("fraction") {
        format!("{value:.3}")
    } else {
        value.nanomolar().to_string()
    }
}

pub(crate) fn write(mut table: Table, course: &TimeCourse) -> Result<(), String> {
    for (concentration, values) in course.concentrations.iter().zip(&course.values) {
        for (name, values) in course.observables.iter().zip(values) {
            for (seconds, value) in course.seconds.iter().zip(values) {
                table.row((seconds, concentration, name, value))?;
            }
        }
    }
    table.finish()
}
