//! The published orderings that concern doses, each put to the test.

use super::super::Found;
use super::super::digits::percent;
use super::evaluate::{BARICITINIB, IMMEDIATE, Prescription, Source, TOFACITINIB, UPADACITINIB};
use super::ordering::{Ordering, Outcome, Table};
use jakstat::assay::DailyInhibition;
use jakstat::prelude::*;

pub(crate) fn orderings(sources: &[Source]) -> Found<Vec<Ordering>> {
    Ok(vec![
        gamma_chain(sources)?,
        never_all_day(sources)?,
        equal_doses(sources)?,
        whole_blood(sources)?,
    ])
}

const HEAD: [&str; 7] = [
    "regimen",
    "cytokine",
    "free IC50",
    "hours above",
    "static",
    "dynamic",
    "dynamic, least to most",
];

/// A dose to two digits.
fn rounded(mg: f64) -> String {
    if mg < 10.0 { format!("{mg:.2} mg") } else { format!("{mg:.0} mg") }
}

fn row(taken: Prescription, day: &DailyInhibition) -> Vec<String> {
    let way = if taken.3 > 12.0 { "qd" } else { "bid" };
    let dynamic = day.dynamic_inhibition;
    vec![
        format!("{} {} mg {way}", taken.0, taken.2),
        format!("{}/p{}", day.cytokine, day.stat),
        day.ic50.to_string(),
        day.hours_above_ic50.map_or("unknown".into(), |hours| format!("{hours:.1}")),
        day.static_inhibition.map_or("unknown".into(), |whole| percent(whole.average)),
        percent(dynamic.average),
        format!("{} to {}", percent(dynamic.trough), percent(dynamic.peak)),
    ]
}

/// O1: the drugs on the cytokines of JAK1 and JAK3.
fn gamma_chain(sources: &[Source]) -> Found<Ordering> {
    let (mut tables, mut outcomes) = (Vec::new(), Vec::new());
    for source in sources {
        let mut rows = Vec::new();
        let mut held = [true; 3];
        for cytokine in ["IL-2", "IL-4 (type I)", "IL-15", "IL-21"] {
            let days = [BARICITINIB, TOFACITINIB, UPADACITINIB]
                .map(|taken| source.day(taken, cytokine).map(|day| (taken, day)));
            let [first, others @ ..] = days;
            let (_, reference) = first?;
            rows.push(row(BARICITINIB, &reference));
            for other in others {
                let (taken, day) = other?;
                let half = |day: &DailyInhibition| {
                    day.ic50.concentration().map_or(f64::INFINITY, Concentration::as_nanomolar)
                };
                held[0] &= half(&day) < half(&reference);
                held[1] &= day.hours_above_ic50 > reference.hours_above_ic50;
                held[2] &= day.dynamic_inhibition.average > reference.dynamic_inhibition.average;
                rows.push(row(taken, &day));
            }
        }
        let names = ["lower IC50", "longer above the IC50", "larger daily inhibition"];
        outcomes.extend(names.iter().zip(held).map(|(name, held)| source.outcome(name, held)));
        tables.push(Table { name: format!("By {}:", source.name), head: HEAD.to_vec(), rows });
    }
    Ok(Ordering {
        id: "O1",
        statement: "IL-2, IL-4, IL-15 and IL-21 are inhibited more by tofacitinib and upadacitinib than by baricitinib",
        source: "McInnes et al. 2019 Arthritis Res Ther 21:183, abstract",
        test: "Lower IC50, longer above it, and larger daily inhibition, for each of the four cytokines and both drugs against\nbaricitinib 4 mg once daily.",
        tables,
        outcomes,
        comment: "Class of failure: data and mechanism. Tofacitinib fails throughout: at the ATP of a cell no panel of the table makes it as\npotent on JAK1 as baricitinib, and what it does to JAK3 as well is worth at most twofold in the model (O13), where either kinase of\nthe pair stops it. Upadacitinib passes by default. In the one panel it falls short on hours and on the daily average, with next to the\nsame IC50. By the drugs' own papers, at Km and at 0.1 mM ATP, both lose all they have on the way to a cell.",
    })
}

/// By pairs: JAK1/2, JAK1/TYK2, JAK2/2, JAK2/TYK2, and one whose pair is in doubt.
const EVERY_PAIR: [&str; 9] =
    ["IL-6", "IFN-gamma", "IFN-alpha", "IL-10", "GM-CSF", "EPO", "IL-12", "IL-23", "G-CSF"];

