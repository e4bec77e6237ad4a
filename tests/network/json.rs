//! Networks in JSON and formulas in words.

use crate::networks::every_law::EveryLaw;
use crate::networks::{Dice, Point, evaluate, il6};
use core::error::Error;
use jakstat::network::{Expr, Network, NetworkError};
use jakstat::ode::System;

#[test]
fn a_network_written_and_read_is_the_same_to_the_bit() {
    let every = EveryLaw::new();
    for network in [every.network.clone(), il6::network()] {
        let text = network.to_json().unwrap();
        let read = Network::from_json(&text).unwrap();
        assert_eq!(read, network, "{text}");
        assert_eq!(read.compile().unwrap(), network.compile().unwrap());
        // Through serde itself, and through a form that does not keep the order of names.
        assert_eq!(
            serde_json::from_str::<Network>(&serde_json::to_string(&network).unwrap()).unwrap(),
            network
        );
    }
    let read = Network::from_json(&every.network.to_json().unwrap()).unwrap().compile().unwrap();
    let mut dice = Dice::new(4);
    for _ in 0..20 {
        let point = every.random_point(&mut dice);
        assert_eq!(evaluate(&read, &point).bits(), evaluate(&every.model, &point).bits());
    }
}

#[test]
fn awkward_numbers_and_names_survive() {
    let numbers = [0.1, 1.0 / 3.0, 1e-310, 5e-324, 1.797e308, 123_456_789.123_456_79, 0.000_1, 1e6];
    let mut net = Network::new();
    let cell = net.compartment("it's a \"cell\"", jakstat::units::Volume::from_litres(1e-12));
    for (i, &x) in numbers.iter().enumerate() {
        net.parameter(format!("p{i}"), x);
        net.rule(format!("`r'{i}"), Expr::from(x) * -x + 3.0);
    }
    for name in ["time", "exp", "2 A", "A -> B", "β-γ", "x.y_z", " ", "µ"] {
        let name = if name == " " { "a b" } else { name };
        net.species(name, cell, jakstat::units::Concentration::from_nanomolar(0.3));
    }
    let all: Vec<_> =
        ["'time'", "exp", "'2 A'", "`A -> B`", "'β-γ'", "x.y_z", "'a b'", "µ", "'`r''0'", "time"]
            .iter()
            .map(|name| net.formula(name).unwrap())
            .collect();
    net.rule("all", all.into_iter().fold(Expr::from(0.0), |sum, name| sum + name));
    let text = net.to_json().unwrap();
    assert_eq!(Network::from_json(&text).unwrap(), net, "{text}");
}

#[test]
fn formulas_mean_what_they_say() {
    let mut net = Network::new();
    let cell = net.compartment("cell", jakstat::units::Volume::from_litres(1.0));
    net.species("x", cell, jakstat::units::Concentration::from_nanomolar(0.0));
    net.species("IL-6:y", cell, jakstat::units::Concentration::from_nanomolar(0.0));
    net.parameter("k", 0.5);
    let cases = [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("8 / 4 / 2", 1.0),
        ("8 / (4 / 2)", 4.0),
        ("2 - 3 - 4", -5.0),
        ("2 - (3 - 4)", 3.0),
        ("-2^2", -4.0),
        ("(-2)^2", 4.0),
        ("2^3^2", 512.0),
        ("2^-1", 0.5),
        ("2 * -3", -6.0),
        ("- - 2", 2.0),
        ("+2", 2.0),
        ("1.5e1 + .5 + 2. + 1E-1", 17.6),
        ("pow(2, 10)", 1024.0),
        ("min(1, 2) + max(1, 2)", 3.0),
        ("exp(ln(3))", 3.0),
        ("hill(2, 2, 3)", 0.5),
        ("hill(x, k, 2)", 0.8),
        ("piecewise(1, 2 < 3, 4)", 1.0),
        ("piecewise(1, 2 > 3, 4)", 4.0),
        ("piecewise(1, 2 <= 2, 4)", 1.0),
        ("piecewise(1, 2 >= 3, 4)", 4.0),
        ("piecewise(1, x < 'IL-6:y', 4)", 1.0),
        ("x + 10 * 'IL-6:y'", 21.0),
        ("time * k", 50.0),
        ("piecewise(1, time < 100, 2)", 2.0),
        ("piecewise(1, time < 100.1, 2)", 1.0),
    ];
    for (i, (text, _)) in cases.iter().enumerate() {
        let formula = net.formula(text).unwrap();
        assert_eq!(net.formula(&net.text(&formula)).unwrap(), formula, "{text}");
        net.rule(format!("r{i}"), formula);
    }
    let model = net.compile().unwrap();
    for (i, (text, wanted)) in cases.iter().enumerate() {
        let rule = model.observable(&format!("r{i}")).unwrap();
        let found = model.observe(rule, 100.0, &[1.0, 2.0], &[0.5]);
        assert!((found - wanted).abs() < 1e-14 * wanted.abs(), "{text}: {found}");
    }
    assert_eq!(net.text(&net.formula("-(x+k)*x^2/(k-1)").unwrap()), "-(x + k) * x^2 / (k - 1)");
}

