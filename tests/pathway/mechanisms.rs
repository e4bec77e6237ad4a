//! Each mechanism of a pathway does its part: turned up or down, it moves what it should.

use crate::experiment::Experiment;

/// What becomes of an observable.
#[derive(Debug, PartialEq)]
enum Moves {
    Up,
    Down,
}
use Moves::{Down, Up};

const MINUTE: f64 = 60.0;

#[test]
fn each_mechanism_moves_what_it_should() {
    let mut wrong = Vec::new();
    for (mechanism, factor, observable, minutes, expected) in [
        ("jak.activation", 0.1, "pSTAT3", 5.0, Down),
        ("receptor.phosphorylation", 0.1, "pSTAT3", 5.0, Down),
        ("stat.docking", 10.0, "pSTAT3", 5.0, Down),
        ("jak.deactivation", 0.1, "active JAK", 15.0, Up),
        ("shp2.concentration", 0.0, "IL-6 receptor, phosphorylated", 15.0, Up),
        ("phosphatase.concentration", 0.1, "pSTAT3", 15.0, Up),
        ("stat.nuclear_dephosphorylation", 0.1, "nuclear STAT dimers", 15.0, Up),
        ("stat.dimer_import", 0.1, "nuclear STAT dimers", 15.0, Down),
        ("stat.dimer_association", 0.1, "nuclear STAT dimers", 15.0, Down),
        ("stat.export", 0.1, "nuclear STAT3", 30.0, Up),
        ("socs.transcription", 0.0, "SOCS", 60.0, Down),
        ("socs.translation", 0.0, "pSTAT3", 60.0, Up),
        ("socs.delay", 0.2, "SOCS mRNA", 15.0, Down),
        ("socs.receptor_removal", 0.0, "pSTAT3", 60.0, Up),
        ("socs.stat_inhibition", 1e3, "pSTAT3", 60.0, Up),
        ("trafficking.internalisation", 10.0, "IL-6 receptor, phosphorylated", 60.0, Down),
        ("trafficking.recycling", 0.0, "pSTAT3", 240.0, Down),
        ("trafficking.endosomal_degradation", 10.0, "pSTAT3", 240.0, Down),
        ("target.translation", 10.0, "target protein", 60.0, Up),
    ] {
        let mut experiment = Experiment::of("IL-6", "hepatocyte", &[]);
        let before = experiment.at(observable, minutes * MINUTE);
        let index = experiment.pathway.model().parameter(mechanism).unwrap();
        let value = factor * experiment.inputs[index];
        let after = experiment.set(mechanism, value).at(observable, minutes * MINUTE);
        let found = match after / before {
            ratio if ratio > 1.01 => Some(Up),
            ratio if ratio < 0.99 => Some(Down),
            _ => None,
        };
        if found.as_ref() != Some(&expected) {
            wrong.push(format!("{mechanism} × {factor}: {observable} from {before} to {after}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_target_gene_read_twice_as_often_makes_twice_as_much() {
    let mut experiment = Experiment::of("IL-6", "CD4 T cell", &[]);
    experiment.relative = 1e-9;
    let names = ["target mRNA", "target protein"];
    let before = names.map(|name| experiment.at(name, 3600.0));
    let index = experiment.pathway.model().parameter("target.transcription").unwrap();
    let twice = 2.0 * experiment.inputs[index];
    experiment.set("target.transcription", twice);
    for (name, once) in names.into_iter().zip(before) {
        let ratio = experiment.at(name, 3600.0) / once;
        assert!((ratio - 2.0).abs() < 1e-6, "{name}: {ratio}");
    }
}
