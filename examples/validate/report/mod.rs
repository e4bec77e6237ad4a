//! What is held against what was measured, part by part.

mod alike;
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
use std::thread;

pub(crate) type Found<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// All parts, in the order of the document. Much of a part is a search, one step after another, so they run side by side.
pub(crate) fn sections() -> Found<Vec<Section>> {
    let (matrix, pair) = (inhibitors::matrix::Matrix::new(), one_kinase::curves()?);
    let parts: [&(dyn Fn() -> Found<Section> + Sync); 5] = [
        &dynamics::section,
        &|| inhibitors::section(&matrix),
        &|| orderings::section(&pair),
        &|| mechanisms::section(&pair),
        &|| uncertainty::section(&matrix),
    ];
    thread::scope(|scope| {
        let running = parts.map(|part| scope.spawn(part));
        running
            .map(|part| part.join().unwrap_or_else(|_| Err("a part panicked".into())))
            .into_iter()
            .collect()
    })
}
