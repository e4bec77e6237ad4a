//! What regimens that look different have in common.

use super::bodies::{at, body, exposure, first_order, hours, second};
use super::dice::Dice;
use approx::assert_relative_eq;
use jakstat::pharmacokinetics::{Individual, Regimen};
use jakstat::units::Quantities;

fn bodies() -> Vec<Individual> {
    let mut dice = Dice::new(21);
    (0..12).map(|structure| dice.body(structure % 6)).collect()
}

fn daily() -> Regimen {
    Regimen::oral(4.0.milligrams()).every(24.0.hours())
}

#[test]
fn a_series_is_the_sum_of_its_doses() {
    for body in bodies() {
        let series = exposure(&body, &daily().doses(5));
        let single = exposure(&body, &Regimen::oral(4.0.milligrams()));
        for t in [0.0, 5.0, 24.0, 47.9, 99.0, 150.0] {
            let sum: f64 = (0..5).map(|k| at(&single, t - 24.0 * f64::from(k))).sum();
            assert_relative_eq!(at(&series, t), sum, max_relative = 1e-12);
        }
    }
}

#[test]
fn a_steady_state_is_that_of_very_many_doses() {
    for body in bodies() {
        let begun = 24.0 * 2000.0;
        let many = exposure(&body, &daily().doses(2100));
        let steady = exposure(&body, &daily().at_steady_state());
        for t in [0.0, 0.4, 7.0, 23.9, 24.0, 61.0] {
            assert_relative_eq!(at(&steady, t), at(&many, begun + t), max_relative = 1e-9);
        }
        // And it repeats itself.
        for t in [0.3, 11.0] {
            assert_relative_eq!(
                at(&steady, t),
                at(&steady, t + 24.0 * 365.0),
                max_relative = 1e-10
            );
        }
    }
}

#[test]
fn a_steady_state_decays_once_the_doses_end() {
    for body in bodies() {
        let steady = exposure(&body, &daily().at_steady_state());
        let ended = exposure(&body, &daily().at_steady_state().doses(1));
        assert_eq!(at(&ended, 20.0), at(&steady, 20.0));
        assert!(at(&ended, 40.0) < at(&steady, 40.0));
    }
}

#[test]
fn an_infusion_split_in_two_changes_nothing() {
    for body in bodies() {
        let whole = exposure(&body, &Regimen::infusion(6.0.milligrams(), 3.0.hours()));
        let first = Regimen::infusion(2.0.milligrams(), 1.0.hours());
        let rest = Regimen::infusion(4.0.milligrams(), 2.0.hours()).starting(1.0.hours());
        let halves = exposure(&body, &first.and(rest));
        for t in [0.5, 1.0, 1.7, 3.0, 3.1, 20.0] {
            assert_relative_eq!(at(&whole, t), at(&halves, t), max_relative = 1e-13);
        }
    }
}

#[test]
fn a_regimen_moved_in_time_moves_its_concentrations() {
    let mut dice = Dice::new(22);
    for k in 0..60 {
        let (body, regimen) = (dice.body(k % 6), dice.regimen());
        let here = exposure(&body, &regimen);
        let there = exposure(&body, &regimen.shifted(1000.0.hours()));
        for t in [0.7, 8.1, 30.3] {
            let (now, then) = (at(&here, t), at(&there, 1000.0 + t));
            assert!((now - then).abs() <= 1e-9 * now.max(1e-3), "{now} {then}");
        }
    }
}

#[test]
fn twice_the_dose_is_twice_the_concentration_and_none_is_none() {
    for body in bodies() {
        let [none, one, two] =
            [0.0, 3.0, 6.0].map(|dose: f64| exposure(&body, &Regimen::oral(dose.milligrams())));
        assert_eq!(at(&none, 5.0).to_bits(), 0.0_f64.to_bits());
        assert_relative_eq!(at(&two, 5.0), 2.0 * at(&one, 5.0), max_relative = 1e-14);
    }
}

#[test]
fn missed_late_and_loading_doses_are_where_they_should_be() {
    let regimen = daily().doses(5).missed(2).late(4, 6.0.hours()).loading(8.0.milligrams());
    let taken = regimen.doses_until(200.0.hours()).unwrap();
    let written: Vec<_> =
        taken.iter().map(|(time, amount)| (hours(*time), amount.as_milligrams())).collect();
    assert_eq!(written, [(0.0, 8.0), (48.0, 4.0), (78.0, 4.0), (96.0, 4.0)]);
    for body in bodies() {
        let found = exposure(&body, &regimen);
        let of = |dose: f64, t: f64| at(&exposure(&body, &Regimen::oral(dose.milligrams())), t);
        for t in [30.0, 77.0, 80.0, 100.0] {
            let sum = of(8.0, t) + of(4.0, t - 48.0) + of(4.0, t - 78.0) + of(4.0, t - 96.0);
            assert_relative_eq!(at(&found, t), sum, max_relative = 1e-12);
        }
    }
}

