//! Solutions known on paper.

use super::bodies::{area, at, body, exposure, first_order, hours, second};
use super::dice::Dice;
use approx::assert_relative_eq;
use jakstat::pharmacokinetics::{Absorption, Disposition, Regimen};
use jakstat::units::Quantities;

/// Elimination of the simple body, 1/h.
const K: f64 = 0.2;

#[test]
fn a_bolus_decays_from_dose_over_volume() {
    let exposure = exposure(&body(first_order(1.0), None), &Regimen::bolus(1.0.milligrams()));
    for t in [0.0_f64, 0.3, 5.0, 40.0] {
        assert_relative_eq!(at(&exposure, t), 20.0 * (-K * t).exp(), max_relative = 1e-14);
    }
    assert_eq!(at(&exposure, -1e-9), 0.0);
}

#[test]
fn a_tablet_follows_batemans_function_with_its_peak() {
    let ka = 1.3_f64;
    let exposure = exposure(&body(first_order(ka), None), &Regimen::oral(1.0.milligrams()));
    for t in [0.01_f64, 0.5, 2.0, 30.0] {
        let exact = 20.0 * ka / (ka - K) * ((-K * t).exp() - (-ka * t).exp());
        assert_relative_eq!(at(&exposure, t), exact, max_relative = 1e-12);
    }
    let peak = exposure.peak(0.0.hours(), 48.0.hours()).unwrap();
    let tmax = (ka / K).ln() / (ka - K);
    let cmax = 20.0 * (ka / K).powf(-K / (ka - K));
    assert_relative_eq!(hours(peak.time), tmax, max_relative = 1e-12);
    assert_relative_eq!(peak.concentration.as_nanomolar(), cmax, max_relative = 1e-14);
}

#[test]
fn absorption_as_fast_as_elimination_is_no_special_case() {
    let of = |ka: f64| exposure(&body(first_order(ka), None), &Regimen::oral(1.0.milligrams()));
    for t in [0.1_f64, 5.0, 30.0] {
        let exact = 20.0 * K * t * (-K * t).exp();
        assert_relative_eq!(at(&of(K), t), exact, max_relative = 1e-13);
        // Its neighbours differ by no more than the rates do: nothing cancels.
        assert_relative_eq!(at(&of(K * (1.0 + 1e-12)), t), exact, max_relative = 1e-11);
        assert_relative_eq!(at(&of(K * (1.0 - 1e-9)), t), exact, max_relative = 1e-8);
    }
    let peak = of(K).peak(0.0.hours(), 48.0.hours()).unwrap();
    assert_relative_eq!(hours(peak.time), 1.0 / K, max_relative = 1e-12);
    let cmax = 20.0 * (-1.0_f64).exp();
    assert_relative_eq!(peak.concentration.as_nanomolar(), cmax, max_relative = 1e-14);
}

/// α and β of the simple body with a second compartment, 1/h.
fn exponents() -> (f64, f64) {
    let (out, back) = (0.1, 0.25);
    let (sum, product): (f64, f64) = (K + out + back, K * back);
    let root = (sum * sum - 4.0 * product).sqrt();
    (f64::midpoint(sum, root), f64::midpoint(sum, -root))
}

#[test]
fn two_compartments_give_two_exponentials() {
    let (alpha, beta) = exponents();
    let bolus =
        exposure(&body(first_order(1.0), Some(second())), &Regimen::bolus(1.0.milligrams()));
    for t in [0.0_f64, 1.0, 10.0, 60.0] {
        let exact = 20.0
            * ((alpha - 0.25) * (-alpha * t).exp() + (0.25 - beta) * (-beta * t).exp())
            / (alpha - beta);
        assert_relative_eq!(at(&bolus, t), exact, max_relative = 1e-12);
    }
}

