//! A drug absorbed into one compartment and eliminated from it: every measure has a closed form.

use crate::oracle::{Closed, Expected, Jet, at, read};
use jakstat::prelude::*;
use jakstat::units::Rate;

const END: f64 = 40.0;

/// Gut → plasma → nothing, from 1 nM in the gut; the rule is a share of the total that has left the gut.
fn absorption(absorbed: f64, eliminated: f64) -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let gut = net.species("gut", all, 1.0.nanomolar());
    let plasma = net.species("plasma", all, 0.0.nanomolar());
    let (ka, ke) = (net.parameter("ka", absorbed), net.parameter("ke", eliminated));
    net.irreversible("absorption", gut, plasma, ka).unwrap();
    net.irreversible("elimination", plasma, Network::nothing(), ke).unwrap();
    net.rule("bound", Expr::from(plasma) / (0.3 + Expr::from(plasma)));
    net.compile().unwrap()
}

fn plasma(ka: f64, ke: f64, t: f64) -> Jet {
    let (gone, gut, all) = ((-ke * t).exp(), (-ka * t).exp(), ka / (ka - ke));
    [all * (gone - gut), all * (ka * gut - ke * gone), all * (ke * ke * gone - ka * ka * gut)]
}

/// y / (0.3 + y) with its derivatives.
fn bound([y, slope, curvature]: Jet) -> Jet {
    let (room, k) = (0.3 + y, 0.3);
    let first = k / (room * room);
    [y / room, first * slope, first * curvature - 2.0 * first / room * slope * slope]
}

fn expected<F: Fn(f64) -> Jet>(closed: &Closed<F>, threshold: f64, area: f64) -> [Expected; 6] {
    [
        closed.peak(),
        closed.peak_time(),
        closed.time_above(threshold),
        closed.onset(threshold),
        closed.width(0.0),
        Expected { value: area, allowance: 10.0 * area },
    ]
}

const NAMES: [&str; 6] = ["peak", "peak time", "time above", "onset", "width", "area"];

fn measures(threshold: f64) -> [Measure; 6] {
    let (from, to) = (0.0, END);
    [
        Measure::Peak(from, to),
        Measure::PeakTime(from, to),
        Measure::TimeAbove { threshold, from, to },
        Measure::Onset { threshold, from, to },
        Measure::Width { baseline: Baseline::Value(0.0), from, to },
        Measure::Area(from, to),
    ]
}

#[test]
fn every_measure_of_absorption_meets_its_closed_form() {
    for method in [Method::Rodas5P, Method::Rodas4] {
        for relative in [1e-4, 1e-6, 1e-8, 1e-10] {
            let mut worst = [[0.0f64; 6]; 2];
            for (ka, ke) in [(1.0, 0.3), (5.0, 0.2), (0.4, 0.9), (20.0, 0.5), (2.0, 1.7)] {
                let model = absorption(ka, ke);
                let closed = Closed { at: |t| plasma(ka, ke, t), window: (0.0, END) };
                let all = (1.0 - (-ka * END).exp()) / ka;
                let area = ka / (ka - ke) * ((1.0 - (-ke * END).exp()) / ke - all);
                let share = Closed { at: |t| bound(plasma(ka, ke, t)), window: (0.0, END) };
                // The trapezoids of a fine grid, whose slopes at both ends are known, to order 4.
                let n = 200_000;
                let h = END / f64::from(n);
                let inner: f64 = (1..n).map(|k| (share.at)(h * f64::from(k))[0]).sum();
                let ends = [(share.at)(0.0), (share.at)(END)];
                let of_share = h * (inner + 0.5 * (ends[0][0] + ends[1][0]))
                    - h * h / 12.0 * (ends[1][1] - ends[0][1]);
                let thresholds = [0.5 * closed.maxima()[0].1, 0.7 * share.maxima()[0].1];
                let expected = [
                    expected(&closed, thresholds[0], area),
                    expected(&share, thresholds[1], of_share),
                ];
                for (which, name) in ["plasma", "bound"].into_iter().enumerate() {
                    let options = Options { method, ..at(relative) };
                    let found = read(&model, name, &measures(thresholds[which]), (END, options));
                    for (k, (found, expected)) in found.iter().zip(expected[which]).enumerate() {
                        let excess = expected.excess(*found, relative);
                        worst[which][k] = worst[which][k].max(excess);
                    }
                }
            }
            for (which, name) in ["plasma", "bound"].into_iter().enumerate() {
                for (measure, excess) in NAMES.iter().zip(worst[which]) {
                    println!(
                        "{method:?} {relative:e} {name} {measure}: {excess:.3} of what is allowed"
                    );
                }
            }
            {
                assert!(
                    worst.iter().flatten().all(|&excess| excess < 1.0),
                    "{relative:e}: {worst:?}"
                );
            }
        }
    }
}

