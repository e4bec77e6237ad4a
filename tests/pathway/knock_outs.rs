//! Which signals a cell with a dead kinase loses, and which it keeps.

use crate::experiment::{Experiment, cytokine};
use jakstat::catalog::Jak;

const READING: f64 = 900.0;

/// What is left of a cytokine's main signal in its usual responder once a kinase is dead; that kinase must be in the network.
fn left(name: &str, dead: Jak) -> f64 {
    let known = cytokine(name);
    let mut experiment = Experiment::of(name, known.responder(), &[]);
    let signal = known.main_stat().phosphorylated();
    let whole = experiment.at(&signal, READING);
    assert!(whole > 1.0, "{name}: a signal of {whole} nM tells nothing");
    experiment.set(&format!("activity.{dead}"), 0.0).at(&signal, READING) / whole
}

fn lost(dead: Jak, names: &[&str]) {
    for name in names {
        let share = left(name, dead);
        assert!(share.abs() < 0.1, "{name} without {dead}: {share} left");
    }
}

fn kept(dead: Jak, names: &[&str]) {
    for name in names {
        let share = left(name, dead);
        assert!((0.8..1.2).contains(&share), "{name} without {dead}: {share} left");
    }
}

/// Kinases that a cytokine's network in its usual responder could be without.
fn kinases(name: &str) -> Vec<Jak> {
    let pathway = Experiment::of(name, cytokine(name).responder(), &[]).pathway;
    let inside = |jak: &Jak| pathway.model().parameter(&format!("activity.{jak}")).is_ok();
    Jak::ALL.into_iter().filter(inside).collect()
}

// Rodig et al. 1998 Cell 93:373.
#[test]
fn without_jak1_class_two_gamma_chain_and_gp130_cytokines_are_lost() {
    lost(Jak::Jak1, &["IFN-alpha", "IFN-gamma", "IL-10", "IL-2", "IL-7", "IL-6", "LIF"]);
}

// Parganas et al. 1998 Cell 93:385.
#[test]
fn without_jak2_hormones_beta_chain_cytokines_and_interferon_gamma_are_lost() {
    lost(Jak::Jak2, &["EPO", "TPO", "IL-3", "GM-CSF", "IFN-gamma"]);
    kept(Jak::Jak2, &["IL-6", "LIF", "IL-4 (type II)"]);
}

// Aringer et al. 1999 Life Sci 64:2173; Recher et al. 2011 Blood 118:6824.
#[test]
fn without_jak3_the_gamma_chain_is_silent() {
    lost(Jak::Jak3, &["IL-2", "IL-7", "IL-9", "IL-15", "IL-21"]);
}

// Kreins et al. 2015 J Exp Med 212:1641. Patients keep some of IL-12 and IL-23, see docs/validation.md.
#[test]
fn without_tyk2_what_does_not_need_it_is_kept() {
    lost(Jak::Tyk2, &["IL-12", "IL-23"]);
    kept(Jak::Tyk2, &["IL-6"]);
}

// Of the same papers: what is kept because the kinase has no part in it. Its death cannot be simulated there.
#[test]
fn what_a_dead_kinase_leaves_alone_by_wiring_has_no_such_kinase() {
    for (name, wired) in [
        ("EPO", vec![Jak::Jak2]),
        ("IL-12", vec![Jak::Jak2, Jak::Tyk2]),
        ("IL-23", vec![Jak::Jak2, Jak::Tyk2]),
        ("IFN-alpha", vec![Jak::Jak1, Jak::Tyk2]),
        ("IFN-gamma", vec![Jak::Jak1, Jak::Jak2]),
        ("IL-4 (type II)", vec![Jak::Jak1, Jak::Jak2, Jak::Tyk2]),
        ("IL-6", vec![Jak::Jak1, Jak::Jak2, Jak::Tyk2]),
        ("IL-21", vec![Jak::Jak1, Jak::Jak3]),
        ("IL-27", vec![Jak::Jak1, Jak::Jak2]),
        ("LIF", vec![Jak::Jak1, Jak::Jak2]),
    ] {
        assert_eq!(kinases(name), wired, "{name}");
        let receptor = cytokine(name).receptor().unwrap();
        let used: Vec<Jak> = Jak::ALL.into_iter().filter(|jak| receptor.uses(*jak)).collect();
        assert_eq!(used, wired, "{name}");
    }
}

#[test]
#[should_panic(expected = "activity.TYK2")]
fn a_kinase_that_is_not_in_the_network_cannot_be_dead() {
    left("EPO", Jak::Tyk2);
}
