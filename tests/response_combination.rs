//! Combination scores against closed forms: agents on one target, agents that act independently, and a partner that gives up.
// A test that fails says so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

use jakstat::response::{Alone, Equivalent, Loewe, LoeweScore, ResponseError, Surface, loewe};
use std::convert::Infallible;

const RANGE: (f64, f64) = (1e-9, 1e12);
const HALF: [f64; 2] = [3.0, 40.0];
const AXES: [[f64; 6]; 2] = [[0.0, 0.3, 1.0, 3.0, 9.0, 50.0], [0.0, 5.0, 10.0, 40.0, 120.0, 900.0]];

/// Responses on the axes, and the score of each point with the number of solves it took.
fn scored(response: impl Fn(f64, f64) -> f64) -> (Surface, Vec<LoeweScore>, usize) {
    let grid = AXES[0].iter().flat_map(|&a| AXES[1].map(|b| (a, b)));
    let responses = grid.map(|(a, b)| response(a, b)).collect();
    let surface = Surface::new(AXES.map(Vec::from).to_vec(), responses).unwrap();
    let mut solves = 0;
    let mut along = |agent: usize, doses: &[f64]| -> Result<Vec<f64>, Infallible> {
        solves += doses.len();
        let at = |&dose: &f64| if agent == 0 { response(dose, 0.0) } else { response(0.0, dose) };
        Ok(doses.iter().map(at).collect())
    };
    let control = surface.control();
    let mut curves: Vec<Alone> =
        (0..2).map(|k| Alone::new(control, RANGE, |doses| along(k, doses)).unwrap()).collect();
    let scores = loewe(&surface, &mut curves, 1e-9, &mut along).unwrap();
    (surface, scores, solves)
}

fn occupied(dose: f64, half: f64, slope: f64) -> f64 {
    1.0 / (1.0 + (dose / half).powf(slope))
}

#[test]
fn two_agents_on_one_site_add_whatever_follows_the_site() {
    // Competition for one site, then a steep cascade.
    for slope in [0.7, 1.0, 2.5] {
        let (surface, scores, _) =
            scored(|a, b| 7.0 * (1.0 + a / HALF[0] + b / HALF[1]).powf(-slope));
        for (point, score) in scores.iter().enumerate().skip(1) {
            let index = score.index.index().unwrap();
            assert!((index - 1.0).abs() < 1e-9, "{:?}: {index}", surface.doses(point));
            let excess = surface.inhibition(point) - score.expected.unwrap();
            assert!(excess.abs() < 1e-8, "{:?}: {excess}", surface.doses(point));
        }
        assert_eq!(scores[0], LoeweScore { index: Loewe::NoEffect, expected: Some(0.0) });
    }
}

#[test]
fn the_index_is_that_of_the_closed_form() {
    // Independent action of two Hill curves of slope 1: D = K f / (1 − f).
    let (surface, scores, solves) =
        scored(|a, b| 5.0 * occupied(a, HALF[0], 1.0) * occupied(b, HALF[1], 1.0));
    for (point, score) in scores.iter().enumerate().skip(1) {
        let (doses, f) = (surface.doses(point), surface.inhibition(point));
        let odds = f / (1.0 - f);
        let expected: f64 = doses.iter().zip(HALF).map(|(dose, half)| dose / (half * odds)).sum();
        let index = score.index.index().unwrap();
        assert!((index / expected - 1.0).abs() < 1e-9, "{doses:?}: {index} {expected}");
        let additive: f64 = doses.iter().zip(HALF).map(|(dose, half)| dose / half).sum();
        let additive = additive / (1.0 + additive);
        assert!((score.expected.unwrap() - additive).abs() < 1e-9, "{doses:?}: {score:?}");
        assert!((surface.inhibition(point) - surface.independent(point)).abs() < 1e-14);
        assert!(surface.best_single(point) <= f + 1e-14);
        let together = doses.iter().all(|&dose| dose > 0.0);
        assert_eq!(index < 1.0 - 1e-6, together, "{doses:?}: {index}");
    }
    // 21 decades at four each, then a handful for each of 35 levels, twice, and for the expectation.
    assert!(solves < 700, "{solves}");
}

#[test]
fn an_effect_beyond_a_partner_s_maximum_is_a_value_of_its_own() {
    // The second agent alone takes a third at most.
    let partial = |b: f64| 1.0 - b / (b + HALF[1]) / 3.0;
    let (surface, scores, _) = scored(|a, b| occupied(a, HALF[0], 1.0) * partial(b));
    let (mut beyond, mut defined) = (0, 0);
    for (point, score) in scores.iter().enumerate().skip(1) {
        let (doses, f) = (surface.doses(point), surface.inhibition(point));
        if doses[1] > 0.0 && f > 1.0 / 3.0 {
            assert_eq!(score.index, Loewe::Beyond { agent: 1 }, "{doses:?}");
            beyond += 1;
        } else {
            // An agent that takes no part need not get there.
            assert!(score.index.index().is_some(), "{doses:?}: {:?}", score.index);
            defined += 1;
        }
    }
    assert!(beyond > 15 && defined > 10, "{beyond} {defined}");
    // Far up the first agent, the second one alone would never do as much.
    assert_eq!(scores[35].expected, None);
}

