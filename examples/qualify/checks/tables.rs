//! The tables in use, built in or a user's own: complete, sourced and without contradiction.

use super::check::{Check, Found, count};
use super::credibility::Credibility::UseError;
use jakstat::catalog::{CatalogError, Jak, Mechanism, Metric};
use jakstat::network::Fingerprint;
use jakstat::pathway::PathwayError;
use jakstat::prelude::*;
use std::path::Path;

/// Tables with what tells them from others.
pub(crate) struct Tables {
    pub(crate) catalog: Catalog,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) origin: String,
}

impl Tables {
    /// Those in a folder, or the built-in ones; a folder need not hold all.
    pub(crate) fn of(folder: Option<&str>) -> Found<Self> {
        let (mut fingerprint, mut own) = (Fingerprint::EMPTY, Vec::new());
        for (file, built_in) in Catalog::built_in_tables() {
            let path =
                folder.map(|folder| Path::new(folder).join(file)).filter(|path| path.exists());
            let text = match path {
                Some(path) => {
                    own.push(file);
                    std::fs::read_to_string(path)?
                }
                None => built_in.into_owned(),
            };
            fingerprint = fingerprint.then(file.as_bytes()).then(text.as_bytes());
        }
        let catalog = match folder {
            Some(folder) => Catalog::from_folder(folder)?,
            None => Catalog::builtin().clone(),
        };
        let origin = if own.is_empty() {
            "built in".into()
        } else {
            format!("built in, but for {} of the user's own", own.join(", "))
        };
        Ok(Self { catalog, fingerprint, origin })
    }

    pub(crate) fn checks(&self) -> Vec<Check> {
        vec![self.numbers(), self.sources(), self.pathways(), self.potencies()]
    }

    fn check(&self, name: &str, compared: &str, wrong: f64) -> Check {
        let compared = format!("tables {}: {compared}", self.origin);
        Check::new(name, compared, (wrong, 0.0), UseError)
    }

    fn numbers(&self) -> Check {
        let mut all = Vec::new();
        for cytokine in self.catalog.cytokines() {
            let mass = cytokine.molar_mass();
            all.extend([
                mass.as_grams_per_mole(),
                cytokine.typical_dose().to_molar(mass).as_nanomolar(),
                cytokine.affinity().apparent.value.as_nanomolar(),
            ]);
        }
        for drug in self.catalog.inhibitors() {
            all.push(drug.molar_mass().as_grams_per_mole());
            let potencies = drug.panels().iter().flat_map(|panel| panel.potencies());
            all.extend(potencies.map(|potency| potency.value.as_nanomolar()));
        }
        for cell in self.catalog.cells() {
            let copies = Jak::ALL.map(|jak| cell.jak_copies(jak)).into_iter();
            let copies = copies.chain(Stat::ALL.map(|stat| cell.stat_copies(stat)));
            all.extend(copies.flat_map(|found| [found.low, found.copies, found.high]));
        }
        let wrong = count(all.iter().map(|number| !(number.is_finite() && *number > 0.0)));
        let compared = format!(
            "{} masses, doses, affinities, potencies and abundances, with positive finite numbers: others",
            all.len()
        );
        self.check("numbers of the tables", &compared, wrong)
    }

    fn sources(&self) -> Check {
        let mut sources: Vec<String> = Vec::new();
        for cytokine in self.catalog.cytokines() {
            sources.extend(cytokine.sources().map(|(_, provenance)| provenance.source.clone()));
        }
        for cell in self.catalog.cells() {
            sources.extend(cell.sources().into_iter().map(|(_, found)| found.source.clone()));
        }
        for panel in self.catalog.inhibitors().flat_map(|drug| drug.panels()) {
            sources.push(panel.provenance().source.clone());
        }
        let wrong = count(sources.iter().map(|source| source.trim().is_empty()));
        let compared =
            format!("{} numbers, with a source each: numbers without one", sources.len());
        self.check("sources of the tables", &compared, wrong)
    }

    /// Every cytokine becomes a network in its usual cell, or says that nobody knows one of its kinases.
    fn pathways(&self) -> Check {
        let (mut wrong, mut built) = (Vec::new(), 0);
        for cytokine in self.catalog.cytokines() {
            let dose = cytokine.typical_dose();
            let cell = self.catalog.responder(cytokine).map_err(PathwayError::from);
            match cell.and_then(|cell| Pathway::new(cell).stimulate(cytokine, dose).build()) {
                Ok(_) => built += 1,
                Err(PathwayError::Catalog(CatalogError::UnknownPartner { .. })) => {}
                Err(_) => wrong.push(true),
            }
        }
        if built == 0 {
            wrong.push(true);
        }
        let compared = format!(
            "each cytokine in its usual cell, with a network or an unknown kinase as the reason why not: others ({built} networks)"
        );
        self.check("every cytokine has its cell", &compared, count(wrong))
    }

    /// Every drug that competes with ATP has a potency on some kinase in its panel, and every other is refused.
    fn potencies(&self) -> Check {
        let enzymology = self.catalog.enzymology();
        let wrong = self.catalog.inhibitors().map(|drug| {
            let known =
                Jak::ALL.iter().filter(|jak| drug.effective(**jak, enzymology).is_ok()).count();
            let usable = drug.mechanism() == Mechanism::AtpCompetitive
                && drug.panel().metric() != Metric::Ratio;
            usable != (known > 0)
        });
        let compared = format!(
            "{} drugs, with a potency in the cell for those that compete with ATP and a refusal for others: contradictions",
            self.catalog.inhibitors().len()
        );
        self.check("every drug has its potencies", &compared, count(wrong))
    }
}
