//! What no run may lose: molecules, and the sign of a concentration.

use super::check::{Check, Found, largest};
use super::credibility::Credibility::{DiscretizationError, NumericalSolverError};
use super::solving::options;
use super::stimulated::{every, every_with, stimulated};
use jakstat::ode::System;
use jakstat::pathway::Trafficking;
use jakstat::prelude::*;

pub(crate) fn checks() -> Found<Vec<Check>> {
    Ok(vec![
        totals(Trafficking::Off, "chains that stay")?,
        totals(Trafficking::On, "chains that come and go")?,
        signs()?,
    ])
}

/// Every conserved total over a day.
fn totals(trafficking: Trafficking, which: &str) -> Found<Check> {
    let times: Vec<f64> = (0..=24).map(|hour| 3600.0 * f64::from(hour) + 1.0).collect();
    let (mut changes, mut counted) = (Vec::new(), 0);
    let pathways = every_with(trafficking)?;
    for pathway in &pathways {
        let rows = stimulated(pathway, 86401.0, options(Method::Rodas5P, 1e-6)).states(&times)?;
        for total in pathway.model().conserved() {
            let terms = total.weights().iter().zip(&rows[0]).map(|(w, y)| (w * y).abs());
            let (begun, size) = (total.amount(&rows[0]), terms.sum::<f64>());
            counted += 1;
            changes.extend(rows.iter().map(|row| (total.amount(row) - begun).abs() / size));
        }
    }
    let compared = format!(
        "{counted} totals of the {} built-in pathways, each hour of a day with the first second after the stimulus: largest relative change",
        pathways.len()
    );
    Ok(Check::new(
        format!("conserved molecules, {which}"),
        compared,
        (largest(changes), 1e-12),
        NumericalSolverError,
    ))
}

fn signs() -> Found<Check> {
    const RELATIVE: f64 = 1e-6;
    let times: Vec<f64> = (0..=120).map(|minute| 60.0 * f64::from(minute)).collect();
    let mut below = Vec::new();
    let pathways = every()?;
    for pathway in &pathways {
        let model = pathway.model();
        let rows =
            stimulated(pathway, 7200.0, options(Method::Rodas5P, RELATIVE)).states(&times)?;
        let tolerances = |(index, y): (usize, &f64)| -y / (RELATIVE * model.floor(index));
        below.extend(rows.iter().map(|row| largest(row.iter().enumerate().map(tolerances))));
    }
    Ok(Check::new(
        "no concentration below zero",
        format!(
            "every species of the {} built-in pathways at 121 times over 2 h, with zero: absolute tolerances below it",
            pathways.len()
        ),
        (largest(below), 10.0),
        DiscretizationError,
    ))
}
