//! What drugs, dead kinases and mutants do to the pathways.

use crate::experiment::{Experiment, cytokine};
use jakstat::catalog::{Catalog, Jak};
use jakstat::pathway::{Constants, Mutant, Pathway, Step, Trafficking};
use jakstat::units::Quantities;

const READING: f64 = 900.0;

#[test]
fn the_ic50_of_a_jak1_drug_rises_with_the_dose_of_interleukin_6() {
    for drug in ["upadacitinib", "baricitinib"] {
        let mut experiment = Experiment::of("IL-6", "CD4 T cell", &[drug]);
        let ic50s =
            [1.0, 10.0, 100.0].map(|dose| experiment.dose(dose).ic50(drug, "pSTAT3", READING));
        assert!(ic50s.windows(2).all(|pair| pair[1] > 1.2 * pair[0]), "{drug}: {ic50s:?}");
    }
}

// Sobotta et al. 2017: from about 10 to 40 to 400 ng/mL.
#[test]
fn interleukin_6_surmounts_ruxolitinib_in_hepatocytes() {
    let mut experiment = Experiment::of("IL-6", "hepatocyte", &["ruxolitinib"]);
    let without = experiment.ec50("pSTAT3", 1200.0);
    let with = experiment.set("inhibitor.ruxolitinib", 500.0).ec50("pSTAT3", 1200.0);
    assert!(with > 3.0 * without, "{without} ng/mL without, {with} ng/mL with");
}

#[test]
fn without_limit_a_drug_stops_everything() {
    for (name, cell) in [("IL-6", "hepatocyte"), ("IL-15", "CD4 T cell"), ("IFN-alpha", "NK cell")]
    {
        let mut experiment = Experiment::of(name, cell, &["baricitinib"]);
        let stat = cytokine(name).main_stat().phosphorylated();
        let whole = experiment.at(&stat, READING);
        let left = experiment.set("inhibitor.baricitinib", 1e30).at(&stat, READING);
        assert!(left.abs() < 1e-12 * whole, "{name}: {left} of {whole} nM");
    }
}

#[test]
fn more_drug_never_means_more_signal_before_feedback() {
    for known in Catalog::builtin().cytokines() {
        let Ok(_) = known.receptor() else { continue };
        let mut experiment = Experiment::of(known.name(), known.responder(), &["baricitinib"]);
        let stat = known.main_stat().phosphorylated();
        let curve = [0.0, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1e3, 1e4]
            .map(|nanomolar| experiment.set("inhibitor.baricitinib", nanomolar).at(&stat, 300.0));
        assert!(curve.windows(2).all(|pair| pair[1] < pair[0]), "{}: {curve:?}", known.name());
    }
}

#[test]
fn a_drug_on_a_kinase_the_cytokine_does_not_use_changes_nothing() {
    let catalog = Catalog::builtin();
    let cell = catalog.cell("generic responder").unwrap();
    let drug = catalog.inhibitor("upadacitinib").unwrap();
    // IL-2 is there, at a dose of zero, so that JAK1 and JAK3 are part of the network.
    let pathway = Pathway::new(cell)
        .stimulate(cytokine("EPO"), 100.0.ng_per_ml())
        .stimulate(cytokine("IL-2"), 0.0.ng_per_ml())
        .inhibitors(&[drug])
        .build()
        .unwrap();
    let mut experiment = Experiment::new(pathway);
    experiment.set("Ki.upadacitinib.JAK2", 1e30);
    let without = experiment.at("pSTAT5", READING);
    let with = experiment.set("inhibitor.upadacitinib", 1e6).at("pSTAT5", READING);
    assert!((with - without).abs() <= 1e-9 * without, "{with} instead of {without} nM");
    let alone = Experiment::of("EPO", "erythroid progenitor", &["upadacitinib"]);
    let jaks: Vec<Jak> = alone
        .pathway
        .drug("upadacitinib")
        .unwrap()
        .potencies()
        .iter()
        .map(|potency| potency.effective().jak)
        .collect();
    assert_eq!(jaks, [Jak::Jak2]);
}

