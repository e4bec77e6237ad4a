//! Each way to set up an experiment does what it says.

use crate::{assay, drug};
use jakstat::assay::Reading;
use jakstat::pathway::Mutant;
use jakstat::prelude::*;

fn grid() -> DoseGrid {
    DoseGrid::log(1.0.nanomolar(), 100.0.micromolar(), 21)
}

fn ic50(assay: &Assay, name: &str) -> f64 {
    assay.dose_response(drug(name), &grid()).unwrap().ic50().exact().unwrap().as_nanomolar()
}

/// What is read without drug.
fn control(assay: &Assay) -> f64 {
    assay.dose_response(drug("baricitinib"), &grid()).unwrap().curve().control()
}

#[test]
fn the_flow_cytometry_preset_is_the_published_protocol() {
    let catalog = Catalog::builtin();
    for (cytokine, cells) in
        [("IL-6", ["CD4", "CD8", "CD11b"].as_slice()), ("IL-15", &["CD4", "CD8", "CD11b"])]
    {
        let cytokine = catalog.cytokine(cytokine).unwrap();
        for &cell in cells {
            let cell = catalog.cell(cell).unwrap();
            let preset = Assay::flow_cytometry(cytokine, cell);
            let written = Assay::new(cytokine, cell)
                .stimulate(100.0.ng_per_ml())
                .readout(Stat::Stat3, 15.0.minutes());
            let read = |assay: &Assay| {
                let response = assay.dose_response(drug("baricitinib"), &grid());
                response.map_err(|error| error.to_string())
            };
            match (read(&preset), read(&written)) {
                (Ok(preset), Ok(written)) => {
                    assert_eq!(preset.curve(), written.curve());
                    let ic50 = preset.ic50().exact().unwrap().as_nanomolar();
                    assert!((5.0..500.0).contains(&ic50), "{}: {ic50} nM", cell.name());
                }
                // The table says which of the three cells lack a chain.
                (Err(error), Err(_)) => {
                    assert_eq!((cytokine.name(), cell.name()), ("IL-6", "CD8 T cell"), "{error}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn more_atp_in_the_cell_needs_more_drug() {
    let at = |millimolar: f64| {
        let assay = assay("IL-6", "CD4 T cell").cell_atp(millimolar.millimolar()).unwrap();
        ic50(&assay, "baricitinib")
    };
    let (low, middle, high) = (at(1.0), at(2.0), at(5.0));
    assert!((middle / low - 1.96).abs() < 0.05, "{low} {middle}");
    assert!((high / middle - 2.47).abs() < 0.05, "{middle} {high}");
    assert_eq!(middle, ic50(&assay("IL-6", "CD4 T cell"), "baricitinib"));
}

#[test]
fn a_second_cytokine_takes_part_of_a_shared_chain() {
    let alone = assay("IL-7", "CD4 T cell").stimulate(1.0.ng_per_ml());
    let four = Catalog::builtin().cytokine("IL-4 (type I)").unwrap();
    let nothing = control(&alone.clone().and_stimulate(four, 0.0.ng_per_ml()));
    assert!((nothing / control(&alone) - 1.0).abs() < 1e-6);
    // Both reach STAT5, but not twice as much of it.
    let both = control(&alone.clone().and_stimulate(four, 100.0.ng_per_ml()));
    assert!(both > 1.01 * nothing, "{both} {nothing}");
}

#[test]
fn crowded_cells_leave_each_less_cytokine() {
    let few = assay("IL-6", "CD4 T cell").stimulate(0.1.ng_per_ml());
    let crowd = few.clone().cell_density(1e9.cells_per_ml());
    assert!(control(&crowd) < 0.9 * control(&few), "{} {}", control(&crowd), control(&few));
}

#[test]
fn a_mutant_kinase_signals_at_rest_and_the_drug_reaches_it() {
    let mutant =
        assay("EPO", "erythroid progenitor").stimulate(0.0.ng_per_ml()).mutant(Mutant::Jak2V617F);
    let response = mutant.dose_response(drug("ruxolitinib"), &grid()).unwrap();
    assert!(response.curve().control() > 1.0, "{}", response.curve().control());
    assert!(response.maximal_effect().unwrap() > 0.9);
}

#[test]
fn a_drug_that_competes_at_once_needs_no_pre_incubation() {
    let usual = assay("IL-6", "CD4 T cell");
    let together = usual.clone().preincubate(0.0.minutes());
    let (before, at_once) = (ic50(&usual, "baricitinib"), ic50(&together, "baricitinib"));
    assert!((at_once / before - 1.0).abs() < 1e-4, "{at_once} {before}");
}

#[test]
fn peak_and_area_bound_the_value_at_a_time() {
    let of = |reading| control(&assay("IL-6", "hepatocyte").reading(Stat::Stat3, reading));
    let hour = 60.0.minutes();
    let (value, peak, area) =
        (of(Reading::At(hour)), of(Reading::Peak(hour)), of(Reading::Area(hour)));
    assert!(value < 0.5 * peak, "{value} {peak}");
    assert!(area < peak * hour.as_seconds() && area > value * hour.as_seconds(), "{area}");
}

#[test]
fn every_reading_has_a_dose_response_curve() {
    let (hour, two) = (60.0.minutes(), 2.0.nanomolar());
    for (reading, falls) in [
        (Reading::Peak(hour), true),
        (Reading::PeakTime(hour), false),
        (Reading::Area(hour), true),
        (Reading::TimeAbove(two, hour), true),
        (Reading::Onset(two, hour), false),
        (Reading::Width(hour), false),
    ] {
        let assay = assay("IL-6", "hepatocyte").reading(Stat::Stat3, reading);
        let response = assay.dose_response(drug("baricitinib"), &grid()).unwrap();
        let curve = response.curve();
        let saturated = curve.saturation().unwrap();
        assert_eq!(saturated < curve.control(), falls, "{reading:?}: {curve:?}");
        assert!(curve.responses().iter().all(|&found| found >= 0.0), "{reading:?}: {curve:?}");
        if let Reading::Onset(..) | Reading::TimeAbove(..) = reading {
            let longest = hour.as_seconds();
            let end = if falls { 0.0 } else { longest };
            assert_eq!(saturated, end, "{reading:?}");
            assert!(curve.control() > 0.0 && curve.control() < longest, "{reading:?}");
        }
    }
}

#[test]
fn a_signal_that_lasts_has_a_steady_state_and_one_that_is_used_up_has_none() {
    let mutant =
        assay("EPO", "erythroid progenitor").stimulate(0.0.ng_per_ml()).mutant(Mutant::Jak2V617F);
    let rest = mutant.clone().reading(Stat::Stat5, Reading::SteadyState);
    let late = mutant.readout(Stat::Stat5, (30.0 * 24.0 * 60.0).minutes());
    let (at_rest, later) = (control(&rest), control(&late));
    assert!(at_rest > 1.0 && (later / at_rest - 1.0).abs() < 1e-4, "{at_rest} {later}");
    let response = rest.dose_response(drug("ruxolitinib"), &grid()).unwrap();
    assert!(response.maximal_effect().unwrap() > 0.9);
    // The cells take the cytokine up, and nobody adds more.
    let used_up = assay("IL-6", "hepatocyte").reading(Stat::Stat3, Reading::SteadyState);
    let refused = used_up.dose_response(drug("baricitinib"), &grid()).unwrap_err().to_string();
    assert!(refused.contains("check that there is a signal without drug"), "{refused}");
}

#[test]
fn another_solver_gives_the_same_answer() {
    let ours = assay("IL-6", "CD4 T cell");
    let options = Options { method: Method::Rodas4, ..Options::default() };
    let other = ours.clone().options(options);
    let (a, b) = (ic50(&ours, "baricitinib"), ic50(&other, "baricitinib"));
    assert!(a != b && (a / b - 1.0).abs() < 1e-4, "{a} {b}");
}

#[test]
fn km_of_the_kinases_may_be_one_s_own() {
    let usual = assay("EPO", "erythroid progenitor");
    let enzymology = Catalog::builtin().enzymology();
    let other = enzymology.with_km(Jak::Jak2, 40.0.micromolar()).unwrap();
    let (a, b) =
        (ic50(&usual, "baricitinib"), ic50(&usual.clone().enzymology(&other), "baricitinib"));
    // Cheng and Prusoff: from 1 mM in the assay to 2 mM in the cell, with Km 4 and 40 µM.
    let expected =
        (1.0 + 2000.0 / 40.0) / (1.0 + 1000.0 / 40.0) * (1.0 + 1000.0 / 4.0) / (1.0 + 2000.0 / 4.0);
    assert!((b / a / expected - 1.0).abs() < 1e-4, "{} {expected}", b / a);
}
