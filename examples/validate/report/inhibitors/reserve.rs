//! How many K of its kinase a row's IC50 is: what receptor reserve adds to the enzyme.

use super::super::Found;
use super::super::digits::significant;
use super::super::section::table;
use super::baselines::enzyme_in_cell;
use super::measured::Measured;
use super::predict::Prediction;
use jakstat::prelude::*;
use std::fmt::Write as _;

const HEAD: [&str; 6] = [
    "row",
    "lowest K at the cell's ATP",
    "IC50 of the two kinases alone",
    "measured over it",
    "predicted over it",
    "kinases",
];

/// The dose that halves what the receptor's two main kinases do together, in nM: no cascade, no reserve.
fn alone(row: &Measured) -> Found<([Jak; 2], f64)> {
    let enzymology = Catalog::builtin().enzymology();
    let chains = row.cytokine()?.receptor()?.chains.iter();
    let main: Vec<Jak> =
        chains.filter_map(|chain| chain.partners.first()).map(|partner| partner.jak).collect();
    let (&first, &last) = main.first().zip(main.last()).ok_or("a receptor without kinases")?;
    let mut inverse = 0.0;
    for jak in [first, last] {
        inverse += 1.0 / row.drug()?.effective(jak, enzymology)?.half_inhibition.as_nanomolar();
    }
    Ok(([first, last], 2.0 / inverse))
}

pub(crate) fn write(text: &mut String, predictions: &[Prediction<'_>]) -> Found<()> {
    let _ = writeln!(
        text,
        "\n### How much reserve\n\nTwo kinases that work in turn are half as fast at 2 / (1 / K + 1 / K'), K at the cell's ATP. What an IC50 is above that\n\
        is receptor reserve, or an error of K:\n"
    );
    let mut rows = Vec::new();
    for found in predictions {
        let Some((predicted, measured)) = found.scored() else { continue };
        let ([first, last], pair) = alone(found.row)?;
        rows.push(vec![
            found.row.name(),
            significant(enzyme_in_cell(found.row)?, 3),
            significant(pair, 3),
            significant(measured / pair, 2),
            significant(predicted / pair, 2),
            format!("{first} and {last}"),
        ]);
    }
    table(text, &HEAD, &rows);
    Ok(())
}
