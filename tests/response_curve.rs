//! Simulated curves: validation, shape, potency by root search, description by a logistic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]
// A test may stop at the first surprise.

use jakstat::response::{
    Asymptotes, Curve, Direction, Halfway, Potency, ResponseError, SearchError, Shape, crossing,
};
use jakstat::units::Quantities;
use proptest::prelude::*;
use std::convert::Infallible;

fn falling(top: f64, bottom: f64, ic50: f64, hill: f64) -> impl Fn(f64) -> f64 {
    move |dose| bottom + (top - bottom) / (1.0 + (dose / ic50).powf(hill))
}

fn grid(low: f64, high: f64, count: usize) -> Vec<f64> {
    let ratio = (high / low).powf(1.0 / (count - 1) as f64);
    let rung = |i| low * ratio.powi(i32::try_from(i).unwrap());
    (0..count - 1).map(rung).chain([high]).collect()
}

fn sampled(response: &impl Fn(f64) -> f64, doses: &[f64]) -> Curve {
    Curve::new(doses.to_vec(), doses.iter().map(|&d| response(d)).collect(), response(0.0)).unwrap()
}

fn potency(curve: &Curve, halfway: Halfway, response: &impl Fn(f64) -> f64) -> Potency {
    let answer = |doses: &[f64]| Ok::<_, Infallible>(doses.iter().map(|&d| response(d)).collect());
    curve.potency(halfway, answer).unwrap()
}

fn near(potency: Potency, expected: f64, tolerance: f64) {
    let Potency::Exactly(found) = potency else { panic!("{potency} is not a number") };
    let error = (found.as_nanomolar() / expected - 1.0).abs();
    assert!(error < tolerance, "{} nM, expected {expected} nM", found.as_nanomolar());
}

#[test]
fn both_half_way_doses_agree_with_the_closed_form() {
    let (top, bottom, ic50, hill) = (10.0, 2.0, 37.0, 1.3);
    let response = falling(top, bottom, ic50, hill);
    let curve = sampled(&response, &grid(0.1, 1e4, 11)).with_saturation(bottom).unwrap();
    near(potency(&curve, Halfway::BetweenPlateaus, &response), ic50, 1e-9);
    let absolute = ic50 * (top / (top - 2.0 * bottom)).powf(1.0 / hill);
    near(potency(&curve, Halfway::OfControl, &response), absolute, 1e-9);
}

#[test]
fn a_rising_curve_has_an_ec50() {
    let response = |dose: f64| 1.0 + 5.0 * dose.powf(0.8) / (20_f64.powf(0.8) + dose.powf(0.8));
    let curve = sampled(&response, &grid(0.01, 1e5, 15)).with_saturation(6.0).unwrap();
    assert_eq!(curve.shape(), Shape::Rising);
    near(potency(&curve, Halfway::BetweenPlateaus, &response), 20.0, 1e-9);
    let never = potency(&curve, Halfway::OfControl, &response);
    assert_eq!(never, Potency::Above(1e5.nanomolar()));
}

#[test]
fn a_curve_that_stops_above_half_gives_a_bound() {
    let response = falling(1.0, 0.7, 50.0, 1.0);
    let curve = sampled(&response, &grid(0.1, 1e4, 11)).with_saturation(0.7).unwrap();
    let bound = potency(&curve, Halfway::OfControl, &response);
    assert_eq!(bound, Potency::Above(10.0.micromolar()));
    assert_eq!(bound.to_string(), "> 10 µM");
    near(potency(&curve, Halfway::BetweenPlateaus, &response), 50.0, 1e-9);
}

#[test]
fn a_curve_past_half_at_the_first_dose_gives_a_bound() {
    let response = falling(1.0, 0.0, 0.5, 1.0);
    let curve = sampled(&response, &grid(1.0, 1e4, 9));
    let bound = potency(&curve, Halfway::OfControl, &response);
    assert_eq!(bound, Potency::Below(1.0.nanomolar()));
}

#[test]
fn without_a_plateau_the_relative_ic50_is_a_lower_bound() {
    let response = falling(1.0, 0.0, 100.0, 1.0);
    let curve = sampled(&response, &grid(0.1, 300.0, 9));
    let bound = potency(&curve, Halfway::BetweenPlateaus, &response);
    let Potency::Above(at) = bound else { panic!("{bound}") };
    assert!(at.as_nanomolar() < 100.0 && at.as_nanomolar() > 30.0, "{at}");
    near(potency(&curve, Halfway::OfControl, &response), 100.0, 1e-9);
}