#[test]
fn absorption_at_an_exponent_of_the_disposition_is_no_special_case() {
    let (alpha, beta) = exponents();
    for pole in [alpha, beta] {
        let of = |ka: f64| {
            let body = body(first_order(ka), Some(second()));
            at(&exposure(&body, &Regimen::oral(1.0.milligrams())), 4.0)
        };
        // A central difference around the coincidence lands on it.
        let middle = f64::midpoint(of(pole * 1.001), of(pole * 0.999));
        assert_relative_eq!(of(pole), middle, max_relative = 1e-5);
        assert_relative_eq!(of(pole), of(pole * (1.0 + 1e-13)), max_relative = 1e-11);
    }
}

#[test]
fn a_second_compartment_that_nothing_reaches_is_not_there() {
    let mut far = second();
    far.exchange *= 1e-13;
    let oral = Regimen::oral(1.0.milligrams());
    for absorption in [first_order(0.9), Absorption::ZeroOrder { duration: 2.0.hours() }] {
        let one = exposure(&body(absorption, None), &oral);
        let two = exposure(&body(absorption, Some(far)), &oral);
        for t in [0.5, 3.0, 20.0] {
            assert_relative_eq!(at(&one, t), at(&two, t), max_relative = 1e-10);
        }
    }
    // The second compartment empties exactly as fast as the first is cleared: alpha and beta coincide.
    far.volume = (far.exchange * 3600.0 / K).litres();
    let two = exposure(&body(first_order(0.9), Some(far)), &oral);
    let one = exposure(&body(first_order(0.9), None), &oral);
    assert_relative_eq!(at(&one, 5.0), at(&two, 5.0), max_relative = 1e-5);
}

#[test]
fn a_constant_inflow_rises_to_rate_over_clearance() {
    let infused = Regimen::infusion(2.0.milligrams(), 4.0.hours());
    let absorbed = body(Absorption::ZeroOrder { duration: 4.0.hours() }, None);
    // 2000 nmol over 4 h and 10 L/h: 50 nM at most.
    let level = |t: f64| {
        let (flowing, after) = (t.min(4.0), (t - 4.0).max(0.0));
        50.0 * (1.0 - (-K * flowing).exp()) * (-K * after).exp()
    };
    let tablet = exposure(&absorbed, &Regimen::oral(2.0.milligrams()));
    let drip = exposure(&absorbed, &infused);
    let at_rate = Regimen::infusion_at(2.0.milligrams(), 0.5.milligrams_per_hour());
    let by_rate = exposure(&absorbed, &at_rate);
    for t in [0.1, 3.9, 4.0, 4.1, 30.0] {
        for exposure in [&tablet, &drip, &by_rate] {
            assert_relative_eq!(at(exposure, t), level(t), max_relative = 1e-13);
        }
    }
    let peak = drip.peak(0.0.hours(), 24.0.hours()).unwrap();
    assert_relative_eq!(hours(peak.time), 4.0, max_relative = 1e-13);
}

#[test]
fn the_area_is_dose_times_bioavailability_over_clearance() {
    let mut dice = Dice::new(11);
    for k in 0..60 {
        let body = dice.body(k % 6);
        let Disposition { clearance, .. } = body.disposition;
        let once = Regimen::oral(5.0.milligrams()).absorbed(0.86);
        let nanomoles = 5e6 / 371.42 * 0.86 * body.bioavailability;
        let whole = nanomoles / (clearance * 3600.0);
        assert_relative_eq!(area(&exposure(&body, &once), 0.0, 1e5), whole, max_relative = 1e-6);
        let steady = once.every(12.0.hours()).at_steady_state();
        let interval = exposure(&body, &steady);
        assert_relative_eq!(area(&interval, 0.0, 12.0), whole, max_relative = 1e-9);
        assert_relative_eq!(area(&interval, 31.3, 43.3), whole, max_relative = 1e-9);
    }
}

