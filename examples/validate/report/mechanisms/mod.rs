//! What the mechanisms must carry, each put to the test, and what becomes of signals where a kinase is lacking.

mod demands;
mod lacking;
mod picture;
mod published;

use super::Found;
use super::digits::{share, yes};
use super::one_kinase::Blocked;
use super::orderings::Ordering;
use super::section::{FILES, Section, table};
use lacking::Lacking;
use std::fmt::Write as _;

const PAIR: &str = "il15_one_kinase.svg";

pub(crate) fn section(pair: &[Blocked]) -> Found<Section> {
    let demands = demands::demands(pair)?;
    let held = demands.iter().filter(|demand| demand.holds()).count();
    let mut text = String::from(
        "Nothing is fitted here, and no correction factor stands behind any of it: these follow from wiring and rate laws.\n\n",
    );
    let line = |o: &Ordering| vec![o.id.into(), o.statement.into(), o.verdict().into()];
    table(&mut text, &["", "demand", "verdict"], &demands.iter().map(line).collect::<Vec<_>>());
    for demand in &demands {
        demand.write(&mut text);
    }
    let _ = write!(
        text,
        "\n![pSTAT5 of a CD4 T cell under IL-15 against a drug on JAK1 alone, on JAK3 alone and on both: the curves of the first two coincide and reach zero]({FILES}/{PAIR})\n"
    );
    let found = lacking::all()?;
    write_lacking(&mut text, &found);
    let count = |of: fn(&Lacking) -> bool| found.iter().filter(|row| of(row)).count();
    Ok(Section {
        title: "What mechanism must carry",
        text,
        files: vec![(PAIR, picture::pair(pair)?)],
        summary: vec![
            format!("{held} of {} demands hold", demands.len()),
            format!(
                "of {} signals in cells without a kinase's protein, {} come out as published with the model's protein missing ({} with its kinase dead); {} of them hold by wiring alone, the kinase not being in the network",
                found.len(),
                count(Lacking::missing_agrees),
                count(Lacking::dead_agrees),
                count(Lacking::holds_by_wiring)
            ),
        ],
        answer: format!("{held} of {} demands on mechanism", demands.len()),
    })
}

fn write_lacking(text: &mut String, found: &[Lacking]) {
    text.push_str(
        "\n### Cells that lack a kinase\n\n\
        What is left of the signal at 100 ng/mL and 15 min (hepatocytes 20 min) in the cytokine's usual responder, with the protein of the\n\
        kinase missing (other kinases may take its place: what a knock-out does, and so what is held against these papers) and with the\n\
        kinase dead (it keeps its place on the chain: what a drug can do). *Lost* is less than 10 % left, *kept* more than 80 %, *impaired*\n\
        between; these limits are ours. Where a paper names a family of receptors, members stand for it. A row marked *not wired*\n\
        holds by wiring alone: the kinase is not in the network of that receptor.\n\n",
    );
    let rows: Vec<_> = found
        .iter()
        .map(|row| {
            let seen = row.published;
            vec![
                seen.jak.to_string(),
                seen.cytokine.into(),
                seen.left.to_string(),
                if row.wired { share(row.missing) } else { "not wired".into() },
                yes(row.missing_agrees()),
                if row.wired { share(row.dead) } else { "not wired".into() },
                yes(row.dead_agrees()),
                seen.source.to_string(),
            ]
        })
        .collect();
    let head =
        ["lacking", "cytokine", "published", "missing", "agrees", "dead", "agrees", "source"];
    table(text, &head, &rows);
    text.push_str(lacking::COMMENT);
}
