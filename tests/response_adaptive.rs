//! Curves that choose their own doses: as close as asked, everywhere, at a cost that is told.
// Tests may stop.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::panic, missing_docs)]

use jakstat::response::{Accuracy, AdaptiveCurve, AdaptiveDoses, ResponseError};
use jakstat::units::Quantities;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn doses(low: f64, high: f64) -> AdaptiveDoses {
    AdaptiveDoses::between(low.nanomolar(), high.nanomolar())
}

fn refined(doses: AdaptiveDoses, response: impl Fn(f64) -> f64) -> AdaptiveCurve {
    let all = |asked: &[f64]| Ok::<_, ResponseError>(asked.iter().map(|&d| response(d)).collect());
    doses.refine(all).unwrap()
}

/// Largest distance from the curve over a fine grid, as a share of the largest response.
fn worst(curve: &AdaptiveCurve, (low, high): (f64, f64), response: impl Fn(f64) -> f64) -> f64 {
    let dose = |k: u32| (low * (high / low).powf(f64::from(k) / 2000.0)).clamp(low, high);
    let off = |dose: f64| (curve.interpolant().response(dose).unwrap() - response(dose)).abs();
    (0..=2000).map(|k| off(dose(k))).fold(0.0, f64::max) / curve.largest()
}

fn hill(half: f64, slope: f64) -> impl Fn(f64) -> f64 {
    move |dose: f64| 80.0 / (1.0 + (dose / half).powf(slope))
}

fn bell(dose: f64) -> f64 {
    dose / (1.0 + dose) / (1.0 + dose / 100.0)
}

#[test]
fn the_interpolant_is_as_close_as_asked_everywhere() {
    let range = (1e-2, 1e5);
    for tolerance in [1e-2, 1e-3, 1e-4, 1e-6] {
        for (half, slope) in
            [(1.0, 1.0), (50.0, 1.0), (3e4, 1.0), (20.0, 2.0), (20.0, 0.6), (5e6, 1.0)]
        {
            let curve = refined(doses(range.0, range.1).tolerance(tolerance), hill(half, slope));
            assert_eq!(curve.accuracy(), Accuracy::Reached, "{half} {slope}");
            let worst = worst(&curve, range, hill(half, slope));
            assert!(worst <= tolerance, "{tolerance:e} {half} {slope}: {worst:e}");
            assert!(curve.deviation() <= tolerance / 4.0);
        }
        let curve = refined(doses(range.0, range.1).tolerance(tolerance), bell);
        assert!(worst(&curve, range, bell) <= tolerance, "{tolerance:e} bell");
    }
}

#[test]
fn one_site_takes_no_more_than_the_first_two_rounds() {
    let curve = refined(doses(0.1, 1e4).tolerance(1e-9), hill(45.0, 1.0));
    assert!(curve.solves() <= 26, "{}", curve.solves());
    assert_eq!((curve.rounds(), curve.accuracy()), (2, Accuracy::Reached));
    assert!(curve.deviation() < 1e-13);
}

#[test]
fn every_dose_is_solved_once_and_counted() {
    let mut asked: Vec<f64> = Vec::new();
    let mut rounds = 0;
    let curve = doses(0.1, 1e4)
        .tolerance(1e-7)
        .refine(|batch| {
            rounds += 1;
            assert!(batch.is_sorted());
            asked.extend_from_slice(batch);
            Ok::<_, ResponseError>(batch.iter().map(|&dose| bell(dose)).collect())
        })
        .unwrap();
    asked.sort_by(f64::total_cmp);
    assert!(asked.windows(2).all(|pair| pair[0] < pair[1]), "{asked:?}");
    assert_eq!((asked.len(), rounds), (curve.solves(), curve.rounds()));
    let points = curve.points();
    assert_eq!(points.iter().map(|point| point.0).collect::<Vec<_>>(), asked);
    assert!(points.iter().all(|&(dose, response)| response == bell(dose)));
    assert_eq!((asked[0], asked[asked.len() - 1]), (0.1, 1e4));
    // A check is a dose that the interpolant does not use.
    let checks = curve.checks();
    assert_eq!(checks.len() + curve.interpolant().doses().count(), curve.solves());
    for (dose, _) in checks {
        assert!(curve.interpolant().doses().all(|knot| knot != dose));
    }
}

