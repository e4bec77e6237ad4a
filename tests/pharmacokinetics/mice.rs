//! Mice, by allometric scaling, and marked so.

use super::bodies::exposure;
use approx::assert_relative_eq;
use jakstat::catalog::Catalog;
use jakstat::pharmacokinetics::{Absorption, Individual, Patient, PharmacokineticsError, Regimen};
use jakstat::units::Quantities;

fn person() -> Individual {
    let kinetics = Catalog::builtin().kinetics("baricitinib").unwrap();
    Individual::typical(kinetics, &Patient::reference()).unwrap()
}

#[test]
fn clearances_volumes_and_times_scale_by_their_exponents() {
    let (person, mouse) = (person(), person().in_mouse(22.0.grams()).unwrap());
    let ratio = 0.022_f64 / 74.0;
    let (large, small) = (person.disposition, mouse.disposition);
    assert_relative_eq!(small.clearance / large.clearance, ratio.powf(0.75), max_relative = 1e-13);
    assert_relative_eq!(small.volume.as_litres() / 92.6, ratio, max_relative = 1e-13);
    let Absorption::ZeroOrder { duration } = mouse.absorption else { panic!("{mouse:?}") };
    let hours = duration.as_seconds() / 3600.0;
    assert_relative_eq!(hours / 0.457, ratio.powf(0.25), max_relative = 1e-13);
    assert_eq!(mouse.fraction_unbound, person.fraction_unbound);
}

#[test]
fn the_doses_of_arthritis_and_dermatitis_are_per_weight_once_daily() {
    let catalog = Catalog::builtin();
    for (disease, milligrams) in [("arthritis", 0.066), ("dermatitis", 0.022), ("MC903", 0.022)] {
        let given = catalog.preclinical("baricitinib", disease).unwrap();
        let dose = given.dose(22.0.grams());
        assert_relative_eq!(dose.as_milligrams(), milligrams, max_relative = 1e-14);
        assert_eq!(
            (given.interval(), given.weights()),
            (24.0.hours(), (20.0.grams(), 25.0.grams()))
        );
    }
    assert_eq!(
        catalog.preclinical("baricitinib", "artritis").unwrap_err().to_string(),
        "there is no disease called \"artritis\": did you mean \"arthritis\"?"
    );
}

#[test]
fn all_that_is_shown_of_a_mouse_says_extrapolated() {
    let mouse = person().in_mouse(22.0.grams()).unwrap();
    let daily = Regimen::oral(0.066.milligrams()).every(24.0.hours()).at_steady_state();
    let day = exposure(&mouse, &daily).summary(0.0.hours(), 24.0.hours()).unwrap();
    let how = "to a mouse of 22 g from a person of 74 kg by allometric scaling (weight^0.75 on clearances, weight on volumes, weight^-0.25 on rates; binding and bioavailability as in people)";
    assert_eq!(mouse.extrapolated.as_deref(), Some(how));
    assert_eq!(day.extrapolated.as_deref(), Some(how));
    let shown = day.to_string();
    assert!(shown.ends_with(&format!("; extrapolated: {how}")), "{shown}");
    assert!(
        shown.starts_with("baricitinib, mouse of 22 g, from the typical patient of Decker 2024"),
        "{shown}"
    );
    assert_eq!(person().extrapolated, None);
}

#[test]
fn a_mouse_of_a_kilogram_is_refused() {
    let error = person().in_mouse(1.0.kilograms()).unwrap_err();
    assert!(matches!(error, PharmacokineticsError::NoMouse { .. }));
    assert_eq!(error.to_string(), "a mouse of 1 kg is no mouse: give 5 to 100 g, such as 22 g");
    assert!(person().in_mouse(f64::NAN.grams()).is_err());
}
