//! Finding things by name: in any case, with or without hyphens and spaces, by any of their names.

use std::collections::HashMap;

use super::place::Place;
use super::{CatalogError, Kind};
use crate::closest::closest;

/// A thing with a name and perhaps others.
pub(super) trait Named {
    fn name(&self) -> &str;
    fn aliases(&self) -> &[String];

    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name()).chain(self.aliases().iter().map(String::as_str))
    }
}

/// The thing that `name` stands for, or the closest name there is.
pub(super) fn find<'a, T: Named>(
    things: &'a [T],
    kind: Kind,
    name: &str,
) -> Result<&'a T, CatalogError> {
    let wanted = key(name);
    things.iter().find(|thing| thing.names().any(|known| key(known) == wanted)).ok_or_else(|| {
        CatalogError::UnknownName {
            kind,
            name: name.into(),
            closest: closest(name, things.iter().flat_map(Named::names)).map(Into::into),
            known: things.iter().map(|thing| thing.name().into()).collect(),
        }
    })
}

pub(super) fn unknown<'a>(
    kind: Kind,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> CatalogError {
    CatalogError::UnknownName {
        kind,
        name: name.into(),
        closest: closest(name, known).map(Into::into),
        known: Vec::new(),
    }
}

/// Refuses two things of one table that answer to the same name.
pub(super) fn unambiguous<T: Named>(file: &str, things: &[T]) -> Result<(), CatalogError> {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for thing in things {
        for name in thing.names() {
            let place = Place { file: file.into(), row: thing.name().into() };
            if key(name).is_empty() {
                return Err(place.bad("name", name, "it must hold a letter or a digit"));
            }
            if let Some(owner) = owners.insert(key(name), thing.name()) {
                let remedy = format!("\"{owner}\" answers to it already, give each name once");
                return Err(place.bad("name", name, remedy));
            }
        }
    }
    Ok(())
}

/// What two spellings of one name have in common.
pub(super) fn key(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
