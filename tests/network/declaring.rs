//! Declaring networks: laws, volumes, conserved totals, switches, and what a solver makes of them.

use crate::networks::every_law::EveryLaw;
use crate::networks::{Dice, Point, evaluate};
use jakstat::network::{ConservedTotal, Expr, Law, Model, Network};
use jakstat::ode::{Absolute, Blind, Options, Run, Solver, System, Tolerance};
use jakstat::units::{Quantities, Rate};

fn solved(model: &Model, end: f64, relative: f64) -> Vec<f64> {
    let parameters = model.default_parameters();
    let tolerance = Tolerance { relative, absolute: Absolute::OwnScale };
    let options = Options { tolerance, ..Options::default() };
    let run = Run { end, initial: model.initial(&parameters), parameters, ..Run::default() };
    Solver::new(model, options).unwrap().solve_one(run, Blind).1.unwrap().state
}

fn names(model: &Model) -> Vec<&str> {
    model.conserved().iter().map(ConservedTotal::name).collect()
}

fn binding() -> Network {
    let mut net = Network::new();
    let medium = net.compartment("medium", 1.0.nanolitres());
    let cell = net.compartment("cell", 0.2.picolitres());
    let ligand = net.species("IL-6", medium, 0.01.nanomolar());
    let receptor = net.species("gp130", cell, 8.0.nanomolar());
    let complex = net.species("IL-6:gp130", cell, 0.0.nanomolar());
    let on = Rate::per_nanomolar_second(1e-3);
    net.reversible("binding", ligand + receptor, complex, on, Rate::per_second(1e-2)).unwrap();
    net
}

#[test]
fn binding_across_unequal_volumes_keeps_amounts() {
    let model = binding().compile().unwrap();
    let point = Point { t: 0.0, y: vec![2.0, 3.0, 5.0], inputs: vec![] };
    let rate = 1e-3 * 2.0 * 3.0 - 1e-2 * 5.0;
    let found = evaluate(&model, &point).rates;
    let wanted = [-rate * 0.2e-12 / 1e-9, -rate, rate];
    assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() <= 1e-15 * b.abs()), "{found:?}");
    assert_eq!(names(&model), ["IL-6 + IL-6:gp130", "gp130 + IL-6:gp130"]);
    let end = solved(&model, 3600.0, 1e-6);
    let start = model.initial(&[]);
    for total in model.conserved() {
        let (before, after) = (total.amount(&start), total.amount(&end));
        assert!((after / before - 1.0).abs() < 1e-12, "{}: {before} {after}", total.name());
    }
    assert_eq!(model.volumes(), [1e-9, 0.2e-12, 0.2e-12]);
}

#[test]
fn conserved_totals_are_left_alone_by_any_rates() {
    let net = EveryLaw::new();
    let mut dice = Dice::new(3);
    let mut models = vec![binding().compile().unwrap(), crate::networks::il6::model()];
    models.push(net.model);
    for model in models {
        for _ in 0..20 {
            let y = (0..model.dimension()).map(|_| 10.0 * dice.roll()).collect();
            let point = Point { t: 3.0, y, inputs: model.default_parameters() };
            let rates = evaluate(&model, &point).rates;
            for total in model.conserved() {
                let moved = |r: &f64, w: &f64| (r * w).abs();
                let size: f64 = rates.iter().zip(total.weights()).map(|(r, w)| moved(r, w)).sum();
                assert!(total.amount(&rates).abs() <= 1e-13 * size, "{}", total.name());
            }
        }
    }
}

#[test]
fn a_total_counts_dimers_twice_and_a_difference_is_found_last() {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.picolitres());
    let nucleus = net.compartment("nucleus", 0.1.picolitres());
    let stat = net.species("STAT", cell, 10.0.nanomolar());
    let dimer = net.species("dimer", cell, 0.0.nanomolar());
    let inside = net.species("nuclear dimer", nucleus, 0.0.nanomolar());
    let a = net.species("A", cell, 1.0.nanomolar());
    let b = net.species("B", cell, 1.0.nanomolar());
    let one = Rate::per_second(1.0);
    net.reversible("dimerise", 2 * stat, dimer, Rate::per_nanomolar_second(1.0), one).unwrap();
    net.irreversible("import", dimer, inside, one).unwrap();
    net.irreversible("export", inside, 2 * stat, one).unwrap();
    net.irreversible("loss", a + b, Network::nothing(), Rate::per_nanomolar_second(1.0)).unwrap();
    let model = net.compile().unwrap();
    assert_eq!(names(&model), ["STAT + 2 dimer + 2 nuclear dimer", "A - B"]);
    assert_eq!(model.conserved()[0].counts(), [(0, 1), (1, 2), (2, 2)]);
    assert_eq!(model.conserved()[0].weights(), [1e-12, 2e-12, 2.0 * 0.1e-12, 0.0, 0.0]);
    assert!(model.conserved()[1].is_difference());
    // A million times less than the pool in each one's own compartment, else than the largest start.
    let floors: Vec<f64> = (0..5).map(|i| model.floor(i)).collect();
    let wanted = [1e-5, 1e-5, 1e-4, 1e-5, 1e-5];
    assert!(floors.iter().zip(wanted).all(|(a, b)| (a / b - 1.0).abs() < 1e-12), "{floors:?}");
}