#[test]
fn a_curve_that_turns_back_is_never_searched_nor_fitted() {
    let response = |dose: f64| 1.0 / (1.0 + dose / 10.0) + 0.6 * dose / (dose + 1000.0);
    let curve = sampled(&response, &grid(0.1, 1e5, 13));
    let refused = |_: &[f64]| -> Result<Vec<f64>, Infallible> { panic!("searched") };
    let found = curve.potency(Halfway::OfControl, refused).unwrap();
    let Potency::NotSigmoid { from, to } = found else { panic!("{found}") };
    assert!((from.as_nanomolar() - 100.0).abs() < 1e-6 && to == 100.0.micromolar());
    assert_eq!(found.to_string(), "not sigmoid between 100 nM and 100 µM");
    assert_eq!(
        curve.fit_hill().unwrap_err().to_string(),
        "not sigmoid: the response turns back between 100 nM and 100 µM; \
         look at the curve, a logistic does not describe it"
    );
}

#[test]
fn no_effect_is_a_bound_and_no_fit() {
    let curve = Curve::new(vec![1.0, 10.0, 100.0], vec![5.0; 3], 5.0).unwrap();
    assert_eq!(curve.shape(), Shape::Flat);
    assert_eq!(potency(&curve, Halfway::OfControl, &|_| 5.0), Potency::Above(100.0.nanomolar()));
    assert_eq!(
        curve.fit_hill().unwrap_err().to_string(),
        "the response changes by 0e0 of its size over all doses: there is no curve to describe; \
         use `Curve::potency`, which reports a bound"
    );
}

#[test]
fn the_search_needs_few_batches() {
    let mut batches = 0;
    let dose = crossing(1e-3, 1e7, 0.5, |doses| {
        batches += 1;
        assert!(doses.len() <= 16 && doses.windows(2).all(|pair| pair[0] < pair[1]));
        Ok::<_, Infallible>(doses.iter().map(|d| 1.0 / (1.0 + (d / 8.6).powi(2))).collect())
    });
    assert!((dose.unwrap() / 8.6 - 1.0).abs() < 1e-10);
    assert!(batches <= 4, "{batches} batches");
}

#[test]
fn the_search_survives_a_step() {
    let mut batches = 0;
    let step = |doses: &[f64]| {
        batches += 1;
        let response = |&d: &f64| if d < 8.6 { 1.0 } else { 0.0 };
        Ok::<_, Infallible>(doses.iter().map(response).collect())
    };
    assert!((crossing(1e-3, 1e7, 0.4, step).unwrap() / 8.6 - 1.0).abs() < 1.1e-10);
    assert!(batches <= 14, "{batches} batches");
}

#[test]
fn a_search_says_why_it_failed() {
    #[derive(Debug, thiserror::Error)]
    #[error("step size vanished")]
    struct Stuck;
    let ones = |doses: &[f64]| Ok::<_, Infallible>(vec![1.0; doses.len()]);
    assert_eq!(
        crossing(1.0, 10.0, 0.5, ones).unwrap_err().to_string(),
        "the response does not cross 0.5 between 1 nM (1) and 10 nM (1); widen the doses"
    );
    assert_eq!(
        crossing(10.0, 1.0, 0.5, ones).unwrap_err().to_string(),
        "high is 1; give finite numbers with 0 < low < high (nM)"
    );
    assert_eq!(
        crossing(1.0, 10.0, 0.5, |_| Ok::<_, Infallible>(vec![1.0])).unwrap_err().to_string(),
        "9 doses were asked for and 1 responses came back; return one for each"
    );
    let nan = |doses: &[f64]| Ok::<_, Infallible>(vec![f64::NAN; doses.len()]);
    assert_eq!(
        crossing(1.0, 10.0, 0.5, nan).unwrap_err().to_string(),
        "row 1: response during the search is NaN; the curve must give a finite number at every dose"
    );
    let failed = crossing(1.0, 10.0, 0.5, |_| Err(Stuck)).unwrap_err();
    assert!(matches!(failed, SearchError::Evaluation(Stuck)));
    assert_eq!(
        failed.to_string(),
        "the curve could not be evaluated during the search for its IC50"
    );
}

#[test]
fn half_of_no_control_is_refused() {
    let curve = Curve::new(vec![1.0, 10.0], vec![0.5, 1.0], 0.0).unwrap();
    let answer = |doses: &[f64]| Ok::<_, Infallible>(vec![0.5; doses.len()]);
    assert_eq!(
        curve.potency(Halfway::OfControl, answer).unwrap_err().to_string(),
        "the control response is 0e0: half of it is no level to search for; \
         check that there is a signal without drug, or use the relative IC50"
    );
}

