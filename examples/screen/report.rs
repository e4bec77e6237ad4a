//! The table of a screen, and what each drug spares.

use jakstat::assay::ScreenRow;
use jakstat::prelude::*;
use std::io::{self, Write};

pub(crate) fn print(out: &mut dyn Write, rows: &[ScreenRow]) -> io::Result<()> {
    writeln!(
        out,
        "{:<16} {:<16} {:<22} {:<7} {:>12} {:>6}",
        "inhibitor", "cytokine", "cell", "stat", "IC50 nM", "Hill"
    )?;
    for row in rows {
        let ic50 = row.ic50_nanomolar.map_or(String::new(), |x| format!("{x:.3}"));
        let ic50 = if row.relation == "=" { ic50 } else { format!("{} {ic50}", row.relation) };
        let hill = row.hill.map_or(String::new(), |x| format!("{x:.2}"));
        writeln!(
            out,
            "{:<16} {:<16} {:<22} {:<7} {ic50:>12} {hill:>6}",
            row.inhibitor, row.cytokine, row.cell, row.stat
        )?;
    }
    let mut refused: Vec<(&str, usize)> = Vec::new();
    for row in rows.iter().filter(|row| row.relation == "refused") {
        match refused.iter_mut().find(|(reason, _)| *reason == row.reason) {
            Some((_, count)) => *count += 1,
            None => refused.push((&row.reason, 1)),
        }
    }
    for (reason, count) in refused {
        writeln!(out, "refused, {count} of {}: {reason}", rows.len())?;
    }
    Ok(())
}

/// The signals of one drug that is asked about, from the most blocked to the most spared.
struct Ranking<'a>(Vec<&'a ScreenRow>);

impl<'a> Ranking<'a> {
    /// None where fewer than two signals have an IC50 or a bound.
    fn of(rows: &[&'a ScreenRow]) -> Option<Self> {
        let mut known: Vec<_> =
            rows.iter().copied().filter(|row| row.ic50_nanomolar.is_some()).collect();
        known.sort_by(|a, b| Self::dose(a).total_cmp(&Self::dose(b)));
        (known.len() > 1 && known[0].relation == "=").then_some(Self(known))
    }

    fn dose(row: &ScreenRow) -> f64 {
        row.ic50_nanomolar.unwrap_or(f64::INFINITY)
    }

    /// IC50 of the most spared over that of the most blocked; at least that where it is a bound.
    fn window(&self) -> f64 {
        Self::dose(self.0[self.0.len() - 1]) / Self::dose(self.0[0])
    }

    fn sentence(&self) -> String {
        let (first, last) = (self.0[0], self.0[self.0.len() - 1]);
        let bound = if last.relation == "=" { "" } else { "more than " };
        let say = |row: &ScreenRow| format!("{} signal of the {}", row.cytokine, row.cell);
        format!(
            "{} spares most the {} (IC50 {bound}{}): {bound}{:.1} times that of the {} ({})",
            first.inhibitor,
            say(last),
            Self::dose(last).nanomolar(),
            self.window(),
            say(first),
            Self::dose(first).nanomolar()
        )
    }
}

/// A sentence for each drug; last the one that spares the most.
pub(crate) fn answer(out: &mut dyn Write, rows: &[ScreenRow]) -> io::Result<()> {
    let mut rankings: Vec<Ranking> = rows
        .chunk_by(|a, b| a.inhibitor == b.inhibitor)
        .filter_map(|rows| Ranking::of(&rows.iter().collect::<Vec<_>>()))
        .collect();
    rankings.sort_by(|a, b| a.window().total_cmp(&b.window()));
    let answered = rows.iter().filter(|row| row.relation == "=").count();
    let total = rows.len();
    for ranking in &rankings {
        writeln!(out, "{}", ranking.sentence())?;
    }
    match (rankings.is_empty(), rows.first()) {
        (true, Some(row)) if answered == 0 => {
            writeln!(
                out,
                "None of {total} pairs has an IC50; the first: {} {}",
                row.relation, row.reason
            )
        }
        (true, _) => writeln!(out, "{answered} of {total} pairs have an IC50: give more cytokines"),
        _ => Ok(()),
    }
}
