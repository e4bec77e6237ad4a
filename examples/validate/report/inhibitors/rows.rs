//! The measured rows, each beside its prediction.

use super::super::Found;
use super::super::digits::significant;
use super::super::section::table;
use super::measured::Role;
use super::predict::{Prediction, ratio};
use super::score::fold_error;
use std::fmt::Write as _;

const SCORED: [&str; 8] = [
    "drug",
    "signal",
    "measured",
    "measured, free",
    "predicted on",
    "predicted, free",
    "fold error",
    "source",
];
const BESIDE: [&str; 6] =
    ["drug", "signal", "published", "predicted, free", "why not scored", "source"];

fn number(value: f64) -> String {
    significant(value, 3)
}

fn source(found: &Prediction<'_>) -> String {
    let row = found.row;
    format!("{}, [{}](https://doi.org/{}): {}", row.source, row.doi, row.doi, row.verified)
}

/// The scored rows, the pair scored by its ratio, and what stands beside.
pub(crate) fn write(text: &mut String, predictions: &[Prediction<'_>]) -> Found<()> {
    let scored = predictions.iter().filter_map(|found| Some((found, found.scored()?)));
    let mut lines = Vec::new();
    for (found, (predicted, measured)) in scored {
        let sd = found.row.sd_nm.map_or(String::new(), |sd| format!(" ± {}", number(sd)));
        lines.push(vec![
            found.row.drug.clone(),
            signal(found),
            format!("{}{sd}", number(found.row.ic50_nm)),
            number(measured),
            found.row.cytokine()?.main_stat().phosphorylated(),
            number(predicted),
            fold_error(predicted, measured).map_or("none".into(), |error| significant(error, 3)),
            source(found),
        ]);
    }
    table(text, &SCORED, &lines);
    if let Some((predicted, measured)) = ratio(predictions) {
        let error = fold_error(predicted, measured).unwrap_or(f64::NAN);
        let _ = writeln!(
            text,
            "\nBy its ratio alone is scored how the IC50 of ruxolitinib in the hepatocyte rises from 10 to 40 ng/mL of IL-6: by the\n\
            published model {} times, predicted {} times, fold error {} (n = 1). Any formula that knows no cytokine dose says 1 and is off {} times.",
            number(measured),
            number(predicted),
            significant(error, 3),
            number(measured),
        );
    }
    text.push_str("\nNot scored as such:\n\n");
    let other_stat = predictions.iter().filter_map(|found| {
        let why = "scored above on the main STAT, here predicted on the one that was measured";
        Some(line_beside(found, Some(found.as_measured?), why))
    });
    let unscored = predictions.iter().filter(|found| found.row.role != Role::Scored);
    let unscored = unscored.map(|found| {
        let why = match found.row.role {
            Role::Scored => "",
            Role::Ratio => "scored by its ratio: simulated with another model, not measured",
            Role::Bound => "a bound",
            Role::Secondary => &found.row.note,
        };
        line_beside(found, found.ic50, why)
    });
    table(text, &BESIDE, &other_stat.chain(unscored).collect::<Vec<_>>());
    Ok(())
}

fn signal(found: &Prediction<'_>) -> String {
    format!("{}, {}", found.row.signal(), found.row.species)
}

fn line_beside(found: &Prediction<'_>, predicted: Option<f64>, why: &str) -> Vec<String> {
    vec![
        found.row.drug.clone(),
        signal(found),
        format!("{} {}", found.row.relation, number(found.row.ic50_nm)),
        predicted.map_or("not predicted".into(), number),
        why.to_owned(),
        source(found),
    ]
}
