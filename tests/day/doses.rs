//! Doses that reach an inhibition, and the ratio in which a drug spares a signal.

use super::{baricitinib, catalog, close, exposure, il6, once_daily};
use jakstat::assay::{Way, jak2_sparing_ratio};
use jakstat::prelude::*;

#[test]
fn the_dose_found_reaches_what_was_asked_for() {
    for way in [Way::Static, Way::Dynamic] {
        let found =
            il6().equal_dose((baricitinib(), way), &once_daily(), 0.0.hours(), 0.5).unwrap();
        close(found.inhibition, 0.5, 1e-4);
        let regimen =
            Regimen::oral((4.0 * found.factor).milligrams()).every(24.0.hours()).at_steady_state();
        let day = il6().daily_inhibition(baricitinib(), &exposure(&regimen), 0.0.hours()).unwrap();
        let again = match way {
            Way::Static => day.static_inhibition.unwrap(),
            Way::Dynamic => day.dynamic_inhibition,
        };
        close(again.average, 0.5, 1e-4);
        let average = day.exposure.free_average().as_nanomolar();
        close(found.free_average.as_nanomolar(), average, 1e-6 * average);
    }
}

#[test]
fn more_of_a_drug_inhibits_more_and_without_end_everything() {
    let mut before = -1.0;
    for milligrams in [1e-6, 0.5, 4.0, 32.0, 1e6] {
        let regimen = Regimen::oral(milligrams.milligrams()).every(24.0.hours()).at_steady_state();
        let day = il6().daily_inhibition(baricitinib(), &exposure(&regimen), 0.0.hours()).unwrap();
        let now = day.dynamic_inhibition.average;
        assert!(now > before, "{now} after {before} at {milligrams} mg");
        before = now;
        if milligrams < 1e-5 {
            close(now, 0.0, 1e-4);
        }
    }
    close(before, 1.0, 1e-3);
}

#[test]
fn the_ratio_that_spares_jak2_is_that_of_two_free_averages() {
    let half = |cytokine: &str| {
        let cytokine = catalog().cytokine(cytokine).unwrap();
        let assay = Assay::new(cytokine, catalog().responder(cytokine).unwrap());
        let asked = (baricitinib(), Way::Static);
        let found = assay.equal_dose(asked, &once_daily(), 0.0.hours(), 0.5).unwrap();
        found.free_average.as_nanomolar()
    };
    let asked = (baricitinib(), Way::Static);
    let spared = jak2_sparing_ratio(catalog(), asked, &once_daily(), 0.0.hours()).unwrap();
    close(spared.ratio, half("EPO") / half("IL-6"), 1e-12);
    let asked = (baricitinib(), Way::Dynamic);
    let dynamic = jak2_sparing_ratio(catalog(), asked, &once_daily(), 0.0.hours()).unwrap();
    close(dynamic.epo.inhibition, 0.5, 1e-4);
    assert!(dynamic.ratio > 1.0 && dynamic.ratio < 10.0, "{dynamic:?}");
    // A drug that hits JAK1 harder than JAK2 in the cell spares EPO.
    let one = catalog().single_source("dowty2019").unwrap();
    let upadacitinib = one.inhibitor("upadacitinib").unwrap();
    let regimen = Regimen::oral(15.0.milligrams()).every(24.0.hours()).at_steady_state();
    let kinetics = one.kinetics("upadacitinib").unwrap();
    let exposure = Exposure::of(kinetics, &Patient::reference(), &regimen).unwrap();
    let asked = (upadacitinib, Way::Static);
    let other = jak2_sparing_ratio(&one, asked, &exposure, 0.0.hours()).unwrap();
    assert!(other.ratio > 3.0 * spared.ratio, "{other:?}");
}
