//! Doses of the label by renal function, and drugs without kinetics.

use jakstat::catalog::{Catalog, LabelDose, RenalCategory};
use jakstat::units::{Filtration, Mass, Quantities, Time};

const NOT: Option<f64> = None;

#[test]
fn the_label_reduces_doses_with_renal_function() {
    let catalog = Catalog::builtin();
    let cases = [
        ("rheumatoid arthritis", [Some(2.0), Some(2.0), Some(1.0), NOT, NOT]),
        ("alopecia areata", [Some(2.0), Some(2.0), Some(1.0), NOT, NOT]),
        ("COVID-19", [Some(4.0), Some(4.0), Some(2.0), Some(1.0), NOT]),
    ];
    for (indication, expected) in cases {
        let label = catalog.label("baricitinib", indication).unwrap();
        let doses = RenalCategory::ALL.map(|renal| label.dose(renal).usual());
        assert_eq!(doses.map(|dose| dose.map(Mass::as_milligrams)), expected, "{indication}");
        assert_eq!(label.interval(), 24.0.hours());
        assert!(!label.provenance().source.is_empty());
    }
    let covid = catalog.label("Baricitinib", "covid 19").unwrap();
    assert_eq!(covid.longest().map(Time::as_seconds), Some(14.0 * 86400.0));
    assert_eq!(covid.dose(RenalCategory::EndStage), LabelDose::NotRecommended);
    assert_eq!(covid.dose(RenalCategory::EndStage).to_string(), "not recommended");
    let alopecia = catalog.label("baricitinib", "AA").unwrap();
    assert_eq!(alopecia.dose(RenalCategory::Normal).to_string(), "2 mg, up to 4 mg");
    assert_eq!(alopecia.dose(RenalCategory::Mild).to_string(), "2 mg");
}

#[test]
fn both_sources_of_renal_exposure_are_offered() {
    let catalog = Catalog::builtin();
    let moderate = catalog.renal_exposure("baricitinib", RenalCategory::Moderate).unwrap();
    let (study, model) = (moderate.study.as_ref().unwrap(), moderate.model.as_ref().unwrap());
    assert_eq!((study.area, study.interval, study.peak), (2.22, Some((1.81, 2.73)), Some(1.46)));
    assert_eq!((model.area, model.interval), (1.51, None));
    assert!(!study.provenance.verified.is_checked());
    let dialysis = catalog.renal_exposure("baricitinib", RenalCategory::EndStage).unwrap();
    assert!(dialysis.model.is_none());
    assert!(catalog.renal_exposure("baricitinib", RenalCategory::Normal).is_none());
}

#[test]
fn categories_hold_their_middles() {
    for renal in [RenalCategory::Mild, RenalCategory::Moderate, RenalCategory::Severe] {
        assert_eq!(RenalCategory::of(renal.filtration().unwrap()), renal);
    }
    let middles = RenalCategory::ALL.map(|renal| renal.filtration().map(Filtration::as_ml_per_min));
    assert_eq!(middles, [None, Some(75.0), Some(45.0), Some(22.5), None]);
    assert_eq!(RenalCategory::of(14.9.ml_per_min()), RenalCategory::EndStage);
}

#[test]
fn sets_that_disagree_are_offered_by_name_and_the_population_model_is_the_default() {
    let catalog = Catalog::builtin();
    assert_eq!(catalog.kinetics("LY3009104").unwrap().name(), "Decker 2024");
    let names: Vec<_> =
        catalog.kinetics_of("baricitinib").unwrap().iter().map(|set| set.name()).collect();
    assert_eq!(names, ["Decker 2024", "Decker 2026", "textbook"]);
    assert_eq!(
        catalog.kinetics_named("upadacitinib", "IR").unwrap().name(),
        "Klunder 2019, immediate release"
    );
    assert_eq!(
        catalog.kinetics_named("baricitinib", "Deker 2024").unwrap_err().to_string(),
        "there is no kinetic set called \"Deker 2024\": did you mean \"Decker 2024\"?"
    );
    assert_eq!(
        catalog.label("baricitinib", "colds").unwrap_err().to_string(),
        "there is no indication called \"colds\": did you mean \"COVID\"?"
    );
}

#[test]
fn a_drug_without_a_full_set_says_what_is_missing() {
    let complaint = |drug: &str| Catalog::builtin().kinetics(drug).unwrap_err().to_string();
    assert_eq!(
        complaint("ruxolitinib"),
        "ruxolitinib has no full set of pharmacokinetic parameters, missing: intercompartmental clearance, peripheral volume, absorption rate, variability; known: two compartments, bioavailability 95 %, 72 L, 3 % unbound; CL/F 17.7 L/h in women (unverified) (Appeldoorn et al. 2023 Clin Pharmacokinet, abstract). Bring a pharmacokinetics.toml with them, or use baricitinib, upadacitinib, tofacitinib"
    );
    for drug in ["filgotinib", "oclacitinib", "abrocitinib", "GS-829845"] {
        assert!(complaint(drug).contains("missing: "), "{drug}");
    }
    assert!(complaint("abrocitinib").contains("a clearance that does not depend on dose and time"));
    assert_eq!(
        complaint("peficitinib"),
        "peficitinib has no full set of pharmacokinetic parameters, missing: clearance, central volume, absorption rate or duration, fraction unbound; known: nothing. Bring a pharmacokinetics.toml with them, or use baricitinib, upadacitinib, tofacitinib"
    );
    assert_eq!(
        complaint("upadacitinb"),
        "there is no inhibitor called \"upadacitinb\": did you mean \"upadacitinib\"?"
    );
}
