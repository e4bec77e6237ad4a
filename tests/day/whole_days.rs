//! Days that repeat themselves, and days that do not.

use super::{baricitinib, close, exposure, il6, once_daily};
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
