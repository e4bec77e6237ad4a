//! The table, and how two agents at half of their IC50 compare with one of them at the whole.

use crate::arguments::answer::Answer;
use crate::arguments::output::Table;
use crate::choice::DOUBLINGS;
use jakstat::assay::{Combination, CombinationRow};
use jakstat::prelude::*;
use jakstat::response::Loewe;
use std::io::{self, Write};

pub(crate) fn write(file: &str, found: &Combination) -> Result<(), String> {
    let mut table = Table::create(file, &[])?;
    table.row(found.columns())?;
    found.records().try_for_each(|record| table.row(record))?;
    table.finish()
}

pub(crate) fn print(out: &mut dyn Write, title: &str, found: &Combination) -> io::Result<()> {
    writeln!(out, "{title}")?;
    for alone in found.agents() {
        writeln!(out, "{} alone: IC50 {}", alone.agent, alone.ic50)?;
    }
    let indices: Vec<f64> = found.rows().filter_map(|row| row.loewe.index()).collect();
    let beyond = found.rows().filter(|row| matches!(row.loewe, Loewe::Beyond { .. })).count();
    let range = indices.iter().fold((f64::INFINITY, 0.0f64), |(a, b), &x| (a.min(x), b.max(x)));
    writeln!(
        out,
        "{} combinations: Loewe index {:.2} to {:.2}, undefined at {beyond} of them; {} points solved",
        found.surface().len(),
        range.0,
        range.1,
        found.solves()
    )
}

/// The combination of half of each IC50.
fn halves(found: &Combination) -> Option<CombinationRow> {
    let half = DOUBLINGS as usize;
    found.rows().nth(half * found.surface().axes()[1].len() + half)
}

pub(crate) fn answer(out: &mut dyn Write, found: &Combination) -> Answer {
    let row = halves(found).ok_or("the surface has no combination of half doses")?;
    let dose =
        |agent: usize| format!("{} {}", row.doses[agent].nanomolar(), found.agents()[agent].agent);
    let verdict = match row.loewe {
        Loewe::Index(index) if index < 0.99 => {
            format!("more than their doses add up to (Loewe index {index:.2})")
        }
        Loewe::Index(index) if index > 1.01 => {
            format!("less than their doses add up to (Loewe index {index:.2})")
        }
        Loewe::Index(index) => format!("what their doses add up to (Loewe index {index:.2})"),
        _ => "more than one of them alone ever does".to_owned(),
    };
    writeln!(
        out,
        "Half of each IC50 together, {} and {}, takes {:.0} % of the signal: {verdict}, {:+.0} points beside independent action.",
        dose(0),
        dose(1),
        100.0 * row.inhibition,
        100.0 * row.bliss_excess
    )?;
    Ok(())
}
