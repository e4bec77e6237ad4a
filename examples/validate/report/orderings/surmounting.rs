//! O17: more cytokine overcomes the drug.

use super::super::digits::three;
use super::super::{Found, hepatocyte};
use super::evaluate::{half_inhibition, nanomolar};
use super::ordering::{Ordering, Table};
use jakstat::prelude::*;

/// Doses of IL-6 in ng/mL, with the IC50 of the published model where it was solved again.
const DOSES: [(f64, &str); 5] =
    [(1.0, ""), (10.0, "203 nM"), (40.0, "401 nM"), (100.0, ""), (500.0, "")];
/// The EC50 with 500 nM of the drug in two data sets, in ng/mL.
const PUBLISHED: (f64, f64) = (40.0, 400.0);

pub(crate) fn ordering() -> Found<Ordering> {
    let drug = Catalog::builtin().inhibitor("ruxolitinib")?;
    let (mut rows, mut ic50s) = (Vec::new(), Vec::new());
    for (ng_per_ml, published) in DOSES {
        let assay = hepatocyte::assay()?.stimulate(ng_per_ml.ng_per_ml());
        let ic50 = half_inhibition(&assay, drug)?;
        ic50s.push(nanomolar(ic50));
        rows.push(vec![format!("{ng_per_ml} ng/mL"), ic50.to_string(), published.into()]);
    }
    let mut shifts = Vec::new();
    for (doses, most) in
        [("all", hepatocyte::SATURATING), ("up to 500 ng/mL, as measured", hepatocyte::MEASURED)]
    {
        let [without, with] = hepatocyte::half_effects(&hepatocyte::curves(most)?)?;
        shifts.push((doses, without, with));
    }
    let shifted = shifts.iter().map(|&(doses, without, with)| {
        vec![doses.to_owned(), three(without), three(with), three(with / without)]
    });
    let (_, _, with) = shifts[0];
    Ok(Ordering {
        id: "O17",
        statement: "inhibition of IL-6/pSTAT3 by ruxolitinib is surmounted by IL-6: 500 nM shifts the EC50 from about 10 to 40–400 ng/mL",
        source: "Sobotta et al. 2017 Front Physiol 8:775, data",
        test: "Mouse hepatocyte, pSTAT3 at 20 min, an hour with the drug before: the IC50 rises with each dose of IL-6, and the EC50 with\n500 nM lies within 40–400 ng/mL. An EC50 is half way to the highest point of its own curve.",
        tables: vec![
            Table {
                name: format!(
                    "IC50 of ruxolitinib, beside that of the published model solved again (at 40 over at 10 ng/mL: predicted {}, published 1.98):",
                    three(ic50s[2] / ic50s[1])
                ),
                head: vec!["IL-6", "predicted", "published model"],
                rows,
            },
            Table {
                name: "EC50 of IL-6 in ng/mL without and with 500 nM, over all doses and over those measured:".into(),
                head: vec!["doses", "without", "with", "ratio"],
                rows: shifted.collect(),
            },
        ],
        outcomes: vec![
            ("the IC50 rises with each dose".into(), ic50s.windows(2).all(|pair| pair[1] > pair[0])),
            ("the EC50 with 500 nM lies within 40–400 ng/mL".into(), with >= PUBLISHED.0 && with <= PUBLISHED.1),
        ],
        comment: "The order and the factors come out, the level does not: the IC50 lie far below those of the published model, in which the\neffect of the drug is fitted to the data and no enzyme or ATP stands behind it. Cells that break the drug down or bind it, or\nmuch more ATP, would raise them; the data do not tell. This is why only the ratio is scored (decision 14).",
    })
}