#[test]
fn running_out_of_solves_is_said_and_the_bound_is_kept() {
    let steep = |dose: f64| 1.0 / (1.0 + (dose / 30.0).powf(12.0));
    for most in [26, 27, 40, 60, 80] {
        let curve = refined(doses(0.1, 1e4).tolerance(1e-8).at_most(most), steep);
        assert_eq!(curve.accuracy(), Accuracy::OutOfSolves);
        assert!(curve.solves() <= most && curve.deviation() > 0.25e-8, "{}", curve.solves());
    }
}

#[test]
fn nothing_is_said_outside_the_doses() {
    let curve = refined(doses(1.0, 100.0), hill(10.0, 1.0));
    for dose in [0.0, 0.999, 100.001, f64::NAN, f64::INFINITY, -1.0] {
        assert_eq!(curve.interpolant().response(dose), None);
    }
    for dose in [1.0, 100.0] {
        assert_eq!(curve.interpolant().response(dose), Some(hill(10.0, 1.0)(dose)));
    }
}

#[test]
fn a_flat_curve_and_one_of_zeros_are_known_at_once() {
    for level in [0.0, 3.0, -2.0] {
        let curve = refined(doses(1.0, 1e6), |_| level);
        assert_eq!((curve.accuracy(), curve.rounds()), (Accuracy::Reached, 2));
        assert!((curve.interpolant().response(77.0).unwrap() - level).abs() < 1e-12);
    }
}

#[test]
fn what_makes_no_sense_is_refused_by_name() {
    let not = f64::NAN;
    for (doses, text) in [
        (doses(0.0, 1.0), "the lowest dose is 0; give a positive and finite dose (nM)"),
        (doses(not, 1.0), "the lowest dose is NaN; give a positive and finite dose (nM)"),
        (doses(1.0, 1.0), "the highest dose is 1; give a finite dose above the lowest (nM)"),
        (
            doses(1.0, f64::INFINITY),
            "the highest dose is inf; give a finite dose above the lowest (nM)",
        ),
        (
            doses(1.0, 10.0).tolerance(0.0),
            "the tolerance is 0; give a share of the largest response, 1e-10 to 0.5",
        ),
        (
            doses(1.0, 10.0).tolerance(not),
            "the tolerance is NaN; give a share of the largest response, 1e-10 to 0.5",
        ),
        (
            doses(1.0, 10.0).at_most(25),
            "the number of solves is 25; give 26 or more: fewer do not show whether the curve is known",
        ),
    ] {
        let never = |_: &[f64]| -> Result<Vec<f64>, ResponseError> { panic!("asked for a solve") };
        assert_eq!(doses.refine(never).unwrap_err().to_string(), text);
    }
    let broken = |asked: &[f64]| {
        let bad = |&dose: &f64| if dose > 5.0 { f64::NAN } else { 1.0 };
        Ok::<_, ResponseError>(asked.iter().map(bad).collect())
    };
    let error = doses(1.0, 10.0).refine(broken).unwrap_err().to_string();
    assert!(error.contains("response during refinement is NaN; the curve must give"), "{error}");
    let short = |_: &[f64]| Ok::<_, ResponseError>(vec![1.0]);
    assert!(doses(1.0, 10.0).refine(short).is_err());
}

#[test]
fn an_adaptive_curve_returns_from_a_file() {
    let curve = refined(doses(0.1, 1e4), bell);
    let written = serde_json::to_string(&curve).unwrap();
    assert_eq!(serde_json::from_str::<AdaptiveCurve>(&written).unwrap(), curve);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(3), ..ProptestConfig::default() })]

    #[test]
    fn cascades_of_sites_are_known_as_well_as_asked(
        logs in proptest::collection::vec((-1.5..4.5f64, 0.7..1.6f64, 0.2..1.0f64), 1..4),
        exponent in 2..6i32,
    ) {
        let tolerance = 10f64.powi(-exponent);
        let response = |dose: f64| {
            logs.iter().map(|&(log, slope, share)| {
                share / (1.0 + (dose / 10f64.powf(log)).powf(slope))
            }).sum::<f64>()
        };
        let range = (1e-2, 1e5);
        let curve = refined(doses(range.0, range.1).tolerance(tolerance), response);
        prop_assume!(curve.accuracy() == Accuracy::Reached);
        let worst = worst(&curve, range, response);
        prop_assert!(worst <= tolerance, "{worst:e} {tolerance:e} {}", curve.solves());
    }
}
