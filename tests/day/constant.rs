//! An infusion without end keeps the concentration where it is, so that a day is a state of rest.

use super::{baricitinib, catalog, close, exposure, il6};
use jakstat::pathway::{CytokineSupply, Pathway};
use jakstat::prelude::*;

/// 4 mg over each day, day after day.
fn infusion() -> Exposure {
    let day = 24.0.hours();
    exposure(&Regimen::infusion(4.0.milligrams(), day).every(day).at_steady_state())
}

/// pSTAT3 at rest with IL-6 there all the time, without a body.
fn at_rest(free_nm: f64) -> f64 {
    let pathway = Pathway::new(catalog().cell("CD4 T cell").unwrap())
        .stimulate(catalog().cytokine("IL-6").unwrap(), 10.0.ng_per_ml())
        .inhibitors(&[baricitinib()])
        .supply(CytokineSupply::Constant)
        .build()
        .unwrap();
    let model = pathway.model();
    let readout =
        Readout { observable: model.observable("pSTAT3").unwrap(), measure: Measure::SteadyState };
    let sweep =
        Sweep::new(model, Protocol { end: 1.0, ..Protocol::default() }).readouts(&[readout]);
    let points = Conditions::single().vary(model, "inhibitor.baricitinib", &[free_nm]).unwrap();
    sweep.run(&points).unwrap()[0].readouts().unwrap()[0]
}

#[test]
fn a_constant_concentration_is_a_state_of_rest_with_that_concentration() {
    let exposure = infusion();
    let free = exposure.free(5.0.hours()).as_nanomolar();
    close(exposure.free(20.0.hours()).as_nanomolar(), free, 1e-9 * free);
    let day = il6().daily_inhibition(baricitinib(), &exposure, 0.0.hours()).unwrap();
    let expected = 1.0 - at_rest(free) / at_rest(0.0);
    assert!(expected > 0.1 && expected < 0.9, "{expected}");
    for found in
        [day.dynamic_inhibition.average, day.dynamic_inhibition.peak, day.dynamic_inhibition.trough]
    {
        close(found, expected, 2e-5);
    }
}

#[test]
fn a_constant_concentration_holds_a_constant_share_of_each_kinase() {
    let exposure = infusion();
    let free = exposure.free(5.0.hours()).as_nanomolar();
    let held = il6().engagement(baricitinib(), &exposure, 0.0.hours()).unwrap();
    let kinases: Vec<&str> = held.iter().map(|kinase| kinase.kinase.as_str()).collect();
    assert_eq!(kinases, ["JAK1", "JAK2", "JAK3", "TYK2", "AAK1", "BIKE", "GAK"]);
    for kinase in held {
        let share = free / (free + kinase.half.as_nanomolar());
        for found in [kinase.occupancy.average, kinase.occupancy.peak, kinase.occupancy.trough] {
            close(found, share, 1e-9);
        }
    }
}

#[test]
fn a_constant_supply_keeps_the_cytokine_at_its_dose() {
    let pathway = Pathway::new(catalog().cell("CD4 T cell").unwrap())
        .stimulate(catalog().cytokine("IL-6").unwrap(), 10.0.ng_per_ml())
        .supply(CytokineSupply::Constant)
        .build()
        .unwrap();
    let model = pathway.model();
    let measure = Measure::SteadyState;
    let readout = Readout { observable: model.observable("IL-6").unwrap(), measure };
    let sweep =
        Sweep::new(model, Protocol { end: 1.0, ..Protocol::default() }).readouts(&[readout]);
    let found = sweep.run(&Conditions::single()).unwrap()[0].readouts().unwrap()[0];
    let dose = model.default_parameters()[pathway.ligands()[0].dose()];
    close(found, dose, 1e-4 * dose);
}
