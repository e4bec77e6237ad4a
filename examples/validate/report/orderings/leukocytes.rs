//! O2: one cytokine, two drugs, several leukocytes.

use super::super::Found;
use super::super::digits::three;
use super::super::protocol::nanomolar;
use super::evaluate::Source;
use super::ordering::{Ordering, Table};

/// The leukocytes that have both chains of the receptor of IL-6.
const CELLS: [&str; 3] = ["CD4 T cell", "CD8 T cell", "monocyte"];
/// A twofold difference, as the table of orderings words it.
const APART: f64 = 0.3;

pub(crate) fn ordering(sources: &[Source]) -> Found<Ordering> {
    let (mut rows, mut outcomes) = (Vec::new(), Vec::new());
    for source in sources {
        let mut held = true;
        for cell in CELLS {
            let [first, second] =
                ["baricitinib", "tofacitinib"].map(|drug| source.ic50_on(drug, "IL-6", cell));
            let (baricitinib, tofacitinib) = (first?, second?);
            let apart = (nanomolar(tofacitinib) / nanomolar(baricitinib)).log10();
            held &= apart.abs() < APART;
            let ic50s = [baricitinib, tofacitinib].map(|ic50| ic50.to_string());
            rows.push(
                [vec![source.name.into(), cell.into()], ic50s.to_vec(), vec![three(apart)]]
                    .concat(),
            );
        }
        outcomes.push(source.outcome("less than 2x apart on all three", held));
    }
    Ok(Ordering {
        id: "O2",
        statement: "baricitinib and tofacitinib have similar IC50 for IL-6 across leukocyte subsets",
        source: "abstract in JSCI 2017 40:309a",
        test: "|log10 ratio| below 0.3 on the CD4 T cell, the CD8 T cell and the monocyte, pSTAT3 at 15 min.",
        tables: vec![Table {
            name: "Free IC50 on IL-6/pSTAT3:".into(),
            head: vec!["numbers", "cell", "baricitinib", "tofacitinib", "log10 ratio"],
            rows,
        }],
        outcomes,
        comment: "Class of failure: data. IL-6 follows JAK1, and every laboratory of the table that measured both drugs at 1 mM ATP finds\nbaricitinib several times more potent on it; with tofacitinib from its own paper, at Km, the shift to a cell's ATP puts the two\nstill further apart. IC50 that are similar in leukocytes would need enzymes on which they are. That the cells agree with one\nanother says nothing: their abundances are assumed, one set for all.",
    })
}
