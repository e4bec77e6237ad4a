//! What is compared: regimens as they are prescribed, and cytokines.

use jakstat::catalog::CatalogError;
use jakstat::prelude::*;
use std::error::Error;

pub(crate) const CYTOKINES: [&str; 11] = [
    "IL-2",
    "IL-4 (type I)",
    "IL-6",
    "IL-10",
    "IL-15",
    "IL-21",
    "IFN-alpha",
    "IFN-gamma",
    "GM-CSF",
    "G-CSF",
    "EPO",
];

/// A drug as it is prescribed.
pub(crate) struct Treatment<'a> {
    pub(crate) inhibitor: &'a Inhibitor,
    pub(crate) regimen: String,
    pub(crate) exposure: Exposure,
}

impl Treatment<'_> {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.inhibitor.name(), self.regimen)
    }
}

/// Drug, amount in mg, interval in hours, and how it is written; at steady state in the reference patient.
const REGIMENS: [(&str, f64, f64, &str); 4] = [
    ("baricitinib", 2.0, 24.0, "2 mg qd"),
    ("baricitinib", 4.0, 24.0, "4 mg qd"),
    ("upadacitinib", 15.0, 24.0, "15 mg ER qd"),
    ("tofacitinib", 5.0, 12.0, "5 mg bid"),
];

pub(crate) fn treatments(catalog: &Catalog) -> Result<Vec<Treatment<'_>>, Box<dyn Error>> {
    let treatment = |&(drug, milligrams, hours, words): &(&str, f64, f64, &str)| {
        let refused = |why: CatalogError| format!("--panel: {why}");
        let inhibitor = catalog.inhibitor(drug).map_err(refused)?;
        let regimen = Regimen::oral(milligrams.milligrams()).every(hours.hours()).at_steady_state();
        let exposure = Exposure::of(catalog.kinetics(drug)?, &Patient::reference(), &regimen)?;
        Ok(Treatment { inhibitor, regimen: words.into(), exposure })
    };
    REGIMENS.iter().map(treatment).collect()
}
