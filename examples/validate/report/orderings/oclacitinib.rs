//! O12: the cytokines a drug spares, from its enzymes alone.

use super::super::Found;
use super::super::digits::three;
use super::evaluate::{Source, nanomolar};
use super::ordering::{Ordering, Table};

const WITH_JAK1: [&str; 5] = ["IL-2", "IL-4 (type I)", "IL-6", "IL-13", "IL-31"];
const WITHOUT_JAK1: [&str; 4] = ["EPO", "GM-CSF", "IL-12", "IL-23"];
/// How far the two groups should be apart.
const APART: f64 = 4.0;

pub(crate) fn ordering(source: &Source) -> Found<Ordering> {
    let mut rows = Vec::new();
    let (mut highest, mut lowest) = (0.0, f64::INFINITY);
    for (cytokines, published) in [(&WITH_JAK1[..], "36–249 nM"), (&WITHOUT_JAK1[..], "> 1000 nM")]
    {
        for &cytokine in cytokines {
            let assay = source.assay(cytokine)?;
            let ic50 = super::evaluate::half_inhibition(&assay, &source.inhibitor("oclacitinib")?)?;
            if cytokines.len() == WITH_JAK1.len() {
                highest = nanomolar(ic50).max(highest);
            } else {
                lowest = nanomolar(ic50).min(lowest);
            }
            let (cell, stat) = (assay.cell().name(), assay.stat());
            rows.push(vec![
                format!("{cytokine}/p{stat}"),
                cell.into(),
                published.into(),
                ic50.to_string(),
            ]);
        }
    }
    let apart = lowest / highest;
    Ok(Ordering {
        id: "O12",
        statement: "oclacitinib blocks IL-2, IL-4, IL-6, IL-13 and IL-31 and spares EPO, GM-CSF, IL-12 and IL-23",
        source: "Gonzales et al. 2014 J Vet Pharmacol Ther 37:317, abstract",
        test: "From the enzyme IC50 alone (JAK1, JAK2, JAK3, TYK2: 10, 18, 99, 84 nM, at Km): every cytokine with JAK1 below every one\nwithout it, and more than 4x apart. The published cells are canine, those here human or mouse.",
        tables: vec![Table {
            name: format!(
                "Free IC50; the lowest without JAK1 is {} times the highest with it:",
                three(apart)
            ),
            head: vec!["signal", "cell", "published", "predicted"],
            rows,
        }],
        outcomes: vec![
            ("every cytokine with JAK1 below every one without".into(), apart > 1.0),
            ("more than 4x apart".into(), apart > APART),
        ],
        comment: "The order is carried by the ATP of the cell: the kinases without JAK1 bind ATP more tightly, so their IC50 rises further\nfrom Km to a cell. The values themselves come out several times too high on the JAK1 side; whether the assumed ATP of the enzyme\nassay, the dogs' enzymes or the dose of 100 ng/mL is the reason cannot be told from this.",
    })
}
