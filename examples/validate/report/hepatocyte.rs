//! The mouse hepatocyte under IL-6, as in Sobotta et al. 2017 Front Physiol 8:775.

use super::{Found, protocol};
use jakstat::assay::CytokineCurves;
use jakstat::prelude::*;
use jakstat::units::MassConcentration;

/// Free ruxolitinib in nM, beside none.
pub(crate) const RUXOLITINIB: f64 = 500.0;
/// The largest dose of IL-6 that was measured, in ng/mL.
pub(crate) const MEASURED: f64 = 500.0;
/// A dose of IL-6 beyond every effect, in ng/mL.
pub(crate) const SATURATING: f64 = 1e5;

/// IL-6 on the hepatocyte, phospho-STAT3 at 20 min, an hour with the drug before.
pub(crate) fn assay() -> Found<Assay> {
    let catalog = Catalog::builtin();
    Ok(protocol::assay(catalog.cytokine("IL-6")?, catalog.cell("hepatocyte")?))
}

/// A dose of IL-6 in ng/mL as a concentration.
pub(crate) fn molar(ng_per_ml: f64) -> Found<Concentration> {
    let cytokine = Catalog::builtin().cytokine("IL-6")?;
    Ok(MassConcentration::from_ng_per_ml(ng_per_ml).to_molar(cytokine.molar_mass()))
}

/// A concentration of IL-6 in ng/mL.
pub(crate) fn ng_per_ml(dose: Concentration) -> Found<f64> {
    let cytokine = Catalog::builtin().cytokine("IL-6")?;
    Ok(dose.to_mass(cytokine.molar_mass()).as_ng_per_ml())
}

/// The curve over IL-6 without ruxolitinib and the one with it, from 0.1 ng/mL to the most.
pub(crate) fn curves(most: f64) -> Found<CytokineCurves> {
    let drug = Catalog::builtin().inhibitor("ruxolitinib")?;
    let doses = DoseGrid::log(molar(0.1)?, molar(most)?, 61);
    let concentrations = [0.0.nanomolar(), RUXOLITINIB.nanomolar()];
    Ok(assay()?.cytokine_dose_response((drug, &concentrations), &doses)?)
}

/// The EC50 in ng/mL of each curve: half way to its highest point, wherever its plateau lies.
pub(crate) fn half_effects(curves: &CytokineCurves) -> Found<[f64; 2]> {
    let mut found = [f64::NAN; 2];
    for (place, curve) in found.iter_mut().zip(&curves.curves) {
        let unknown =
            || format!("the EC50 at {} is {}: widen the doses", curve.inhibitor, curve.ec50);
        *place = ng_per_ml(curve.ec50.concentration().ok_or_else(unknown)?)?;
    }
    Ok(found)
}

/// The highest signal with the drug over that without it.
pub(crate) fn brought_back(curves: &CytokineCurves) -> f64 {
    let highest: Vec<f64> = curves.curves.iter().map(|curve| curve.maximum().1).collect();
    if let [without, with] = highest[..] { with / without } else { f64::NAN }
}
