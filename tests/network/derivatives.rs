//! Rates, Jacobian and time slope of compiled networks against dual numbers.

use crate::networks::dual::Duals;
use crate::networks::every_law::{EveryLaw, SPECIES};
use crate::networks::{Dice, Point, evaluate, evaluate_on};
use jakstat::network::{Expr, Law, Network};
use jakstat::ode::{CodePath, System};
use jakstat::units::Quantities;
use proptest::prelude::*;

#[test]
fn every_law_has_the_derivatives_of_dual_numbers() {
    let net = EveryLaw::new();
    let mut dice = Dice::new(1);
    assert!(net.model.depends_on_time());
    for _ in 0..1000 {
        let point = net.random_point(&mut dice);
        let found = evaluate(&net.model, &point);
        for by in 0..=SPECIES {
            let wanted = net.duals(&point, by);
            let largest = wanted.iter().fold(1e-3_f64, |a, d| a.max(d.eps.abs()));
            let value = wanted.iter().fold(1e-3_f64, |a, d| a.max(d.re.abs()));
            for (i, dual) in wanted.iter().enumerate() {
                assert!((found.rates[i] - dual.re).abs() < 1e-12 * value, "rate {i} at {point:?}");
                let entry = match by {
                    SPECIES => found.slope[i],
                    _ => net
                        .model
                        .pattern()
                        .iter()
                        .position(|&at| at == (i, by))
                        .map_or(0.0, |k| found.jacobian[k]),
                };
                let size = dual.eps.abs().max(1e-3 * largest);
                assert!(
                    (entry - dual.eps).abs() < 1e-10 * size,
                    "{i} by {by}: {entry} {} at {point:?}",
                    dual.eps
                );
            }
        }
    }
}

#[test]
fn every_fused_code_path_gives_the_same_bits() {
    let net = EveryLaw::new();
    let mut dice = Dice::new(2);
    let points: Vec<Point> = (0..37).map(|_| net.random_point(&mut dice)).collect();
    let plain = evaluate_on(CodePath::Unfused, &net.model, &points);
    let Some(scalar) =
        CodePath::Scalar.is_available().then(|| evaluate_on(CodePath::Scalar, &net.model, &points))
    else {
        return;
    };
    for path in CodePath::available().into_iter().filter(|&path| path != CodePath::Unfused) {
        let found = evaluate_on(path, &net.model, &points);
        for (a, b) in found.iter().zip(&scalar) {
            assert_eq!(a.bits(), b.bits(), "{path}");
        }
    }
    for (a, b) in plain.iter().zip(&scalar) {
        for (a, b) in a.rates.iter().zip(&b.rates) {
            assert!((a - b).abs() <= 1e-9 * b.abs().max(1e-3), "{a} {b}");
        }
    }
}

#[test]
fn a_power_from_a_zero_state_is_never_nan() {
    for exponent in [0.3, 1.0, 1.7, 2.0, 4.0, 80.0] {
        for y in [0.0, -1e-9, -0.0, 1e-310, f64::MIN_POSITIVE, 1e-200, 1e-12] {
            let mut net = Network::new();
            let cell = net.compartment("cell", 1.0.litres());
            let x = net.species("x", cell, 0.0.nanomolar());
            let n = net.parameter("n", exponent);
            let power =
                Expr::from(x).pow(n) + Expr::hill(x, 10.0, exponent) + Expr::hill(x, 10.0, n);
            net.reaction("v", Network::nothing(), x, Law::formula(power)).unwrap();
            let model = net.compile().unwrap();
            let point = Point { t: 0.0, y: vec![y], inputs: vec![exponent] };
            let found = evaluate(&model, &point);
            let all = found.rates.iter().chain(&found.jacobian);
            assert!(all.clone().all(|x| x.is_finite()), "{exponent} {y}: {found:?}");
            if y <= 0.0 {
                // A constant exponent of one has the slope from the right at zero itself.
                let slope = if exponent == 1.0 && y == 0.0 { 0.1 } else { 0.0 };
                assert!(found.jacobian.iter().all(|&x| x == slope), "{exponent} {y}: {found:?}");
                assert!(found.rates.iter().all(|&x| x == 0.0), "{exponent} {y}: {found:?}");
            }
        }
    }
}

#[test]
fn what_is_not_a_number_stays_so() {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.litres());
    let x = net.species("x", cell, 0.0.nanomolar());
    let bad = || Expr::from(x).ln();
    let formulas = [
        bad().min(1.0),
        Expr::Number(1.0).min(bad()),
        bad().max(1.0),
        Expr::piecewise(1.0, bad().less_than(1.0), 2.0),
        Expr::piecewise(1.0, Expr::Number(1.0).less_than(bad()), 2.0),
        Expr::hill(bad(), 1.0, 1.5),
        bad().pow(1.5),
        bad().pow(2.0),
        1.0 / bad(),
        bad().exp(),
    ];
    for (i, formula) in formulas.into_iter().enumerate() {
        net.rule(format!("r{i}"), formula.clone());
        net.reaction(format!("v{i}"), Network::nothing(), x, Law::formula(formula)).unwrap();
    }
    let model = net.compile().unwrap();
    let point = Point { t: 0.0, y: vec![-1.0], inputs: vec![] };
    assert!(evaluate(&model, &point).rates[0].is_nan());
    for (name, observable) in model.observables() {
        let value = model.observe(observable, 0.0, &point.y, &[]);
        assert!(name == "x" || value.is_nan(), "{name}: {value}");
    }
}

