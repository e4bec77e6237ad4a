//! What a readout should be, found on a closed form by scanning it finely, and how far off it may be.

use jakstat::prelude::*;

/// Scanned points; what turns twice between two of them is not told apart.
const SCANNED: usize = 40_000;

/// A closed form on a window: value, slope and curvature as functions of time.
pub(crate) struct Closed<F> {
    pub(crate) at: F,
    pub(crate) window: (f64, f64),
}

/// Value, slope and curvature.
pub(crate) type Jet = [f64; 3];

/// A readout as it should be, and how far it may be off at a relative tolerance of 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expected {
    pub(crate) value: f64,
    pub(crate) allowance: f64,
}

fn root(f: impl Fn(f64) -> f64, (mut a, mut b): (f64, f64)) -> f64 {
    let rising = f(b) > f(a);
    for _ in 0..200 {
        let middle = f64::midpoint(a, b);
        if (f(middle) > 0.0) == rising { b = middle } else { a = middle }
    }
    f64::midpoint(a, b)
}

impl<F: Fn(f64) -> Jet> Closed<F> {
    fn grid(&self) -> impl Iterator<Item = (f64, f64)> {
        let (from, to) = self.window;
        let time = move |k: usize| from + (to - from) * k as f64 / SCANNED as f64;
        (0..SCANNED).map(move |k| (time(k), time(k + 1)))
    }

    /// Largest |value| in the window.
    pub(crate) fn scale(&self) -> f64 {
        self.grid().map(|(_, t)| (self.at)(t)[0].abs()).fold(0.0, f64::max)
    }

    /// Times at which it crosses a level, ascending, and whether it rises there.
    pub(crate) fn crossings(&self, level: f64) -> Vec<(f64, bool)> {
        let f = |t: f64| (self.at)(t)[0] - level;
        let crosses = |&(a, b): &(f64, f64)| (f(a) > 0.0) != (f(b) > 0.0);
        self.grid().filter(crosses).map(|(a, b)| (root(f, (a, b)), f(b) > f(a))).collect()
    }

    /// All local maxima, ends included, highest first.
    pub(crate) fn maxima(&self) -> Vec<(f64, f64)> {
        let slope = |t: f64| (self.at)(t)[1];
        let turns = self.grid().filter(|&(a, b)| slope(a) > 0.0 && slope(b) <= 0.0);
        let mut times: Vec<f64> = turns.map(|pair| root(slope, pair)).collect();
        times.extend([self.window.0, self.window.1]);
        let mut maxima: Vec<(f64, f64)> = times.into_iter().map(|t| (t, (self.at)(t)[0])).collect();
        maxima.sort_by(|a, b| b.1.total_cmp(&a.1));
        maxima
    }

    /// What an error of the observable of 10 × the relative tolerance does to a crossing there.
    fn shift(&self, time: f64) -> f64 {
        10.0 * self.scale() / (self.at)(time)[1].abs()
    }

    pub(crate) fn peak(&self) -> Expected {
        Expected { value: self.maxima()[0].1, allowance: 10.0 * self.scale() }
    }

    pub(crate) fn peak_time(&self) -> Expected {
        let (time, _) = self.maxima()[0];
        let curvature = (self.at)(time)[2].abs();
        let inside = time > self.window.0 && time < self.window.1;
        let allowance = if inside { 10.0 * self.scale() / (curvature * time) } else { 1e-6 };
        Expected { value: time, allowance }
    }

    pub(crate) fn onset(&self, threshold: f64) -> Expected {
        let crossings = self.crossings(threshold);
        let first = crossings.iter().find(|crossing| crossing.1);
        first.map_or(Expected { value: f64::INFINITY, allowance: 0.0 }, |&(time, _)| Expected {
            value: time,
            allowance: self.shift(time),
        })
    }

    pub(crate) fn time_above(&self, threshold: f64) -> Expected {
        let (from, to) = self.window;
        let mut expected = Expected { value: 0.0, allowance: 0.0 };
        let mut since = ((self.at)(from)[0] > threshold).then_some(from);
        for (time, rises) in self.crossings(threshold) {
            expected.allowance += self.shift(time);
            expected.value += since.map_or(0.0, |since| time - since);
            since = rises.then_some(time);
        }
        expected.value += since.map_or(0.0, |since| to - since);
        expected
    }

    pub(crate) fn width(&self, baseline: f64) -> Expected {
        let (peak, height) = self.maxima()[0];
        let crossings = self.crossings(f64::midpoint(baseline, height));
        let before = crossings.iter().rev().find(|crossing| crossing.0 < peak);
        let after = crossings.iter().find(|crossing| crossing.0 > peak);
        match (before, after) {
            (Some(&(rise, _)), Some(&(fall, _))) => {
                Expected { value: fall - rise, allowance: self.shift(rise) + self.shift(fall) }
            }
            _ => Expected { value: f64::INFINITY, allowance: 0.0 },
        }
    }
}

impl Expected {
    /// How far `found` is off, as a share of what is allowed at a relative tolerance.
    pub(crate) fn excess(&self, found: f64, relative: f64) -> f64 {
        let error = (found - self.value).abs();
        let rounding = 1e-13 * self.value.abs();
        if found == self.value { 0.0 } else { error / (relative * self.allowance + rounding) }
    }
}

/// The readouts of one run of a model without events.
pub(crate) fn read(
    model: &Model,
    observable: &str,
    measures: &[Measure],
    (end, options): (f64, Options),
) -> Vec<f64> {
    let observable = model.observable(observable).unwrap();
    let readouts: Vec<Readout> =
        measures.iter().map(|&measure| Readout { observable, measure }).collect();
    let sweep = Sweep::new(model, Protocol { end, ..Protocol::default() });
    let outcomes = sweep.readouts(&readouts).options(options).run(&Conditions::single()).unwrap();
    outcomes[0].readouts().unwrap().to_vec()
}

/// Options with a relative tolerance.
pub(crate) fn at(relative: f64) -> Options {
    Options { tolerance: Tolerance::relative(relative), ..Options::default() }
}
