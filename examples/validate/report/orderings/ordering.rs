//! A published ordering: what is predicted, and whether the two agree.

use super::super::section::table;
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

    /// Its own heading, outcomes, numbers and comment.
    pub(crate) fn write(&self, text: &mut String) {
        let _ = writeln!(text, "\n### {}: {}\n\n{}\n", self.id, self.verdict(), self.test);
        for (what, held) in &self.outcomes {
            let _ = writeln!(text, "- {what}: {}", if *held { "holds" } else { "fails" });
        }
        for numbers in &self.tables {
            let _ = writeln!(text, "\n{}\n", numbers.name);
            table(text, &numbers.head, &numbers.rows);
        }
        let _ = writeln!(text, "\n{}", self.comment);
    }
}
