//! Experiments: dose-response curves, a cytokine's own curve, screens, the enzyme assay, and what is refused.
// A test that fails says so by panicking, and what it measured by printing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

mod adaptive;
mod agonist;
mod biochemical;
mod combination;
mod curves;
mod ensemble;
mod refusals;
mod screen;
mod sensitivity;
mod setup;

use jakstat::prelude::*;

fn assay(cytokine: &str, cell: &str) -> Assay {
    let catalog = Catalog::builtin();
    Assay::new(catalog.cytokine(cytokine).unwrap(), catalog.cell(cell).unwrap())
}

fn drug(name: &str) -> &'static Inhibitor {
    Catalog::builtin().inhibitor(name).unwrap()
}
