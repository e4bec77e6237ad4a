//! Takes readouts from the steps of one run.

use super::view::Source;
use super::{Evaluate, Measure, Observed, Readout, View};
use crate::ode::{Interpolant, Observer};
use core::fmt;

/// Nodes and weights of Gauss-Legendre quadrature of order 8 on \[−1, 1\].
const GAUSS: [(f64, f64); 4] = [
    (-0.861_136_311_594_052_6, 0.347_854_845_137_453_9),
    (-0.339_981_043_584_856_3, 0.652_145_154_862_546_1),
    (0.339_981_043_584_856_3, 0.652_145_154_862_546_1),
    (0.861_136_311_594_052_6, 0.347_854_845_137_453_9),
];
/// Pieces in which a step is searched for a peak.
const PIECES: u32 = 8;
/// How far inside the end of a step, as a share of a piece, a higher value tells of a peak in between.
const NEAR_END: f64 = 1e-4;
/// Rounds of golden section after that; each narrows the bracket by 0.62.
const ROUNDS: u32 = 40;

/// Watches a run of a system and takes readouts.
///
/// The solver must watch what [`View::watches`] names, in that order.
#[derive(Debug)]
pub struct Recorder<'a> {
    rules: Option<Rules<'a>>,
    readouts: &'a [Readout],
    view: &'a View,
    /// How many of the view's timed readouts have been taken.
    taken: usize,
    /// One per readout: its value as far as the run has come.
    values: Vec<f64>,
    /// One per readout: height of the peak whose time is sought.
    heights: Vec<f64>,
    now: f64,
    begun: bool,
}

/// Evaluates rules.
struct Rules<'a> {
    evaluate: Evaluate<'a>,
    state: Vec<f64>,
    parameters: Vec<f64>,
}

impl fmt::Debug for Rules<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rules").field("state", &self.state).finish_non_exhaustive()
    }
}

impl<'a> Recorder<'a> {
    /// A recorder of `readouts` that sees what their `view` asks for.
    pub fn new<S: Observed>(system: &'a S, readouts: &'a [Readout], view: &'a View) -> Self {
        let nothing = |r: &Readout| match r.measure {
            Measure::Peak(..) => f64::NEG_INFINITY,
            Measure::Area(..) => 0.0,
            Measure::At(_) | Measure::PeakTime(..) => f64::NAN,
        };
        Self {
            rules: view.sources.contains(&Source::Rule).then(|| Rules {
                evaluate: system.evaluate(),
                state: vec![0.0; system.dimension()],
                parameters: Vec::new(),
            }),
            readouts,
            view,
            taken: 0,
            values: readouts.iter().map(nothing).collect(),
            heights: vec![f64::NEG_INFINITY; readouts.len()],
            now: f64::NEG_INFINITY,
            begun: false,
        }
    }

    /// The values of a run that is over, one per readout.
    pub fn into_values(self) -> Vec<f64> {
        self.values
    }

    /// The next readout of a value at a time, if that time is not after `end`.
    fn next_due(&mut self, end: f64) -> Option<(usize, f64)> {
        let &k = self.view.timed.get(self.taken)?;
        let (time, _) = self.readouts[k].measure.window();
        (time <= end).then(|| {
            self.taken += 1;
            (k, time)
        })
    }

    /// The observable of readout `k`, from what is watched.
    fn observe(&mut self, k: usize, time: f64, watched: impl Fn(usize) -> f64) -> f64 {
        match (self.view.sources[k], &mut self.rules) {
            (Source::Sum(place), _) => watched(place),
            (Source::Rule, None) => f64::NAN,
            (Source::Rule, Some(Rules { evaluate, state, parameters })) => {
                for &(index, place) in &self.view.states {
                    state[index] = watched(place);
                }
                evaluate(self.readouts[k].observable, time, state, parameters)
            }
        }
    }

    /// The observable of readout `k` at a time within a step.
    fn within(&mut self, k: usize, time: f64, step: &dyn Interpolant) -> f64 {
        self.observe(k, time, |place| step.value(place, time))
    }

