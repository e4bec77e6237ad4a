//! The document: what was published, what is predicted, and which agree.

use std::fmt::Write as _;

/// A published ordering and what became of it.
pub(crate) struct Ordering {
    pub(crate) id: &'static str,
    pub(crate) statement: &'static str,
    pub(crate) source: &'static str,
    /// How it was put to the test.
    pub(crate) test: &'static str,
    pub(crate) tables: Vec<Table>,
    /// Each way it was put, and whether it held.
    pub(crate) outcomes: Vec<(String, bool)>,
    /// Where it fails: what kind of failure, and the best explanation.
    pub(crate) comment: &'static str,
}

/// Numbers in rows.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) head: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Ordering {
    /// Whether it holds in every way it was put.
    pub(crate) fn holds(&self) -> bool {
        self.outcomes.iter().all(|(_, held)| *held)
    }

    pub(crate) fn verdict(&self) -> &'static str {
        let held = self.outcomes.iter().filter(|(_, held)| *held).count();
        match held {
            0 => "fails",
            held if held == self.outcomes.len() => "holds",
            _ => "holds in part",
        }
    }
}

pub(crate) fn document(orderings: &[Ordering]) -> String {
    let mut text = String::from(
        "# Validation\n\n\
        Written by `cargo run --release --example validate -- --report docs/validation.md`; a test fails where this document and a\n\
        run disagree. Nothing was fitted to any of these statements. Cytokines at 100 ng/mL on their usual responder, regimens at\n\
        steady state in the reference patient of each set of kinetics unless said otherwise. Numbers of the list this is taken from\n\
        that do not concern doses are left out here.\n\n\
        ## Published orderings that concern doses\n\n",
    );
    table(
        &mut text,
        &["ordering", "statement", "source", "verdict"],
        &orderings
            .iter()
            .map(|o| vec![o.id.into(), o.statement.into(), o.source.into(), o.verdict().into()])
            .collect::<Vec<_>>(),
    );
    for ordering in orderings {
        let _ =
            writeln!(text, "\n### {}: {}\n\n{}\n", ordering.id, ordering.verdict(), ordering.test);
        for (what, held) in &ordering.outcomes {
            let _ = writeln!(text, "- {what}: {}", if *held { "holds" } else { "fails" });
        }
        for numbers in &ordering.tables {
            let _ = writeln!(text, "\n{}\n", numbers.name);
            table(&mut text, &numbers.head, &numbers.rows);
        }
        let _ = writeln!(text, "\n{}", ordering.comment);
    }
    text
}

fn table(text: &mut String, head: &[&str], rows: &[Vec<String>]) {
    let _ = writeln!(text, "| {} |", head.join(" | "));
    let _ = writeln!(text, "|{}", " --- |".repeat(head.len()));
    for row in rows {
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
}