#[test]
fn the_compartment_of_a_rate_can_be_named() {
    let rates = |within: bool| {
        let mut net = Network::new();
        let medium = net.compartment("medium", 4.0.litres());
        let cell = net.compartment("cell", 1.0.litres());
        let a = net.species("A", medium, 1.0.nanomolar());
        let b = net.species("B", cell, 1.0.nanomolar());
        let one = Rate::per_second(1.0);
        let declared = net.reversible("transport", a, b, one, Rate::per_second(0.5)).unwrap();
        if within {
            declared.within(cell);
        }
        let point = Point { t: 0.0, y: vec![1.0, 1.0], inputs: vec![] };
        evaluate(&net.compile().unwrap(), &point).rates
    };
    // Forward in the medium (4 L), backward in the cell (1 L).
    assert_eq!(rates(false), [-(4.0 - 0.5) / 4.0, 4.0 - 0.5]);
    assert_eq!(rates(true), [-0.5 / 4.0, 0.5]);
}

#[test]
fn a_catalyst_sets_the_rate_and_stays() {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.litres());
    let e = net.species("E", cell, 2.0.nanomolar());
    let s = net.species("S", cell, 3.0.nanomolar());
    net.irreversible("turnover", e + s, e, Rate::per_nanomolar_second(0.5)).unwrap();
    let model = net.compile().unwrap();
    let point = Point { t: 0.0, y: vec![2.0, 3.0], inputs: vec![] };
    assert_eq!(evaluate(&model, &point).rates, [0.0, -3.0]);
    assert_eq!(names(&model), ["E"]);
}

#[test]
fn a_switch_in_time_is_landed_on_exactly() {
    // y′ = −k y, k doubling at `when` and a source from 2 · `when` that grows with time.
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.litres());
    let y = net.species("y", cell, 100.0.nanomolar());
    let when = net.parameter("when", 1.0 / 3.0);
    let k = net.rule("k", Expr::piecewise(1.0, Expr::time().less_than(when), 2.0));
    net.irreversible("decay", y, Network::nothing(), k).unwrap();
    let late = (3.0 * (Expr::time() - 2.0 * when)).max(0.0);
    net.reaction("source", Network::nothing(), y, Law::formula(late)).unwrap();
    let model = net.compile().unwrap();
    assert_eq!(model.switches(&[1.0 / 3.0]), [1.0 / 3.0, 2.0 / 3.0]);
    assert_eq!(model.switches(&[0.25]), [0.25, 0.5]);
    let end = solved(&model, 1.0, 1e-10)[0];
    // From 2/3 on: y′ = −2 y + 3 s.
    let at = 100.0 * (-1.0_f64 / 3.0 - 2.0 / 3.0).exp();
    let s = 1.0_f64 / 3.0;
    let wanted = (at + 0.75) * (-2.0 * s).exp() + 1.5 * s - 0.75;
    assert!((end / wanted - 1.0).abs() < 1e-9, "{end} {wanted}");
}

#[test]
fn a_network_that_only_switches_does_not_depend_on_time() {
    let build = |rate: fn(Expr) -> Expr| {
        let mut net = Network::new();
        let cell = net.compartment("cell", 1.0.litres());
        let y = net.species("y", cell, 1.0.nanomolar());
        let when = net.parameter("when", 5.0);
        net.reaction("v", Network::nothing(), y, Law::formula(rate(when.into()))).unwrap();
        net.compile().unwrap()
    };
    assert!(
        !build(|when| Expr::piecewise(1.0, Expr::time().less_than(when), 2.0)).depends_on_time()
    );
    assert!(build(|when| when * Expr::time()).depends_on_time());
    // Where a Hill term or a power sets in is a stop too.
    assert_eq!(build(|when| Expr::hill(Expr::time() - when, 1.0, 2.5)).switches(&[5.0]), [5.0]);
    assert_eq!(build(|when| (Expr::time() - when).pow(1.5)).switches(&[5.0]), [5.0]);
    assert!(!build(|when| when * (Expr::time() - Expr::time())).depends_on_time());
    // The side is that of the stretch, whichever way the condition is written.
    for (rate, before, after) in [
        (build(|w| Expr::piecewise(1.0, Expr::time().less_than(w), 2.0)), 1.0, 2.0),
        (build(|w| Expr::piecewise(1.0, w.less_than(Expr::time()), 2.0)), 2.0, 1.0),
        (build(|w| Expr::piecewise(1.0, (-1.0 * Expr::time()).less_than(-w), 2.0)), 2.0, 1.0),
        (build(|w| Expr::piecewise(1.0, (Expr::time() / w).less_than(1.0), 2.0)), 1.0, 2.0),
    ] {
        assert_eq!(rate.switches(&[5.0]), [5.0]);
        for (t, wanted) in [(0.0, before), (4.9, before), (5.0, after), (9.0, after)] {
            let point = Point { t, y: vec![1.0], inputs: vec![5.0] };
            assert_eq!(evaluate(&rate, &point).rates, [wanted], "at {t}");
        }
    }
}

