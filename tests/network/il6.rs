//! The benchmark network of IL-6 signalling, declared through the public interface.

use crate::networks::{Dice, Point, evaluate, il6};
use jakstat::ode::System;

fn random_point(dice: &mut Dice) -> Point {
    let y = (0..22).map(|_| 1000.0 * dice.roll()).collect();
    let mut inputs = il6::model().default_parameters();
    inputs[0] = 100.0 * dice.roll();
    Point { t: 0.0, y, inputs }
}

#[test]
fn it_has_the_known_size_and_sparsity() {
    let model = il6::model();
    assert_eq!(model.dimension(), 22);
    assert_eq!(model.pattern().len(), 77);
    assert!(!model.depends_on_time());
}

#[test]
fn rates_match_the_equations_written_by_hand() {
    let model = il6::model();
    let mut dice = Dice::new(6);
    for _ in 0..100 {
        let point = random_point(&mut dice);
        let found = evaluate(&model, &point);
        let wanted = il6::by_hand(&point.y, &point.inputs);
        let size = wanted.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
        for (i, (a, b)) in found.rates.iter().zip(&wanted).enumerate() {
            assert!((a - b).abs() <= 1e-13 * b.abs().max(1e-2 * size), "{i}: {a} {b}");
        }
        for (a, b) in found.rates_again.iter().zip(&found.rates) {
            assert!((a - b).abs() <= 1e-13 * size, "{a} {b}");
        }
    }
}

#[test]
fn its_conserved_totals_are_found_without_a_minus() {
    let model = il6::model();
    let names: Vec<&str> =
        model.conserved().iter().map(jakstat::network::ConservedTotal::name).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names.contains(&"PPX + PPX_Sp"), "{names:?}");
    assert!(names.contains(&"SHP2 + Dpp_SHP2"), "{names:?}");
}

#[test]
fn the_rule_for_the_observable_can_be_read_back() {
    let model = il6::model();
    let observable = model.observable("pSTAT").unwrap();
    let y: Vec<f64> = (0..22).map(f64::from).collect();
    let found = model.observe(observable, 0.0, &y, &model.default_parameters());
    assert_eq!(found, 8.0 + 2.0 * 9.0 + 2.0 * 10.0 + 11.0 + 14.0);
    assert_eq!(model.observable_states(observable), [8, 9, 10, 11, 14]);
}
