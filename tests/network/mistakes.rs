//! Every mistake in a network is reported, by name, with what to try.

use jakstat::network::{Expr, Kind, Law, Mistake, Network, NetworkError};
use jakstat::units::{Concentration, Quantities, Rate};

fn message(network: &Network) -> String {
    network.compile().unwrap_err().to_string()
}

/// A network of A and B in one compartment.
fn two() -> (Network, jakstat::network::Species, jakstat::network::Species) {
    let mut net = Network::new();
    let cell = net.compartment("cell", 1.0.picolitres());
    let a = net.species("A", cell, 1.0.nanomolar());
    let b = net.species("B", cell, 1.0.nanomolar());
    (net, a, b)
}

#[test]
fn an_empty_network_is_refused() {
    let wanted = "the network has no species: declare at least one with Network::species";
    assert_eq!(message(&Network::new()), wanted);
}

#[test]
fn every_mistake_is_reported_at_once() {
    let mut net = Network::new();
    let cell = net.compartment("cell", 0.0.picolitres());
    net.compartment("cell", 1.0.picolitres());
    let a = net.species("A", cell, (-1.0).nanomolar());
    let b = net.species("B", cell, f64::NAN.nanomolar());
    net.species("", cell, 1.0.nanomolar());
    net.parameter("A", f64::INFINITY);
    net.set_scale(a, 0.0.nanomolar());
    net.rule("r", a * f64::NAN);
    let first = Rate::per_second(1.0);
    let _ = net.irreversible("bind", a + b, Network::nothing(), first);
    let _ = net.irreversible("bind", a, b, Rate::per_second(-1.0));
    let _ = net.irreversible("count", -2 * a, b, Expr::from(1.0));
    let _ = net.irreversible("nothing", Network::nothing(), Network::nothing(), Expr::from(1.0));
    assert_eq!(
        message(&net),
        "the name `cell` stands for two things (compartment and compartment): rename one of them\n\
         species number 3 has an empty name: give it one\n\
         the name `A` stands for two things (species and parameter): rename one of them\n\
         the name `bind` stands for two things (reaction and reaction): rename one of them\n\
         compartment `cell`: the volume is 0 L, but must be above zero and finite\n\
         parameter `A`: the value is inf, but must be finite\n\
         species `A`: the initial value is -1 nM, but must be zero or more and finite\n\
         species `A`: the scale is 0 nM, but must be above zero and finite\n\
         species `B`: the initial value is NaN nM, but must be zero or more and finite\n\
         rule `r`: the formula holds the number NaN: use finite numbers\n\
         reaction `bind`: a rate constant of order 1 is given for 2 molecules: use Rate::per_nanomolar_second\n\
         reaction `bind`: the rate constant is -1, but must be zero or more and finite\n\
         reaction `count`: the count of `A` is -2, but must lie between 1 and 64\n\
         reaction `nothing` has neither reactants nor products: name at least one species"
    );
}

#[test]
fn a_rate_of_the_wrong_order_is_refused_where_it_is_declared() {
    let (mut net, a, b) = two();
    let second = Rate::per_nanomolar_second(1.0);
    let order = |net: &mut Network, side: jakstat::network::Side, rate| {
        net.irreversible("v", side, b, rate).unwrap_err().to_string()
    };
    assert_eq!(
        order(&mut net, a.into(), second),
        "reaction `v`: a rate constant of order 2 is given for 1 molecule: use Rate::per_second"
    );
    assert_eq!(
        order(&mut net, Network::nothing(), second),
        "reaction `v`: a rate constant of order 2 is given for 0 molecules: use Rate::nanomolar_per_second"
    );
    assert_eq!(
        order(&mut net, a + 2 * b, second),
        "reaction `v`: a rate constant of order 2 is given for 3 molecules: use a parameter or a formula"
    );
    // The backward constant is held against the products.
    let backward = net.reversible("w", a + b, 2 * a, second, Rate::per_second(1.0));
    let Err(NetworkError::Invalid(mistakes)) = backward else { panic!() };
    assert_eq!(mistakes, [Mistake::Order { reaction: "w".into(), order: 1, molecules: 2 }]);
    assert_eq!(message(&net).lines().count(), 6); // these four and two repeated names
}

