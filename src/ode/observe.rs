//! Watching a run: dense output of each step, without storing the trajectory.

/// One accepted step, readable at any time inside it.
pub trait Interpolant {
    /// Time at the start of the step, in seconds.
    fn start(&self) -> f64;

    /// Time at the end of the step, in seconds.
    fn end(&self) -> f64;

    /// The `k`-th watched state or sum at `time` within the step; at its end that of the solution
    /// itself, bit for bit.
    fn value(&self, k: usize, time: f64) -> f64;
}

/// Watches one run, step by step, in order of time.
///
/// A state changed at a stop is seen after the change from the next stretch on; at the time of the
/// stop itself it is seen before the change.
pub trait Observer {
    /// A stretch begins at `time`: the run itself, or what follows a stop. `states` are the watched
    /// states after the changes, `parameters` all parameters, prepared.
    fn stretch(&mut self, time: f64, states: &[f64], parameters: &[f64]) {
        let _ = (time, states, parameters);
    }

    /// The next time at which a value is wanted: steps that end before it are not shown.
    /// A time in the past asks for every step, infinity for none.
    fn wants(&self) -> f64;

    /// A step was accepted.
    fn step(&mut self, step: &dyn Interpolant);
}

/// Watches nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Blind;

impl Observer for Blind {
    fn wants(&self) -> f64 {
        f64::INFINITY
    }

    fn step(&mut self, _: &dyn Interpolant) {}
}

/// Records the watched states at given times, ascending. A time out of order, or none at all, is recorded
/// as not a number: the step that holds it is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampler<'a> {
    times: &'a [f64],
    watched: usize,
    next: usize,
    started: bool,
    /// Row after row, one row per time, each of the watched states.
    pub rows: Vec<f64>,
}

impl<'a> Sampler<'a> {
    /// Samples `watched` states at each of `times`.
    pub fn new(times: &'a [f64], watched: usize) -> Self {
        Self {
            times,
            watched,
            next: 0,
            started: false,
            rows: Vec::with_capacity(times.len() * watched),
        }
    }
}

impl Observer for Sampler<'_> {
    fn stretch(&mut self, time: f64, states: &[f64], _: &[f64]) {
        // Later stretches begin at a stop, whose left side the step before it has shown.
        if !self.started {
            self.started = true;
            while self.times.get(self.next).is_some_and(|&t| t <= time) {
                self.rows.extend_from_slice(states);
                self.next += 1;
            }
        }
    }

    fn wants(&self) -> f64 {
        match self.times.get(self.next) {
            None => f64::INFINITY,
            Some(time) if time.is_nan() => f64::NEG_INFINITY,
            Some(&time) => time,
        }
    }

    fn step(&mut self, step: &dyn Interpolant) {
        while let Some(&time) =
            self.times.get(self.next).filter(|&&t| t <= step.end() || t.is_nan())
        {
            let held = time >= step.start();
            let value = |k| if held { step.value(k, time) } else { f64::NAN };
            self.rows.extend((0..self.watched).map(value));
            self.next += 1;
        }
    }
}
