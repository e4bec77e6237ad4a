//! The indices as a table, and the factors that decide most.

use crate::arguments::answer::Answer;
use crate::arguments::output::Table;
use jakstat::assay::AssaySensitivity;
use jakstat::sensitivity::{Index, Sensitivity};
use std::io::{self, Write};

const HEAD: [&str; 6] = ["readout", "factor", "order", "estimate", "low", "high"];

fn readouts<'a>(stat: &str, found: &'a AssaySensitivity) -> Vec<(String, &'a Sensitivity)> {
    let control = found.control.iter();
    let control = control.map(|indices| (format!("{stat} without {}", found.agent), indices));
    let with = (format!("{stat} with {}", found.agent), &found.response);
    control.chain([with, ("inhibition".to_owned(), &found.inhibition)]).collect()
}

pub(crate) fn write(file: &str, stat: &str, found: &AssaySensitivity) -> Result<(), String> {
    let mut table = Table::create(file, &HEAD)?;
    for (readout, indices) in readouts(stat, found) {
        for factor in &indices.factors {
            for (order, index) in [("first", factor.first), ("total", factor.total)] {
                table.row((
                    &readout,
                    &factor.name,
                    order,
                    index.estimate,
                    index.low,
                    index.high,
                ))?;
            }
        }
    }
    table.finish()
}

fn percent(index: Index) -> String {
    let [estimate, low, high] = [index.estimate, index.low, index.high].map(|share| 100.0 * share);
    format!("{estimate:.0} ({low:.0} to {high:.0})")
}

pub(crate) fn print(out: &mut dyn Write, stat: &str, found: &AssaySensitivity) -> io::Result<()> {
    for (readout, indices) in readouts(stat, found) {
        let spread = indices.variance.sqrt();
        writeln!(out, "{readout}: mean {:.3}, standard deviation {spread:.3}", indices.mean)?;
        writeln!(out, "  {:<24} {:>18} {:>18}", "share of the variance, %", "alone", "in all")?;
        for factor in indices.ranking() {
            let [first, total] = [factor.first, factor.total].map(percent);
            writeln!(out, "  {:<24} {first:>18} {total:>18}", factor.name)?;
        }
    }
    writeln!(out, "{} points; in brackets intervals of 95 % or more", found.inhibition.points)
}

pub(crate) fn answer(out: &mut dyn Write, readout: &str, found: &AssaySensitivity) -> Answer {
    let ranking = found.inhibition.ranking();
    let say = |k: usize| {
        let factor = ranking.get(k)?;
        Some(format!("{} ({:.0} % of the variance)", factor.name, 100.0 * factor.total.estimate))
    };
    let first = say(0).ok_or("there is no factor")?;
    let then = say(1).map(|second| format!(", then by {second}")).unwrap_or_default();
    writeln!(
        out,
        "How much of {readout} {} {} takes away is decided by {first}{then}.",
        found.dose, found.agent
    )?;
    Ok(())
}
