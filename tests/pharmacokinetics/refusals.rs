//! What cannot be given, and what the refusal says.

use super::bodies::{body, first_order};
use jakstat::catalog::{Catalog, RenalCategory};
use jakstat::pharmacokinetics::{
    Exposure, Individual, Patient, PharmacokineticsError, Regimen, RegimenError,
};
use jakstat::units::{Mass, MolarMass, Quantities};

fn oral() -> Regimen {
    Regimen::oral(4.0.milligrams())
}

fn complaint(regimen: &Regimen) -> String {
    let error = Exposure::new(&body(first_order(1.0), None), regimen).unwrap_err();
    assert!(matches!(error, PharmacokineticsError::Regimen(_)), "{error:?}");
    assert_eq!(error.to_string(), regimen.check().unwrap_err().to_string());
    error.to_string()
}

#[test]
fn doses_that_are_no_amounts_are_refused() {
    let amount = |milligrams: f64| complaint(&Regimen::oral(milligrams.milligrams()));
    assert_eq!(
        amount(-4.0),
        "the amount of dose 1 is -4 mg: give zero or a positive finite number"
    );
    assert_eq!(
        amount(f64::NAN),
        "the amount of dose 1 is NaN mg: give zero or a positive finite number"
    );
    assert_eq!(
        complaint(&oral().every(24.0.hours()).loading(f64::INFINITY.milligrams())),
        "the loading dose of dose 1 is inf mg: give zero or a positive finite number"
    );
    assert_eq!(
        complaint(&oral().absorbed(0.0)),
        "the bioavailability of dose 1 is 0: give a fraction above 0 and at most 2, relative to the drug's own"
    );
    assert_eq!(
        complaint(&Regimen::of(Vec::new())),
        "the regimen has no dose: begin with Regimen::oral, bolus or infusion, or add a row"
    );
}

#[test]
fn times_that_are_none_are_refused() {
    assert_eq!(
        complaint(&oral().every(f64::INFINITY.hours())),
        "the interval of dose 1 is inf h: give a finite time of at least a minute"
    );
    assert_eq!(
        complaint(&oral().every(0.0.hours())),
        "the interval of dose 1 is 0 h: give a finite time of at least a minute"
    );
    assert_eq!(
        complaint(&oral().starting(f64::NAN.hours())),
        "the time of dose 1 is NaN h: give a finite number"
    );
    assert_eq!(
        complaint(&oral().lagging((-1.0).hours())),
        "the lag of dose 1 is -1 h: give zero or a positive finite number"
    );
    assert_eq!(
        complaint(&Regimen::infusion(1.0.milligrams(), 0.0.hours())),
        "the duration of dose 1 is 0 h: give a positive finite number"
    );
    assert_eq!(
        complaint(&Regimen::infusion_at(1.0.milligrams(), f64::NAN.milligrams_per_hour())),
        "the rate of dose 1 is NaN mg/h: give a positive finite number"
    );
}

#[test]
fn a_steady_state_needs_an_interval() {
    assert_eq!(
        complaint(&oral().at_steady_state()),
        "dose 1 has a steady state (SS) but no interval (II): say how often it is taken"
    );
    assert_eq!(
        complaint(&oral().doses(3)),
        "dose 1 has additional doses (ADDL) but no interval (II): say how often it is taken"
    );
    assert_eq!(
        complaint(&oral().every(24.0.hours()).at_steady_state().loading(8.0.milligrams())),
        "dose 1 has a loading dose and a steady state, which exclude each other: drop one"
    );
    assert_eq!(
        complaint(&Regimen::bolus(1.0.milligrams()).lagging(1.0.hours())),
        "dose 1 has a lag and a way into a vein, which exclude each other: drop one"
    );
    assert_eq!(
        complaint(&Regimen::bolus(1.0.milligrams()).absorbed(0.5)),
        "dose 1 has a bioavailability and a way into a vein, which exclude each other: drop one"
    );
}

