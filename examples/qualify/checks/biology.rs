//! What the built-in pathways do, beside what was published.
//!
//! The first group is consistency: some constants were chosen with these data without a drug. How predictions
//! about drugs score stands in `docs/validation.md`, which is not run again here.

use super::check::{Check, Found, largest};
use super::credibility::Credibility::{ModelForm, OutputComparison};
use jakstat::prelude::*;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let mut checks = hepatocyte()?;
    checks.extend([surmountable()?, spared()?]);
    Ok(checks)
}

/// pSTAT3 of a hepatocyte after 40 ng/mL IL-6 (Sobotta et al. 2017 Front Physiol 8:775).
fn hepatocyte() -> Found<Vec<Check>> {
    let catalog = Catalog::builtin();
    let (il6, cell) = (catalog.cytokine("IL-6")?, catalog.cell("hepatocyte")?);
    let none = [0.0.nanomolar()];
    let times: Vec<Time> = (0..=360).map(|k| (0.25 * f64::from(k)).minutes()).collect();
    let course = Assay::new(il6, cell).stimulate(40.0.ng_per_ml()).time_course(
        (catalog.inhibitor("baricitinib")?, &none),
        &["pSTAT3 fraction"],
        &times,
    )?;
    let course = course.values.first().and_then(|point| point.first()).ok_or("no course")?;
    let peak = largest(course.iter().copied());
    let at = course.iter().position(|y| *y >= peak).ok_or("no peak")?;
    let band = |name: &str, value: f64, (low, high): (f64, f64)| {
        let (middle, half) = (f64::midpoint(low, high), 0.5 * (high - low));
        let compared = format!(
            "hepatocyte, 40 ng/mL IL-6: {value:.3}, with {low} to {high} of Sobotta et al. 2017 (consistency: its data were seen): distance from the middle"
        );
        Check::new(name, compared, ((value - middle).abs(), half), OutputComparison)
    };
    Ok(vec![
        band("peak of phospho-STAT3, min", 0.25 * at as f64, (12.0, 20.0)),
        band("share of STAT3 phosphorylated at the peak", peak, (0.45, 0.60)),
        band("phospho-STAT3 at 60 min over the peak", course[240] / peak, (0.25, 0.40)),
    ])
}

/// Free IC50 of a drug against the usual signal of a cytokine, in nM.
fn ic50(drug: &str, cytokine: &str, ng_per_ml: f64) -> Found<f64> {
    let catalog = Catalog::builtin();
    let cytokine = catalog.cytokine(cytokine)?;
    let assay = Assay::new(cytokine, catalog.responder(cytokine)?).stimulate(ng_per_ml.ng_per_ml());
    let doses = DoseGrid::log(0.1.nanomolar(), 1.0.millimolar(), 15);
    let found = assay.dose_response(catalog.inhibitor(drug)?, &doses)?.ic50();
    Ok(found
        .exact()
        .ok_or(format!("no IC50 of {drug} against {}", cytokine.name()))?
        .as_nanomolar())
}

fn surmountable() -> Found<Check> {
    let ic50s: Vec<f64> = [1.0, 10.0, 100.0]
        .into_iter()
        .map(|dose| ic50("filgotinib", "IL-6", dose))
        .collect::<Found<_>>()?;
    let ratios = ic50s.windows(2).map(|two| two[0] / two[1]);
    Ok(Check::new(
        "more cytokine needs more of a JAK1 drug",
        format!(
            "free IC50 of filgotinib at 1, 10 and 100 ng/mL IL-6 ({:.0}, {:.0} and {:.0} nM): largest ratio of one to the next",
            ic50s[0], ic50s[1], ic50s[2]
        ),
        (largest(ratios), 1.0),
        ModelForm,
    ))
}

fn spared() -> Found<Check> {
    let ratio = ic50("filgotinib", "IL-6", 100.0)? / ic50("filgotinib", "EPO", 100.0)?;
    Ok(Check::new(
        "a JAK1 drug spares the cytokines of JAK2",
        "free IC50 of filgotinib against IL-6, over that against EPO, both at 100 ng/mL",
        (ratio, 1.0 / 3.0),
        ModelForm,
    ))
}
