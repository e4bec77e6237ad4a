//! Points are computed from their index, and return from a file.

use crate::explosive::{explosive, text};
use crate::points::over;
use jakstat::prelude::*;
use std::time::Instant;

fn two() -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let [a, b] = ["A", "B"].map(|name| net.species(name, all, 1.0.nanomolar()));
    let k = net.parameter("k", 0.1);
    net.reaction("turn", a, b, Law::formula(k * Expr::from(a))).unwrap();
    net.compile().unwrap()
}

fn rows() -> Vec<Vec<f64>> {
    vec![vec![1.0, 0.1], vec![2.0, 0.2], vec![3.0, 0.3]]
}

#[test]
fn a_list_may_be_crossed_with_axes_and_the_last_named_changes_fastest() {
    let model = two();
    let crossed = Conditions::list(&model, &["A", "k"], &rows())
        .unwrap()
        .vary(&model, "B", &[7.0, 8.0])
        .unwrap();
    assert_eq!(crossed.names(), ["A", "k", "B"]);
    assert_eq!(crossed.len(), 6);
    let mut index = 0;
    for row in rows() {
        for b in [7.0, 8.0] {
            assert_eq!(crossed.point(index), [row[0], row[1], b]);
            index += 1;
        }
    }
    let cube = Conditions::single()
        .vary(&model, "A", &[1.0, 2.0])
        .unwrap()
        .vary(&model, "B", &[3.0, 4.0, 5.0])
        .unwrap()
        .vary(&model, "k", &[6.0, 7.0])
        .unwrap();
    assert_eq!(
        (cube.len(), cube.point(0), cube.point(11)),
        (12, vec![1.0, 3.0, 6.0], vec![2.0, 5.0, 7.0])
    );
    assert_eq!((cube.point(1), cube.point(2)), (vec![1.0, 3.0, 7.0], vec![1.0, 4.0, 6.0]));
}

#[test]
fn there_is_nothing_where_there_is_no_point() {
    let model = two();
    let grid = Conditions::single().vary(&model, "k", &[1.0, 2.0]).unwrap();
    assert!(grid.point(2).is_empty() && grid.point(usize::MAX).is_empty());
    assert!(Conditions::default().is_empty() && Conditions::default().point(0).is_empty());
}

#[test]
fn a_grid_of_a_million_million_points_is_made_at_once() {
    let model = two();
    let axis: Vec<f64> = (0..10_000).map(f64::from).collect();
    let began = Instant::now();
    let grid = ["A", "B", "k"]
        .into_iter()
        .try_fold(Conditions::single(), |grid, name| grid.vary(&model, name, &axis))
        .unwrap();
    assert_eq!(grid.len(), 1_000_000_000_000);
    assert_eq!(grid.point(123_456_789_012), [1234.0, 5678.0, 9012.0]);
    assert!(began.elapsed().as_secs() < 1);
}

#[test]
fn more_points_than_can_be_counted_are_refused() {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let names: Vec<String> = (0..5).map(|k| format!("S{k}")).collect();
    for name in &names {
        net.species(name, all, 1.0.nanomolar());
    }
    let model = net.compile().unwrap();
    let axis: Vec<f64> = (0..10_000).map(f64::from).collect();
    let grid =
        names.iter().try_fold(Conditions::single(), |grid, name| grid.vary(&model, name, &axis));
    assert_eq!(
        text(grid),
        "varying \"S4\" as well makes more points than can be counted: give fewer values"
    );
}

fn back(conditions: &Conditions) -> Conditions {
    serde_json::from_str(&serde_json::to_string(conditions).unwrap()).unwrap()
}

#[test]
fn conditions_return_from_a_file_under_the_names_of_their_quantities() {
    let model = two();
    let list = Conditions::list(&model, &["A", "k"], &rows()).unwrap();
    let crossed = list.clone().vary(&model, "B", &[1.0 / 3.0, 5e-324]).unwrap();
    for conditions in [Conditions::default(), Conditions::single(), list, crossed] {
        assert_eq!(back(&conditions), conditions);
    }
    let grid = Conditions::single().vary(&model, "k", &[0.5]).unwrap();
    assert_eq!(
        serde_json::to_string(&grid).unwrap(),
        r#"{"listed":[],"rows":[[]],"axes":[{"name":"k","values":[0.5]}]}"#
    );
}

#[test]
fn conditions_in_a_file_are_checked_as_any_other() {
    for (json, problem) in [
        (r#"{"listed":["k"],"rows":[[1,2]],"axes":[]}"#, "row 0 has 2 values for 1 names"),
        (r#"{"listed":["k","k"],"rows":[],"axes":[]}"#, "\"k\" is varied twice"),
        (r#"{"listed":[],"rows":[[]],"axes":[{"name":"k","values":[]}]}"#, "\"k\" has no values"),
        (r#"{"listed":[],"rows":[[]],"axes":[],"more":1}"#, "unknown field `more`"),
    ] {
        let error = text(serde_json::from_str::<Conditions>(json));
        assert!(error.contains(problem), "{error}");
    }
    let json = r#"{"listed":[],"rows":[[]],"axes":[{"name":"kk","values":[1]}]}"#;
    let strange: Conditions = serde_json::from_str(json).unwrap();
    let model = explosive();
    let error = text(crate::explosive::of(&model).run(&strange));
    assert!(error.ends_with("unknown parameter `kk`: did you mean `k`?"), "{error}");
}

#[test]
fn conditions_that_return_are_swept_as_before() {
    let model = explosive();
    let points = over(&model, &[0.01, 0.02, -0.3]);
    let sweep = crate::explosive::of(&model);
    assert_eq!(sweep.run(&back(&points)).unwrap(), sweep.run(&points).unwrap());
}
