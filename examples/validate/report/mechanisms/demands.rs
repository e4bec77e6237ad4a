//! Four things that must follow from the mechanisms alone.

use super::super::digits::{share, three};
use super::super::experiment::Experiment;
use super::super::one_kinase::Blocked;
use super::super::orderings::{Ordering, Outcome, Table};
use super::super::protocol::{READING, half_inhibition, nanomolar};
use super::super::{Found, protocol};
use jakstat::prelude::*;

/// Drugs that are more potent on JAK1 than on any other kinase.
const JAK1_DRUGS: [&str; 3] = ["upadacitinib", "filgotinib", "abrocitinib"];
const DOSES: [f64; 5] = [1.0, 3.0, 10.0, 30.0, 100.0];
const JAK2_CYTOKINES: [&str; 8] =
    ["EPO", "TPO", "GH", "prolactin", "leptin", "GM-CSF", "IL-3", "IL-5"];
/// How much higher an IC50 is that counts as spared.
const SPARED: f64 = 4.0;

pub(crate) fn demands(pair: &[Blocked]) -> Found<Vec<Ordering>> {
    Ok(vec![rises_with_dose()?, either_suffices(pair)?, jak2_spared()?, tyk2_dead()?])
}

fn assay(cytokine: &str) -> Found<Assay> {
    assay_on(cytokine, None)
}

/// On a cell of that name, or the cytokine's usual responder.
fn assay_on(cytokine: &str, cell: Option<&str>) -> Found<Assay> {
    let catalog = Catalog::builtin();
    let cytokine = catalog.cytokine(cytokine)?;
    let cell = cell.map_or_else(|| catalog.responder(cytokine), |name| catalog.cell(name))?;
    Ok(protocol::assay(cytokine, cell))
}

fn rises_with_dose() -> Found<Ordering> {
    let (mut rows, mut outcomes) = (Vec::new(), Vec::new());
    for drug in JAK1_DRUGS {
        let inhibitor = Catalog::builtin().inhibitor(drug)?;
        let mut row = vec![drug.to_owned()];
        let mut ic50s = Vec::new();
        for dose in DOSES {
            let ic50 = half_inhibition(&assay("IL-6")?.stimulate(dose.ng_per_ml()), inhibitor)?;
            ic50s.push(nanomolar(ic50));
            row.push(ic50.to_string());
        }
        row.push(three(ic50s[DOSES.len() - 1] / ic50s[0]));
        rows.push(row);
        let rises = ic50s.windows(2).all(|pair| pair[1] > pair[0]);
        outcomes.push(Outcome::new(format!("the IC50 of {drug} rises with each dose"), rises));
    }
    Ok(Ordering {
        id: "M1",
        statement: "the IC50 of a JAK1 drug rises with the dose of the cytokine",
        source: "",
        test: "IL-6 on a CD4 T cell, pSTAT3 at 15 min.",
        tables: vec![Table {
            name: "Free IC50 at doses of IL-6 in ng/mL:".into(),
            head: vec!["drug", "1", "3", "10", "30", "100", "last over first"],
            rows,
        }],
        outcomes,
        comment: "What carries it: more cytokine leaves a larger reserve of active receptors, and inhibition is hidden until the reserve is\nused up. An equation of Cheng and Prusoff gives one number for all doses.",
    })
}

fn either_suffices(pair: &[Blocked]) -> Found<Ordering> {
    let (mut rows, mut outcomes) = (Vec::new(), Vec::new());
    let experiment = Experiment::of(&assay("IL-15")?)?;
    let asked = [("pSTAT5", READING)];
    let inputs = ["activity.JAK1", "activity.JAK3"];
    let kinases = [vec![1.0, 1.0], vec![0.0, 1.0], vec![1.0, 0.0]];
    let signals = experiment.measure(&asked, &inputs, &kinases)?;
    for (name, signal) in ["dead JAK1", "dead JAK3"].into_iter().zip(&signals[1..]) {
        let left = signal[0] / signals[0][0];
        rows.push(vec![name.into(), share(left), String::new()]);
        outcomes.push(Outcome::new(format!("{name} stops the signal"), left < 0.01));
    }
    for curve in pair.iter().filter(|curve| curve.name.ends_with("alone")) {
        let least = three(curve.reaches(0.95));
        rows.push(vec![format!("drug on {}", curve.name), share(1.0 - curve.most()), least]);
        let what = format!("a drug on {} takes more than 95 %", curve.name);
        outcomes.push(Outcome::new(what, curve.most() > 0.95));
    }
    Ok(Ordering {
        id: "M2",
        statement: "blocking either kinase of the pair suffices for IL-15",
        source: "",
        test: "pSTAT5 of a CD4 T cell at 15 min, 100 ng/mL; the drug up to 10 000 K.",
        tables: vec![Table {
            name: "What is left, and the drug over K that takes 95 %:".into(),
            head: vec!["kinase", "left", "95 % at"],
            rows,
        }],
        outcomes,
        comment: "What carries it: a pair does a step once both kinases have done their half, so the slower one limits.",
    })
}