    /// Notes a value as the peak of readout `k`, if it is.
    fn note(&mut self, k: usize, time: f64, value: f64) {
        match self.readouts[k].measure {
            Measure::Peak(..) if value > self.values[k] => self.values[k] = value,
            Measure::PeakTime(..) if value > self.heights[k] => {
                self.heights[k] = value;
                self.values[k] = time;
            }
            _ => {}
        }
    }

    /// Looks for the peak of readout `k` between two times of a step.
    fn search(&mut self, k: usize, from: f64, to: f64, step: &dyn Interpolant) {
        let at = |piece: u32| from + (to - from) * f64::from(piece) / f64::from(PIECES);
        let values: Vec<f64> = (0..=PIECES).map(|p| self.within(k, at(p), step)).collect();
        for (piece, &value) in (0..=PIECES).zip(&values) {
            self.note(k, at(piece), value);
        }
        let highest =
            (0..=PIECES).zip(&values).fold((0, f64::NEG_INFINITY), |best, (piece, &y)| {
                if y > best.1 { (piece, y) } else { best }
            });
        let (piece, height) = highest;
        // At an end of the step the peak is inside only if the observable falls towards that end.
        if piece == 0 || piece == PIECES {
            let inwards = if piece == 0 { at(1) } else { at(PIECES - 1) };
            let near = at(piece) + NEAR_END * (inwards - at(piece));
            if self.within(k, near, step) <= height {
                return;
            }
        }
        let (mut low, mut high) = (at(piece.saturating_sub(1)), at((piece + 1).min(PIECES)));
        let golden = 0.5 * (5f64.sqrt() - 1.0);
        for _ in 0..ROUNDS {
            let (a, b) = (high - golden * (high - low), low + golden * (high - low));
            if self.within(k, a, step) >= self.within(k, b, step) {
                high = b;
            } else {
                low = a;
            }
        }
        let time = 0.5 * (low + high);
        let value = self.within(k, time, step);
        self.note(k, time, value);
    }
}

impl Observer for Recorder<'_> {
    fn stretch(&mut self, time: f64, states: &[f64], parameters: &[f64]) {
        let first = !core::mem::replace(&mut self.begun, true);
        self.now = time;
        if let Some(rules) = &mut self.rules {
            rules.parameters.clear();
            rules.parameters.extend_from_slice(parameters);
        }
        // Later stretches begin at a stop, whose left side the step before it has shown.
        while let Some((k, _)) = first.then(|| self.next_due(time)).flatten() {
            self.values[k] = self.observe(k, time, |place| states[place]);
        }
        for &k in &self.view.lasting {
            let (from, to) = self.readouts[k].measure.window();
            if from <= time && time <= to {
                let value = self.observe(k, time, |place| states[place]);
                self.note(k, time, value);
            }
        }
    }

    fn wants(&self) -> f64 {
        let window = |k: usize| self.readouts[k].measure.window();
        let next = self.view.timed.get(self.taken).map_or(f64::INFINITY, |&k| window(k).0);
        let lasting = self.view.lasting.iter();
        lasting
            .map(|&k| window(k))
            .filter(|&(_, to)| to > self.now)
            // From then on every step.
            .map(|(from, _)| if from <= self.now { f64::NEG_INFINITY } else { from })
            .fold(next, f64::min)
    }

    fn step(&mut self, step: &dyn Interpolant) {
        let (start, end) = (step.start(), step.end());
        while let Some((k, time)) = self.next_due(end) {
            self.values[k] = self.within(k, time, step);
        }
        for &k in &self.view.lasting {
            let (from, to) = self.readouts[k].measure.window();
            let (low, high) = (from.max(start), to.min(end));
            match self.readouts[k].measure {
                Measure::Area(..) if low < high => {
                    let (centre, half) = (0.5 * (low + high), 0.5 * (high - low));
                    for (node, weight) in GAUSS {
                        let value = self.within(k, centre + half * node, step);
                        self.values[k] += half * weight * value;
                    }
                }
                Measure::Peak(..) | Measure::PeakTime(..) if low < high => {
                    self.search(k, low, high, step);
                }
                // A window of no length: the step before has shown its own end.
                Measure::Peak(..) | Measure::PeakTime(..)
                    if from >= to && from > start && from <= end =>
                {
                    let value = self.within(k, from, step);
                    self.note(k, from, value);
                }
                _ => {}
            }
        }
        self.now = end;
    }
}
