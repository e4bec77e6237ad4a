//! Takes readouts from the steps of one run.

use super::{Measure, Readout};
use crate::network::{Model, Probe};
use crate::ode::{Interpolant, Observer, System};

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

/// Watches a run of a model and takes readouts.
///
/// The solver must watch the states that [`Readout::states`] names, in that order.
#[derive(Debug, Clone)]
pub struct Recorder<'a> {
    probe: Probe<'a>,
    readouts: &'a [Readout],
    watched: &'a [usize],
    /// One per readout: its value as far as the run has come.
    values: Vec<f64>,
    /// One per readout: height of the peak whose time is sought.
    heights: Vec<f64>,
    state: Vec<f64>,
    parameters: Vec<f64>,
    now: f64,
    begun: bool,
}

impl<'a> Recorder<'a> {
    /// A recorder of `readouts` that sees the states in `watched`.
    pub fn new(model: &'a Model, readouts: &'a [Readout], watched: &'a [usize]) -> Self {
        let nothing = |r: &Readout| match r.measure {
            Measure::Peak(..) => f64::NEG_INFINITY,
            Measure::Area(..) => 0.0,
            Measure::At(_) | Measure::PeakTime(..) => f64::NAN,
        };
        Self {
            probe: model.probe(),
            readouts,
            watched,
            values: readouts.iter().map(nothing).collect(),
            heights: vec![f64::NEG_INFINITY; readouts.len()],
            state: vec![0.0; model.dimension()],
            parameters: Vec::new(),
            now: f64::NEG_INFINITY,
            begun: false,
        }
    }

    /// The values of a run that is over, one per readout.
    pub fn into_values(self) -> Vec<f64> {
        self.values
    }

    /// The observable of readout `k` with the watched states at hand.
    fn observe(&mut self, k: usize, time: f64) -> f64 {
        self.probe.value(self.readouts[k].observable, time, &self.state, &self.parameters)
    }

    /// The observable of readout `k` at a time within a step.
    fn within(&mut self, k: usize, time: f64, step: &dyn Interpolant) -> f64 {
        for (j, &state) in self.watched.iter().enumerate() {
            self.state[state] = step.value(j, time);
        }
        self.observe(k, time)
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
        self.parameters.clear();
        self.parameters.extend_from_slice(parameters);
        for (&state, &value) in self.watched.iter().zip(states) {
            self.state[state] = value;
        }
        for k in 0..self.readouts.len() {
            let value = self.observe(k, time);
            match self.readouts[k].measure {
                // Later stretches begin at a stop, whose left side the step before it has shown.
                Measure::At(at) if first && at <= time => self.values[k] = value,
                Measure::Peak(from, to) | Measure::PeakTime(from, to)
                    if from <= time && time <= to =>
                {
                    self.note(k, time, value);
                }
                _ => {}
            }
        }
    }

    fn wants(&self) -> f64 {
        let wanted = |r: &Readout| match r.measure {
            Measure::At(t) if t > self.now => t,
            Measure::Peak(from, to) | Measure::PeakTime(from, to) | Measure::Area(from, to)
                if to > self.now =>
            {
                // From then on every step.
                if from <= self.now { f64::NEG_INFINITY } else { from }
            }
            _ => f64::INFINITY,
        };
        self.readouts.iter().map(wanted).fold(f64::INFINITY, f64::min)
    }

    fn step(&mut self, step: &dyn Interpolant) {
        let (start, end) = (step.start(), step.end());
        for k in 0..self.readouts.len() {
            let (from, to) = self.readouts[k].measure.window();
            let (low, high) = (from.max(start), to.min(end));
            match self.readouts[k].measure {
                Measure::At(at) if at > start && at <= end => {
                    self.values[k] = self.within(k, at, step);
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
                Measure::Area(..) if low < high => {
                    let (centre, half) = (0.5 * (low + high), 0.5 * (high - low));
                    for (node, weight) in GAUSS {
                        self.values[k] +=
                            half * weight * self.within(k, centre + half * node, step);
                    }
                }
                _ => {}
            }
        }
        self.now = end;
    }
}
