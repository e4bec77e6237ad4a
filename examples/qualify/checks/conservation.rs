//! What no run may lose: molecules, and the sign of a concentration.

use super::check::{Check, Found, largest};
use super::credibility::Credibility::{DiscretizationError, NumericalSolverError};
use super::solving::options;
use super::stimulated::{CYTOKINES, stimulated, usual};
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
    let times: Vec<f64> = (0..=24).map(|hour| 3600.0 * f64::from(hour)).collect();
    let (mut changes, mut counted) = (Vec::new(), 0);
    for cytokine in CYTOKINES {
        let pathway = usual(cytokine, trafficking)?;
        let rows = stimulated(&pathway, 86400.0, options(Method::Rodas5P, 1e-6)).states(&times)?;
        // The ligand comes with the stimulus, at the first of these times.
        let rows = &rows[1..];
        for total in pathway.model().conserved() {
            let terms = total.weights().iter().zip(&rows[0]).map(|(w, y)| (w * y).abs());
            let (begun, size) = (total.amount(&rows[0]), terms.sum::<f64>());
            counted += 1;
            changes.extend(rows.iter().map(|row| (total.amount(row) - begun).abs() / size));
        }
    }
    let compared = format!(
        "{counted} totals of the pathways of {}, each hour of a day with its first: largest relative change",
        CYTOKINES.join(", ")
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
    for cytokine in CYTOKINES {
        let pathway = usual(cytokine, Trafficking::On)?;
        let model = pathway.model();
        let rows =
            stimulated(&pathway, 7200.0, options(Method::Rodas5P, RELATIVE)).states(&times)?;
        let tolerances = |(index, y): (usize, &f64)| -y / (RELATIVE * model.floor(index));
        below.extend(rows.iter().map(|row| largest(row.iter().enumerate().map(tolerances))));
    }
    Ok(Check::new(
        "no concentration below zero",
        "every species of those pathways at 121 times over 2 h, with zero: absolute tolerances below it",
        (largest(below), 10.0),
        DiscretizationError,
    ))
}
