//! What is in the network of a cytokine and a cell, and where does a drug act on it?
//!
//! `cargo run --release --example pathway_diagram -- --cytokine IFN-gamma --format dot --detail full`; `--help` lists
//! the options. Mermaid is drawn by GitHub and GitLab inside Markdown, DOT by Graphviz (`dot -Tsvg`).

#[path = "../arguments/mod.rs"]
mod arguments;
mod drawing;

use arguments::answer::{Answer, answer};
use arguments::{Arguments, Choice};
use drawing::{Detail, Format};
use jakstat::prelude::*;
use std::io::Write;
use std::process::ExitCode;

const OPTIONS: [Choice; 6] = [
    ("cytokine", "a cytokine of the catalogue (IL-6)"),
    ("cell", "a cell of the catalogue (the cytokine's usual responder)"),
    ("inhibitor", "a drug of the catalogue (baricitinib)"),
    ("format", "mermaid or dot (mermaid)"),
    ("detail", "overview or full (overview)"),
    ("output", "the file to write (target/pathway_diagram.mmd or .dot)"),
];

fn main() -> ExitCode {
    answer(pathway_diagram)
}

fn pathway_diagram(out: &mut dyn Write) -> Answer {
    let given = Arguments::parse(&OPTIONS, &[])?;
    let catalog = Catalog::builtin();
    let cytokine = catalog.cytokine(given.text("cytokine").unwrap_or("IL-6"))?;
    let cell = given.text("cell").map_or(catalog.responder(cytokine), |name| catalog.cell(name))?;
    let inhibitor = catalog.inhibitor(given.text("inhibitor").unwrap_or("baricitinib"))?;
    let format: Format = given.text("format").unwrap_or("mermaid").parse()?;
    let detail: Detail = given.text("detail").unwrap_or("overview").parse()?;

    let whole = drawing::diagram(cytokine, cell, inhibitor)?;
    let shown = detail.of(&whole);
    let file = given.output("output", format.file())?;
    std::fs::write(file, format.text(&shown))
        .map_err(|why| format!("--output {file} cannot be written ({why}); give another file"))?;

    let acted_on = || whole.reactions().iter().filter(|reaction| !reaction.marks.is_empty());
    for reaction in acted_on() {
        writeln!(out, "{} slows: {}", inhibitor.name(), reaction.names.join(", "))?;
    }
    let (species, reactions) = (whole.species().len(), whole.reactions().len());
    let drawn = (shown.species().len(), shown.reactions().len());
    writeln!(out, "drawn: {} species, {} reactions: {file}", drawn.0, drawn.1)?;
    writeln!(
        out,
        "The network of {} in the {} has {species} species and {reactions} reactions; {} acts on {} of them.",
        cytokine.name(),
        cell.name(),
        inhibitor.name(),
        acted_on().count()
    )?;
    Ok(())
}