#[test]
fn the_area_is_that_of_a_fine_sum() {
    let mut dice = Dice::new(12);
    for k in 0..12 {
        let exposure = exposure(&dice.body(k % 6), &dice.regimen());
        let (from, to, pieces) = (1.0, 13.0, 120_000);
        let width = (to - from) / f64::from(pieces);
        let middle = |i: i32| at(&exposure, from + (f64::from(i) + 0.5) * width);
        let sum: f64 = (0..pieces).map(middle).sum::<f64>() * width;
        assert_relative_eq!(area(&exposure, from, to), sum, max_relative = 1e-4);
        let parts = area(&exposure, from, 4.7) + area(&exposure, 4.7, to);
        assert_relative_eq!(area(&exposure, from, to), parts, max_relative = 1e-12);
    }
}

#[test]
fn nothing_between_two_times_is_above_the_peak_or_below_the_trough() {
    let mut dice = Dice::new(13);
    for k in 0..60 {
        let exposure = exposure(&dice.body(k % 6), &dice.regimen());
        let peak = exposure.peak(2.0.hours(), 30.0.hours()).unwrap().concentration.as_nanomolar();
        let trough = exposure.trough(2.0.hours(), 30.0.hours()).unwrap();
        let trough = trough.concentration.as_nanomolar();
        for _ in 0..500 {
            let found = at(&exposure, dice.between(2.0, 30.0));
            assert!(found <= peak * (1.0 + 1e-12) && found >= trough * (1.0 - 1e-12));
        }
    }
}

#[test]
fn the_time_above_a_threshold_ends_where_the_bolus_has_decayed_to_it() {
    let bolus = exposure(&body(first_order(1.0), None), &Regimen::bolus(1.0.milligrams()));
    let above = |nanomolar: f64, from: f64, to: f64| {
        hours(bolus.time_above(nanomolar.nanomolar(), from.hours(), to.hours()).unwrap())
    };
    assert_relative_eq!(above(5.0, -3.0, 24.0), 4.0_f64.ln() / K, max_relative = 1e-12);
    assert_relative_eq!(above(5.0, 2.0, 5.0), 3.0, max_relative = 1e-12);
    assert_eq!((above(20.0, 0.0, 24.0), above(0.0, -3.0, 24.0)), (0.0, 24.0));
    let mut bound = body(first_order(1.0), None);
    bound.fraction_unbound = 0.5;
    let free = exposure(&bound, &Regimen::bolus(1.0.milligrams()))
        .time_free_above(2.5.nanomolar(), 0.0.hours(), 24.0.hours())
        .unwrap();
    assert_relative_eq!(hours(free), 4.0_f64.ln() / K, max_relative = 1e-12);
    assert_eq!(
        bolus.time_above(f64::NAN.nanomolar(), 0.0.hours(), 1.0.hours()).unwrap_err().to_string(),
        "the threshold is NaN nM: give zero or a positive finite number"
    );
}

#[test]
fn the_time_above_a_threshold_is_that_of_a_fine_count() {
    let mut dice = Dice::new(14);
    for k in 0..12 {
        let exposure = exposure(&dice.body(k % 6), &dice.regimen());
        let middle = exposure.summary(0.0.hours(), 30.0.hours()).unwrap().average;
        let found = hours(exposure.time_above(middle, 0.0.hours(), 30.0.hours()).unwrap());
        let pieces = 60_000;
        let above = (0..pieces).filter(|&i| {
            at(&exposure, 30.0 * (f64::from(i) + 0.5) / f64::from(pieces)) > middle.as_nanomolar()
        });
        let counted = 30.0 * above.count() as f64 / f64::from(pieces);
        assert!((found - counted).abs() < 0.01, "{found} {counted}");
    }
}

#[test]
fn no_time_has_no_concentration() {
    let steady = Regimen::oral(1.0.milligrams()).every(24.0.hours()).at_steady_state();
    let exposure = exposure(&body(first_order(1.0), None), &steady);
    for time in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(at(&exposure, time).is_nan());
    }
    assert_eq!(at(&exposure, -1.0), 0.0, "before the regimen there is nothing");
}
