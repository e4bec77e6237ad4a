//! Laws of pharmacology that hold whatever the biology.

use super::check::{Check, Found, apart, largest};
use super::credibility::Credibility::{NumericalCodeVerification, NumericalSolverError};
use jakstat::assay::{Agent, BiochemicalAssay, Supply};
use jakstat::prelude::*;
use jakstat::response::Loewe;

pub(crate) fn checks() -> Found<Vec<Check>> {
    Ok(vec![cheng_prusoff()?, morrison()?, loewe()?, search()?])
}

const KM: f64 = 40_000.0;

fn enzyme(ki: f64, atp: f64) -> BiochemicalAssay {
    BiochemicalAssay::new(ki.nanomolar(), KM.nanomolar(), atp.nanomolar())
}

fn cheng_prusoff() -> Found<Check> {
    let mut errors = Vec::new();
    for ki in [0.01, 0.6, 50.0] {
        for atp in [1.0, KM, 1e6, 5e6] {
            let found = enzyme(ki, atp).ic50()?.as_nanomolar();
            errors.push(apart(found, ki * (1.0 + atp / KM), 0.0));
        }
    }
    Ok(Check::new(
        "Cheng and Prusoff's relation",
        "the IC50 of 12 enzyme assays solved as mixtures, with Ki (1 + ATP / Km): largest relative error",
        (largest(errors), 1e-6),
        NumericalCodeVerification,
    ))
}

/// An inhibitor that the enzyme uses up: Morrison's quadratic.
fn morrison() -> Found<Check> {
    let (ki, atp, enzymes) = (0.1, 1e6, 20.0);
    let half = ki * (1.0 + atp / KM);
    let assay = enzyme(ki, atp).enzyme(enzymes.nanomolar()).supply(Supply::Limited);
    let doses = [0.5, 3.0, 10.0, 20.0, 100.0];
    let (control, found) = (assay.responses(&[0.0])?, assay.responses(&doses)?);
    let exact = |dose: f64| {
        let sum: f64 = enzymes + dose + half;
        1.0 - (sum - (sum * sum - 4.0 * enzymes * dose).sqrt()) / (2.0 * enzymes)
    };
    let errors = found.iter().zip(doses).map(|(y, dose)| apart(y / control[0], exact(dose), 0.0));
    Ok(Check::new(
        "tight binding",
        "the rate of an enzyme assay at 5 doses, with Morrison's equation: largest relative error",
        (largest(errors), 1e-6),
        NumericalCodeVerification,
    ))
}

/// IL-6 on T cells, ten thousand times tighter than usual.
fn tight() -> Found<Assay> {
    let catalog = Catalog::builtin();
    let options = Options { tolerance: Tolerance::relative(1e-10), ..Options::default() };
    Ok(Assay::new(catalog.cytokine("IL-6")?, catalog.cell("CD4 T cell")?).options(options))
}

/// A drug combined with itself adds up to itself.
fn loewe() -> Found<Check> {
    let itself = Agent::from(Catalog::builtin().inhibitor("baricitinib")?);
    let doses = DoseGrid::log(3.0.nanomolar(), 1.0.micromolar(), 4);
    let found = tight()?.combination(&[(itself, &doses), (itself, &doses)])?;
    let index =
        |loewe| if let Loewe::Index(index) = loewe { (index - 1.0_f64).abs() } else { f64::NAN };
    let scored = found.rows().filter(|row| row.doses.iter().any(|dose| *dose > 0.0));
    Ok(Check::new(
        "a drug with itself",
        "the Loewe index of baricitinib with itself on 24 mixtures through the network of IL-6, with 1: largest distance",
        (largest(scored.map(|row| index(row.loewe))), 1e-6),
        NumericalCodeVerification,
    ))
}

/// At the IC50 that was found the signal is half.
fn search() -> Found<Check> {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib")?;
    let grid = DoseGrid::log(0.1.nanomolar(), 10.0.micromolar(), 9);
    let found = tight()?.dose_response(baricitinib, &grid)?.ic50();
    let ic50 = found.exact().ok_or("no IC50 inside the doses")?;
    let doses = DoseGrid::list(&[ic50, (2.0 * ic50.as_nanomolar()).nanomolar()]);
    let response = tight()?.dose_response(baricitinib, &doses)?;
    let share = response.curve().responses()[0] / response.curve().control();
    Ok(Check::new(
        "search for an IC50",
        "the signal of IL-6 solved at the IC50 of baricitinib, with half the signal without drug: relative error",
        (apart(share, 0.5, 0.0), 1e-7),
        NumericalSolverError,
    ))
}
