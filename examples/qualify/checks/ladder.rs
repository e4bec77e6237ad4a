//! The tolerance ladder: a tighter tolerance brings a smaller error, as much smaller as it should.

use super::check::{Check, Found, largest};
use super::credibility::Credibility::DiscretizationError;
use super::reference;
use super::solving::{furthest, options};
use super::stimulated::{on_usual_cell, stimulated};
use jakstat::pathway::Trafficking;
use jakstat::prelude::*;

/// The rungs: relative tolerances a decade apart.
const RUNGS: [f64; 7] = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10];

pub(crate) fn checks() -> Found<Vec<Check>> {
    let stored = RUNGS.map(|rung| reference::error(options(Method::Rodas5P, rung)));
    let stored = stored.into_iter().collect::<Found<Vec<f64>>>()?;
    let mut checks = rungs("reference network", "the stored solution", &stored).to_vec();
    for cytokine in ["IL-6", "IFN-gamma"] {
        let errors = pathway(cytokine)?;
        checks.extend(rungs(cytokine, "its own solution at rtol 1e-13", &errors));
    }
    Ok(checks)
}

/// Errors of the pathway of a cytokine over two hours.
fn pathway(cytokine: &str) -> Found<Vec<f64>> {
    let times: Vec<f64> = (1..=24).map(|k| 300.0 * f64::from(k)).collect();
    let cytokine = Catalog::builtin().cytokine(cytokine)?;
    let pathway = on_usual_cell(cytokine, Trafficking::On)?;
    let at =
        |relative| stimulated(&pathway, 7200.0, options(Method::Rodas5P, relative)).states(&times);
    let exact = at(1e-13)?;
    RUNGS.into_iter().map(|rung| Ok(furthest(pathway.model(), &at(rung)?, &exact))).collect()
}

/// What must hold of the errors on the rungs.
fn rungs(what: &str, wanted: &str, errors: &[f64]) -> [Check; 2] {
    let over = largest(errors.iter().zip(RUNGS).map(|(error, rung)| error / rung));
    let (Some(first), Some(last)) = (errors.first(), errors.last()) else {
        return [over, f64::NAN]
            .map(|none| Check::new(what, wanted, (none, 0.0), DiscretizationError));
    };
    let rungs = (RUNGS.len() - 1) as f64;
    let decades = (first / last).log10() / rungs;
    let compared = format!("rtol 1e-4 to 1e-10, with {wanted}: largest error over rtol");
    let name = format!("error within the tolerance, {what}");
    let within = Check::new(name, compared, (over, 10.0), DiscretizationError);
    let compared = format!(
        "rtol 1e-4 to 1e-10, with {wanted}: how many decades of error each decade of rtol lacks of one"
    );
    let name = format!("error falls with the tolerance, {what}");
    [within, Check::new(name, compared, (1.0 - decades, 0.2), DiscretizationError)]
}
