//! O12: the cytokines a drug spares, from its enzymes alone.

use super::super::digits::three;
use super::super::protocol::{assay, half_inhibition, nanomolar};
use super::super::{Found, own_tables};
use super::ordering::{Ordering, Outcome, Table};
use jakstat::prelude::*;

const DRUG: &str = "oclacitinib";
/// Cytokine, whether JAK1 is in its receptor, and the published IC50.
const SIGNALS: [(&str, bool); 9] = [
    ("IL-2", true),
    ("IL-4", true),
    ("IL-6", true),
    ("IL-13", true),
    ("IL-31", true),
    ("EPO", false),
    ("GM-CSF", false),
    ("IL-12", false),
    ("IL-23", false),
];
/// How far the two groups should be apart.
const APART: f64 = 4.0;

pub(crate) fn ordering() -> Found<Ordering> {
    let catalog = Catalog::builtin();
    let elsewhere = at_one_millimolar()?;
    let [drug, other] = [catalog.inhibitor(DRUG)?, elsewhere.inhibitor(DRUG)?];
    let (mut rows, mut ic50s, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (cytokine, with_jak1) in SIGNALS {
        let cytokine = catalog.cytokine(cytokine)?;
        let assay = assay(cytokine, catalog.responder(cytokine)?);
        let [ic50, at_one] = [half_inhibition(&assay, drug)?, half_inhibition(&assay, other)?];
        rows.push(vec![
            format!("{}/p{}", cytokine.name(), assay.stat()),
            assay.cell().name().into(),
            if with_jak1 { "36–249 nM" } else { "> 1000 nM" }.into(),
            ic50.to_string(),
            at_one.to_string(),
        ]);
        ic50s.push((with_jak1, nanomolar(ic50)));
        others.push((with_jak1, nanomolar(at_one)));
    }
    let (found, at_one) = (apart(&ic50s), apart(&others));
    Ok(Ordering {
        id: "O12",
        statement: "oclacitinib blocks IL-2, IL-4, IL-6, IL-13 and IL-31 and spares EPO, GM-CSF, IL-12 and IL-23",
        source: "Gonzales et al. 2014 J Vet Pharmacol Ther 37:317, abstract",
        test: "From the enzyme IC50 alone (JAK1, JAK2, JAK3, TYK2: 10, 18, 99, 84 nM, taken as measured at Km): every cytokine with JAK1\nbelow every one without it, and more than 4x apart. The published cells are canine, those here human or mouse. The last column\ntakes the enzyme assay to have been at 1 mM ATP, and is asked beside.",
        tables: vec![Table {
            name: format!(
                "Free IC50; the lowest without JAK1 is {} times the highest with it, {} times with the assay at 1 mM:",
                three(found),
                three(at_one)
            ),
            head: vec!["signal", "cell", "published", "predicted", "assay at 1 mM"],
            rows,
        }],
        outcomes: vec![
            Outcome::new("every cytokine with JAK1 below every one without", found > 1.0),
            Outcome::new("more than 4x apart", found > APART),
            Outcome::new(
                "every cytokine with JAK1 below every one without, assay at 1 mM",
                at_one > 1.0,
            )
            .beside(),
            Outcome::new("more than 4x apart, assay at 1 mM", at_one > APART).beside(),
        ],
        comment: "It rests on the ATP of the enzyme assay, which is assumed. JAK2, JAK3 and TYK2 bind ATP more tightly than JAK1, so from\nKm to a cell their IC50 rise further, and that sets the two groups apart; but the values with JAK1 come out far too high. With\nthe assay at 1 mM these come out near the published ones, and the two groups are no longer apart. So the order is predicted and the\nvalues are not: either the ATP was between the two, or the dogs' enzymes differ from the human ones.",
    })
}

/// The lowest IC50 without JAK1 over the highest with it.
fn apart(ic50s: &[(bool, f64)]) -> f64 {
    let of = |group: bool| ic50s.iter().filter(move |(with, _)| *with == group).map(|(_, at)| *at);
    of(false).fold(f64::INFINITY, f64::min) / of(true).fold(0.0, f64::max)
}

/// The built-in catalogue, were the drug's enzymes assayed at 1 mM ATP.
fn at_one_millimolar() -> Found<Catalog> {
    own_tables::changed("inhibitors.csv", |text| {
        let row = |row: &str| {
            if row.starts_with(DRUG) { row.replace(",Km,", ",1000,") } else { row.to_owned() }
        };
        text.lines().map(row).collect::<Vec<_>>().join("\n")
    })
}