#[test]
fn a_rule_can_be_observed_with_or_without_prepared_parameters() {
    let net = EveryLaw::new();
    let mut dice = Dice::new(9);
    for _ in 0..50 {
        let point = net.random_point(&mut dice);
        let mut prepared = point.inputs.clone();
        prepared.resize(net.model.parameters(), 0.0);
        net.model.prepare(point.t, &mut prepared);
        let duals = crate::networks::dual::Duals::new(&point, &net.rules, 0);
        for (name, rule) in ["pulse", "occupancy", "left"].into_iter().zip(&net.rules) {
            let observable = net.model.observable(name).unwrap();
            let wanted = duals.formula(rule).re;
            for parameters in [&point.inputs, &prepared] {
                let found = net.model.observe(observable, point.t, &point.y, parameters);
                assert!((found - wanted).abs() <= 1e-13 * wanted.abs(), "{name}: {found} {wanted}");
            }
        }
    }
    let a = net.model.observable("A:B").unwrap();
    assert_eq!(net.model.observe(a, 0.0, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[]), 3.0);
    assert_eq!(net.model.observables().len(), 9);
}

#[test]
fn initial_values_follow_parameters() {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.litres());
    let total = net.parameter("total", 10.0);
    let share = net.rule("share", total / 4.0);
    let a = net.species("A", cell, 0.0.nanomolar());
    let b = net.species("B", cell, 7.0.nanomolar());
    let c = net.species("C", cell, 0.0.nanomolar());
    net.set_initial(a, total - share);
    net.set_initial(c, total);
    net.set_scale(b, 2.0.nanomolar());
    let model = net.compile().unwrap();
    assert_eq!(model.initial(&model.default_parameters()), [7.5, 7.0, 10.0]);
    assert_eq!(model.initial(&[20.0]), [15.0, 7.0, 20.0]);
    assert!(model.initial(&[])[0].is_nan());
    assert_eq!(model.floor(1), 2e-6);
    assert_eq!(model.dimension(), 3);
    assert_eq!(model.pattern(), []);
}

#[test]
fn a_large_sum_built_in_a_loop_compiles() {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.litres());
    let x = net.species("x", cell, 1.0.nanomolar());
    let sum = (0..20_000).fold(Expr::from(0.0), |sum, i| sum + f64::from(i) * x);
    net.reaction("v", Network::nothing(), x, Law::formula(sum)).unwrap();
    let point = Point { t: 0.0, y: vec![1.0], inputs: vec![] };
    assert_eq!(evaluate(&net.compile().unwrap(), &point).rates, [199_990_000.0]);
}

/// ∫₀ᵀ (t/k)ⁿ / (1 + (t/k)ⁿ) dt in many small Simpson steps.
fn hill_integral(end: f64, k: f64, n: f64) -> f64 {
    let hill = |t: f64| (t / k).powf(n) / (1.0 + (t / k).powf(n));
    let (steps, h) = (200_000, end / 200_000.0);
    let at = |i: i32| h * f64::from(i);
    let sum: f64 =
        (0..steps).map(|i| hill(at(i)) + 4.0 * hill(at(i) + 0.5 * h) + hill(at(i + 1))).sum();
    sum * h / 6.0
}

#[test]
fn a_hill_exponent_of_1_7_starts_from_nothing() {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let [x, y] = ["x", "y"].map(|name| net.species(name, all, 0.0.nanomolar()));
    net.irreversible("supply", Network::nothing(), x, Rate::nanomolar_per_second(1.0)).unwrap();
    let hill = Law::Hill {
        regulator: x,
        maximum: 1.0.into(),
        half_saturation: 3.0.into(),
        exponent: 1.7.into(),
    };
    net.reaction("response", Network::nothing(), y, hill).unwrap();
    // x = t from zero, so that y is an integral of the Hill term alone.
    let model = net.compile().unwrap();
    let state = solved(&model, 10.0, 1e-9);
    let exact = hill_integral(10.0, 3.0, 1.7);
    assert!((state[0] - 10.0).abs() < 1e-8, "{state:?}");
    assert!((state[1] / exact - 1.0).abs() < 1e-7, "{} {exact}", state[1]);
}