#[test]
fn a_hill_curve_is_described_by_its_own_parameters() {
    let response = falling(120.0, 15.0, 8.6, 1.4);
    let fit = sampled(&response, &grid(0.1, 1e4, 12)).fit_hill().unwrap();
    for (found, expected) in [
        (fit.top, 120.0),
        (fit.bottom, 15.0),
        (fit.ic50.as_nanomolar(), 8.6),
        (fit.hill, 1.4),
        (fit.response(20.0.nanomolar()), response(20.0)),
    ] {
        assert!((found / expected - 1.0).abs() < 1e-9, "{found} {expected}");
    }
    assert!(fit.lack_of_fit < 1e-10);
    assert_eq!(fit.ic50.to_string(), "8.6 nM");
    assert_eq!(fit.direction, Direction::Falling);
}

#[test]
fn what_the_logistic_misses_is_stated() {
    let response = |dose: f64| 0.5 / (1.0 + dose / 1.0) + 0.5 / (1.0 + dose / 1000.0);
    let fit = sampled(&response, &grid(0.01, 1e5, 15)).fit_hill().unwrap();
    assert!(fit.lack_of_fit > 0.01 && fit.lack_of_fit < 0.1, "{}", fit.lack_of_fit);
    assert!(fit.hill < 0.7);
}

#[test]
fn a_zero_bottom_can_be_asked_for() {
    let response = falling(1.0, 0.0, 30.0, 0.9);
    let curve = sampled(&response, &grid(0.1, 300.0, 9));
    let fit = curve.fit_hill_with(Asymptotes::ZeroBottom).unwrap();
    assert_eq!(fit.bottom, 0.0);
    assert!((fit.ic50.as_nanomolar() / 30.0 - 1.0).abs() < 1e-9);
}

#[test]
fn a_midpoint_beyond_the_doses_is_no_ic50() {
    let response = falling(1.0, 0.0, 1e4, 1.0);
    let error = sampled(&response, &grid(1.0, 300.0, 9)).fit_hill().unwrap_err();
    assert!(matches!(error, ResponseError::OutsideDoses { .. }));
    assert_eq!(
        error.to_string(),
        "the fitted midpoint, 10 µM, lies outside the doses, 1 nM to 300 nM; \
         extend the doses until both plateaus show"
    );
}

#[test]
fn area_and_maximal_effect_follow_their_definitions() {
    let curve = Curve::new(vec![1.0, 10.0, 100.0], vec![4.0, 2.0, 1.0], 4.0).unwrap();
    assert!((curve.area().unwrap() - (3.0 + 1.5) / (2.0 * 4.0)).abs() < 1e-14);
    assert!((curve.maximal_effect().unwrap() - 0.75).abs() < 1e-14);
    assert_eq!(curve.span(), 3.0);
    let curve = curve.with_saturation(0.0).unwrap();
    assert_eq!(curve.maximal_effect().unwrap(), 1.0);
    let silent = Curve::new(vec![1.0, 10.0], vec![0.0, 0.0], 0.0).unwrap();
    assert_eq!(
        silent.area().unwrap_err().to_string(),
        "no response exceeds zero (largest: 0); check the readout"
    );
}

proptest! {
    #[test]
    fn any_hill_curve_gives_back_its_ic50(
        top in 0.1..1e4_f64, depth in 0.05..1.0_f64, place in 0.2..0.8_f64, hill in 0.6..4.0_f64,
        unit in -3.0..3.0_f64,
    ) {
        let (low, high) = (10_f64.powf(unit - 3.0), 10_f64.powf(unit + 3.0));
        let ic50 = low * (high / low).powf(place);
        let bottom = top * (1.0 - depth);
        let response = falling(top, bottom, ic50, hill);
        let curve = sampled(&response, &grid(low, high, 25)).with_saturation(bottom).unwrap();
        near(potency(&curve, Halfway::BetweenPlateaus, &response), ic50, 1e-9);
        let fit = curve.fit_hill().unwrap();
        prop_assert!((fit.ic50.as_nanomolar() / ic50 - 1.0).abs() < 1e-6);
        prop_assert!((fit.hill / hill - 1.0).abs() < 1e-6);
        if depth > 0.55 {
            let absolute = ic50 * (top / (top - 2.0 * bottom)).powf(1.0 / hill);
            if absolute < high {
                near(potency(&curve, Halfway::OfControl, &response), absolute, 1e-9);
            }
        }
    }
}
