//! The published IL-6 model of hepatocytes, as a network solved by this library: its own numbers come out again.
//!
//! Both models are held against the same bands. That is consistency, not validation: constants of the generic pathway
//! were chosen with the course of this model without a drug. Predictions about drugs: `docs/validation.md`.

use super::check::{Check, Found, apart, largest};
use super::credibility::Credibility::{
    NumericalCodeVerification, NumericalSolverError, OutputComparison,
};
use bands::{DYNAMICS, TITRATIONS};
use experiment::Experiment;
use readouts::Readouts;

#[allow(dead_code)] // the example shows more of it
#[path = "../../published_sobotta/bands.rs"]
mod bands;
#[path = "../../published_sobotta/constants.rs"]
mod constants;
#[path = "../../published_sobotta/core.rs"]
mod core;
#[allow(dead_code)] // the example shows more of it
#[path = "../../published_sobotta/experiment.rs"]
mod experiment;
#[allow(dead_code)] // the example shows more of it
#[path = "../../published_sobotta/readouts.rs"]
mod readouts;
#[path = "../../published_sobotta/rest.rs"]
mod rest;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let models = [Experiment::published()?, Experiment::generic()?];
    let (_, distance) = rest::start(models[0].model())?;
    let mut checks = vec![Check::new(
        "published model at rest",
        "the state of rest of the model of Sobotta et al. 2017, with its 13 published initial values: largest relative difference",
        (distance, 1e-6),
        NumericalSolverError,
    )];
    let published = Readouts::of(&models[0])?;
    for known in TITRATIONS {
        let (value, unit) = ((known.of)(&published), known.unit);
        let compared = format!(
            "{value:.4} {unit}, with {} {unit} of another simulation of that model: relative difference",
            known.value
        );
        let difference = apart(value, known.value, 0.0);
        let name = format!("{}, {}", known.what, models[0].name);
        checks.push(Check::new(name, compared, (difference, 0.01), NumericalCodeVerification));
    }
    for (model, found) in [(&models[0], published), (&models[1], Readouts::of(&models[1])?)] {
        for band in DYNAMICS {
            let (value, unit) = ((band.of)(&found), band.unit);
            let compared = format!(
                "{value:.3} {unit} in hepatocytes, 40 ng/mL IL-6 unless said, with {} to {} {unit} of Sobotta et al. 2017 (consistency): how far outside",
                band.low, band.high
            );
            let outside = largest([band.low - value, value - band.high, 0.0]);
            let name = format!("{}, {}", band.what, model.name);
            checks.push(Check::new(name, compared, (outside, 0.0), OutputComparison));
        }
    }
    Ok(checks)
}
