//! The cytokine's own curve under a drug: what more cytokine can and cannot overcome.

use jakstat::assay::CytokineCurves;
use jakstat::prelude::*;
use jakstat::response::{Shape, Surmountability};

fn assay() -> Assay {
    let catalog = Catalog::builtin();
    Assay::new(catalog.cytokine("IL-6").unwrap(), catalog.cell("CD4 T cell").unwrap())
}

fn curves(drug: &[f64], doses: &DoseGrid) -> CytokineCurves {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let levels: Vec<Concentration> = drug.iter().map(|nanomolar| nanomolar.nanomolar()).collect();
    assay().cytokine_dose_response((baricitinib, &levels), doses).unwrap()
}

fn grid() -> DoseGrid {
    DoseGrid::log(1e-4.nanomolar(), 1e3.nanomolar(), 29)
}

#[test]
fn a_kinase_inhibitor_lowers_the_maximum_however_much_cytokine_there_is() {
    let found = curves(&[0.0, 45.0, 450.0], &grid());
    let maxima: Vec<f64> = found.curves.iter().map(|curve| curve.maximum().1).collect();
    assert!(maxima[1] < 0.7 * maxima[0] && maxima[2] < 0.1 * maxima[1], "{maxima:?}");
    let analysis = found.schild().unwrap();
    let Surmountability::Insurmountable { antagonist, .. } = analysis.surmountability else {
        panic!("{:?}", analysis.surmountability)
    };
    assert_eq!(antagonist, 45.0.nanomolar());
    // Two inhibited steps in a row, JAK on the receptor and JAK on the STAT, make it steeper than 1.
    let slope = analysis.line.unwrap().slope;
    assert!((1.2..3.0).contains(&slope), "{slope}");
}

#[test]
fn a_curve_that_feedback_bends_back_still_has_an_ec50() {
    let found = curves(&[0.0], &grid());
    let control = &found.curves[0];
    assert!(control.turns_back());
    assert!(matches!(control.curve.shape(), Shape::NotSigmoid { .. }));
    let (at, highest) = control.maximum();
    let ec50 = control.ec50.exact().unwrap();
    assert!(ec50.as_nanomolar() < at);
    // The dose found gives half of the maximum when it is simulated again.
    let again = curves(&[0.0], &DoseGrid::list(&[ec50, (2.0 * at).nanomolar()]));
    assert!((again.curves[0].curve.responses()[0] / (highest / 2.0) - 1.0).abs() < 1e-6);
}

#[test]
fn equieffective_doses_do_the_same() {
    let found = curves(&[0.0, 45.0], &grid());
    for (curve, drug) in found.curves.iter().zip([0.0, 45.0]) {
        let dose = curve.equieffective.exact().unwrap();
        let again = curves(&[drug], &DoseGrid::list(&[dose, 1e3.nanomolar()]));
        let response = again.curves[0].curve.responses()[0];
        assert!((response / found.level - 1.0).abs() < 1e-6, "{response} {}", found.level);
    }
}