#[test]
fn a_threshold_never_reached_gives_no_time_and_no_onset() {
    let model = absorption(1.0, 0.3);
    let (from, to) = (0.0, END);
    let high = 2.0;
    let found = read(
        &model,
        "plasma",
        &[
            Measure::TimeAbove { threshold: high, from, to },
            Measure::Onset { threshold: high, from, to },
            Measure::TimeAbove { threshold: -1.0, from, to },
            Measure::Onset { threshold: -1.0, from, to },
            // From the start on it is at zero, not above.
            Measure::Onset { threshold: 0.0, from, to },
            Measure::TimeAbove { threshold: 0.0, from, to },
            // Falling all along: no rise in the window.
            Measure::Onset { threshold: 0.1, from: 5.0, to },
        ],
        (END, at(1e-8)),
    );
    let forever = f64::INFINITY;
    assert_eq!(found[..5], [0.0, forever, END, forever, 0.0], "{found:?}");
    assert!((found[5] - END).abs() < 1e-12, "{found:?}");
    assert_eq!(found[6], forever);
}

#[test]
fn a_width_that_the_window_does_not_hold_is_infinite_and_a_flat_course_has_none() {
    let model = absorption(1.0, 0.3);
    let width = |baseline, from, to| Measure::Width { baseline, from, to };
    let found = read(
        &model,
        "plasma",
        &[
            // Both sides; the fall is cut off; the rise is cut off; only the rise; only the fall.
            width(Baseline::Value(0.0), 0.0, END),
            width(Baseline::Value(0.0), 0.0, 2.5),
            width(Baseline::Value(0.0), 1.5, END),
            width(Baseline::Value(0.0), 0.0, 1.0),
            width(Baseline::Value(0.0), 3.0, END),
            // From where the window begins there is no height when it only falls.
            width(Baseline::WindowStart, 3.0, END),
            width(Baseline::WindowStart, 0.0, END),
            // A baseline above the peak; a window of no length.
            width(Baseline::Value(5.0), 0.0, END),
            width(Baseline::WindowStart, 1.0, 1.0),
        ],
        (END, at(1e-8)),
    );
    let forever = f64::INFINITY;
    assert!(found[0] > 2.0 && found[0] < 8.0, "{found:?}");
    assert_eq!(found[1..6], [forever, forever, forever, forever, 0.0]);
    assert_eq!(found[6..], [found[0], 0.0, 0.0]);
}

#[test]
fn a_readout_does_not_depend_on_its_neighbours() {
    let model = absorption(1.0, 0.3);
    let together = read(&model, "bound", &measures(0.4), (END, at(1e-6)));
    for (measure, value) in measures(0.4).into_iter().zip(together) {
        let alone = read(&model, "bound", &[measure], (END, at(1e-6)))[0];
        assert_eq!(alone.to_bits(), value.to_bits(), "{measure:?}");
    }
}

/// A site that takes on the concentration of the plasma with a rate constant `fast`.
fn effect(ka: f64, ke: f64, fast: f64, t: f64) -> Jet {
    let all = ka / (ka - ke);
    let terms = [(ke, all), (ka, -all)];
    terms.iter().fold([0.0; 3], |sum, &(k, size)| {
        let size = size * fast / (fast - k);
        let (slow, quick) = ((-k * t).exp(), (-fast * t).exp());
        [
            sum[0] + size * (slow - quick),
            sum[1] + size * (fast * quick - k * slow),
            sum[2] + size * (k * k * slow - fast * fast * quick),
        ]
    })
}

#[test]
fn the_peak_of_what_follows_fast_is_timed_as_well() {
    let (ka, ke) = (1.0, 0.3);
    for fast in [2.0, 30.0, 1e3, 1e5] {
        let mut net = Network::new();
        let all = net.compartment("all", 1.0.litres());
        let gut = net.species("gut", all, 1.0.nanomolar());
        let [plasma, site] = ["plasma", "site"].map(|name| net.species(name, all, 0.0.nanomolar()));
        net.irreversible("absorption", gut, plasma, Rate::per_second(ka)).unwrap();
        net.irreversible("elimination", plasma, Network::nothing(), Rate::per_second(ke)).unwrap();
        let following = fast * (Expr::from(plasma) - Expr::from(site));
        net.reaction("following", Network::nothing(), site, Law::formula(following)).unwrap();
        let model = net.compile().unwrap();
        let closed = Closed { at: |t| effect(ka, ke, fast, t), window: (0.0, END) };
        let expected = closed.peak_time();
        for relative in [1e-4, 1e-6, 1e-8, 1e-10] {
            let measures = [Measure::PeakTime(0.0, END)];
            let found = read(&model, "site", &measures, (END, at(relative)))[0];
            let excess = expected.excess(found, relative);
            println!("{relative:e} site, {fast}/s, peak time: {excess:.3} of what is allowed");
            // Slopes of what is stiff come from dense output, whose errors matter more the shorter the
            // steps are.
            let allowed = if relative < 1e-9 { 2.0 } else { 1.0 };
            assert!(excess < allowed, "{relative:e}, {fast}/s: {found} {expected:?}");
        }
    }
}