#[test]
fn a_dose_missed_at_steady_state_leaves_the_others() {
    for body in bodies() {
        let steady = exposure(&body, &daily().at_steady_state());
        let missed = exposure(&body, &daily().at_steady_state().missed(1));
        let single = exposure(&body, &Regimen::oral(4.0.milligrams()));
        for t in [0.0, 3.0, 23.0, 50.0] {
            let sum = at(&missed, t) + at(&single, t);
            assert_relative_eq!(at(&steady, t), sum, max_relative = 1e-12);
        }
    }
}

#[test]
fn a_lag_moves_the_absorption_and_not_the_dose() {
    let mut slow = body(first_order(1.0), Some(second()));
    let oral = Regimen::oral(4.0.milligrams());
    let prompt = exposure(&slow, &oral);
    slow.lag = 0.5.hours();
    let (own, stated) = (exposure(&slow, &oral), exposure(&slow, &oral.lagging(2.0.hours())));
    assert_eq!((at(&own, 0.5), at(&stated, 1.9)), (0.0, 0.0));
    for t in [0.1, 1.0, 10.0] {
        assert_relative_eq!(at(&own, 0.5 + t), at(&prompt, t), max_relative = 1e-12);
        assert_relative_eq!(at(&stated, 2.0 + t), at(&prompt, t), max_relative = 1e-12);
    }
}

#[test]
fn an_apparent_volume_makes_a_dose_into_a_vein_count_for_more() {
    let mut apparent = body(first_order(1.0), None);
    apparent.intravenous = Some(1.0 / 0.8);
    let bolus = exposure(&apparent, &Regimen::bolus(1.0.milligrams()));
    assert_relative_eq!(at(&bolus, 0.0), 25.0, max_relative = 1e-14);
}

#[test]
fn another_regimen_follows_one_interval_after_the_last_dose() {
    let both = daily().doses(3).then(Regimen::oral(2.0.milligrams()).every(12.0.hours())).unwrap();
    let times: Vec<f64> =
        both.doses_until(90.0.hours()).unwrap().iter().map(|(time, _)| hours(*time)).collect();
    assert_eq!(times, [0.0, 24.0, 48.0, 72.0, 84.0]);
}

#[test]
fn a_regimen_is_the_same_after_a_journey_through_json() {
    let regimen = daily().doses(5).missed(2).late(4, 6.0.hours()).lagging(0.1.hours()).and(
        Regimen::infusion_at(10.0.milligrams(), 5.0.milligrams_per_hour()).starting(3.0.hours()),
    );
    let json = serde_json::to_string(&regimen).unwrap();
    assert_eq!(serde_json::from_str::<Regimen>(&json).unwrap(), regimen);
    let short =
        r#"[{"amount": 4, "time": 0, "route": "oral", "interval": 86400, "steady_state": true}]"#;
    let read: Regimen = serde_json::from_str(short).unwrap();
    assert_eq!(read, daily().at_steady_state());
    let unknown = r#"[{"amount": 4, "time": 0, "route": "oral", "ii": 24}]"#;
    assert!(serde_json::from_str::<Regimen>(unknown).unwrap_err().to_string().contains("`ii`"));
}

#[test]
fn a_tablet_in_the_morning_and_half_of_one_in_the_evening_is_a_regimen() {
    let evening = Regimen::oral(2.0.milligrams()).every(24.0.hours()).starting(12.0.hours());
    for body in bodies() {
        let both = daily().at_steady_state().and(evening.clone().at_steady_state());
        let found = exposure(&body, &both);
        let [large, small] = [daily().at_steady_state(), evening.clone().at_steady_state()]
            .map(|alone| exposure(&body, &alone));
        for t in [12.0, 15.0, 40.0] {
            let sum = at(&large, t) + at(&small, t);
            assert_relative_eq!(at(&found, t), sum, max_relative = 1e-12);
        }
    }
    let both_in_the_morning = daily().and(daily().starting(48.0.hours()));
    assert!(
        both_in_the_morning.check().unwrap_err().to_string().contains("overlaps dose 1 (oral)")
    );
}
