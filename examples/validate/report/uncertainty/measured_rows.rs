//! The rows that were measured, with their intervals.

use super::super::Found;
use super::super::digits::{interval, significant};
use super::super::inhibitors::measured::{Measured, Role, measured};
use super::super::section::table;
use super::{OF_ROW, SHARE, ends, ensemble, most, printed, solving};
use jakstat::assay::{Ic50Ensemble, Uncertain};
use jakstat::response::percentile;
use std::fmt::Write as _;

pub(crate) struct MeasuredRows {
    pub(super) rows: Vec<(Measured, Ic50Ensemble)>,
    /// The largest factor between the ends of an interval and those from other draws.
    other_draws: f64,
}

const HEAD: [&str; 8] = [
    "drug on signal",
    "measured, free",
    "predicted, interval",
    "measured value inside",
    "panels",
    "ATP",
    "abundances",
    "affinities",
];

impl MeasuredRows {
    pub(super) fn new() -> Found<Self> {
        let (mut rows, mut other_draws) = (Vec::new(), 1.0_f64);
        for row in measured()? {
            let Some(assay) = row.assay()? else { continue };
            if row.role == Role::Bound {
                continue;
            }
            let assay = assay.options(solving());
            let found = assay.ic50_ensemble(row.drug()?, &ensemble(OF_ROW)?)?;
            let other = assay.ic50_ensemble(row.drug()?, &ensemble(OF_ROW)?.seed(1))?;
            let (a, b) = (ends(&found), ends(&other));
            for (one, two) in [(a.0, b.0), (a.1, b.1)] {
                other_draws = other_draws.max(one / two).max(two / one);
            }
            rows.push((row, found));
        }
        Ok(Self { rows, other_draws })
    }

    /// Rows that are scored as such, with the interval in nM.
    pub(super) fn scored(&self) -> impl Iterator<Item = (&Measured, &Ic50Ensemble)> {
        let scored = self.rows.iter().filter(|(row, _)| row.role == Role::Scored);
        scored.map(|(row, found)| (row, found))
    }

    fn inside(&self) -> usize {
        let inside = |(row, found): &(&Measured, &Ic50Ensemble)| within(row.free(), ends(found));
        self.scored().filter(inside).count()
    }

    pub(super) fn write(&self, text: &mut String) {
        let line = |(row, found): &(Measured, Ic50Ensemble)| {
            let held = if within(row.free(), ends(found)) { "yes" } else { "no" };
            let not_measured = if row.role == Role::Ratio { " (published model)" } else { "" };
            let groups = Uncertain::ALL.map(|group| printed(found, group));
            let known = [
                row.name(),
                format!("{}{not_measured}", significant(row.free(), 3)),
                interval(ends(found)),
                if row.role == Role::Scored { held.into() } else { "only by its ratio".into() },
            ];
            known.into_iter().chain(groups).collect()
        };
        table(text, &HEAD, &self.rows.iter().map(line).collect::<Vec<_>>());
        let _ = writeln!(
            text,
            "\nOther draws move the ends of these intervals by a factor of {} at most.",
            significant(self.other_draws, 2)
        );
        if let Some((published, ratio)) = self.ratio() {
            let _ = writeln!(
                text,
                "The ratio of the two hepatocyte rows, each draw with itself: {}; the published model's is {}.",
                interval(ratio),
                significant(published, 3)
            );
        }
    }

    /// The ratio between the rows that are scored by it: as published, and the interval of that predicted.
    fn ratio(&self) -> Option<(f64, (f64, f64))> {
        let rows: Vec<_> = self.rows.iter().filter(|(row, _)| row.role == Role::Ratio).collect();
        let [(low, first), (high, last)] = rows[..] else { return None };
        let whole = |found: &Ic50Ensemble| found.beyond + found.unsolved == 0;
        if !(whole(first) && whole(last)) {
            return None;
        }
        let draws = last.ic50s_nanomolar.iter().zip(&first.ic50s_nanomolar);
        let ratios: Vec<f64> = draws.map(|(last, first)| last / first).collect();
        let outside = (1.0 - SHARE) / 2.0;
        let ends = (percentile(&ratios, outside)?, percentile(&ratios, 1.0 - outside)?);
        Some((high.free() / low.free(), ends))
    }

    pub(super) fn summary(&self) -> Vec<String> {
        let scored: Vec<_> = self.scored().collect();
        let groups: Vec<String> =
            scored.iter().map(|(row, found)| format!("{}: {}", row.name(), most(found))).collect();
        let held = self.answer();
        vec![format!("{held}; what matters most for {}", groups.join(", "))]
    }

    pub(super) fn answer(&self) -> String {
        format!(
            "{} of {} measured values within their intervals",
            self.inside(),
            self.scored().count()
        )
    }
}

fn within(value: f64, (low, high): (f64, f64)) -> bool {
    (low..=high).contains(&value)
}
