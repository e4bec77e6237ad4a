//! A day under a regimen: closed forms, the network beside the curve, and what is refused.
// A failed expectation stops its test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

mod constant;
mod curve;
mod doses;
mod patients;
mod readme;
mod refusals;
mod whole_days;

use jakstat::prelude::*;

fn catalog() -> &'static Catalog {
    Catalog::builtin()
}

fn baricitinib() -> &'static Inhibitor {
    catalog().inhibitor("baricitinib").unwrap()
}

fn il6() -> Assay {
    Assay::new(catalog().cytokine("IL-6").unwrap(), catalog().cell("CD4 T cell").unwrap())
        .stimulate(10.0.ng_per_ml())
}

/// Baricitinib 4 mg once daily in the typical patient.
fn once_daily() -> Exposure {
    exposure(&Regimen::oral(4.0.milligrams()).every(24.0.hours()).at_steady_state())
}

fn exposure(regimen: &Regimen) -> Exposure {
    let kinetics = catalog().kinetics("baricitinib").unwrap();
    Exposure::of(kinetics, &Patient::reference(), regimen).unwrap()
}

fn close(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{found} instead of {expected} within {tolerance}"
    );
}
