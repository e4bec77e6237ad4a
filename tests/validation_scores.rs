//! The arithmetic of the validation's scores, against values computed by hand.
// A test stops where the code under it fails, and compares numbers that are exact.
#![allow(clippy::unwrap_used, clippy::float_cmp, missing_docs)]

#[path = "../examples/validate/report/inhibitors/score.rs"]
mod score;

use score::{bootstrap, fold_error, geometric_mean, share_within, spearman};

#[test]
fn a_fold_error_is_the_same_both_ways() {
    assert_eq!(fold_error(20.0, 5.0), Some(4.0));
    assert_eq!(fold_error(5.0, 20.0), Some(4.0));
    assert_eq!(fold_error(7.0, 7.0), Some(1.0));
    for (predicted, measured) in [(0.0, 1.0), (1.0, 0.0), (-1.0, 1.0), (f64::NAN, 1.0)] {
        assert_eq!(fold_error(predicted, measured), None);
    }
    assert_eq!(fold_error(f64::INFINITY, 1.0), None);
}

#[test]
fn a_geometric_mean_multiplies() {
    assert!((geometric_mean(&[1.0, 4.0, 16.0]).unwrap() - 4.0).abs() < 1e-12);
    assert_eq!(geometric_mean(&[]), None);
    assert_eq!(geometric_mean(&[1.0, -1.0]), None);
    assert_eq!(geometric_mean(&[1.0, f64::NAN]), None);
}

#[test]
fn an_error_at_the_limit_is_within_it() {
    let errors = [1.0, 2.0, 2.5, 3.0, 9.0];
    assert_eq!(share_within(&errors, 2.0), Some(0.4));
    assert_eq!(share_within(&errors, 3.0), Some(0.8));
    assert_eq!(share_within(&[], 3.0), None);
}

#[test]
fn ranks_correlate_as_by_hand() {
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[10.0, 20.0, 300.0]), Some(1.0));
    assert_eq!(spearman(&[1.0, 2.0], &[2.0, 1.0]), Some(-1.0));
    // Without ties 1 − 6 Σ d² / (n (n² − 1)), here with d = 0, 1, −1, 1, −1.
    let found = spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[1.0, 3.0, 2.0, 5.0, 4.0]).unwrap();
    assert!((found - 0.8).abs() < 1e-12, "{found}");
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
    let found = spearman(&[1.0, 5.0, 5.0, 9.0], &[1.0, 2.0, 3.0, 4.0]).unwrap();
    assert!((found - 4.5 / 22.5f64.sqrt()).abs() < 1e-12, "{found}");
    assert_eq!(spearman(&[1.0], &[1.0]), None);
    assert_eq!(spearman(&[1.0, 2.0], &[3.0, 3.0]), None);
    assert_eq!(spearman(&[1.0, 2.0], &[3.0]), None);
    assert_eq!(spearman(&[1.0, f64::NAN], &[1.0, 2.0]), None);
}

#[test]
fn a_bootstrap_resamples_the_rows() {
    let largest = |values: &[f64]| values.iter().copied().reduce(f64::max);
    let smallest = |values: &[f64]| values.iter().copied().reduce(f64::min);
    // Two of four values are largest with probability 1 − (1/2)^4 and smallest with the same.
    let values = [1.0, 1.0, 2.0, 2.0];
    assert_eq!(bootstrap(&values, largest), Some((1.0, 2.0)));
    // The largest of four values is missed with probability (3/4)^4 = 0.32, the two largest with 1/16, three with 1/256.
    let values = [1.0, 2.0, 3.0, 4.0];
    assert_eq!(bootstrap(&values, largest), Some((2.0, 4.0)));
    assert_eq!(bootstrap(&values, smallest), Some((1.0, 3.0)));
    assert_eq!(bootstrap(&values, largest), bootstrap(&values, largest));
    assert_eq!(bootstrap(&[5.0], largest), Some((5.0, 5.0)));
    assert_eq!(bootstrap(&[], largest), None);
    assert_eq!(bootstrap(&values, |_| None), None);
}
