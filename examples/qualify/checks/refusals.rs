//! Wrong inputs are refused in words that name them; none becomes a number.

use super::check::{Check, Found, count};
use super::credibility::Credibility::UseError;
use super::reference;
use jakstat::prelude::*;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let attempts = attempts()?;
    let number = attempts.len();
    let passed = attempts.into_iter().filter(|(told, named)| !told.contains(named));
    Ok(vec![Check::new(
        "wrong inputs are refused by name",
        format!(
            "{number} wrong inputs (undefined, negative, unknown, contradictory), with errors that name them: inputs that are not refused so"
        ),
        (count(passed.map(|_| true)), 0.0),
        UseError,
    )])
}

/// What each wrong input was answered with, nothing where it was taken, and what the answer must name.
fn attempts() -> Found<Vec<(String, &'static str)>> {
    let catalog = Catalog::builtin();
    let (il6, cell) = (catalog.cytokine("IL-6")?, catalog.cell("CD4 T cell")?);
    let baricitinib = catalog.inhibitor("baricitinib")?;
    let assay = Assay::new(il6, cell);
    let grid = DoseGrid::log(1.0.nanomolar(), 1.0.micromolar(), 5);
    let curve = |assay: &Assay, doses: &DoseGrid| told(assay.dose_response(baricitinib, doses));
    let undefined = DoseGrid::log(f64::NAN.nanomolar(), 1.0.micromolar(), 5);
    let backwards = DoseGrid::list(&[2.0.nanomolar(), 1.0.nanomolar()]);
    let late = assay.clone().readout(Stat::Stat3, f64::NAN.minutes());
    let elsewhere = assay.clone().readout(Stat::Stat6, 15.0.minutes());
    let deaf = Assay::new(catalog.cytokine("EPO")?, cell);
    let covalent = assay.dose_response(catalog.inhibitor("ritlecitinib")?, &grid);
    let model = reference::model()?;
    let sweep = reference::sweep(&model, Options::default())?;
    let strict = |relative| {
        let tolerance = Tolerance::relative(relative);
        told(
            sweep
                .clone()
                .options(Options { tolerance, ..Options::default() })
                .run(&Conditions::single()),
        )
    };
    let vary = |name, value: f64| told(Conditions::single().vary(&model, name, &[value]));
    Ok(vec![
        (curve(&assay, &undefined), "NaN"),
        (curve(&assay, &backwards), "cannot be used"),
        (curve(&assay.clone().stimulate((-1.0).ng_per_ml()), &grid), "at least zero"),
        (curve(&late, &grid), "NaN"),
        (curve(&elsewhere, &grid), "pSTAT6"),
        (curve(&deaf, &grid), "EPOR"),
        (told(covalent), "covalent"),
        (told(catalog.inhibitor("baricitinip")), "baricitinib"),
        (told(assay.cell_atp((-1.0).millimolar())), "-1"),
        (vary("inhibitor", 1.0), "inhibitor"),
        (vary("I", f64::INFINITY), "inf"),
        (strict(0.0), "tolerance.relative = 0"),
        (strict(f64::NAN), "tolerance.relative = NaN"),
    ])
}

/// The words of an error; none where there was no error.
fn told<T, E: ToString>(result: Result<T, E>) -> String {
    result.err().map(|error| error.to_string()).unwrap_or_default()
}
