//! What the pathways do over time without a drug.

use crate::experiment::{Experiment, minutes, peak};
use jakstat::catalog::Catalog;
use jakstat::pathway::every_builtin_pathway;

const MINUTE: f64 = 60.0;

/// Peak time in minutes, height, and the value at 60 minutes over the height, of phospho-STAT3 in a hepatocyte.
fn hepatocyte(ng_per_ml: f64) -> (f64, f64, f64) {
    let mut experiment = Experiment::of("IL-6", "hepatocyte", &[]);
    let times = minutes(90);
    let course = experiment.dose(ng_per_ml).course("pSTAT3 fraction", &times);
    let (time, height) = peak(&times, &course);
    (time / MINUTE, height, course[120] / height)
}

// Sobotta et al. 2017 Front Physiol 8:775: data and model.
#[test]
fn phospho_stat3_in_hepatocytes_rises_and_falls_as_measured() {
    let (time, height, after_an_hour) = hepatocyte(40.0);
    assert!((12.0..20.0).contains(&time), "peak at {time} min");
    assert!((0.45..0.60).contains(&height), "{height} of STAT3 phosphorylated");
    assert!((0.25..0.40).contains(&after_an_hour), "{after_an_hour} of the peak at 60 min");
}

#[test]
fn higher_doses_peak_earlier() {
    let times: Vec<f64> = [10.0, 40.0, 100.0, 500.0].map(|dose| hepatocyte(dose).0).into();
    assert!(times.windows(2).all(|pair| pair[1] < pair[0] - 0.5), "{times:?}");
}

#[test]
fn the_signal_is_at_most_half_its_peak_after_an_hour_at_high_doses() {
    for dose in [40.0, 70.0, 100.0] {
        let (time, _, after_an_hour) = hepatocyte(dose);
        assert!((10.0..30.0).contains(&time), "{dose} ng/mL: {time} min");
        assert!(after_an_hour <= 0.5, "{dose} ng/mL: {after_an_hour}");
    }
}

#[test]
fn half_of_the_effect_on_hepatocytes_needs_about_ten_nanograms() {
    let mut experiment = Experiment::of("IL-6", "hepatocyte", &[]);
    let ec50 = experiment.ec50("pSTAT3", 20.0 * MINUTE);
    assert!((6.0..12.0).contains(&ec50), "{ec50} ng/mL");
}

#[test]
fn socs_messenger_peaks_after_the_phosphorylated_stat_and_protein_after_that() {
    let mut experiment = Experiment::of("IL-6", "hepatocyte", &[]);
    experiment.dose(40.0);
    let times = minutes(90);
    let at = |what| peak(&times, &experiment.course(what, &times));
    let (stat, messenger, (protein, nanomolar)) = (at("pSTAT3").0, at("SOCS mRNA").0, at("SOCS"));
    assert!((33.0..45.0).contains(&(messenger / MINUTE)), "{} min", messenger / MINUTE);
    assert!(stat < messenger && messenger < protein);
    // 22630 ± 7897 molecules per cell at 40 min in the same paper.
    let copies = nanomolar * 6.022e14 * 12.67e-12;
    assert!((14_700.0..30_600.0).contains(&copies), "{copies} SOCS per cell");
}

#[test]
fn every_cytokine_signals_in_its_responder_and_none_at_once() {
    let catalog = Catalog::builtin();
    for (name, pathway) in every_builtin_pathway() {
        let Ok(pathway) = pathway else { continue };
        let stat = catalog.cytokine(&name).unwrap().main_stat().phosphorylated();
        let experiment = Experiment::new(pathway);
        let course = experiment.course(&format!("{stat} fraction"), &[10.0, 15.0 * MINUTE]);
        assert!(course[0] < 0.05, "{name}: {} after 10 s", course[0]);
        assert!((0.1..0.95).contains(&course[1]), "{name}: {} after 15 min", course[1]);
    }
}

#[test]
fn a_lymphocyte_answers_to_a_few_nanograms_of_interleukin_6() {
    let mut experiment = Experiment::of("IL-6", "CD4 T cell", &[]);
    let ec50 = experiment.ec50("pSTAT3", 15.0 * MINUTE);
    assert!((0.1..20.0).contains(&ec50), "{ec50} ng/mL");
}

#[test]
fn the_target_gene_s_protein_follows_its_messenger() {
    let experiment = Experiment::of("IL-6", "CD4 T cell", &[]);
    let times = minutes(240);
    let half = |what| {
        let course = experiment.course(what, &times);
        let top = peak(&times, &course).1;
        times[course.iter().position(|&y| y > 0.5 * top).unwrap()]
    };
    assert!(half("nuclear STAT dimers") < half("target mRNA"));
    assert!(half("target mRNA") < half("target protein"));
}
