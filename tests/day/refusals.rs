//! What is refused, and in which words.

use super::{baricitinib, catalog, exposure, il6, once_daily};
use jakstat::assay::{AssayError, Way};
use jakstat::pathway::Pathway;
use jakstat::prelude::*;

#[test]
fn an_exposure_to_another_drug_is_refused() {
    let tofacitinib = catalog().inhibitor("tofacitinib").unwrap();
    let error = il6().daily_inhibition(tofacitinib, &once_daily(), 0.0.hours()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the exposure is to baricitinib, not to tofacitinib: take the kinetics of tofacitinib, or ask about baricitinib"
    );
    assert!(il6().ex_vivo(tofacitinib, &once_daily(), &[0.0.hours()]).is_err());
    assert!(il6().engagement(tofacitinib, &once_daily(), 0.0.hours()).is_err());
}

#[test]
fn a_day_that_begins_at_no_time_is_refused() {
    let nan = Time::from_seconds(f64::NAN);
    assert!(il6().daily_inhibition(baricitinib(), &once_daily(), nan).is_err());
    let error = il6().ex_vivo(baricitinib(), &once_daily(), &[nan]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the drug in a sample = NaN nM cannot be used: give a finite concentration of 0 nM or more"
    );
}

#[test]
fn a_steady_state_that_is_left_is_refused() {
    let missed = Regimen::oral(4.0.milligrams()).every(24.0.hours()).at_steady_state().missed(3);
    let error =
        il6().daily_inhibition(baricitinib(), &exposure(&missed), 24.0.hours()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the doses begin at a steady state, but do not repeat themselves from the day asked about within 14 days: write them out from the first, as .doses(n) without .at_steady_state()"
    );
}

#[test]
fn an_inhibition_that_no_dose_can_have_is_refused() {
    for inhibition in [0.0, 1.0, -0.5, f64::NAN] {
        let asked = (baricitinib(), Way::Static);
        let error = il6().equal_dose(asked, &once_daily(), 0.0.hours(), inhibition).unwrap_err();
        let text = format!(
            "an average inhibition of {inhibition} cannot be asked for: give a fraction between 0 and 1, such as 0.5"
        );
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn errors_that_are_rare_end_with_what_to_try() {
    let never = AssayError::NotPeriodic { days: 64, residual: 0.25 };
    assert_eq!(
        never.to_string(),
        "after 64 days the states of the cells still change by 2.5e-1 from day to day: the pathway may oscillate by itself; look at the time course, or ask for a single day of a regimen that is not at steady state"
    );
    let none = AssayError::NoHill { drug: "baricitinib".into() };
    assert_eq!(
        none.to_string(),
        "the curve of baricitinib has no Hill slope or no IC50 between 0.01 nM and 1 mM: ask in the dynamic way"
    );
}

#[test]
fn a_body_that_takes_a_drug_the_pathway_has_not_is_refused() {
    let exposure = once_daily();
    let body = exposure.individual();
    let pathway = |bodies: usize, drug: &str| {
        let inhibitor = catalog().inhibitor(drug).unwrap();
        let mut pathway = Pathway::new(catalog().cell("CD4 T cell").unwrap())
            .stimulate(catalog().cytokine("IL-6").unwrap(), 10.0.ng_per_ml())
            .inhibitors(&[inhibitor]);
        for _ in 0..bodies {
            pathway = pathway.taken_by(body);
        }
        pathway.build().map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(pathway(1, "baricitinib"), Ok(()));
    let absent = pathway(1, "tofacitinib").unwrap_err();
    assert!(absent.contains("baricitinib") && absent.contains("tofacitinib"), "{absent}");
    assert!(pathway(2, "baricitinib").unwrap_err().contains("baricitinib"));
}