#[test]
fn a_formula_that_cannot_be_read_says_where() {
    let mut net = Network::new();
    net.parameter("kcat", 1.0);
    let cases = [
        ("", "character 1: a number, a name or `(` is expected here"),
        ("1 +", "character 4: a number, a name or `(` is expected here"),
        ("(1", "character 3: `)` is expected here"),
        ("1 2", "character 3: the end is expected here"),
        ("1 $ 2", "character 3: `$` means nothing here; put names with it in quotes"),
        ("'IL-6", "character 1: the quote is not closed"),
        ("expo(1)", "character 1: there is no function `expo`; did you mean exp?"),
        ("sin(1)", "character 1: there is no function `sin`"),
        ("max(1)", "character 6: `,` is expected here"),
        ("piecewise(1, 2, 3)", "character 15: `<`, `<=`, `>` or `>=` is expected here"),
        (".", "character 1: this is not a number"),
        ("1 < 2", "character 3: the end is expected here"),
        ("kact", "formula: unknown species, parameter or rule `kact`: did you mean `kcat`?"),
        ("zzzzz * 2", "formula: unknown species, parameter or rule `zzzzz`: declare it first"),
    ];
    for (text, wanted) in cases {
        let message = net.formula(text).unwrap_err().to_string();
        assert!(message.contains(wanted), "{text}: {message}");
    }
    for deep in
        ["(".repeat(100_000), "-".repeat(100_000), "2^".repeat(100_000), "exp(".repeat(9999)]
    {
        let message = net.formula(&deep).unwrap_err().to_string();
        assert!(message.contains("nested deeper than 100; use rules for the parts"));
    }
}

fn error(text: &str) -> NetworkError {
    Network::from_json(text).unwrap_err()
}

#[test]
fn malformed_json_is_placed_by_line_and_column() {
    let broken = error("{\n  \"jakstat-network\": 1,\n  oops\n}");
    assert_eq!(
        broken.to_string(),
        "the JSON is not a network: key must be a string at line 3 column 3: see the example in the \
         documentation of jakstat::network"
    );
    assert!(broken.source().unwrap().to_string().ends_with("line 3 column 3"));
    let surplus = r#"{ "jakstat-network": 1, "compartments": {}, "species": {}, "speed": 3 }"#;
    assert!(error(surplus).to_string().contains("unknown field `speed`"));
    assert!(error("{}").to_string().contains("missing field `jakstat-network`"));
    assert!(error("").to_string().contains("EOF"));
    let unit = r#"{ "jakstat-network": 1, "compartments": {"c": 1}, "species": {"A": {"compartment": "c"}},
        "reactions": { "v": { "equation": "A -> 0", "law": { "mass-action": {"value": 1, "unit": "1/h"} } } } }"#;
    assert!(error(unit).to_string().contains("the units are nM/s, 1/s, 1/min"), "{}", error(unit));
    let later = r#"{ "jakstat-network": 2, "something": "new" }"#;
    assert_eq!(
        error(later).to_string(),
        "the network has format version 2: this release reads version 1"
    );
}

#[test]
fn every_unknown_name_is_reported_at_once() {
    let text = r#"{
      "jakstat-network": 1,
      "compartments": { "cell": 1e-12 },
      "parameters": { "kon": 1e-3 },
      "species": { "gp130": { "compartment": "cel", "initial": "kof" }, "STAT3": { "compartment": "cell" } },
      "rules": { "r": "gp13 * 2", "s": "t", "t": "s" },
      "reactions": {
        "a": { "equation": "STAT-3 -> gp130", "law": { "mass-action": "kon" } },
        "b": { "equation": "stat3 -> 0", "law": { "michaelis-menten":
               { "substrate": "STAT", "maximum": 1, "half-saturation": "kon +" } } },
        "c": { "equation": "STAT3 -> 0", "law": { "mass-action": 1 }, "within": "nucleus" }
      }
    }"#;
    assert_eq!(
        error(text).to_string(),
        "species `gp130`: unknown compartment `cel`: did you mean `cell`?\n\
         species `gp130`: unknown species, parameter or rule `kof`: did you mean `kon`?\n\
         rule `r`: unknown species, parameter or rule `gp13`: did you mean `gp130`?\n\
         reaction `a`: cannot read `STAT-3 -> gp130` at character 5: `->` is expected here\n\
         reaction `b`: unknown species `stat3`: did you mean `STAT3`?\n\
         reaction `b`: unknown species `STAT`: did you mean `STAT3`?\n\
         reaction `b`: cannot read `kon +` at character 6: a number, a name or `(` is expected here\n\
         reaction `c`: unknown compartment `nucleus`: declare it first"
    );
}

#[test]
fn names_may_be_used_before_they_are_declared() {
    let text = r#"{
      "jakstat-network": 1,
      "reactions": { "v": { "equation": "2 A + B -> 3*B", "law": { "mass-action": "late" } } },
      "rules": { "late": "later * A", "later": "B + k" },
      "species": { "A": { "compartment": "c", "initial": "k" }, "B": { "compartment": "c", "initial": 1 } },
      "parameters": { "k": 2 },
      "compartments": { "c": 1 }
    }"#;
    let model = Network::from_json(text).unwrap().compile().unwrap();
    assert_eq!(model.initial(&model.default_parameters()), [2.0, 1.0]);
    let point = Point { t: 0.0, y: vec![2.0, 1.0], inputs: vec![2.0] };
    let rate = (1.0 + 2.0) * 2.0 * 4.0;
    assert_eq!(evaluate(&model, &point).rates, [-2.0 * rate, 2.0 * rate]);
    assert_eq!(model.pattern().len(), 4);
}
