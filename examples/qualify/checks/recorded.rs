//! Numbers that were written down with the release, solved again on this machine.

use super::check::{Check, Found, apart, largest};
use super::credibility::Credibility::SoftwareQualityAssurance;
use jakstat::prelude::*;

/// Quantity, unit, value at a relative tolerance of 1e-9.
const RECORD: &str = include_str!("../../../tests/fixtures/golden.csv");
const CYTOKINES: [&str; 4] = ["IL-6", "IL-2", "IFN-gamma", "EPO"];

pub(crate) fn checks() -> Found<Vec<Check>> {
    let catalog = Catalog::builtin();
    let baricitinib = catalog.inhibitor("baricitinib")?;
    let doses = DoseGrid::log(0.1.nanomolar(), 100.0.micromolar(), 13);
    let mut errors = Vec::new();
    for name in CYTOKINES {
        let cytokine = catalog.cytokine(name)?;
        let options = Options { tolerance: Tolerance::relative(1e-9), ..Options::default() };
        let assay = Assay::new(cytokine, catalog.responder(cytokine)?).options(options);
        let found = assay.dose_response(baricitinib, &doses)?.ic50();
        let found = found.exact().map_or(f64::NAN, Concentration::as_nanomolar);
        errors.push(apart(found, recorded(&format!("baricitinib IC50 against {name}"))?, 0.0));
    }
    Ok(vec![Check::new(
        "recorded numbers",
        format!(
            "IC50 of baricitinib against {}, with those recorded for this version: largest relative difference",
            CYTOKINES.join(", ")
        ),
        (largest(errors), 1e-6),
        SoftwareQualityAssurance,
    )])
}

fn recorded(quantity: &str) -> Found<f64> {
    let row = RECORD.lines().find_map(|row| row.strip_prefix(quantity)?.strip_prefix(",nM,"));
    Ok(row.ok_or(format!("no row {quantity:?} in the record"))?.parse()?)
}
