//! The README shows the network that the example draws.
// Part of the example is not used here.
#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../examples/pathway_diagram/drawing.rs"]
mod drawing;

use drawing::{Detail, Format};
use jakstat::catalog::Catalog;

#[test]
fn the_readme_shows_what_the_example_draws() {
    let catalog = Catalog::builtin();
    let cytokine = catalog.cytokine("IL-6").unwrap();
    let drug = catalog.inhibitor("baricitinib").unwrap();
    let cell = catalog.responder(cytokine).unwrap();
    let whole = drawing::diagram(cytokine, cell, drug).unwrap();
    let drawn = Format::Mermaid.text(&Detail::Overview.of(&whole));
    let readme = include_str!("../README.md");
    let shown = readme.split("```mermaid\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(shown, drawn, "put target/pathway_diagram.mmd of the example into README.md");
}

#[test]
fn other_words_than_those_known_are_refused() {
    let format = "svg".parse::<Format>().unwrap_err();
    assert_eq!(format, "--format is \"svg\": give mermaid or dot");
    let detail = "some".parse::<Detail>().unwrap_err();
    assert_eq!(detail, "--detail is \"some\": give overview or full");
}
