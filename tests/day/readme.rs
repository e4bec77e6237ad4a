//! What the README prints, and what a mouse says of itself.

use super::{baricitinib, catalog};
use jakstat::prelude::*;

#[test]
fn the_readme_s_patient_has_the_readme_s_day() {
    let patient = Patient::reference().with_renal_function(RenalCategory::Moderate);
    let regimen = Regimen::oral(4.0.milligrams()).every(24.0.hours()).at_steady_state();
    let kinetics = catalog().kinetics("baricitinib").unwrap();
    let exposure = Exposure::of(kinetics, &patient, &regimen).unwrap();
    let cytokine = catalog().cytokine("IL-6").unwrap();
    let assay = Assay::new(cytokine, catalog().cell("CD4 T cell").unwrap());
    let day = assay.daily_inhibition(baricitinib(), &exposure, 0.0.hours()).unwrap();
    let printed =
        format!("free {}, inhibition {}", day.exposure.free_average(), day.dynamic_inhibition);
    let readme = include_str!("../../README.md");
    assert!(readme.contains(&printed), "{printed} is not in README.md");
    #[cfg(feature = "plot")]
    assert_eq!(day.plot().svg().unwrap(), include_str!("../../docs/day.svg"));
}

#[test]
fn a_mouse_says_everywhere_that_it_is_extrapolated() {
    let kinetics = catalog().kinetics("baricitinib").unwrap();
    let person = Exposure::of(
        kinetics,
        &Patient::reference(),
        &Regimen::oral(1.0.milligrams()).every(24.0.hours()).at_steady_state(),
    )
    .unwrap();
    let mouse = person.individual().in_mouse(25.0.grams()).unwrap();
    let regimen = Regimen::oral(0.075.milligrams()).every(24.0.hours()).at_steady_state();
    let exposure = Exposure::new(&mouse, &regimen).unwrap();
    let cytokine = catalog().cytokine("IL-6").unwrap();
    let assay = Assay::new(cytokine, catalog().cell("CD4 T cell").unwrap());
    let from = 0.0.hours();
    let day = assay.daily_inhibition(baricitinib(), &exposure, from).unwrap();
    assert!(day.exposure.extrapolated.is_some());
    #[cfg(feature = "plot")]
    assert!(day.plot().svg().unwrap().contains("(extrapolated)"));
    let held = assay.engagement(baricitinib(), &exposure, from).unwrap();
    assert!(held.iter().all(|held| held.extrapolated.is_some()));
    let samples = assay.ex_vivo(baricitinib(), &exposure, &[2.0.hours()]).unwrap();
    assert!(samples[0].extrapolated.is_some());
    let asked = (baricitinib(), jakstat::assay::Way::Static);
    assert!(assay.equal_dose(asked, &exposure, from, 0.5).unwrap().extrapolated.is_some());
}
