//! What is held against what was measured, part by part.

mod inhibitors;
mod orderings;
mod section;
mod significant;
mod uncertainty;

pub(crate) use section::{FILES, Section, document};
use std::error::Error;

pub(crate) type Found<T> = Result<T, Box<dyn Error>>;

/// All parts, in the order of the document.
pub(crate) fn sections() -> Found<Vec<Section>> {
    let matrix = inhibitors::matrix::Matrix::new();
    Ok(vec![orderings::section()?, inhibitors::section(&matrix)?, uncertainty::section(&matrix)?])
}