#[test]
fn agents_without_any_effect_have_no_index() {
    let (_, scores, _) = scored(|_, _| 2.0);
    assert!(scores.iter().all(|score| score.index == Loewe::NoEffect));
    // Nor those that raise the response.
    let (surface, scores, _) = scored(|a, b| 2.0 + a / (1.0 + a) + b / (1.0 + b));
    assert!(surface.inhibition(35) < 0.0);
    assert!(scores.iter().all(|score| score.index == Loewe::NoEffect));
}

#[test]
fn an_effect_below_the_lowest_dose_gives_a_bound() {
    let hill = |dose: &f64| occupied(*dose, 1.0, 1.0);
    let along = |doses: &[f64]| -> Result<_, Infallible> { Ok(doses.iter().map(hill).collect()) };
    let mut alone = Alone::new(1.0, (1.0, 1e6), along).unwrap();
    let found = alone.doses_for(&[0.9, 0.25, 1e-9], along).unwrap();
    assert_eq!(found[0], Equivalent::Below(1.0));
    assert_eq!(found[2], Equivalent::Beyond);
    let Equivalent::Dose(dose) = found[1] else { panic!("{found:?}") };
    assert!((dose - 3.0).abs() < 1e-9, "{dose}");
}

#[test]
fn the_lowest_of_several_doses_counts() {
    // Falls to 0.2 at 1 nM, rises to 0.8, falls again.
    let wave = |dose: &f64| 0.5 + 0.3 * (dose.ln() / 4.0 + std::f64::consts::PI).cos();
    let along = |doses: &[f64]| -> Result<_, Infallible> { Ok(doses.iter().map(wave).collect()) };
    let start = (-4.0 * std::f64::consts::PI).exp();
    let mut alone = Alone::new(0.8, (start, 1e12), along).unwrap();
    let Equivalent::Dose(dose) = alone.doses_for(&[0.5], along).unwrap()[0] else { panic!() };
    let expected = (-2.0 * std::f64::consts::PI).exp();
    assert!((dose / expected - 1.0).abs() < 1e-9, "{dose} {expected}");
}

#[test]
fn what_makes_no_surface_is_refused_in_words() {
    let refused = |axes: &[&[f64]], responses: &[f64]| {
        let axes = axes.iter().map(|axis| axis.to_vec()).collect();
        Surface::new(axes, responses.to_vec()).unwrap_err().to_string()
    };
    let two: &[f64] = &[0.0, 1.0];
    let one = refused(&[two], &[1.0, 0.5]);
    assert!(one.contains("agents of a combination") && one.contains('2'), "{one}");
    assert_eq!(
        refused(&[two, two], &[1.0]),
        "4 doses but 1 responses; give one response for each dose"
    );
    assert_eq!(
        refused(&[two, &[1.0, 2.0]], &[1.0; 4]),
        "row 1: dose is 1; give zero first, then positive doses in nM"
    );
    let unsorted = refused(&[two, &[0.0, 2.0, 1.0]], &[1.0; 6]);
    assert!(unsorted.starts_with("row 3:"), "{unsorted}");
    assert_eq!(
        refused(&[two, two], &[1.0, 0.5, f64::NAN, 0.1]),
        "row 3: response is NaN; a surface has a finite response at every combination of doses"
    );
    let silent = refused(&[two, two], &[0.0; 4]);
    assert!(silent.contains("signal without drug"), "{silent}");
    let along = |doses: &[f64]| -> Result<_, Infallible> { Ok(vec![f64::NAN; doses.len()]) };
    let error = Alone::new(1.0, (1.0, 10.0), along).unwrap_err().to_string();
    assert!(error.starts_with("row 1: response during the search is NaN"), "{error}");
    let error = Alone::new(1.0, (0.0, 10.0), along).unwrap_err().to_string();
    assert_eq!(error, "low is 0; give finite numbers with 0 < low < high (nM)");
}

#[test]
fn a_surface_is_what_was_written_and_is_checked_when_read() {
    let surface =
        Surface::new(vec![vec![0.0, 1.0], vec![0.0, 2.0]], vec![1.0, 0.5, 0.4, 0.1]).unwrap();
    let text = serde_json::to_string(&surface).unwrap();
    assert_eq!(serde_json::from_str::<Surface>(&text).unwrap(), surface);
    assert!(serde_json::from_str::<Surface>(&text.replace("[0.0,1.0]", "[1.0,0.0]")).is_err());
    let _: ResponseError = Surface::new(vec![], vec![]).unwrap_err();
}
