//! Schild analysis against Gaddum's closed form.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]
// A test may stop at the first surprise.

use jakstat::response::{AgonistCurve, Curve, Potency, Surmountability, schild};
use jakstat::units::Quantities;
use std::convert::Infallible;

fn curve(antagonist: f64, ec50: f64, maximal_response: f64) -> AgonistCurve {
    let dose = Potency::Exactly(ec50.nanomolar());
    AgonistCurve { antagonist: antagonist.nanomolar(), dose, maximal_response }
}

#[test]
fn a_competitive_antagonist_has_slope_one_and_its_dissociation_constant() {
    let (ec50, dissociation) = (3.0, 12.0);
    let shifted = |b: f64| curve(b, ec50 * (1.0 + b / dissociation), 100.0);
    let found = schild(&[1000.0, 0.0, 10.0, 100.0].map(shifted)).unwrap();
    let line = found.line.unwrap();
    let expected = -(dissociation * 1e-9).log10();
    assert!((line.slope - 1.0).abs() < 1e-9);
    assert!((line.pa2 - expected).abs() < 1e-9);
    assert!((found.pkb.unwrap() - expected).abs() < 1e-9);
    assert_eq!(found.surmountability, Surmountability::Surmountable);
    assert_eq!(found.dose_ratios[0].antagonist, 10.0.nanomolar());
    assert!((found.dose_ratios[2].ratio.unwrap() - (1.0 + 1000.0 / 12.0)).abs() < 1e-12);
    let (low, high) = line.slope_interval.unwrap();
    assert!(low <= line.slope && line.slope <= high);
}

#[test]
fn two_sites_give_a_slope_of_two() {
    let shifted = |b: f64| curve(b, 1.0 + (b / 10.0).powi(2), 1.0);
    let line = schild(&[0.0, 10.0, 100.0].map(shifted)).unwrap().line.unwrap();
    assert!((line.slope - 2.0).abs() < 1e-9 && (line.pa2 - 8.0).abs() < 1e-9);
    assert_eq!(line.slope_interval, None);
}

#[test]
fn a_depressed_maximum_is_insurmountable_and_a_bound_is_left_out() {
    let mut last = curve(100.0, 1.0, 40.0);
    last.dose = Potency::Above(1000.0.nanomolar());
    let found = schild(&[curve(0.0, 1.0, 100.0), curve(10.0, 3.0, 95.0), last]).unwrap();
    let expected = Surmountability::Insurmountable { antagonist: 100.0.nanomolar(), share: 0.4 };
    assert_eq!(found.surmountability, expected);
    assert_eq!((found.dose_ratios[1].ratio, found.line), (None, None));
    assert!((found.pkb.unwrap() - (2_f64.log10() + 8.0)).abs() < 1e-12);
}

#[test]
fn where_the_maximum_falls_equieffective_doses_are_compared() {
    // Furchgott: a share q of the receptors is left, r = q a / (a + 1), so that a response r needs
    // a = r / (q − r), while the EC50 of every curve stays at 1.
    let level = 0.1;
    let agonist = |b: f64| {
        let share = 1.0 / (1.0 + b / 50.0);
        let response = |a: f64| share * a / (a + 1.0);
        let doses: Vec<f64> = (-12..=12).map(|k| 10_f64.powf(f64::from(k) / 4.0)).collect();
        let responses = doses.iter().map(|&a| response(a)).collect();
        let curve = Curve::new(doses, responses, 0.0).unwrap();
        let evaluate =
            |doses: &[f64]| Ok::<_, Infallible>(doses.iter().map(|&a| response(a)).collect());
        let dose = curve.equieffective(level, evaluate).unwrap();
        AgonistCurve { antagonist: b.nanomolar(), dose, maximal_response: share }
    };
    let found = schild(&[0.0, 50.0, 1000.0].map(agonist)).unwrap();
    let expected = (level / (0.5 - level)) / (level / (1.0 - level));
    assert!((found.dose_ratios[0].ratio.unwrap() / expected - 1.0).abs() < 1e-9);
    assert_eq!(agonist(1000.0).dose, Potency::Above(1000.0.nanomolar()));
    assert_eq!(found.dose_ratios[1].ratio, None);
    let insurmountable =
        Surmountability::Insurmountable { antagonist: 50.0.nanomolar(), share: 0.5 };
    assert_eq!(found.surmountability, insurmountable);
}

#[test]
fn a_level_that_is_no_number_is_refused_and_one_passed_early_is_a_bound() {
    let curve = Curve::new(vec![1.0, 10.0], vec![5.0, 9.0], 0.0).unwrap();
    let unasked = |_: &[f64]| -> Result<Vec<f64>, Infallible> { panic!("searched") };
    assert_eq!(
        curve.equieffective(f64::NAN, unasked).unwrap_err().to_string(),
        "level is NaN; give a finite response"
    );
    let early = curve.equieffective(2.0, unasked).unwrap();
    assert_eq!(early, Potency::Below(1.0.nanomolar()));
}

#[test]
fn curves_that_cannot_be_analysed_are_refused() {
    let refused = |curves: &[AgonistCurve]| schild(curves).unwrap_err().to_string();
    let control = curve(0.0, 1.0, 1.0);
    let mut bound = control;
    bound.dose = Potency::Above(10.0.nanomolar());
    assert_eq!(
        refused(&[curve(1.0, 1.0, 1.0)]),
        "curves without antagonist: 0 where at least 1 are needed; add doses or fix a parameter"
    );
    assert_eq!(
        refused(&[control]),
        "curves with antagonist: 0 where at least 1 are needed; add doses or fix a parameter"
    );
    assert_eq!(
        refused(&[control, control, curve(1.0, 1.0, 1.0)]),
        "curves without antagonist is 2; give exactly one, at antagonist 0"
    );
    assert_eq!(
        refused(&[bound, curve(1.0, 1.0, 1.0)]),
        "the IC50 of \"without antagonist\" is > 10 nM: no ratio can be formed; extend its doses"
    );
    assert_eq!(
        refused(&[control, curve(f64::NAN, 1.0, 1.0)]),
        "row 2: antagonist is NaN; give zero or a positive finite number"
    );
    for dose in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
        assert_eq!(
            refused(&[control, curve(1.0, dose, 1.0)]),
            format!("row 2: dose is {dose}; give a positive finite number")
        );
    }
    assert_eq!(
        refused(&[curve(0.0, 1.0, 0.0), curve(1.0, 1.0, 0.0)]),
        "no response exceeds zero (largest: 0); check the readout"
    );
}
