//! How far predictions move with what is not known.

mod every_pair;
mod measured_rows;
mod picture;

use super::Found;
use super::digits::significant;
use super::inhibitors::matrix::Matrix;
use super::section::{FILES, Section, table};
use every_pair::EveryPair;
use jakstat::assay::{Ensemble, Ic50Ensemble, Uncertain};
use jakstat::prelude::*;
use measured_rows::MeasuredRows;
use std::fmt::Write as _;

/// The share of the draws that an interval holds.
const SHARE: f64 = 0.95;

/// Draws for a measured row, which has to carry a verdict.
const OF_ROW: u32 = 256;
/// Draws for each of the hundreds of experiments nobody measured.
const OF_PAIR: u32 = 128;

fn ensemble(draws: u32) -> Found<Ensemble> {
    Ok(Ensemble::default().draws(draws)?)
}

/// An error of the solver that is small beside that of the search.
fn solving() -> Options {
    Options { tolerance: Tolerance::relative(1e-4), ..Options::default() }
}

pub(crate) fn section(matrix: &Matrix) -> Found<Section> {
    let rows = MeasuredRows::new()?;
    let pairs = EveryPair::new()?;
    let mut text = format!(
        "Each prediction again, for {OF_ROW} draws where a row was measured and {OF_PAIR} elsewhere, from the panels of the drug that cover\n\
        the kinases in use, evenly; ATP of 1 to 5 mM;\n\
        every abundance over its range; every affinity (of ligand, joining chains, kinases on chains, STATs at the docking sites and\n\
        in dimers, SHP2) from a third to three times its value; all but panels evenly on the logarithm. The interval holds the middle\n\
        95 % of the draws. It says what the tables allow, not where the truth lies with 95 % confidence. A group's spread is one standard\n\
        deviation of ln IC50 as a factor, everything else at its usual value; groups with the same printed spread matter alike.\n\n\
        In both tables a drug with one panel that covers the kinases looks surest for that reason alone: laboratories cannot disagree\n\
        where only one measured. Not drawn, and so in no interval, are the ATP of the enzyme assays, Km(ATP), the dose of the cytokine and\n\
        the free fraction.\n\n\
        ![Predicted against measured free IC50, with intervals]({FILES}/agreement.svg)\n\n",
    );
    rows.write(&mut text);
    let _ = writeln!(
        text,
        "\n### Every drug, cytokine and cell\n\n[{FILES}/intervals.csv]({FILES}/intervals.csv) holds the interval of each drug on each\n\
        cytokine in each cell that has the receptor, from {} experiments that differ in a number. {} of {} draws could not be solved,\n\
        {} have no dose that halves the signal. IC50s at usual values differ by at most {} % from those of the table of\n\
        predictions, which were searched for to ten digits on curves solved a hundred times as precisely. An experiment on\n\
        which two groups matter alike counts for both.\n",
        pairs.len(),
        pairs.total(|found| found.unsolved),
        pairs.total(EveryPair::draws),
        pairs.total(|found| found.beyond),
        significant(100.0 * pairs.largest_difference(matrix), 1),
    );
    table(&mut text, &every_pair::HEAD, &pairs.by_drug());
    let most = pairs.most_often();
    let mut summary = rows.summary();
    summary.push(format!(
        "of {} experiments {} depend most on {}, alone or with others",
        pairs.len(),
        most.1,
        most.0
    ));
    Ok(Section {
        title: "How sure",
        text,
        files: vec![("intervals.csv", pairs.csv()?), ("agreement.svg", picture::svg(&rows)?)],
        answer: rows.answer(),
        summary,
    })
}

/// Both ends of an interval in nM.
fn ends(found: &Ic50Ensemble) -> (f64, f64) {
    let both = found.interval(SHARE);
    both.map_or((f64::NAN, f64::NAN), |(low, high)| (low.as_nanomolar(), high.as_nanomolar()))
}

/// The spread of a group as a factor.
fn factor(found: &Ic50Ensemble, group: Uncertain) -> f64 {
    let spread = found.groups.iter().find(|spread| spread.group == group);
    spread.map_or(1.0, |spread| spread.deviation.exp())
}

/// That spread as it is printed.
fn printed(found: &Ic50Ensemble, group: Uncertain) -> String {
    significant(factor(found, group), 2)
}

/// The groups that matter most: several where the spreads are printed alike, none where nothing does.
fn leading(found: &Ic50Ensemble) -> Vec<Uncertain> {
    let Some(first) = found.dominant() else { return Vec::new() };
    let tied = |group: &Uncertain| printed(found, *group) == printed(found, first);
    Uncertain::ALL.into_iter().filter(tied).collect()
}

/// Their names.
fn most(found: &Ic50Ensemble) -> String {
    let names: Vec<String> = leading(found).iter().map(ToString::to_string).collect();
    if names.is_empty() { "none".into() } else { names.join(" and ") }
}
