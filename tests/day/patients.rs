//! Virtual patients: reproducible, and as different as they are said to be.

use super::{baricitinib, catalog, close, il6};
use jakstat::assay::{VirtualDay, VirtualPatients, Way};
use jakstat::prelude::*;

fn days(way: Way, numbers: std::ops::Range<u64>, abundance_variation: f64) -> Vec<VirtualDay> {
    let kinetics = catalog().kinetics("baricitinib").unwrap();
    let population = Population::new(kinetics, &Patient::reference(), 7).unwrap();
    let regimen = Regimen::oral(4.0.milligrams()).every(24.0.hours()).at_steady_state();
    let patients = VirtualPatients {
        population: &population,
        regimen: &regimen,
        numbers,
        abundance_variation,
        from: 0.0.hours(),
    };
    let days = il6().virtual_days((baricitinib(), way), &patients).unwrap();
    days.into_iter().map(Result::unwrap).collect()
}

#[test]
fn a_patient_is_the_same_alone_and_in_a_crowd_on_any_number_of_threads() {
    let crowd = days(Way::Dynamic, 0..6, 0.3);
    let single = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(single.install(|| days(Way::Dynamic, 0..6, 0.3)), crowd);
    assert_eq!(days(Way::Dynamic, 4..5, 0.3)[0], crowd[4]);
    assert!(crowd.windows(2).all(|pair| pair[0].inhibition != pair[1].inhibition));
}

#[test]
fn the_exposures_are_those_of_the_population() {
    let kinetics = catalog().kinetics("baricitinib").unwrap();
    let population = Population::new(kinetics, &Patient::reference(), 7).unwrap();
    let regimen = Regimen::oral(4.0.milligrams()).every(24.0.hours()).at_steady_state();
    for day in days(Way::Static, 0..50, 0.0) {
        let body = population.individual(day.number).unwrap();
        let exposure = Exposure::new(&body, &regimen).unwrap();
        let average = exposure.summary(0.0.hours(), 24.0.hours()).unwrap().average;
        close(day.exposure.average.as_nanomolar(), average.as_nanomolar(), 0.0);
        assert_eq!(day.course.len(), 289);
        assert!(day.course.iter().all(|&at| at <= day.inhibition.peak + 1e-12));
        assert!(day.inhibition.trough <= day.inhibition.average);
        assert!(day.inhibition.average <= day.inhibition.peak);
    }
}

#[test]
fn cells_that_differ_spread_the_inhibition() {
    let same = days(Way::Static, 0..12, 0.0);
    let different = days(Way::Static, 0..12, 0.5);
    let mut moved = 0;
    for (a, b) in same.iter().zip(&different) {
        assert_eq!(a.exposure, b.exposure);
        moved += usize::from((a.inhibition.average - b.inhibition.average).abs() > 1e-3);
    }
    assert!(moved >= 10, "{moved} of 12");
}

/// IC50 and slope that a static course follows: (C / IC50)^h is E / (1 − E).
fn curve_of(day: &VirtualDay) -> (f64, f64) {
    let kinetics = catalog().kinetics("baricitinib").unwrap();
    let population = Population::new(kinetics, &Patient::reference(), 7).unwrap();
    let regimen = Regimen::oral(4.0.milligrams()).every(24.0.hours()).at_steady_state();
    let body = population.individual(day.number).unwrap();
    let exposure = Exposure::new(&body, &regimen).unwrap();
    // 12 h and 23 h: after the absorption of most.
    let [(x, u), (y, v)] = [144, 276].map(|k: u32| {
        let free = exposure.free((f64::from(k) / 12.0).hours()).as_nanomolar();
        let gone = day.course[k as usize];
        (free.ln(), (gone / (1.0 - gone)).ln())
    });
    let hill = (u - v) / (x - y);
    ((x - u / hill).exp(), hill)
}

#[test]
fn each_patient_has_cells_of_his_own_and_without_variation_all_have_the_same() {
    let spread = |variation: f64| {
        let ic50s: Vec<f64> =
            days(Way::Static, 0..8, variation).iter().map(|day| curve_of(day).0).collect();
        let (low, high) = ic50s
            .iter()
            .fold((f64::INFINITY, 0.0_f64), |(low, high), &ic50| (low.min(ic50), high.max(ic50)));
        high / low
    };
    close(spread(0.0), 1.0, 1e-9);
    assert!(spread(0.5) > 1.1, "{}", spread(0.5));
}

#[test]
fn a_variation_that_is_none_is_refused() {
    let kinetics = catalog().kinetics("baricitinib").unwrap();
    let population = Population::new(kinetics, &Patient::reference(), 7).unwrap();
    let regimen = Regimen::oral(4.0.milligrams());
    for abundance_variation in [-0.1, f64::NAN, 30.0] {
        let patients = VirtualPatients {
            population: &population,
            regimen: &regimen,
            numbers: 0..1,
            abundance_variation,
            from: 0.0.hours(),
        };
        let error = il6().virtual_days((baricitinib(), Way::Static), &patients).unwrap_err();
        let text = format!(
            "a variation of {abundance_variation} between patients cannot be used: give a coefficient of variation from 0 to 10, such as 0.3 for 30 %"
        );
        assert_eq!(error.to_string(), text);
    }
}
