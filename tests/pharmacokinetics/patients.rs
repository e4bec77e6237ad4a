//! What weight, kidneys and age do to the parameters of each set.

use approx::assert_relative_eq;
use jakstat::catalog::{Catalog, RenalCategory};
use jakstat::pharmacokinetics::{Individual, Patient};
use jakstat::units::Quantities;

fn typical(drug: &str, patient: Patient) -> Individual {
    Individual::typical(Catalog::builtin().kinetics(drug).unwrap(), &patient).unwrap()
}

/// Clearance in L/h.
fn clearance(drug: &str, patient: Patient) -> f64 {
    typical(drug, patient).disposition.clearance * 3600.0
}

#[test]
fn the_reference_patient_has_the_typical_values() {
    let body = typical("baricitinib", Patient::reference());
    assert_relative_eq!(body.disposition.clearance * 3600.0, 9.70, max_relative = 1e-14);
    assert_relative_eq!(
        body.disposition.renal_clearance.unwrap() * 3600.0,
        6.34,
        max_relative = 1e-14
    );
    assert_eq!(body.disposition.volume, 92.6.litres());
    assert_eq!(body.described, "typical patient of Decker 2024, 74 kg, 93 mL/min");
    // The clearance of rheumatoid arthritis, the bioavailability of the tablet.
    let upadacitinib = typical("upadacitinib", Patient::reference());
    assert_relative_eq!(
        upadacitinib.disposition.clearance * 3600.0,
        40.9 * 0.754,
        max_relative = 1e-14
    );
    assert_eq!(upadacitinib.bioavailability, 0.762);
}

#[test]
fn kidneys_clear_in_proportion_to_their_filtration() {
    let half = Patient::reference().with_filtration(46.5.ml_per_min());
    assert_relative_eq!(clearance("baricitinib", half), 3.36 + 3.17, max_relative = 1e-13);
    let [moderate, stated] = [
        Patient::reference().with_renal_function(RenalCategory::Moderate),
        Patient::reference().with_filtration(45.0.ml_per_min()),
    ];
    assert_eq!(clearance("baricitinib", moderate), clearance("baricitinib", stated));
    let expected = 27.1 * (45.0_f64 / 126.0).powf(0.233);
    assert_relative_eq!(clearance("tofacitinib", stated), expected, max_relative = 1e-13);
    let normal = Patient::reference().with_renal_function(RenalCategory::Normal);
    assert_eq!(clearance("tofacitinib", normal), 27.1 / 3600.0 * 3600.0);
}

#[test]
fn weight_and_age_scale_by_the_exponents_of_the_set() {
    let light = Patient::reference().weighing(37.0.kilograms());
    let body = typical("baricitinib", light);
    let shrunk = 0.5_f64.powf(0.75);
    assert_relative_eq!(body.disposition.clearance * 3600.0, 9.70 * shrunk, max_relative = 1e-13);
    assert_relative_eq!(body.disposition.volume.as_litres(), 46.3, max_relative = 1e-14);
    let second = body.disposition.peripheral.unwrap();
    assert_relative_eq!(second.exchange * 3600.0, 2.67 * shrunk, max_relative = 1e-13);
    assert_relative_eq!(second.volume.as_litres(), 12.8, max_relative = 1e-14);
    let old = typical("tofacitinib", Patient::reference().aged(64.0));
    let (cleared, volume) = (27.1 * 1.6_f64.powf(-0.244), 126.0 * 1.6_f64.powf(-0.230));
    assert_relative_eq!(old.disposition.clearance * 3600.0, cleared, max_relative = 1e-13);
    assert_relative_eq!(old.disposition.volume.as_litres(), volume, max_relative = 1e-13);
    // A set in which age was found to matter nothing leaves it alone.
    assert_eq!(
        clearance("baricitinib", Patient::reference().aged(64.0)),
        clearance("baricitinib", Patient::reference())
    );
}

#[test]
fn every_number_of_a_body_names_its_source() {
    for kinetics in Catalog::builtin().every_kinetics() {
        let body = Individual::typical(kinetics, &Patient::reference()).unwrap();
        assert_eq!(body.sources.len(), kinetics.parameters().len());
        assert!(body.sources.iter().all(|row| !row.provenance.source.is_empty()));
    }
    let body = typical("tofacitinib", Patient::reference());
    let unbound = body.sources.iter().find(|row| row.row.ends_with("fraction unbound")).unwrap();
    assert!(!unbound.provenance.verified.is_checked());
}
