//! Days that repeat themselves, and days that do not.

use super::{baricitinib, catalog, close, exposure, il6, once_daily};
use jakstat::prelude::*;

#[test]
fn a_day_at_steady_state_repeats_itself_and_says_how_well() {
    let day = il6().daily_inhibition(baricitinib(), &once_daily(), 0.0.hours()).unwrap();
    let period = day.period.unwrap();
    assert!(period.residual <= 1e-4 && period.days >= 2, "{period:?}");
    let (first, last) = (day.moments[0], day.moments[day.moments.len() - 1]);
    assert_eq!((first.hours, last.hours), (0.0, 24.0));
    close(first.dynamic_inhibition, last.dynamic_inhibition, 1e-4);
    let next = il6().daily_inhibition(baricitinib(), &once_daily(), 24.0.hours()).unwrap();
    close(next.dynamic_inhibition.average, day.dynamic_inhibition.average, 1e-5);
}

#[test]
fn the_thirtieth_day_from_the_first_dose_is_that_of_the_steady_state() {
    let regimen = Regimen::oral(4.0.milligrams()).every(24.0.hours()).doses(30);
    let thirtieth =
        il6().daily_inhibition(baricitinib(), &exposure(&regimen), (29.0 * 24.0).hours()).unwrap();
    assert_eq!(thirtieth.period, None);
    let steady = il6().daily_inhibition(baricitinib(), &once_daily(), 0.0.hours()).unwrap();
    for (found, expected) in thirtieth.moments.iter().zip(&steady.moments) {
        close(found.dynamic_inhibition, expected.dynamic_inhibition, 1e-3);
        close(found.free_nm, expected.free_nm, 1e-6 * expected.free_nm);
    }
}

#[test]
fn before_the_first_dose_nothing_is_inhibited() {
    let regimen = Regimen::oral(4.0.milligrams()).starting(48.0.hours());
    let day = il6().daily_inhibition(baricitinib(), &exposure(&regimen), 0.0.hours()).unwrap();
    close(day.dynamic_inhibition.average, 0.0, 1e-6);
    assert_eq!(day.static_inhibition.unwrap().average, 0.0);
    assert_eq!(day.hours_above_ic50, Some(0.0));
}

#[test]
fn the_course_is_that_of_a_tighter_solve() {
    let tight = Options { tolerance: Tolerance::relative(1e-9), ..Options::default() };
    let day = il6().daily_inhibition(baricitinib(), &once_daily(), 0.0.hours()).unwrap();
    let exact =
        il6().options(tight).daily_inhibition(baricitinib(), &once_daily(), 0.0.hours()).unwrap();
    for (found, expected) in day.moments.iter().zip(&exact.moments) {
        close(found.dynamic_inhibition, expected.dynamic_inhibition, 1e-4);
    }
    close(day.dynamic_inhibition.average, exact.dynamic_inhibition.average, 1e-5);
}

#[test]
fn doses_every_other_day_repeat_themselves_every_other_day() {
    let alternate = Regimen::oral(4.0.milligrams()).every(48.0.hours()).at_steady_state();
    let first = il6().daily_inhibition(baricitinib(), &exposure(&alternate), 0.0.hours()).unwrap();
    let second =
        il6().daily_inhibition(baricitinib(), &exposure(&alternate), 24.0.hours()).unwrap();
    assert_eq!(first.period.unwrap().days % 2, 0);
    assert!(first.dynamic_inhibition.average > 1.5 * second.dynamic_inhibition.average);
    // The same written out from the first dose.
    let written = Regimen::oral(4.0.milligrams()).every(48.0.hours()).doses(20);
    let from = (38.0 * 24.0).hours();
    let late = il6().daily_inhibition(baricitinib(), &exposure(&written), from).unwrap();
    close(late.dynamic_inhibition.average, first.dynamic_inhibition.average, 1e-3);
}

#[test]
fn cells_of_someone_who_began_before_time_0_have_known_the_drug_since() {
    let week = (-7.0 * 24.0).hours();
    let since = Regimen::oral(4.0.milligrams()).every(24.0.hours()).starting(week);
    let found =
        il6().daily_inhibition(baricitinib(), &exposure(&since.doses(40)), 0.0.hours()).unwrap();
    let steady = il6().daily_inhibition(baricitinib(), &once_daily(), 0.0.hours()).unwrap();
    for (found, expected) in found.moments.iter().zip(&steady.moments) {
        close(found.dynamic_inhibition, expected.dynamic_inhibition, 5e-3);
    }
}

#[test]
fn a_bolus_at_the_boundary_of_days_belongs_to_the_day_it_begins() {
    let bolus = Regimen::bolus(2.0.milligrams()).every(24.0.hours()).at_steady_state();
    let day = il6().daily_inhibition(baricitinib(), &exposure(&bolus), 0.0.hours()).unwrap();
    assert!(day.period.is_some());
    assert_eq!(day.exposure.peak.time, 0.0.hours());
    let infused = Regimen::infusion(2.0.milligrams(), 1.0.minutes()).every(24.0.hours());
    let infused = exposure(&infused.at_steady_state());
    let like = il6().daily_inhibition(baricitinib(), &infused, 0.0.hours()).unwrap();
    close(day.dynamic_inhibition.average, like.dynamic_inhibition.average, 2e-3);
}

#[test]
fn one_drug_replaces_another() {
    let tofacitinib = catalog().inhibitor("tofacitinib").unwrap();
    let before = Regimen::oral(5.0.milligrams()).every(12.0.hours()).doses(40);
    let kinetics = catalog().kinetics("tofacitinib").unwrap();
    let before = Exposure::of(kinetics, &Patient::reference(), &before).unwrap();
    let switch = (20.0 * 24.0).hours();
    let after = Regimen::oral(4.0.milligrams()).every(24.0.hours()).doses(40).starting(switch);
    let after = exposure(&after);
    let taken = [(tofacitinib, &before), (baricitinib(), &after)];
    let average =
        |days: f64| il6().dynamic_day(&taken, (days * 24.0).hours()).unwrap().inhibition.average;
    let alone = |inhibitor, exposure, days: f64| {
        let taken: &[(&Inhibitor, &Exposure)] = &[(inhibitor, exposure)];
        il6().dynamic_day(taken, (days * 24.0).hours()).unwrap().inhibition.average
    };
    close(average(18.0), alone(tofacitinib, &before, 18.0), 1e-4);
    close(average(40.0), alone(baricitinib(), &after, 40.0), 1e-4);
    assert!(average(18.0) < average(20.0) && average(20.0) < average(40.0));
    // Both at once do more than either.
    let daily = Regimen::oral(5.0.milligrams()).every(12.0.hours()).at_steady_state();
    let other = Exposure::of(kinetics, &Patient::reference(), &daily).unwrap();
    let both = [(tofacitinib, &other), (baricitinib(), &once_daily())];
    let together = il6().dynamic_day(&both, 0.0.hours()).unwrap();
    let day = il6().daily_inhibition(baricitinib(), &once_daily(), 0.0.hours()).unwrap();
    assert!(together.inhibition.average > day.dynamic_inhibition.average + 0.01);
}
