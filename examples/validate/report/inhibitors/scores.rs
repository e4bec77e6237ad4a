//! Every way to predict the scored rows, and the one factor fitted to them.

use super::super::Found;
use super::super::digits::significant;
use super::super::section::table;
use super::measured::Measured;
use super::predict::{Prediction, predictions};
use super::score::fold_error;
use super::scorecard::{HEAD, Pair, line, mean_error, within};
use super::{baselines, calibration};
use std::fmt::Write as _;

/// A panel with both drugs at 1 mM ATP.
const SECOND: &str = "clark2014";
const NO_FACTOR: &str = "the scored rows have no factor";

/// The pairs under the factor that fits them best.
fn fitted(pairs: &[Pair]) -> Found<Vec<Pair>> {
    Ok(calibration::scaled(pairs, calibration::factor(pairs).ok_or(NO_FACTOR)?))
}

/// Writes the scores; what they come to in a few words, and in a line each.
pub(crate) fn write(
    text: &mut String,
    rows: &[Measured],
    found: &[Prediction<'_>],
) -> Found<(String, Vec<String>)> {
    let pathway = pairs(found);
    let second = pairs(&predictions(rows, |drug| Ok(drug.with_panel(SECOND)?))?);
    let factor = calibration::factor(&pathway).ok_or(NO_FACTOR)?;
    let calibrated = fitted(&pathway)?;
    let left_out = calibration::left_out(&pathway).ok_or("a row cannot be left out")?;
    let each_left_out: Vec<Pair> = left_out.iter().map(|(_, pair)| pair.clone()).collect();
    let mut lines = vec![
        line("pathway, as the library ships", &pathway),
        line("pathway, panel clark2014 (1 mM)", &second),
        line("pathway, one factor fitted to these rows", &calibrated),
        line("pathway, the factor from the other rows", &each_left_out),
    ];
    let enzyme = baseline(found, baselines::enzyme)?;
    let in_cell = baseline(found, baselines::enzyme_in_cell)?;
    for (name, pairs) in [
        (
            "enzyme IC50 of the most sensitive kinase, against the value as published",
            as_published(&enzyme, found),
        ),
        (
            "the same at the cell's ATP, against the value as published",
            as_published(&in_cell, found),
        ),
        ("enzyme IC50 of the most sensitive kinase, against the free value", enzyme),
        ("the same at the cell's ATP, against the free value", in_cell.clone()),
        ("the last with one factor fitted to these rows", fitted(&in_cell)?),
    ] {
        lines.push(line(name, &pairs));
    }
    text.push_str(
        "\n### Scores\n\nIn brackets 95 % intervals by bootstrap over rows. Two cytokines of one drug have a rank correlation of +1 or -1 by\n\
        chance; with n = 2 it says no more than which of the two came first, and the two values of ruxolitinib are the same within\n\
        their errors. The protocol asks for the drugs' original papers beside the default panels: for both drugs they are the same.\n\
        The second line has both from one other laboratory, with which nothing else is scored. The last five lines are baselines\n\
        without a pathway, which have no rank where both cytokines get the same number.\n\n",
    );
    table(text, &HEAD, &lines);
    let _ = writeln!(
        text,
        "\n### One factor\n\nThe factor on every IC50 that fits the {} rows best is {}; the library ships without it. What the other rows give\n\
        when one is left out, and how that one comes out:\n",
        pathway.len(),
        significant(factor, 3),
    );
    let lines: Vec<Vec<String>> =
        left_out.iter().map(|(factor, pair)| left(*factor, pair)).collect();
    table(text, &["left out", "factor", "predicted, free", "measured, free", "fold error"], &lines);
    let error = |pairs: &[Pair]| mean_error(pairs).map_or("none".into(), |e| significant(e, 3));
    let fitted =
        format!("{} with one fitted factor of {}", error(&calibrated), significant(factor, 3));
    let by_enzyme =
        format!("K of the most sensitive kinase at the cell's ATP has {}", error(&in_cell));
    let within = format!("{} of {}", within(&pathway, 3.0), pathway.len());
    let answer = format!("{within} IC50 in cells within threefold");
    let summary = vec![
        format!(
            "{within} scored rows within threefold, fold error (geometric mean) {} as the library ships",
            error(&pathway)
        ),
        format!("{fitted}, {} where the factor comes from the other rows", error(&each_left_out)),
        format!("a baseline without a pathway: {by_enzyme}"),
    ];
    Ok((answer, summary))
}

fn left(factor: f64, pair: &Pair) -> Vec<String> {
    let error = fold_error(pair.predicted, pair.measured);
    vec![
        format!("{} on {}", pair.drug, pair.cytokine),
        significant(factor, 3),
        significant(pair.predicted, 3),
        significant(pair.measured, 3),
        error.map_or("none".into(), |error| significant(error, 3)),
    ]
}

fn pairs(found: &[Prediction<'_>]) -> Vec<Pair> {
    let pair = |found: &Prediction<'_>| {
        let (predicted, measured) = found.scored()?;
        let (drug, cytokine) = (found.row.drug.clone(), found.row.cytokine.clone());
        Some(Pair { drug, cytokine, predicted, measured })
    };
    found.iter().filter_map(pair).collect()
}

/// The scored rows with another prediction.
fn baseline(found: &[Prediction<'_>], of: fn(&Measured) -> Found<f64>) -> Found<Vec<Pair>> {
    let scored = found.iter().filter(|found| found.scored().is_some());
    let other =
        |(pair, found): (Pair, &Prediction<'_>)| Ok(Pair { predicted: of(found.row)?, ..pair });
    pairs(found).into_iter().zip(scored).map(other).collect()
}

/// Against the concentration as it was published, bound and free.
fn as_published(pairs: &[Pair], found: &[Prediction<'_>]) -> Vec<Pair> {
    let scored = found.iter().filter(|found| found.scored().is_some());
    let whole = |(pair, found): (&Pair, &Prediction<'_>)| Pair {
        measured: found.row.ic50_nm,
        ..pair.clone()
    };
    pairs.iter().zip(scored).map(whole).collect()
}
