//! IC50s in cells: predicted and measured.

mod baselines;
mod calibration;
pub(crate) mod matrix;
pub(crate) mod measured;
mod picture;
mod predict;
mod reserve;
mod rows;
mod score;
mod scorecard;
mod scores;
mod selectivity;

use super::Found;
use super::section::{FILES, Section, table};
use matrix::Matrix;
use measured::measured;
use predict::predictions;
use std::fmt::Write as _;

pub(crate) fn section(matrix: &Matrix) -> Found<Section> {
    let measured = measured()?;
    let found = predictions(&measured, |drug| Ok(drug.clone()))?;
    let mut text = String::from(
        "Concentrations in nM. Cytokine doses that the sources do not give are taken to be 100 ng/mL; what was measured in whole\n\
        blood is multiplied by the fraction unbound in plasma. `unverified` means that a number was recalled from the paper and\n\
        not checked against it. Four scored rows of two drugs from two papers carry little: the intervals say so.\n\
        What is predicted, and scored, is the main STAT of the cytokine, as the protocol has it, also where another was measured.\n\n",
    );
    rows::write(&mut text, &found)?;
    let (answer, mut summary) = scores::write(&mut text, &measured, &found)?;
    reserve::write(&mut text, &found)?;
    text.push_str(include_str!("failures.md"));
    let _ = writeln!(
        text,
        "\n### Every drug, cytokine and cell\n\n\
        [{FILES}/predictions.csv]({FILES}/predictions.csv) holds {} predictions: each drug on each cytokine in each cell that has\n\
        the receptor, at 100 ng/mL and 15 min (hepatocytes 20 min). {} have an IC50, {} lie above 100 µM, {} are not sigmoid and {} are refused with the\n\
        reason. Cells that differ in no number of the tables were solved once: {} experiments per drug. The usual cell of each\n\
        cytokine:\n\n![Free IC50 of each drug on each cytokine]({FILES}/predictions.svg)\n\n\
        How many times more of a drug a signal needs than IL-6 in the CD4 T cell; momelotinib was not measured on TYK2 in the panel\n\
        of its paper, and IL-6 holds it beside JAK1:\n",
        matrix.len(),
        matrix.count("="),
        matrix.count(">"),
        matrix.count("not_sigmoid"),
        matrix.count("refused"),
        matrix.different,
    );
    let (head, lines) = selectivity::ratios(matrix);
    table(&mut text, &head, &lines);
    summary.push(format!("{} predictions beside, in a table", matrix.count("=")));
    Ok(Section {
        title: "IC50 in cells",
        text,
        files: vec![
            ("predictions.csv", matrix.csv()?),
            ("predictions.svg", picture::heat_map(matrix)?),
        ],
        summary,
        answer,
    })
}
