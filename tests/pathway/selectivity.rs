//! What drugs on one kinase take, and what they spare.

use crate::experiment::{Experiment, cytokine};

const READING: f64 = 900.0;

/// Share of IL-15's signal that is gone where drugs hold this much of each kinase, as concentration over K.
fn gone(jak1: f64, jak3: f64) -> f64 {
    let mut experiment = Experiment::of("IL-15", "CD4 T cell", &[]);
    let whole = experiment.at("pSTAT5", READING);
    experiment.set("activity.JAK1", 1.0 / (1.0 + jak1));
    experiment.set("activity.JAK3", 1.0 / (1.0 + jak3));
    1.0 - experiment.at("pSTAT5", READING) / whole
}

// Thorarensen et al. 2014 ACS Chem Biol, doi 10.1021/cb5002125.
#[test]
fn a_drug_on_either_kinase_of_the_pair_takes_all_of_interleukin_15() {
    for (name, curve) in [
        ("JAK1", [1.0, 10.0, 100.0, 1e4].map(|dose| gone(dose, 0.0))),
        ("JAK3", [1.0, 10.0, 100.0, 1e4].map(|dose| gone(0.0, dose))),
    ] {
        assert!(curve.windows(2).all(|pair| pair[1] > pair[0]), "{name}: {curve:?}");
        assert!(curve[2] > 0.95 && curve[3] > 0.9999, "{name}: {curve:?}");
    }
}

#[test]
fn the_second_kinase_of_a_pair_is_worth_twofold() {
    for dose in [1.0, 10.0, 30.0] {
        // With a = 1 / (1 + 2x) and 1 for the other, 2a / (1 + a) = 1 / (1 + x).
        let (both, twice) = (gone(dose, dose), gone(2.0 * dose, 0.0));
        assert!((both - twice).abs() < 1e-5, "{dose} K: {both} and {twice}");
    }
}

/// Cytokines whose receptors hold JAK2 alone, but for a minor partner of the chain of TPO.
const OF_JAK2: [&str; 8] = ["EPO", "TPO", "GH", "prolactin", "leptin", "GM-CSF", "IL-3", "IL-5"];

/// The IC50 on a cytokine's main signal in a cell.
fn ic50(drug: &str, name: &str, cell: &str) -> f64 {
    let signal = cytokine(name).main_stat().phosphorylated();
    Experiment::of(name, cell, &[drug]).ic50(drug, &signal, READING)
}

#[test]
fn on_one_cell_cytokines_of_jak2_alone_are_spared_by_drugs_on_jak1() {
    let cell = "generic responder";
    for drug in ["upadacitinib", "filgotinib", "abrocitinib"] {
        let reference = ic50(drug, "IL-6", cell);
        for name in OF_JAK2 {
            let ratio = ic50(drug, name, cell) / reference;
            assert!(ratio > 4.0, "{drug} on {name}: {ratio} times the IC50 on IL-6");
        }
    }
}

// A usual responder of GH and prolactin has next to no reserve of receptors, that of IL-6 much (docs/validation.md, M3).
#[test]
fn known_limit_on_usual_responders_filgotinib_spares_growth_hormone_and_prolactin_less_than_fourfold()
 {
    for drug in ["upadacitinib", "filgotinib", "abrocitinib"] {
        let reference = ic50(drug, "IL-6", "CD4 T cell");
        for name in OF_JAK2 {
            let ratio = ic50(drug, name, cytokine(name).responder()) / reference;
            let limited = drug == "filgotinib" && ["GH", "prolactin"].contains(&name);
            let expected = if limited { 2.0..4.0 } else { 4.0..f64::INFINITY };
            assert!(expected.contains(&ratio), "{drug} on {name}: {ratio} times the IC50 on IL-6");
        }
    }
}