/// O5: all inhibit, none all day.
fn never_all_day(sources: &[Source]) -> Found<Ordering> {
    let (mut tables, mut outcomes) = (Vec::new(), Vec::new());
    for source in sources {
        let mut rows = Vec::new();
        let (mut inhibited, mut swings, mut pauses) = (true, true, true);
        for taken in [BARICITINIB, TOFACITINIB, UPADACITINIB] {
            for cytokine in EVERY_PAIR {
                let day = source.day(taken, cytokine)?;
                let whole = day.dynamic_inhibition;
                inhibited &= whole.average > 0.01;
                swings &= whole.trough < 0.8 * whole.peak;
                pauses &= day.hours_above_ic50.is_some_and(|hours| hours < 24.0);
                rows.push(row(taken, &day));
            }
        }
        outcomes.push(
            source.outcome("every signal is inhibited by more than 1 % on average", inhibited),
        );
        outcomes
            .push(source.outcome("the weakest inhibition is below 0.8 of the strongest", swings));
        outcomes.push(source.outcome("no drug is above its IC50 for 24 h", pauses));
        tables.push(Table { name: format!("By {}:", source.name), head: HEAD.to_vec(), rows });
    }
    Ok(Ordering {
        id: "O5",
        statement: "all three drugs inhibit the cytokines of JAK1/2, JAK1/TYK2, JAK2/2 and JAK2/TYK2, none of them continuously over 24 h",
        source: "McInnes et al. 2019 Arthritis Res Ther 21:183, abstract",
        test: "IL-6 and IFN-gamma (JAK1/2), IFN-alpha and IL-10 (JAK1/TYK2), GM-CSF and EPO (JAK2/2), IL-12 and IL-23 (JAK2/TYK2), and G-CSF,\nwhose pair sources disagree on, at clinical doses. The thresholds of 1 % and 0.8 are ours: the statement gives none.",
        tables,
        outcomes,
        comment: "Class of failure: data. In the one panel baricitinib is above its IC50 on IL-6 all day, because that laboratory found it several\ntimes more potent on JAK1 than its own paper did. By the drugs' own papers tofacitinib (at Km) and upadacitinib (at 0.1 mM ATP)\ncarry over to micromolar IC50 and do next to nothing at doses that work in patients. Where it holds, part of it is easily held:\na drug that never reaches its IC50 is not above it for 24 h.",
    })
}

/// O10: doses of equal inhibition of two drugs on two pathways.
fn equal_doses(sources: &[Source]) -> Found<Ordering> {
    let (mut rows, mut outcomes) = (Vec::new(), Vec::new());
    for source in sources {
        let mut doses = Vec::new();
        for (cytokine, published) in [("IL-6", 3.0), ("IL-7", 12.0)] {
            let day = source.day(TOFACITINIB, cytokine)?;
            let Some(target) = day.static_inhibition else { continue };
            let equal = source.equal(IMMEDIATE, cytokine, target.average)?;
            rows.push(vec![
                source.name.into(),
                format!("{cytokine}/p{}", day.stat),
                format!("{:.1} %", 100.0 * target.average),
                format!("{published} mg"),
                rounded(equal.factor),
            ]);
            doses.push(equal.factor);
        }
        let ratio = if let [six, seven] = doses[..] { seven / six } else { f64::NAN };
        let what = format!("IL-7 takes {ratio:.1} times the dose that IL-6 takes, published 4");
        outcomes.push(source.outcome(what, (2.0..=8.0).contains(&ratio)));
    }
    Ok(Ordering {
        id: "O10",
        statement: "upadacitinib 3 mg bid does to IL-6/pSTAT3 what tofacitinib 5 mg bid does, and 12 mg bid to IL-7/pSTAT5",
        source: "Mohamed et al. 2020, summary page",
        test: "The dose of upadacitinib (immediate release) twice daily with the average static inhibition of tofacitinib 5 mg twice\ndaily; the ratio between the pathways within 2x of the published 4.",
        tables: vec![Table {
            name: "Doses of equal inhibition:".into(),
            head: vec!["numbers", "signal", "tofacitinib 5 mg bid", "published", "predicted"],
            rows,
        }],
        outcomes,
        comment: "Class of failure: mechanism. The doses themselves are far below the published ones where both drugs come from one laboratory, as\nthey do by default, and far above them by the drugs' own papers: they depend on the enzymes, their ratio hardly does. It asks how\nmuch JAK3 counts beside JAK1. In the model blocking JAK3 as well is worth at most twofold (O13), and less for a drug that is\nmore potent on JAK1; if the statement is right it counts for more.",
    })
}

/// O16: whole blood after a tablet.
fn whole_blood(sources: &[Source]) -> Found<Ordering> {
    let source = &sources[0];
    let hours = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 24.0];
    let exposure = source.exposure(BARICITINIB)?;
    let single = Exposure::new(exposure.individual(), &Regimen::oral(4.0.milligrams()))?;
    let times = hours.map(Quantities::hours);
    let samples =
        source.assay("IL-6")?.ex_vivo(&source.inhibitor("baricitinib")?, &single, &times)?;
    let most = samples.iter().max_by(|a, b| a.inhibition.total_cmp(&b.inhibition));
    let (peak, strongest) = most.map_or((f64::NAN, f64::NAN), |most| (most.hours, most.inhibition));
    let last = samples.last().map_or(f64::NAN, |last| last.inhibition);
    let rows = samples.iter().map(|sample| {
        vec![
            format!("{}", sample.hours),
            format!("{:.1}", sample.free_nm),
            percent(sample.inhibition),
        ]
    });
    Ok(Ordering {
        id: "O16",
        statement: "after baricitinib IL-6/pSTAT3 in whole blood is inhibited most at 2 h and near baseline at 24 h",
        source: "EU label of baricitinib",
        test: "Samples after a single dose of 4 mg, by the drug's default panel, stimulated with IL-6 at 100 ng/mL; most at 2 h, no sample\nnearer being taken, and less than a quarter of that left at 24 h.",
        tables: vec![Table {
            name: "Samples:".into(),
            head: vec!["hours", "free nM", "inhibition"],
            rows: rows.collect(),
        }],
        outcomes: vec![
            Outcome::new(format!("most at {peak} h, published 2 h"), peak > 1.0 && peak < 4.0),
            Outcome::new(
                format!("{} at 24 h, {} at most", percent(last), percent(strongest)),
                last < strongest / 4.0,
            ),
        ],
        comment: "Class of failure: pharmacokinetics. The effect follows the plasma at once in the model, and the plasma of this set of kinetics\npeaks within the first hour: a sample at 1 h is inhibited more than one at 2 h.",
    })
}
