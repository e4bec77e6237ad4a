//! What the structure of the model must bring about by itself, whatever its constants.

use super::check::{Check, Found, count, largest};
use super::credibility::Credibility::ModelForm;
use super::stimulated::stimulated;
use jakstat::prelude::*;

pub(crate) fn checks() -> Found<Vec<Check>> {
    Ok(vec![surmountable()?, spared()?, absent()?, blocked()?])
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

/// The signal of IL-6 at these doses of baricitinib.
fn signals(doses: &[Concentration]) -> Found<Vec<f64>> {
    let catalog = Catalog::builtin();
    let assay = Assay::new(catalog.cytokine("IL-6")?, catalog.cell("CD4 T cell")?);
    let baricitinib = (catalog.inhibitor("baricitinib")?, doses);
    let times = [0.0.minutes(), 15.0.minutes()];
    let course = assay.time_course(baricitinib, &["pSTAT3"], &times)?;
    Ok(course.values.iter().filter_map(|point| point.first()?.last().copied()).collect())
}

/// No drug is as if there were none to be had.
fn absent() -> Found<Check> {
    let catalog = Catalog::builtin();
    let (il6, cell) = (catalog.cytokine("IL-6")?, catalog.cell("CD4 T cell")?);
    let pathway = |drugs: &[&Inhibitor]| -> Found<Vec<f64>> {
        let built =
            Pathway::new(cell).stimulate(il6, il6.typical_dose()).inhibitors(drugs).build()?;
        let solve = stimulated(&built, 7200.0, Options::default());
        Ok(solve.states(&[300.0, 900.0, 7200.0])?.concat())
    };
    let (without, with) = (pathway(&[])?, pathway(&[catalog.inhibitor("baricitinib")?])?);
    let mut other = count(without.iter().zip(&with).map(|(a, b)| a.to_bits() != b.to_bits()));
    if without.len() != with.len() {
        other = f64::NAN;
    }
    Ok(Check::new(
        "no drug changes nothing",
        "every species of the pathway of IL-6 with baricitinib at 0 nM, with the pathway without a drug: other bits at 3 times",
        (other, 0.0),
        ModelForm,
    ))
}

fn blocked() -> Found<Check> {
    let found = signals(&[0.0.nanomolar(), 1000.0.millimolar()])?;
    let left =
        found.get(1).copied().unwrap_or(f64::NAN) / found.first().copied().unwrap_or(f64::NAN);
    Ok(Check::new(
        "enough drug leaves no signal",
        "phospho-STAT3 of IL-6 at 15 min with 1 mol/L of free baricitinib, over that without drug",
        (left, 1e-3),
        ModelForm,
    ))
}
