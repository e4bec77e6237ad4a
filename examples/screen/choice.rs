//! Entries of the catalogue, from a list of names.

use crate::arguments::Arguments;
use jakstat::catalog::CatalogError;
use std::error::Error;

/// The entries named behind an option, each once; none where it is not given.
pub(crate) fn chosen<'a, T>(
    given: &Arguments,
    option: &str,
    find: impl Fn(&str) -> Result<&'a T, CatalogError>,
) -> Result<Option<Vec<&'a T>>, Box<dyn Error>> {
    let Some(names) = given.text(option) else { return Ok(None) };
    let mut found: Vec<&T> = Vec::new();
    for name in names.split(',').map(str::trim) {
        let entry = find(name).map_err(|why| format!("--{option}: {why}"))?;
        if found.iter().any(|other| std::ptr::eq(*other, entry)) {
            return Err(format!("--{option} holds {name:?} twice: name each once").into());
        }
        found.push(entry);
    }
    Ok(Some(found))
}
