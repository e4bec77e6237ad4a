//! Published orderings, each put to the test.

mod dosing;
mod evaluate;
mod ordering;

use super::Found;
use super::section::{Section, table};
use ordering::Ordering;

pub(crate) fn section() -> Found<Section> {
    let sources = evaluate::sources()?;
    let orderings = dosing::orderings(&sources)?;
    let held = orderings.iter().filter(|ordering| ordering.holds()).count();
    let part = orderings.iter().filter(|ordering| ordering.verdict() == "holds in part").count();
    let all = orderings.len();
    let mut text = String::from(
        "Nothing was fitted to any of these statements. Cytokines at 100 ng/mL on their usual responder, regimens at steady state in\n\
        the reference patient of each set of kinetics unless said otherwise.\n\n",
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
        summary: vec![format!("{held} of {all} hold, {part} more in part")],
    })
}