// Thorarensen et al. 2014 ACS Chem Biol: inhibiting either JAK1 or JAK3 suffices.
#[test]
fn shutting_off_either_kinase_of_a_pair_stops_interleukin_15() {
    for dead in ["activity.JAK1", "activity.JAK3"] {
        let mut experiment = Experiment::of("IL-15", "CD4 T cell", &[]);
        let whole = experiment.at("pSTAT5", READING);
        let quarter = experiment.set(dead, 0.02).at("pSTAT5", READING);
        assert!(quarter < 0.2 * whole, "{dead} at 2 %: {quarter} of {whole} nM");
        assert_eq!(experiment.set(dead, 0.0).at("pSTAT5", READING), 0.0, "{dead}");
    }
}

#[test]
fn jak1_is_indispensable_for_interleukin_6() {
    let mut experiment = Experiment::of("IL-6", "CD4 T cell", &[]);
    let whole = experiment.at("pSTAT3", READING);
    let left = experiment.set("activity.JAK1", 0.0).at("pSTAT3", READING);
    assert!(left < 0.1 * whole, "{left} of {whole} nM");
}

#[test]
fn a_dead_tyk2_stops_interferon_alpha_and_leaves_interferon_gamma_alone() {
    let catalog = Catalog::builtin();
    let pathway = Pathway::new(catalog.cell("monocyte").unwrap())
        .stimulate(cytokine("IFN-alpha"), 100.0.ng_per_ml())
        .stimulate(cytokine("IFN-gamma"), 100.0.ng_per_ml())
        .build()
        .unwrap();
    let mut gamma = Experiment::new(pathway);
    let mut alpha = Experiment::new(gamma.pathway.clone());
    gamma.set("dose.IFN-alpha", 0.0);
    alpha.set("dose.IFN-gamma", 0.0);
    let before = gamma.at("pSTAT1", READING);
    assert_eq!(gamma.set("activity.TYK2", 0.0).at("pSTAT1", READING), before);
    assert_eq!(alpha.set("activity.TYK2", 0.0).at("pSTAT1", READING), 0.0);
}

/// EPO with nothing in reserve: every step far from its end.
fn unsaturated(steps: &[Step]) -> Experiment {
    let mut constants = Constants::builtin().unwrap();
    for (name, value) in [
        ("jak.activation", 1e-7),
        ("receptor.phosphorylation", 1e-7),
        ("stat.phosphorylation", 1.0),
    ] {
        constants = constants.with(name, value).unwrap();
    }
    let catalog = Catalog::builtin();
    let pathway = Pathway::new(catalog.cell("erythroid progenitor").unwrap())
        .stimulate(cytokine("EPO"), 10.0.ng_per_ml())
        .inhibitors(&[catalog.inhibitor("baricitinib").unwrap()])
        .trafficking(Trafficking::Off)
        .inhibited_steps(steps)
        .constants(constants)
        .build()
        .unwrap();
    let mut experiment = Experiment::new(pathway);
    experiment.relative = 1e-9;
    experiment
}

#[test]
fn the_hill_slope_far_from_saturation_counts_the_inhibited_steps() {
    // Cheng and Prusoff at 2 mM ATP, JAK2, Km 4 µM, from 5.7 nM at 1 mM.
    let k = 5.7 * (1.0 + 2000.0 / 4.0) / (1.0 + 1000.0 / 4.0);
    for steps in 1..=3 {
        let mut experiment = unsaturated(&Step::ALL[..steps]);
        let order = i32::try_from(steps).unwrap();
        let whole = experiment.at("pSTAT5", READING);
        for ratio in [0.1, 1.0, 10.0, 1e3] {
            let left = experiment.set("inhibitor.baricitinib", ratio * k).at("pSTAT5", READING);
            let expected = (1.0 + ratio).powi(-order);
            assert!((left / whole / expected - 1.0).abs() < 1e-4, "{steps} steps at {ratio} K");
        }
        let ic50 = experiment.ic50("baricitinib", "pSTAT5", READING);
        let expected = k * (2f64.powf(1.0 / f64::from(order)) - 1.0);
        assert!((ic50 / expected - 1.0).abs() < 1e-4, "{steps} steps: {ic50} nM");
    }
}

