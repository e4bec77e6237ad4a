//! The fingerprint of a model: another for whatever matters, the same for whatever does not.

use crate::networks::every_law::EveryLaw;
use crate::networks::il6;
use jakstat::network::{Fingerprint, Network};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

fn fingerprint(document: &Value) -> Option<Fingerprint> {
    let network = Network::from_json(&document.to_string()).ok()?;
    Some(network.compile().ok()?.fingerprint())
}

fn document() -> Value {
    serde_json::from_str(&EveryLaw::new().network.to_json().unwrap()).unwrap()
}

/// Every number and text in a document, by where it stands.
fn leaves(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(inner) => {
            for (name, value) in inner {
                let name = name.replace('~', "~0").replace('/', "~1");
                leaves(value, &format!("{place}/{name}"), found);
            }
        }
        _ => found.push(place.into()),
    }
}

/// What each digit, sign and letter of a text could be in its place.
fn changed(value: &Value) -> Vec<Value> {
    let Value::String(text) = value else {
        let number = value.as_f64().unwrap();
        return vec![json!(number * 1.5 + 0.25), json!(number * (1.0 + f64::EPSILON) + 5e-324)];
    };
    let other = |letter: char| match letter {
        '0'..='8' => char::from(letter as u8 + 1),
        '9' => '1',
        '+' => '-',
        '*' => '/',
        '<' => '>',
        _ => letter,
    };
    let swapped = |(at, letter): (usize, char)| {
        let rest = &text[at + letter.len_utf8()..];
        json!(format!("{}{}{rest}", &text[..at], other(letter)))
    };
    text.char_indices().map(swapped).filter(|changed| changed != value).collect()
}

#[test]
fn every_number_and_formula_counts() {
    let document = document();
    let own = fingerprint(&document).unwrap();
    let (mut places, mut seen) = (Vec::new(), HashMap::from([(own, "nothing".to_owned())]));
    leaves(&document, "", &mut places);
    let mut tried = 0;
    for place in &places {
        for value in changed(document.pointer(place).unwrap()) {
            let mut other = document.clone();
            let told = format!("{place}: {value}");
            *other.pointer_mut(place).unwrap() = value;
            // Some changes are no network any more.
            let Some(found) = fingerprint(&other) else { continue };
            tried += 1;
            let same = seen.insert(found, told.clone());
            assert_eq!(same, None, "{told}");
        }
    }
    assert!(tried > 100, "{tried} of {}", places.len());
}

#[test]
fn every_name_and_every_part_counts() {
    let document = document();
    let own = fingerprint(&document).unwrap();
    let text = document.to_string();
    for name in ["medium", "wash", "nuclear D", "occupancy", "mRNA"] {
        let renamed: Value = serde_json::from_str(&text.replace(name, "x")).unwrap();
        assert_ne!(fingerprint(&renamed).unwrap(), own, "{name}");
    }
    for part in ["parameters", "rules", "reactions"] {
        for name in document[part].as_object().unwrap().keys() {
            let mut other = document.clone();
            other[part].as_object_mut().unwrap().remove(name);
            // What others need cannot be left out.
            assert_ne!(fingerprint(&other), Some(own), "{part} {name}");
        }
    }
    let mut more = document.clone();
    more["parameters"]["idle"] = json!(1.0);
    assert_ne!(fingerprint(&more).unwrap(), own);
}

#[test]
fn the_order_of_species_counts_since_results_stand_in_it() {
    let one = r#"{ "jakstat-network": 1, "compartments": { "c": 1 },
                   "species": { "A": { "compartment": "c" }, "B": { "compartment": "c" } } }"#;
    let other = r#"{ "jakstat-network": 1, "compartments": { "c": 1 },
                     "species": { "B": { "compartment": "c" }, "A": { "compartment": "c" } } }"#;
    let of = |text: &str| Network::from_json(text).unwrap().compile().unwrap().fingerprint();
    assert_ne!(of(one), of(other));
}

#[test]
fn how_a_network_is_spelled_does_not_count() {
    for network in [EveryLaw::new().network, il6::network()] {
        let own = network.compile().unwrap().fingerprint();
        assert_eq!(network.clone().compile().unwrap().fingerprint(), own);
        let read = Network::from_json(&network.to_json().unwrap()).unwrap();
        assert_eq!(read.compile().unwrap().fingerprint(), own);
    }
    let document = document();
    let own = fingerprint(&document);
    let mut spelled = document.clone();
    let formulas = spelled["rules"].as_object_mut().unwrap();
    for formula in formulas.values_mut() {
        *formula = json!(formula.as_str().unwrap().replace(' ', "  "));
    }
    spelled["parameters"] = Value::Object(
        document["parameters"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| {
                let digits = format!("{:e}", value.as_f64().unwrap());
                (name.clone(), serde_json::from_str(&digits).unwrap())
            })
            .collect::<Map<_, _>>(),
    );
    assert_ne!(spelled.to_string(), document.to_string());
    assert_eq!(fingerprint(&spelled), own);
}
