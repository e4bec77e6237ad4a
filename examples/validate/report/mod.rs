//! What is held against what was measured, part by part.

mod digits;
mod dynamics;
mod experiment;
mod hepatocyte;
mod inhibitors;
mod mechanisms;
mod one_kinase;
mod orderings;
mod own_tables;
mod protocol;
pub(crate) mod section;
mod uncertainty;

pub(crate) use section::{FILES, Section, document};
use std::error::Error;

pub(crate) type Found<T> = Result<T, Box<dyn Error>>;

/// All parts, in the order of the document.
pub(crate) fn sections() -> Found<Vec<Section>> {
    let (matrix, pair) = (inhibitors::matrix::Matrix::new(), one_kinase::curves()?);
    Ok(vec![
        dynamics::section()?,
        inhibitors::section(&matrix)?,
        orderings::section(&pair)?,
        mechanisms::section(&pair)?,
        uncertainty::section(&matrix)?,
    ])
}
