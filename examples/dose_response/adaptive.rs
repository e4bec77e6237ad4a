//! The same curve at doses of its own choice, and what a uniform grid would take.

use crate::arguments::answer::Answer;
use jakstat::prelude::*;
use jakstat::response::{Accuracy, AdaptiveDoses};
use std::io::Write;

/// Doses of the largest uniform grid that is tried.
const LARGEST: usize = 10_000;

pub(crate) fn report(
    out: &mut dyn Write,
    (assay, inhibitor): (&Assay, &Inhibitor),
    (low, high): (f64, f64),
    tolerance: f64,
) -> Answer {
    let doses = AdaptiveDoses::between(low.nanomolar(), high.nanomolar()).tolerance(tolerance);
    let found = assay.adaptive_dose_response(inhibitor, &doses)?;
    let curve = found.refined();
    writeln!(out, "{:>12} {:>14}", "free nM", "response nM")?;
    for &(dose, response) in curve.points() {
        writeln!(out, "{dose:>12.4} {response:>14.4}")?;
    }
    writeln!(out, "IC50 on the interpolant: {}", found.response().ic50())?;
    let reached = match curve.accuracy() {
        Accuracy::Reached => "as asked",
        Accuracy::OutOfSolves => "not as asked",
    };
    writeln!(
        out,
        "off by {:.1e} of the largest response at doses not used, {reached}",
        curve.deviation()
    )?;
    let between = |dose: f64| curve.interpolant().response(dose).unwrap_or(f64::NAN);
    let uniform = uniform(&between, (low, high), tolerance * curve.largest());
    let uniform = uniform.map_or(format!("more than {LARGEST}"), |doses| doses.to_string());
    writeln!(
        out,
        "{} solves in {} rounds; straight lines between doses at equal steps need {uniform}",
        curve.solves(),
        curve.rounds()
    )?;
    Ok(())
}

/// How many doses at equal steps in log dose it takes for straight lines between them to be that close.
fn uniform(response: &impl Fn(f64) -> f64, (low, high): (f64, f64), off: f64) -> Option<usize> {
    let close = |&doses: &usize| {
        let steps = (doses - 1) as f64;
        let at = |step: f64| response((low * (high / low).powf(step / steps)).clamp(low, high));
        // A line is furthest from a smooth curve near the middle of a step.
        (1..doses).map(|k| k as f64).all(|step| {
            let line = 0.5 * (at(step - 1.0) + at(step));
            (at(step - 0.5) - line).abs() <= off
        })
    };
    let more = |doses: &usize| Some(doses + 1 + doses / 50);
    core::iter::successors(Some(2), more).take_while(|&doses| doses <= LARGEST).find(close)
}