#[test]
fn a_lag_beyond_the_interval_is_refused_be_it_the_doses_or_the_drugs() {
    let expected = "the lag of dose 1, 10800 s, exceeds its interval of 7200 s: a dose is absorbed before the next, so shorten the lag";
    assert_eq!(complaint(&oral().every(2.0.hours()).lagging(3.0.hours())), expected);
    let mut slow = body(first_order(1.0), None);
    slow.lag = 3.0.hours();
    let error = Exposure::new(&slow, &oral().every(2.0.hours())).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert!(Exposure::new(&slow, &oral().every(2.0.hours()).lagging(1.0.hours())).is_ok());
}

#[test]
fn events_out_of_order_or_on_top_of_each_other_are_refused() {
    let late = oral().starting(8.0.hours()).series().to_vec();
    let early = oral().series().to_vec();
    assert_eq!(
        complaint(&Regimen::of([late, early].concat())),
        "dose 2 at 0 s comes after one at 28800 s: sort the doses by time"
    );
    let week = oral().every(24.0.hours()).doses(7);
    assert_eq!(
        complaint(&week.clone().and(oral().starting(48.0.hours()))),
        "dose 2 at 172800 s overlaps dose 1 (oral), which goes on until 518400 s: end that one earlier, with fewer doses or a shorter infusion"
    );
    assert!(complaint(&oral().and(oral())).starts_with("dose 2 at 0 s overlaps dose 1 (oral)"));
    let drip =
        |start: f64| Regimen::infusion(1.0.milligrams(), 2.0.hours()).starting(start.hours());
    assert!(
        complaint(&drip(0.0).and(drip(1.0)))
            .contains("overlaps dose 1 (infusion), which goes on until 7200 s")
    );
    assert!(drip(0.0).and(drip(2.0)).check().is_ok());
    assert!(week.and(drip(1.0)).check().is_ok(), "another way may overlap");
    assert_eq!(
        complaint(&drip(0.0).every(1.5.hours())),
        "the infusions of dose 1 overlap: each lasts 7200 s, and the next begins after 5400 s; raise the rate or the interval"
    );
}

#[test]
fn doses_that_a_series_does_not_have_are_neither_missed_nor_late() {
    let week = || oral().every(24.0.hours()).doses(7);
    assert_eq!(
        complaint(&week().missed(8)),
        "dose 8 of series 1 cannot be missed: the series has 7; doses are counted from 1, and each is excepted once"
    );
    assert!(
        complaint(&week().late(0, 1.0.hours())).starts_with("dose 0 of series 1 cannot be late")
    );
    assert!(complaint(&week().missed(3).late(3, 1.0.hours())).contains("each is excepted once"));
    assert_eq!(
        complaint(&week().late(3, 24.0.hours())),
        "the lateness of dose 1 is 24 h: give zero or more, and less than the interval: a dose later than that is missed"
    );
    assert_eq!(
        complaint(&oral().every(24.0.hours()).doses(0)),
        "the number of doses of dose 1 is 0: give 1 or more"
    );
    assert_eq!(
        oral().every(24.0.hours()).then(oral()).unwrap_err().to_string(),
        RegimenError::Endless.to_string()
    );
}

#[test]
fn patients_that_nobody_is_are_refused() {
    let kinetics = Catalog::builtin().kinetics("baricitinib").unwrap();
    let refuse =
        |patient: Patient| Individual::typical(kinetics, &patient).unwrap_err().to_string();
    let reference = Patient::reference();
    assert_eq!(
        refuse(reference.with_filtration(1000.0.ml_per_min())),
        "the renal filtration is 1000 mL/min: give an eGFR or creatinine clearance from 15 to 250 mL/min"
    );
    assert!(
        refuse(reference.with_filtration(f64::NAN.ml_per_min()))
            .starts_with("the renal filtration is NaN mL/min")
    );
    assert!(
        refuse(reference.with_filtration(5.0.ml_per_min()))
            .starts_with("the renal filtration is 5 mL/min")
    );
    assert_eq!(
        refuse(reference.weighing(700.0.kilograms())),
        "the body weight is 700 kg: give a body weight from 2 to 300 kg"
    );
    assert_eq!(
        refuse(reference.aged(-1.0)),
        "the age is -1 years: give an age from 1 to 120 years"
    );
    assert_eq!(
        refuse(reference.with_renal_function(RenalCategory::EndStage)),
        "no filtration stands for end-stage renal function: give one with Patient::with_filtration, or choose mild, moderate or severe"
    );
}

