//! Published orderings, each put to the test.

mod dosing;
mod either_kinase;
mod engineered;
mod evaluate;
mod leukocytes;
mod oclacitinib;
mod ordering;
mod surmounting;

use super::Found;
use super::one_kinase::Blocked;
use super::section::{Section, table};
pub(crate) use ordering::{Ordering, Outcome, Table};

pub(crate) fn section(pair: &[Blocked]) -> Found<Section> {
    let sources = evaluate::sources()?;
    let mut orderings = dosing::orderings(&sources)?;
    orderings.push(leukocytes::ordering(&sources)?);
    orderings.push(engineered::ordering()?);
    orderings.push(oclacitinib::ordering()?);
    orderings.push(either_kinase::ordering(pair));
    orderings.push(surmounting::ordering()?);
    orderings.sort_by_key(|ordering| ordering.id[1..].parse::<u32>().unwrap_or(u32::MAX));
    let held = orderings.iter().filter(|ordering| ordering.holds()).count();
    let part = orderings.iter().filter(|ordering| ordering.verdict() == "holds in part").count();
    let throughout = orderings.iter().filter(|ordering| ordering.holds_throughout()).count();
    let all = orderings.len();
    let mut text = String::from(
        "Nothing was fitted to any of these statements. Cytokines at 100 ng/mL on their usual responder, regimens at steady state in\n\
        the reference patient of each set of kinetics unless said otherwise. An ordering is judged by the panels of the\n\
        protocol and in the words of its table; other panels and questions stand beside it and decide nothing.\n\n",
    );
    let line =
        |o: &Ordering| vec![o.id.into(), o.statement.into(), o.source.into(), o.verdict().into()];
    let rows: Vec<_> = orderings.iter().map(line).collect();
    table(&mut text, &["ordering", "statement", "source", "verdict"], &rows);
    for ordering in &orderings {
        ordering.write(&mut text);
    }
    Ok(Section {
        title: "Published orderings",
        text,
        files: Vec::new(),
        summary: vec![format!(
            "{held} of {all} hold, {part} more in part; {throughout} of all with every panel and question tried"
        )],
        answer: format!("{held} of {all} orderings ({part} more in part)"),
    })
}