#[test]
fn a_drug_that_acts_at_no_step_does_nothing() {
    let mut experiment = unsaturated(&[]);
    let whole = experiment.at("pSTAT5", READING);
    assert_eq!(experiment.set("inhibitor.baricitinib", 1e6).at("pSTAT5", READING), whole);
}

#[test]
fn more_atp_needs_more_drug() {
    let mut experiment = Experiment::of("IL-6", "CD4 T cell", &["baricitinib"]);
    let ic50s = [1e6, 2e6, 5e6]
        .map(|atp| experiment.set("ATP", atp).ic50("baricitinib", "pSTAT3", READING));
    assert!((ic50s[1] / ic50s[0] - 1.96).abs() < 0.05, "{ic50s:?}");
    assert!((ic50s[2] / ic50s[1] - 2.47).abs() < 0.05, "{ic50s:?}");
}

#[test]
fn two_drugs_at_half_their_dose_each_do_what_one_drug_does() {
    let catalog = Catalog::builtin();
    let (one, other) =
        (catalog.inhibitor("baricitinib").unwrap(), catalog.inhibitor("ruxolitinib").unwrap());
    let pathway = Pathway::new(catalog.cell("erythroid progenitor").unwrap())
        .stimulate(cytokine("EPO"), 100.0.ng_per_ml())
        .inhibitors(&[one, other])
        .build()
        .unwrap();
    let mut experiment = Experiment::new(pathway);
    let alone = experiment.set("inhibitor.baricitinib", 50.0).at("pSTAT5", READING);
    // On JAK2 both come from 1 mM ATP, so their potencies differ as 5.7 to 2.8 nM.
    experiment.set("inhibitor.baricitinib", 25.0).set("inhibitor.ruxolitinib", 25.0 * 2.8 / 5.7);
    let both = experiment.at("pSTAT5", READING);
    assert!((both / alone - 1.0).abs() < 1e-6, "{both} and {alone} nM");
}

#[test]
fn v617f_signals_without_ligand_and_is_stopped_like_the_wild_type() {
    let catalog = Catalog::builtin();
    let cell = catalog.cell("erythroid progenitor").unwrap();
    let drug = catalog.inhibitor("ruxolitinib").unwrap();
    let pathway = Pathway::new(cell)
        .stimulate(cytokine("EPO"), 0.0.ng_per_ml())
        .inhibitors(&[drug])
        .mutant(Mutant::Jak2V617F)
        .build()
        .unwrap();
    let mut mutant = Experiment::new(pathway);
    let mut wild = Experiment::of("EPO", "erythroid progenitor", &["ruxolitinib"]);
    assert_eq!(wild.dose(0.0).at("pSTAT5", 3600.0), 0.0);
    let signal = mutant.at("pSTAT5 fraction", 3600.0);
    assert!(signal > 0.05, "{signal} of STAT5");
    let ki = |e: &Experiment| e.pathway.drug("ruxolitinib").unwrap().potencies()[0].effective().ki;
    assert_eq!(ki(&mutant), ki(&wild));
    let left = mutant.set("inhibitor.ruxolitinib", 1e5).at("pSTAT5 fraction", 3600.0);
    assert!(left < 1e-3 * signal, "{left} of {signal}");
}

#[test]
fn v658f_signals_without_ligand_through_gp130() {
    let catalog = Catalog::builtin();
    let pathway = Pathway::new(catalog.cell("CD4 T cell").unwrap())
        .stimulate(cytokine("IL-6"), 0.0.ng_per_ml())
        .mutant(Mutant::Jak1V658F)
        .build()
        .unwrap();
    let signal = Experiment::new(pathway).at("pSTAT3 fraction", 3600.0);
    assert!(signal > 0.05, "{signal} of STAT3");
}
