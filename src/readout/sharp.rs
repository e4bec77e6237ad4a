//! A step with a better slope at one time.
//!
//! The dense output of a step is as good a value as any, but an error e of it is one of up to 32 e / h
//! of its slope (Markov's inequality for a quartic on [0, h]), and the time of a peak is where the slope
//! is zero. The equations know the slope, f(t, y), with an error of L e, where L = Σ |∂f/∂yⱼ yⱼ| / |y|.
//! Where that is less they are asked, and a straight line through the time of interest mends the step.

use super::series::{NODES, Series, node};
use super::{Observed, View};
use crate::ode::{Evaluator, Interpolant, Watch};

/// L h from which on the slope of the dense output is the better one.
const STIFF: f64 = 32.0;

/// See the module.
pub(super) struct Sharp<'s> {
    step: &'s dyn Interpolant,
    time: f64,
    /// What the slope at that time lacks, for each sum that is watched.
    lacking: Vec<f64>,
}

impl<'s> Sharp<'s> {
    /// A step of a run of `system`, better at `time`. The parameters are all there are, prepared; `view`
    /// says what is watched.
    pub(super) fn new<S: Observed>(
        (step, time): (&'s dyn Interpolant, f64),
        system: &S,
        view: &View,
        parameters: &[f64],
    ) -> Self {
        let mut state = vec![0.0; system.dimension()];
        for &(index, place) in &view.rated {
            state[index] = step.value(place, time);
        }
        let rates = Rates::at(system, (time, &state), parameters);
        let length = step.end() - step.start();
        let lacking = |(place, watch): (usize, &Watch)| {
            let size = step.value(place, time).abs();
            let (slope, errors) = rates.of(watch);
            // False for what is not a number.
            if errors * length < STIFF * size { slope - slope_of(step, place, time) } else { 0.0 }
        };
        let lacking = view.watches().iter().enumerate().map(lacking).collect();
        Self { step, time, lacking }
    }
}

/// Rates of all states, and what relative errors of all states do to each.
struct Rates {
    rates: Vec<f64>,
    /// Σ |∂f/∂yⱼ yⱼ|.
    errors: Vec<f64>,
}

impl Rates {
    fn at<S: Observed>(system: &S, (time, state): (f64, &[f64]), parameters: &[f64]) -> Self {
        let n = state.len();
        let (mut rates, mut slope, mut errors) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
        let mut entries = vec![0.0; system.pattern().len()];
        let mut evaluator = Evaluator::new(system, parameters);
        evaluator.rates(time, state, &mut rates);
        evaluator.linearise(time, state, &mut entries, &mut slope);
        for (&(row, column), entry) in system.pattern().iter().zip(&entries) {
            errors[row] += (entry * state[column]).abs();
        }
        Self { rates, errors }
    }

    fn of(&self, watch: &Watch) -> (f64, f64) {
        watch.terms().iter().fold((0.0, 0.0), |(slope, errors), &(state, weight)| {
            (slope + weight * self.rates[state], errors + weight.abs() * self.errors[state])
        })
    }
}

/// Slope of the dense output.
fn slope_of(step: &dyn Interpolant, place: usize, time: f64) -> f64 {
    let (start, half) = (step.start(), 0.5 * (step.end() - step.start()));
    let mut values = [0.0; NODES];
    for (index, value) in values.iter_mut().enumerate() {
        *value = step.value(place, start + half * (1.0 + node(index)));
    }
    Series::through(&values).derivative().value((time - start) / half - 1.0) / half
}

impl Interpolant for Sharp<'_> {
    fn start(&self) -> f64 {
        self.step.start()
    }

    fn end(&self) -> f64 {
        self.step.end()
    }

    fn value(&self, k: usize, time: f64) -> f64 {
        self.step.value(k, time) + self.lacking[k] * (time - self.time)
    }
}
