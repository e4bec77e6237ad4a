//! A part of the document: text, figures, and what is said of it in one line.

use std::fmt::Write as _;

/// One part of the validation.
pub(crate) struct Section {
    pub(crate) title: &'static str,
    /// Markdown without the title.
    pub(crate) text: String,
    /// Files that go beside the document: name and content, pictures and tables.
    pub(crate) files: Vec<(&'static str, String)>,
    /// What came out, a line each.
    pub(crate) summary: Vec<String>,
    /// The same in a few words, for the answer to the whole.
    pub(crate) answer: String,
}

/// Where files of the sections lie, seen from the document.
pub(crate) const FILES: &str = "validation";

/// A table in Markdown.
pub(crate) fn table(text: &mut String, head: &[&str], rows: &[Vec<String>]) {
    let _ = writeln!(text, "| {} |", head.join(" | "));
    let _ = writeln!(text, "|{}", " --- |".repeat(head.len()));
    for row in rows {
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
}

/// The whole document.
pub(crate) fn document(sections: &[Section]) -> String {
    let mut text = String::from(
        "# Validation\n\n\
        Written by `cargo run --release --example validate`; a test fails where this document and a\n\
        run disagree. What is scored on what, and what may be fitted, was fixed before the first score\n\
        ([decision 14](decisions/0014-what-predictions-are-scored-on.md)). Failures are kept, with their class and the best\n\
        explanation.\n\n\
        ## In short\n\n",
    );
    for section in sections {
        for line in &section.summary {
            let _ = writeln!(text, "- {}: {line}", section.title);
        }
    }
    for section in sections {
        let _ = write!(text, "\n## {}\n\n{}", section.title, section.text);
    }
    text
}

/// What came out of all of it, in one line.
pub(crate) fn answer(sections: &[Section]) -> String {
    sections.iter().map(|section| section.answer.as_str()).collect::<Vec<_>>().join(", ")
}
