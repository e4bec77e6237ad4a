//! The measured rows, each beside its prediction.

use super::super::digits::significant;
use super::super::section::table;
use super::measured::Role;
use super::predict::{Prediction, ratio};
use super::score::fold_error;
use std::fmt::Write as _;

const SCORED: [&str; 7] =
    ["drug", "signal", "measured", "measured, free", "predicted, free", "fold error", "source"];
const BESIDE: [&str; 6] =
    ["drug", "signal", "measured", "predicted, free", "why not scored", "source"];

fn number(value: f64) -> String {
    significant(value, 3)
}

fn source(found: &Prediction<'_>) -> String {
    let row = found.row;
    format!("{}, [{}](https://doi.org/{}): {}", row.source, row.doi, row.doi, row.verified)
}

/// The scored rows, the pair scored by its ratio, and what stands beside.
pub(crate) fn write(text: &mut String, predictions: &[Prediction<'_>]) {
    let signal = |found: &Prediction<'_>| format!("{}, {}", found.row.signal(), found.row.species);
    let scored = predictions.iter().filter_map(|found| Some((found, found.scored()?)));
    let scored = scored.map(|(found, (predicted, measured))| {
        let sd = found.row.sd_nm.map_or(String::new(), |sd| format!(" ± {}", number(sd)));
        vec![
            found.row.drug.clone(),
            signal(found),
            format!("{}{sd}", number(found.row.ic50_nm)),
            number(measured),
            number(predicted),
            fold_error(predicted, measured).map_or("none".into(), |error| significant(error, 3)),
            source(found),
        ]
    });
    table(text, &SCORED, &scored.collect::<Vec<_>>());
    if let Some((predicted, measured)) = ratio(predictions) {
        let error = fold_error(predicted, measured).unwrap_or(f64::NAN);
        let _ = writeln!(
            text,
            "\nBy its ratio alone is scored how the IC50 of ruxolitinib in the hepatocyte rises from 10 to 40 ng/mL of IL-6: measured\n\
            {} times, predicted {} times, fold error {} (n = 1). Any formula that knows no cytokine dose says 1 and is off {} times.",
            number(measured),
            number(predicted),
            significant(error, 3),
            number(measured),
        );
    }
    text.push_str("\nNot scored as such:\n\n");
    let beside = predictions.iter().filter(|found| found.row.role != Role::Scored);
    let beside = beside.map(|found| {
        let why = match found.row.role {
            Role::Scored => "",
            Role::Ratio => "scored by its ratio: simulated with another model, not measured",
            Role::Bound => "a bound",
            Role::Secondary => &found.row.note,
        };
        vec![
            found.row.drug.clone(),
            signal(found),
            format!("{} {}", found.row.relation, number(found.row.ic50_nm)),
            found.ic50.map_or("not predicted".into(), number),
            why.to_owned(),
            source(found),
        ]
    });
    table(text, &BESIDE, &beside.collect::<Vec<_>>());
}