fn jak2_spared() -> Found<Ordering> {
    let (mut tables, mut outcomes) = (Vec::new(), Vec::new());
    for (which, cell) in [
        ("its usual responder", None),
        ("one cell, the generic responder", Some("generic responder")),
    ] {
        let mut rows = Vec::new();
        for drug in JAK1_DRUGS {
            let inhibitor = Catalog::builtin().inhibitor(drug)?;
            let reference = half_inhibition(&assay_on("IL-6", cell)?, inhibitor)?;
            let mut row = vec![drug.to_owned(), reference.to_string()];
            let mut least = f64::INFINITY;
            for cytokine in JAK2_CYTOKINES {
                let ic50 = half_inhibition(&assay_on(cytokine, cell)?, inhibitor)?;
                let ratio = nanomolar(ic50) / nanomolar(reference);
                least = ratio.min(least);
                row.push(three(ratio));
            }
            rows.push(row);
            let spared = format!("{drug} spares every one more than 4x, each on {which}");
            outcomes.push(Outcome::new(spared, least > SPARED));
        }
        let mut head = vec!["drug", "IC50 on IL-6"];
        head.extend(JAK2_CYTOKINES);
        tables.push(Table {
            name: format!("IC50 over that on IL-6, each on {which}:"),
            head,
            rows,
        });
    }
    Ok(Ordering {
        id: "M3",
        statement: "cytokines of JAK2 alone are spared by a JAK1-selective drug",
        source: "",
        test: "IC50 over that on IL-6, at 100 ng/mL and 15 min (hepatocytes 20 min); more than 4x counts as spared, as in O12. The second table was added after\nthe first was seen, to tell what kinases do from what cells do.",
        tables,
        outcomes,
        comment: "What carries it: wiring, and how far the two K are apart. Class of failure: data. The usual responders differ in reserve:\nIL-6 on a CD4 T cell has much of it at this dose, GH and prolactin on a hepatocyte next to none, with receptors whose numbers are\nassumed; that takes away most of what filgotinib, the least selective of the three, has between its K. On one and the same cell\nall are spared.",
    })
}

fn tyk2_dead() -> Found<Ordering> {
    let catalog = Catalog::builtin();
    let [alpha, gamma] = ["IFN-alpha", "IFN-gamma"].map(|name| catalog.cytokine(name));
    let (alpha, gamma) = (alpha?, gamma?);
    let both = Assay::new(gamma, catalog.cell("monocyte")?).and_stimulate(alpha, 0.0.nanomolar());
    let interferons = Experiment::of(&both)?;
    let dose =
        |cytokine: &Cytokine| 100.0.ng_per_ml().to_molar(cytokine.molar_mass()).as_nanomolar();
    let inputs = ["dose.IFN-gamma", "dose.IFN-alpha", "activity.TYK2"];
    let [of_gamma, of_alpha] = [dose(gamma), dose(alpha)];
    let doses = [
        vec![of_gamma, 0.0, 1.0],
        vec![of_gamma, 0.0, 0.0],
        vec![0.0, of_alpha, 1.0],
        vec![0.0, of_alpha, 0.0],
    ];
    let read = interferons.measure(&[("pSTAT1", READING)], &inputs, &doses)?;
    let twelve = Experiment::of(&assay("IL-12")?)?.measure(
        &[("pSTAT4", READING)],
        &["activity.TYK2"],
        &[vec![1.0], vec![0.0]],
    )?;
    let left = |pair: &[Vec<f64>]| pair[1][0] / pair[0][0];
    let row = |signal: &str, pair: &[Vec<f64>]| {
        vec![signal.into(), three(pair[0][0]), three(pair[1][0]), share(left(pair))]
    };
    Ok(Ordering {
        id: "M4",
        statement: "a kinase-dead TYK2 leaves IFN-gamma alone, and stops IFN-alpha and IL-12",
        source: "",
        test: "Both interferons on one monocyte whose network holds the receptors of both, one at a time; IL-12 on a CD4 T cell; 100 ng/mL,\n15 min.",
        tables: vec![Table {
            name: "Signal in nM:".into(),
            head: vec!["signal", "whole", "TYK2 dead", "left"],
            rows: vec![
                row("IFN-gamma/pSTAT1", &read[..2]),
                row("IFN-alpha/pSTAT1", &read[2..]),
                row("IL-12/pSTAT4", &twelve),
            ],
        }],
        outcomes: vec![
            Outcome::new(
                "IFN-gamma is the same to the last bit",
                read[0][0].to_bits() == read[1][0].to_bits(),
            ),
            Outcome::new("nothing is left of IFN-alpha", left(&read[2..]) < 0.01),
            Outcome::new("nothing is left of IL-12", left(&twelve) < 0.01),
        ],
        comment: "What carries it: wiring. That nothing at all is left of IFN-alpha is more than was seen; see below.",
    })
}
