//! O13: either kinase of the pair of IL-15.

use super::super::digits::{share, three};
use super::super::one_kinase::Blocked;
use super::ordering::{Ordering, Outcome, Table};

/// What counts as fully blocked.
const FULLY: f64 = 0.95;

pub(crate) fn ordering(curves: &[Blocked]) -> Ordering {
    let row = |curve: &Blocked| {
        let reached = [0.5, 0.9, FULLY].map(|level| three(curve.reaches(level)));
        [vec![curve.name.into()], reached.to_vec(), vec![share(curve.most())]].concat()
    };
    let single = curves.iter().filter(|curve| curve.name.ends_with("alone"));
    let outcome = |curve: &Blocked| {
        Outcome::new(
            format!("inhibiting {} takes more than 95 % of the signal", curve.name),
            curve.most() > FULLY,
        )
    };
    Ordering {
        id: "O13",
        statement: "for IL-15/pSTAT5 inhibiting either JAK1 or JAK3 blocks fully",
        source: "Thorarensen et al. 2014 ACS Chem Biol, doi 10.1021/cb5002125, abstract",
        test: "A drug on one kinase of the pair and on nothing else, up to 10 000 times its K in the cell (that is Ki (1 + ATP/Km)): CD4 T\ncell, 100 ng/mL, pSTAT5 at 15 min.",
        tables: vec![Table {
            name: "Drug over K that takes half, 90 % and 95 % of the signal, and what the strongest dose takes:".into(),
            head: vec!["inhibits", "half", "90 %", "95 %", "at 10 000 K"],
            rows: curves.iter().map(row).collect(),
        }],
        outcomes: single.map(outcome).collect(),
        comment: "It follows from one choice, that the two kinases of a pair do their halves of a step in turn, and that choice was made with\nthis statement in view (decision 3): consistency more than prediction. The model makes the two kinases equal partners; that JAK1\nleads, as Haan et al. 2011 Chem Biol 18:314 have it, it cannot say.",
    }
}
