//! The tables in use, built in or a user's own: what they hold can be simulated. That numbers are positive and have a source
//! is asked when they are read.

use super::check::{Check, count};
use super::credibility::Credibility::UseError;
use jakstat::catalog::{CatalogError, Jak, Mechanism, Metric};
use jakstat::network::Fingerprint;
use jakstat::pathway::PathwayError;
use jakstat::prelude::*;
use std::path::Path;

/// Tables with what tells them from others.
pub(crate) struct Tables {
    catalog: Result<Catalog, CatalogError>,
    /// Of the names and texts of all tables.
    pub(crate) fingerprint: Fingerprint,
    /// Which of them are a user's own.
    pub(crate) origin: String,
}

impl Tables {
    /// The built-in ones, with those of a folder in their place.
    pub(crate) fn of(folder: Option<&str>) -> Self {
        let (mut fingerprint, mut own) = (Fingerprint::EMPTY, Vec::new());
        for (file, mut text) in Catalog::built_in_tables() {
            let path = folder.map(|folder| Path::new(folder).join(file));
            if let Some(read) = path.and_then(|path| std::fs::read_to_string(path).ok()) {
                own.push(file);
                text = read.into();
            }
            fingerprint = fingerprint.then(file.as_bytes()).then(text.as_bytes());
        }
        let catalog = folder.map_or_else(|| Ok(Catalog::builtin().clone()), Catalog::from_folder);
        let origin = match own.join(", ") {
            none if none.is_empty() => "built in".into(),
            own => format!("built in, but for your own {own}"),
        };
        Self { catalog, fingerprint, origin }
    }

    pub(crate) fn checks(&self) -> Vec<Check> {
        let read = self.catalog.as_ref().map_err(|why| vec![Check::not_done("tables", why)]);
        let checked = read.map(|catalog| {
            [pathways(catalog), potencies(catalog)]
                .map(|(name, compared, wrong)| Check::new(name, compared, (wrong, 0.0), UseError))
                .to_vec()
        });
        checked.unwrap_or_else(|not_done| not_done)
    }
}

/// Name of a check, what is compared, and how many are wrong.
type Counted = (&'static str, String, f64);

/// Every cytokine becomes a network in its usual cell, or says that nobody knows one of its kinases.
fn pathways(catalog: &Catalog) -> Counted {
    let (mut wrong, mut built) = (0.0, 0);
    for cytokine in catalog.cytokines() {
        let cell = catalog.responder(cytokine).map_err(PathwayError::from);
        let dose = cytokine.typical_dose();
        match cell.and_then(|cell| Pathway::new(cell).stimulate(cytokine, dose).build()) {
            Ok(_) => built += 1,
            Err(PathwayError::Catalog(CatalogError::UnknownPartner { .. })) => {}
            Err(_) => wrong += 1.0,
        }
    }
    let compared = format!(
        "each cytokine on its usual cell, with a network or an unknown kinase as the reason why not: others ({built} networks)"
    );
    // Where nothing at all could be built there is nothing to rely on.
    ("every cytokine has its cell", compared, if built == 0 { f64::NAN } else { wrong })
}

/// Every drug that competes with ATP has a potency on some kinase in its panel, and every other is refused.
fn potencies(catalog: &Catalog) -> Counted {
    let wrong = catalog.inhibitors().map(|drug| {
        let known = |jak: &&Jak| drug.effective(**jak, catalog.enzymology()).is_ok();
        let competes = drug.mechanism() == Mechanism::AtpCompetitive;
        let usable = competes && drug.panel().metric() != Metric::Ratio;
        usable != (Jak::ALL.iter().filter(known).count() > 0)
    });
    let compared = format!(
        "{} drugs, with a potency in the cell for those that compete with ATP and a refusal for others: contradictions",
        catalog.inhibitors().len()
    );
    ("every drug has its potencies", compared, count(wrong))
}
