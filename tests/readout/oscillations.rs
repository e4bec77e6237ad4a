//! Random sums of damped oscillations: several peaks, several crossings, all known.

use crate::oracle::{Closed, Expected, Jet, at, read};
use core::f64::consts::TAU;
use jakstat::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const END: f64 = 10.0;

/// One damped oscillation: decay and frequency in 1/s, amplitude and phase of what is observed.
#[derive(Debug, Clone, Copy)]
struct Mode {
    decay: f64,
    frequency: f64,
    amplitude: f64,
    phase: f64,
}

/// For each mode x′ = −a x − w v, v′ = w x − a v from (cos φ, sin φ), both held as species 2 nM higher;
/// the rule is 3 + Σ A x.
fn oscillators(modes: &[Mode]) -> Model {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let mut sum = Expr::from(3.0);
    for (k, mode) in modes.iter().enumerate() {
        let names = [format!("x{k}"), format!("v{k}")];
        let [x, v] = names.map(|name| net.species(name, all, 0.0.nanomolar()));
        let starts = [("cos", mode.phase.cos()), ("sin", mode.phase.sin())];
        for (species, (name, start)) in [x, v].into_iter().zip(starts) {
            let start = net.parameter(format!("{name}{k}"), 2.0 + start);
            net.set_initial(species, start);
            net.set_scale(species, 1.0.nanomolar());
        }
        let (real, imaginary) = (Expr::from(x) - 2.0, Expr::from(v) - 2.0);
        let along = -mode.decay * real.clone() - mode.frequency * imaginary.clone();
        let across = mode.frequency * real.clone() - mode.decay * imaginary;
        net.reaction(format!("along{k}"), Network::nothing(), x, Law::formula(along)).unwrap();
        net.reaction(format!("across{k}"), Network::nothing(), v, Law::formula(across)).unwrap();
        sum = sum + mode.amplitude * real;
    }
    net.rule("sum", sum);
    net.compile().unwrap()
}

/// 3 + Σ A e^(−at) cos(wt + φ) and its derivatives.
fn closed(modes: &[Mode], t: f64) -> Jet {
    modes.iter().fold([3.0, 0.0, 0.0], |sum, &Mode { decay: a, frequency: w, amplitude, phase }| {
        let size = amplitude * (-a * t).exp();
        let (sin, cos) = (w * t + phase).sin_cos();
        let slope = size * (-a * cos - w * sin);
        let curvature = size * ((a * a - w * w) * cos + 2.0 * a * w * sin);
        [sum[0] + size * cos, sum[1] + slope, sum[2] + curvature]
    })
}

fn mode() -> impl Strategy<Value = Mode> {
    (0.02..0.6f64, 0.2..3.0f64, 0.2..1.0f64, 0.0..TAU).prop_map(
        |(decay, frequency, amplitude, phase)| Mode { decay, frequency, amplitude, phase },
    )
}

/// Whether a level is crossed steeply wherever it is met: tangents are excluded.
fn is_clear<F: Fn(f64) -> Jet>(closed: &Closed<F>, level: f64) -> bool {
    let steep = |t: f64| (closed.at)(t)[1].abs() > 0.05;
    let near = |height: f64| (height - level).abs() < 0.02;
    let upside_down = Closed { at: |t| (closed.at)(t).map(|x| -x), window: closed.window };
    closed.crossings(level).iter().all(|crossing| steep(crossing.0))
        && !closed.maxima().iter().any(|maximum| near(maximum.1))
        && !upside_down.maxima().iter().any(|minimum| near(-minimum.1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, rng_seed: RngSeed::Fixed(3), ..ProptestConfig::default() })]

    #[test]
    fn every_measure_of_random_oscillations_meets_its_closed_form(
        modes in proptest::collection::vec(mode(), 1..4),
        (start, length) in (0.0..4.0f64, 2.0..6.0f64),
        (threshold, baseline) in (2.0..4.0f64, 0.0..2.0f64),
    ) {
        let (from, to) = (start, start + length);
        let model = oscillators(&modes);
        let course = Closed { at: |t| closed(&modes, t), window: (from, to) };
        let maxima = course.maxima();
        let half = f64::midpoint(baseline, maxima[0].1);
        prop_assume!(maxima[0].1 - maxima[1].1 > 0.02);
        prop_assume!(is_clear(&course, threshold) && is_clear(&course, half));
        let measures = [
            (Measure::Peak(from, to), course.peak()),
            (Measure::PeakTime(from, to), course.peak_time()),
            (Measure::TimeAbove { threshold, from, to }, course.time_above(threshold)),
            (Measure::Onset { threshold, from, to }, course.onset(threshold)),
            (Measure::Width { baseline: Baseline::Value(baseline), from, to }, course.width(baseline)),
            (Measure::Final, Expected { value: closed(&modes, END)[0], allowance: 10.0 * course.scale() }),
        ];
        let asked = measures.map(|measure| measure.0);
        for relative in [1e-5, 1e-9] {
            let found = read(&model, "sum", &asked, (END, at(relative)));
            for ((measure, expected), found) in measures.iter().zip(found) {
                let excess = expected.excess(found, relative);
                prop_assert!(excess < 1.0, "{relative:e} {measure:?}: {found}, not {expected:?}: {excess}");
            }
        }
    }
}
