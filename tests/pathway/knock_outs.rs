//! Which signals a cell with a dead kinase loses, and which it keeps.

use crate::experiment::{Experiment, cytokine};

const READING: f64 = 900.0;

/// What is left of a cytokine's main signal in its usual responder once a kinase is dead.
fn left(name: &str, dead: &str) -> f64 {
    let known = cytokine(name);
    let mut experiment = Experiment::of(name, known.responder(), &[]);
    let signal = known.main_stat().phosphorylated();
    let whole = experiment.at(&signal, READING);
    let input = format!("activity.{dead}");
    if experiment.pathway.model().parameter(&input).is_err() {
        return 1.0;
    }
    experiment.set(&input, 0.0).at(&signal, READING) / whole
}

fn lost(dead: &str, names: &[&str]) {
    for name in names {
        let share = left(name, dead);
        assert!(share.abs() < 0.1, "{name} without {dead}: {share} left");
    }
}

fn kept(dead: &str, names: &[&str]) {
    for name in names {
        let share = left(name, dead);
        assert!(share > 0.8, "{name} without {dead}: {share} left");
    }
}

// Rodig et al. 1998 Cell 93:373.
#[test]
fn without_jak1_class_two_gamma_chain_and_gp130_cytokines_are_lost() {
    lost("JAK1", &["IFN-alpha", "IFN-gamma", "IL-10", "IL-2", "IL-7", "IL-6", "LIF"]);
    kept("JAK1", &["EPO", "IL-12"]);
}

// Parganas et al. 1998 Cell 93:385.
#[test]
fn without_jak2_hormones_beta_chain_cytokines_and_interferon_gamma_are_lost() {
    lost("JAK2", &["EPO", "TPO", "IL-3", "GM-CSF", "IFN-gamma"]);
    kept("JAK2", &["IFN-alpha", "IL-6"]);
}

// Aringer et al. 1999 Life Sci 64:2173; Recher et al. 2011 Blood 118:6824.
#[test]
fn without_jak3_the_gamma_chain_is_silent_and_nothing_else() {
    lost("JAK3", &["IL-2", "IL-7", "IL-9", "IL-15", "IL-21"]);
    kept("JAK3", &["IL-6", "IFN-gamma", "IL-4 (type II)"]);
}

// Kreins et al. 2015 J Exp Med 212:1641. Patients keep some of IL-12 and IL-23, see docs/validation.md.
#[test]
fn without_tyk2_what_does_not_need_it_is_kept() {
    lost("TYK2", &["IL-12", "IL-23"]);
    kept("TYK2", &["IFN-gamma", "IL-21", "IL-27", "LIF", "IL-6"]);
}