#[test]
fn what_must_be_positive_is_held_against_the_default_values() {
    let (mut net, a, b) = two();
    let zero = net.parameter("zero", 0.0);
    let hill = Law::Hill {
        regulator: a,
        maximum: 1.0.into(),
        half_saturation: zero.into(),
        exponent: (-1.5).into(),
    };
    net.reaction("hill", Network::nothing(), b, hill).unwrap();
    let saturating = Law::MichaelisMenten {
        substrate: a,
        maximum: 1.0.into(),
        half_saturation: (2.0 * zero - 1.0),
    };
    net.reaction("enzyme", a, b, saturating).unwrap();
    net.rule("rule", Expr::hill(a, -3.0, 2.0));
    net.set_initial(a, zero - 5.0);
    assert_eq!(
        message(&net),
        "rule `rule`: the half saturation is -3, but must be above zero and finite\n\
         reaction `hill`: the half saturation is 0, but must be above zero and finite\n\
         reaction `hill`: the exponent is -1.5, but must be above zero and finite\n\
         reaction `enzyme`: the half saturation is -1, but must be above zero and finite\n\
         species `A`: the initial value is -5 nM, but must be zero or more and finite"
    );
}

#[test]
fn initial_values_must_not_depend_on_species_or_time() {
    let (mut net, a, b) = two();
    let rule = net.rule("rule", Expr::piecewise(1.0, Expr::time().less_than(3.0), 2.0));
    net.set_initial(a, 2.0 * b);
    net.set_initial(b, rule);
    assert_eq!(
        message(&net),
        "species `A`: the initial value depends on species or time: use parameters only\n\
         species `B`: the initial value depends on species or time: use parameters only"
    );
}

#[test]
fn a_condition_on_time_must_be_linear() {
    let (mut net, a, b) = two();
    let square = Expr::time() * Expr::time();
    let formula = Expr::piecewise(1.0, square.less_than(4.0), 0.0);
    net.reaction("v", a, b, Law::formula(formula)).unwrap();
    assert_eq!(
        message(&net),
        "reaction `v`: a condition on time must be linear in time, with parameters only: write it as \
         `time < switching_time`"
    );
}

#[test]
fn names_of_another_network_are_refused() {
    let (mut other, ..) = two();
    let other_cell = other.compartment("nucleus", 1.0.picolitres());
    let stranger = other.species("C", other_cell, 1.0.nanomolar());
    let foreign = other.parameter("k", 1.0);
    let (mut net, a, _) = two();
    net.species("D", other_cell, Concentration::from_nanomolar(1.0));
    net.rule("r", foreign * 2.0);
    net.irreversible("v", a, Network::nothing(), Rate::per_second(1.0)).unwrap().within(other_cell);
    let refused = net.irreversible("w", a + stranger + stranger, a, foreign);
    assert!(refused.is_err());
    let text = message(&net);
    assert!(text.contains(
        "species `D`: compartment number 2 does not belong to this network: use what this network's own \
         declaring calls return"
    ));
    assert!(text.contains("rule `r`: parameter number 1 does not belong"), "{text}");
    assert!(text.contains("reaction `v`: compartment number 2 does not belong"), "{text}");
}

#[test]
fn unknown_names_are_answered_with_the_closest() {
    let (mut net, a, _) = two();
    net.parameter("binding.kon", 1.0);
    net.rule("pSTAT3", a * 2.0);
    let model = net.compile().unwrap();
    let text = |error: NetworkError| error.to_string();
    assert_eq!(model.parameter("binding.kon").unwrap(), 0);
    assert_eq!(
        text(model.parameter("binding.kno").unwrap_err()),
        "unknown parameter `binding.kno`: did you mean `binding.kon`?"
    );
    assert_eq!(
        text(model.observable("pstat-3").unwrap_err()),
        "unknown species or rule `pstat-3`: did you mean `pSTAT3`?"
    );
    let unknown = model.species("phosphatase").unwrap_err();
    assert_eq!(text(unknown), "unknown species `phosphatase`: declare it first");
    let Err(NetworkError::UnknownName { kind, name, closest }) = model.species("a") else {
        panic!()
    };
    assert_eq!((kind, name.as_str(), closest.as_deref()), (Kind::Species, "a", Some("A")));
}

#[test]
fn json_cannot_be_written_of_what_it_cannot_hold() {
    let (mut net, ..) = two();
    net.parameter("k", f64::NAN);
    let wanted = "parameter `k`: the value is NaN, but must be finite";
    assert_eq!(net.to_json().unwrap_err().to_string(), wanted);
}

#[test]
fn rules_that_need_each_other_are_named() {
    let text = |rules: &str| {
        let json = format!(
            r#"{{ "jakstat-network": 1, "compartments": {{ "c": 1 }},
                  "species": {{ "A": {{ "compartment": "c" }} }}, "rules": {{ {rules} }} }}"#
        );
        Network::from_json(&json).unwrap().compile().unwrap_err().to_string()
    };
    assert_eq!(
        text(r#""x": "y + 1", "y": "2 * z", "z": "y", "fine": "A""#),
        "rules `y`, `z` need each other's values: break the circle"
    );
    assert_eq!(text(r#""x": "x + 1""#), "rules `x` need each other's values: break the circle");
}
