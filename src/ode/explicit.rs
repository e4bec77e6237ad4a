//! The explicit solvers of the crate `ode_solvers`, behind a guard.
//!
//! Version 0.6.2 returns `Ok` with wrong numbers in several cases (`tests/ode/explicit.rs` pins
//! each). The guard: every leg starts at 0 and ends where a value is wanted, its output is the
//! solver's own steps and never its dense output, time is a state, states are scaled so that one
//! absolute tolerance fits all, nothing but finite numbers goes in, and a rate that is not finite
//! is remembered.

use super::foreign::{Equations, Explicit, Leg};
use super::itinerary::Itinerary;
use super::{
    Deadline, Failure, Feed, Finished, Interpolant, Job, Observer, Solver, Statistics, System,
    Watch, Why,
};
use ode_solvers::DVector;
use ode_solvers::dop_shared::IntegrationError;

impl Explicit {
    /// Solves every run of the feed, one after the other.
    pub(super) fn solve<S: System, F: Feed>(self, solver: &Solver<'_, S>, feed: &mut F) {
        while let Some(Job { id, run, mut observer }) = feed.next() {
            let outcome = run.check(solver.system).and_then(|()| {
                let deadline = feed.deadline(id);
                Traveller { deadline, ..Traveller::new(self, solver, run) }.travel(&mut observer)
            });
            feed.done(id, observer, outcome);
        }
    }
}

/// One run under way.
struct Traveller<'s, 'a, S: ?Sized> {
    method: Explicit,
    solver: &'s Solver<'a, S>,
    itinerary: Itinerary,
    deadline: Option<Deadline>,
    end: f64,
    time: f64,
    state: Vec<f64>,
    peak: Vec<f64>,
    floors: (Vec<f64>, f64),
    statistics: Statistics,
}

impl<'s, 'a, S: System> Traveller<'s, 'a, S> {
    fn new(method: Explicit, solver: &'s Solver<'a, S>, run: super::Run) -> Self {
        let (time, end, state) = (run.start, run.end, run.initial.clone());
        Self {
            method,
            solver,
            itinerary: Itinerary::new(solver.system, run),
            deadline: None,
            end,
            time,
            peak: vec![0.0; state.len()],
            state,
            floors: solver.options.tolerance.floors(solver.system),
            statistics: Statistics::default(),
        }
    }

    fn travel<O: Observer>(mut self, observer: &mut O) -> Result<Finished, Failure> {
        loop {
            let now = self.itinerary.depart(self.solver.system, &mut self.state);
            let seen: Vec<f64> =
                self.solver.watched.iter().map(|watch| watch.of(|i| self.state[i])).collect();
            observer.stretch(now, &seen, &self.itinerary.parameters);
            self.statistics.stretches += 1;
            while self.time < self.itinerary.target() {
                let wanted = observer.wants();
                let inside = wanted > self.time && wanted < self.itinerary.target();
                self.leg(if inside { wanted } else { self.itinerary.target() }, observer)?;
            }
            if self.time >= self.end {
                return Ok(Finished { state: self.state, statistics: self.statistics });
            }
        }
    }

    /// Goes to `to`, showing the observer each step on the way.
    fn leg<O: Observer>(&mut self, to: f64, observer: &mut O) -> Result<(), Failure> {
        let options = &self.solver.options;
        let relative = options.tolerance.relative;
        for (peak, y) in self.peak.iter_mut().zip(&self.state) {
            *peak = peak.max(y.abs());
        }
        // In units of absolute/relative tolerance one number serves all states as both.
        let scale: Vec<f64> = self
            .floors
            .0
            .iter()
            .zip(&self.peak)
            .map(|(f, p)| f.max(self.floors.1 * p) / relative)
            .collect();
        let n = scale.len();
        let parameters = &self.itinerary.parameters;
        let equations = Equations::new(self.solver, parameters, &scale, self.deadline);
        let start =
            DVector::from_fn(
                n + 1,
                |i, _| if i < n { self.state[i] / scale[i] } else { self.time },
            );
        let budget =
            options.max_steps.saturating_sub(self.statistics.accepted + self.statistics.rejected);
        let span = to - self.time;
        let leg = Leg {
            span,
            relative,
            steps: u32::try_from(budget).unwrap_or(u32::MAX - 1),
            first_step: options.first_step.unwrap_or(0.0),
            longest: options.max_step.min(span),
        };
        let (outcome, steps) = self.method.go(&leg, &equations, start);
        let mut scratch = vec![0.0; n];
        let began = self.time;
        for (x, z) in steps.iter().skip(1) {
            let state: Vec<f64> = z.iter().zip(&scale).map(|(z, s)| z * s).collect();
            if state.iter().any(|y| !y.is_finite()) {
                break;
            }
            let end = if *x >= span { to } else { began + x };
            if observer.wants() <= end {
                let slopes = [self.time, end].map(|t| {
                    equations.rates(t, if t < end { &self.state } else { &state }, &mut scratch);
                    scratch.clone()
                });
                let watched = &self.solver.watched;
                observer.step(&Hermite {
                    watched,
                    times: [self.time, end],
                    states: [&self.state, &state],
                    slopes,
                });
            }
            for (peak, y) in self.peak.iter_mut().zip(&state) {
                *peak = peak.max(y.abs());
            }
            self.state = state;
            self.time = end;
        }
        if let Some(why) = equations.interrupted() {
            return Err(Failure { why, time: self.time });
        }
        let stats = outcome.map_err(|error| self.failure(&equations, &error))?;
        self.statistics.accepted += u64::from(stats.accepted_steps);
        self.statistics.rejected += u64::from(stats.rejected_steps);
        self.statistics.rates += u64::from(stats.num_eval);
        if self.time < to {
            return Err(
                self.failure(&equations, &IntegrationError::StepSizeUnderflow { x: self.time })
            );
        }
        Ok(())
    }

    fn failure(&self, equations: &Equations<'_, '_, S>, error: &IntegrationError) -> Failure {
        let name = |i| self.solver.system.state_name(i);
        let why = match (equations.poisoned.get(), error) {
            (Some(i), _) => Why::NonFiniteRate { state: name(i) },
            (None, IntegrationError::MaxNumStepReached { .. }) => {
                Why::TooManySteps { max_steps: self.solver.options.max_steps }
            }
            (None, _) => {
                let size = |i: usize| self.state[i].abs() / (self.floors.0[i]);
                let largest =
                    (0..self.state.len()).fold(0, |a, b| if size(b) > size(a) { b } else { a });
                Why::StepTooSmall { state: name(largest) }
            }
        };
        Failure { why, time: self.time }
    }
}

/// A step as the cubic through both ends with their slopes.
struct Hermite<'h> {
    watched: &'h [Watch],
    times: [f64; 2],
    states: [&'h [f64]; 2],
    slopes: [Vec<f64>; 2],
}

impl Interpolant for Hermite<'_> {
    fn start(&self) -> f64 {
        self.times[0]
    }

    fn end(&self) -> f64 {
        self.times[1]
    }

    fn value(&self, k: usize, time: f64) -> f64 {
        let h = self.times[1] - self.times[0];
        let theta = (time - self.times[0]) / h;
        let [y0, y1] = self.states.map(|states| self.watched[k].of(|i| states[i]));
        let [d0, d1] = self.slopes.each_ref().map(|slopes| self.watched[k].of(|i| slopes[i] * h));
        let bend = (1.0 - 2.0 * theta) * (y1 - y0) + (theta - 1.0) * d0 + theta * d1;
        (1.0 - theta) * y0 + theta * y1 + theta * (theta - 1.0) * bend
    }
}