#[test]
fn a_body_that_nobody_has_is_refused() {
    let refuse = |body: &Individual| Exposure::new(body, &oral()).unwrap_err().to_string();
    let mut none = body(first_order(1.0), None);
    none.molar_mass = None;
    assert_eq!(
        refuse(&none),
        "drug has no molar mass, which turns mg into nM: add molar_mass_g_per_mol to its set, or the drug to inhibitors.csv"
    );
    none.molar_mass = Some(MolarMass::from_grams_per_mole(0.0));
    assert!(refuse(&none).starts_with("drug has no molar mass"));
    let mut idle = body(first_order(1.0), None);
    idle.disposition.clearance = 0.0;
    assert_eq!(refuse(&idle), "clearance is 0 L/s: give a positive finite number");
    assert_eq!(
        refuse(&body(first_order(f64::NAN), None)),
        "absorption rate is NaN 1/s: give a positive finite number"
    );
    let mut bound = body(first_order(1.0), None);
    bound.fraction_unbound = 1.5;
    assert_eq!(refuse(&bound), "fraction unbound is 1.5: give above 0 and at most 1");
}

#[test]
fn an_apparent_set_without_bioavailability_goes_into_no_vein() {
    let kinetics = Catalog::builtin().kinetics("upadacitinib").unwrap();
    let drip = Regimen::infusion(Mass::from_milligrams(1.0), 2.0.hours());
    let error = Exposure::of(kinetics, &Patient::reference(), &drip).unwrap_err();
    assert_eq!(
        error.to_string(),
        "upadacitinib cannot be given into a vein here: the parameters (typical patient of Klunder 2019, 74 kg, 108.7 mL/min) are apparent ones of oral doses, and no absolute bioavailability is known; give it by mouth"
    );
}

#[test]
fn a_window_without_length_is_refused() {
    let exposure = Exposure::new(&body(first_order(1.0), None), &oral()).unwrap();
    for (from, to) in [(1.0, 1.0), (2.0, 1.0), (0.0, f64::INFINITY), (f64::NAN, 1.0)] {
        assert!(exposure.area(from.hours(), to.hours()).is_err());
        assert!(exposure.peak(from.hours(), to.hours()).is_err());
    }
    assert_eq!(
        exposure.summary(2.0.hours(), 1.0.hours()).unwrap_err().to_string(),
        "the window from 7200 s to 3600 s is none: give two finite times in ascending order"
    );
}

#[test]
fn nothing_counts_doses_for_ever() {
    let often = oral().every(0.1.hours());
    let exposure = Exposure::new(&body(first_order(1.0), None), &often).unwrap();
    let years = 1e6 * 24.0;
    let complaint = exposure.area(0.0.hours(), years.hours()).unwrap_err().to_string();
    assert_eq!(
        complaint,
        "the window from 0 s to 86400000000 s holds 240000002 doses, more than 1000000: look at a shorter one, or at a steady state"
    );
    // One time is in closed form, however many doses came before it.
    let settled = exposure.total(years.hours()).as_nanomolar();
    let steady =
        Exposure::new(&body(first_order(1.0), None), &often.clone().at_steady_state()).unwrap();
    assert!((settled / steady.total(0.0.hours()).as_nanomolar() - 1.0).abs() < 1e-3);
    assert_eq!(
        often.doses_until(years.hours()).unwrap_err().to_string(),
        "doses up to 86400000000 s are too many to list, 240000001: give a finite time with at most 1000000 doses before it"
    );
    assert!(often.doses_until(f64::INFINITY.hours()).is_err());
    assert!(oral().doses_until(f64::NAN.hours()).is_err());
}
