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
    /// Each way it was put.
    pub(crate) outcomes: Vec<Outcome>,
    /// Where it fails: what kind of failure, and the best explanation.
    pub(crate) comment: &'static str,
}

/// One way a statement was put, and whether it held.
pub(crate) struct Outcome {
    pub(crate) what: String,
    pub(crate) held: bool,
    /// Whether it was asked as the protocol says; what else was tried stands beside and decides nothing.
    pub(crate) decides: bool,
}

impl Outcome {
    pub(crate) fn new(what: impl Into<String>, held: bool) -> Self {
        Self { what: what.into(), held, decides: true }
    }

    /// As something else that was tried.
    pub(crate) fn beside(self) -> Self {
        Self { decides: false, ..self }
    }
}

/// Numbers in rows.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) head: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Ordering {
    /// Whether it holds in every way that decides.
    pub(crate) fn holds(&self) -> bool {
        self.verdict() == "holds"
    }

    /// Whether it holds in whatever way it was put.
    pub(crate) fn holds_throughout(&self) -> bool {
        self.outcomes.iter().all(|outcome| outcome.held)
    }

    pub(crate) fn verdict(&self) -> &'static str {
        let deciding = || self.outcomes.iter().filter(|outcome| outcome.decides);
        match deciding().filter(|outcome| outcome.held).count() {
            0 => "fails",
            held if held == deciding().count() => "holds",
            _ => "holds in part",
        }
    }

    /// Its own heading, outcomes, numbers and comment.
    pub(crate) fn write(&self, text: &mut String) {
        let _ = writeln!(text, "\n### {}: {}\n\n{}\n", self.id, self.verdict(), self.test);
        for Outcome { what, held, decides } in &self.outcomes {
            let beside = if *decides { "" } else { "beside: " };
            let _ = writeln!(text, "- {beside}{what}: {}", if *held { "holds" } else { "fails" });
        }
        for numbers in &self.tables {
            let _ = writeln!(text, "\n{}\n", numbers.name);
            table(text, &numbers.head, &numbers.rows);
        }
        let _ = writeln!(text, "\n{}", self.comment);
    }
}