/// The names random formulas may use.
fn small() -> (Network, [Expr; 6]) {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.litres());
    let x = net.species("x", cell, 1.0.nanomolar());
    let y = net.species("IL-6:y", cell, 1.0.nanomolar());
    let p = net.parameter("p.q", 1.0);
    let k = net.parameter("it's", 1.0);
    let rule = net.rule("rule", x * p + Expr::time());
    let names = [x.into(), y.into(), p.into(), k.into(), rule.into(), Expr::Time];
    (net, names)
}

fn formulas() -> impl Strategy<Value = Expr> {
    let leaf = prop_oneof![
        (0usize..6).prop_map(|i| small().1[i].clone()),
        (-3.0..3.0).prop_map(Expr::Number),
        (-3i32..4).prop_map(|i| Expr::Number(f64::from(i))),
    ];
    leaf.prop_recursive(5, 40, 3, |inner| {
        let two = (inner.clone(), inner.clone());
        let three = (inner.clone(), inner.clone(), inner.clone());
        prop_oneof![
            two.clone().prop_map(|(a, b)| a + b),
            two.clone().prop_map(|(a, b)| a - b),
            two.clone().prop_map(|(a, b)| a * b),
            two.clone().prop_map(|(a, b)| a / b),
            two.clone().prop_map(|(a, b)| a.min(b)),
            two.clone().prop_map(|(a, b)| a.max(b)),
            two.prop_map(|(a, b)| a.pow(b)),
            (inner.clone(), -3i32..6).prop_map(|(a, n)| a.pow(f64::from(n))),
            inner.clone().prop_map(|a| -a),
            inner.clone().prop_map(Expr::exp),
            inner.clone().prop_map(Expr::ln),
            three.prop_map(|(a, b, c)| Expr::hill(a, b, c)),
            (inner.clone(), inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c, d)| Expr::piecewise(a, b.less_than(c), d)),
        ]
    })
}

/// Whether a value, or anything it is made of, is too large or too small to compare.
fn is_wild(duals: &Duals<'_>, expr: &Expr) -> bool {
    let dual = duals.formula(expr);
    let tame = |x: f64| x == 0.0 || (1e-4..1e4).contains(&x.abs());
    // Where sides of a choice are close, rounding decides.
    let close = match expr {
        Expr::Min(two) | Expr::Max(two) => Some([&two[0], &two[1]]),
        Expr::Piecewise(condition, _) => Some([&condition.sides()[0], &condition.sides()[1]]),
        _ => None,
    };
    let close =
        close.is_some_and(|[a, b]| (duals.formula(a).re - duals.formula(b).re).abs() < 1e-9);
    // A half saturation and its exponent must be positive, a base that is not depends on the exponent.
    let unsound = match expr {
        Expr::Hill(three) => three[1..].iter().any(|part| duals.formula(part).re <= 0.0),
        // Whether an exponent is a whole constant is seen only after folding.
        Expr::Power(two) => duals.formula(&two[0]).re <= 0.0 && !matches!(two[1], Expr::Number(_)),
        _ => false,
    };
    close
        || unsound
        || !tame(dual.re)
        || !tame(dual.eps)
        || expr.parts().iter().any(|part| is_wild(duals, part))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_formulas_have_the_derivatives_of_dual_numbers(
        formula in formulas(), y in prop::array::uniform2(0.1..3.0), t in 0.0..3.0,
        p in prop::array::uniform2(0.2..3.0),
    ) {
        let (mut net, names) = small();
        let Expr::Species(x) = names[0] else { panic!() };
        net.reaction("v", Network::nothing(), x, Law::formula(formula.clone())).unwrap();
        // A condition on time may be refused, a half saturation may not be positive.
        let Ok(model) = net.compile() else { return Ok(()) };
        let point = Point { t, y: y.to_vec(), inputs: p.to_vec() };
        let rules = [names[0].clone() * names[2].clone() + Expr::time()];
        let found = evaluate(&model, &point);
        for by in 0..3 {
            let duals = Duals::new(&point, &rules, by);
            if is_wild(&duals, &formula) {
                continue;
            }
            let wanted = duals.formula(&formula);
            prop_assert!((found.rates[0] - wanted.re).abs() <= 1e-9 * wanted.re.abs().max(1.0));
            let entry = match by {
                2 => found.slope[0],
                _ => model.pattern().iter().position(|&at| at == (0, by)).map_or(0.0, |k| found.jacobian[k]),
            };
            prop_assert!((entry - wanted.eps).abs() <= 1e-9 * wanted.eps.abs().max(1.0),
                "by {}: {} {} in {}", by, entry, wanted.eps, net.text(&formula));
        }
    }

    #[test]
    fn random_formulas_read_back_as_written(formula in formulas()) {
        let (net, _) = small();
        let text = net.text(&formula);
        prop_assert_eq!(net.formula(&text).unwrap(), formula, "{}", text);
    }
}
