//! Many runs on the lanes of one group: each lane lives its own life, and takes the next run when
//! its own is over.

use super::control::Controller;
use super::dense::Step;
use super::itinerary::Itinerary;
use super::pace::{ACCEPTED_BELOW, Pace, accepts};
use super::step::Stepper;
use super::tableau::Tableau;
use super::{
    Deadline, Failure, Feed, Finished, Job, Kernel, Lane, Observer, Solver, Statistics, System, Why,
};
use std::time::Instant;

/// The work of [`Solver::solve`](super::Solver::solve), to be compiled for each code path.
pub(super) struct Batch<'s, 'a, S: ?Sized, F> {
    pub(super) solver: &'s Solver<'a, S>,
    pub(super) tableau: &'static Tableau,
    pub(super) feed: &'s mut F,
}

/// What a busy lane is doing.
struct Busy<O> {
    id: usize,
    observer: O,
    itinerary: Itinerary,
    stretches: u64,
    deadline: Option<Deadline>,
}

impl<S: System, F: Feed> Kernel for Batch<'_, '_, S, F> {
    type Output = ();

    #[inline(always)]
    fn run<L: Lane>(self, zero: L) {
        let solver = self.solver;
        let stepper = Stepper::new(zero, self.tableau, solver);
        let polynomials = vec![zero; stepper.polynomials() * solver.watched.len()];
        let one = zero.splat(1.0);
        Group {
            solver,
            feed: self.feed,
            pace: Pace {
                t: zero,
                h: one,
                target: one,
                accepted: zero,
                rejected: zero,
                controller: Controller::new(zero, stepper.order()),
            },
            stepper,
            polynomials,
            busy: (0..L::WIDTH).map(|_| None).collect(),
            wanted: vec![f64::INFINITY; L::WIDTH],
            fresh: vec![false; L::WIDTH],
            state: vec![0.0; solver.system.dimension()],
            seen: vec![0.0; solver.watched.len()],
            exhausted: false,
        }
        .run();
    }
}

/// A group of lanes at work.
struct Group<'s, 'a, L, S: ?Sized, F: Feed> {
    solver: &'s Solver<'a, S>,
    feed: &'s mut F,
    stepper: Stepper<'s, L, S>,
    pace: Pace<L>,
    polynomials: Vec<L>,
    busy: Vec<Option<Busy<F::Observer>>>,
    /// The time of which the observer of each lane wants to hear next.
    wanted: Vec<f64>,
    /// Lanes at the beginning of a stretch.
    fresh: Vec<bool>,
    /// States of a lane at the start of a stretch.
    state: Vec<f64>,
    /// Watched states of a lane at the start of a stretch.
    seen: Vec<f64>,
    exhausted: bool,
}

impl<L: Lane, S: System, F: Feed> Group<'_, '_, L, S, F> {
    #[inline(always)]
    fn run(mut self) {
        loop {
            self.refill();
            if self.busy.iter().all(Option::is_none) {
                return;
            }
            if self.fresh.contains(&true) {
                self.choose_first_steps();
            }
            let (step, lands) = self.pace.step(self.solver.options.max_step);
            let error = self.stepper.attempt(self.pace.t, step);
            let end = self.pace.judge(step, lands, error);
            self.show(end, error);
            self.stepper.commit(error, end.splat(ACCEPTED_BELOW));
            let start = core::mem::replace(&mut self.pace.t, end);
            // Steps are counted in floating point, where caps beyond 2^53 are all the same: never reached.
            #[allow(clippy::cast_precision_loss)]
            let calls = self.pace.calls(lands, error, self.solver.options.max_steps as f64);
            self.attend(&[start, lands, error, calls]);
        }
    }

    /// Gives every idle lane the next run.
    fn refill(&mut self) {
        for lane in 0..L::WIDTH {
            while self.busy[lane].is_none() && !self.exhausted {
                match self.feed.next() {
                    Some(job) => self.begin(lane, job),
                    None => self.exhausted = true,
                }
            }
        }
    }

    fn begin(&mut self, lane: usize, job: Job<F::Observer>) {
        let Job { id, run, observer } = job;
        let system = self.solver.system;
        if let Err(failure) = run.check(system) {
            return self.feed.done(id, observer, Err(failure));
        }
        let deadline = self.feed.deadline(id);
        let overdue = || deadline?.passed(Instant::now());
        if let Some(why) = self.solver.interrupted().or_else(overdue) {
            return self.feed.done(id, observer, Err(Failure { why, time: run.start }));
        }
        let (start, end) = (run.start, run.end);
        for (i, &y) in run.initial.iter().enumerate() {
            self.stepper.y[i].lanes_mut()[lane] = y;
            self.stepper.peak[i].lanes_mut()[lane] = y.abs();
        }
        self.pace.t.lanes_mut()[lane] = start;
        self.pace.accepted.lanes_mut()[lane] = 0.0;
        self.pace.rejected.lanes_mut()[lane] = 0.0;
        let itinerary = Itinerary::new(system, run);
        self.busy[lane] = Some(Busy { id, observer, itinerary, stretches: 0, deadline });
        self.next_stretch(lane);
        if end <= start {
            self.finish(lane);
        }
    }

    /// The lane stands where a stretch begins: makes the changes due and sets out.
    fn next_stretch(&mut self, lane: usize) {
        let Some(busy) = &mut self.busy[lane] else { return };
        for (y, wide) in self.state.iter_mut().zip(&self.stepper.y) {
            *y = wide.lanes()[lane];
        }
        let now = busy.itinerary.depart(self.solver.system, &mut self.state);
        let parameters = &busy.itinerary.parameters;
        for (wide, &value) in self.stepper.values.iter_mut().zip(parameters) {
            wide.lanes_mut()[lane] = value;
        }
        for (i, &y) in self.state.iter().enumerate() {
            self.stepper.y[i].lanes_mut()[lane] = y;
            let peak = &mut self.stepper.peak[i].lanes_mut()[lane];
            *peak = peak.max(y.abs());
        }
        for (seen, watch) in self.seen.iter_mut().zip(&self.solver.watched) {
            *seen = watch.of(|state| self.state[state]);
        }
        busy.observer.stretch(now, &self.seen, parameters);
        busy.stretches += 1;
        self.wanted[lane] = busy.observer.wants();
        self.pace.target.lanes_mut()[lane] = busy.itinerary.target();
        self.pace.controller.forget(lane);
        self.fresh[lane] = true;
    }

    /// The run of a lane is over.
    fn finish(&mut self, lane: usize) {
        if let Some(busy) = self.leave(lane) {
            let state = self.stepper.y.iter().map(|y| y.lanes()[lane]).collect();
            let (accepted, rejected) = self.pace.attempts(lane);
            let attempts = accepted + rejected;
            let statistics = Statistics {
                accepted,
                rejected,
                rates: self.stepper.stages() * attempts + 2 * busy.stretches,
                linearised: attempts,
                stretches: busy.stretches,
            };
            self.feed.done(busy.id, busy.observer, Ok(Finished { state, statistics }));
        }
    }

    fn fail(&mut self, lane: usize, why: Why) {
        if let Some(busy) = self.leave(lane) {
            let time = self.pace.t.lanes()[lane];
            self.feed.done(busy.id, busy.observer, Err(Failure { why, time }));
        }
    }

    fn leave(&mut self, lane: usize) -> Option<Busy<F::Observer>> {
        self.fresh[lane] = false;
        self.wanted[lane] = f64::INFINITY;
        self.busy[lane].take()
    }

    /// First step of every fresh lane.
    fn choose_first_steps(&mut self) {
        let (t, span) = (self.pace.t, self.pace.target - self.pace.t);
        let (guess, speed, bend) = self.stepper.survey(t, span);
        let exponent = 1.0 / f64::from(self.stepper.order());
        for lane in 0..L::WIDTH {
            if !core::mem::take(&mut self.fresh[lane]) {
                continue;
            }
            if !speed.lanes()[lane].is_finite() {
                let state = (0..self.stepper.y.len())
                    .find(|&i| !self.stepper.surveyed_rate(i, lane).is_finite())
                    .unwrap_or(0);
                let state = self.solver.system.state_name(state);
                self.fail(lane, Why::NonFiniteRate { state });
                continue;
            }
            let guess = guess.lanes()[lane];
            let fastest = speed.lanes()[lane].max(bend.lanes()[lane]);
            let chosen = if fastest <= 1e-15 {
                (guess * 1e-3).max(1e-6)
            } else {
                libm::pow(0.01 / fastest, exponent).min(100.0 * guess)
            };
            self.pace.h.lanes_mut()[lane] = self.solver.options.first_step.unwrap_or(chosen);
        }
    }

    /// Shows the steps that ended at `end` to the observers that want to see them.
    fn show(&mut self, end: L, error: L) {
        let mut dense_ready = false;
        for lane in 0..L::WIDTH {
            if self.wanted[lane] > end.lanes()[lane] || !accepts(error.lanes()[lane]) {
                continue;
            }
            let Some(busy) = &mut self.busy[lane] else { continue };
            if !dense_ready {
                self.stepper.dense(&self.solver.watched, &mut self.polynomials);
                dense_ready = true;
            }
            busy.observer.step(&Step {
                start: self.pace.t.lanes()[lane],
                end: end.lanes()[lane],
                lane,
                polynomials: &self.polynomials,
                rows: self.stepper.polynomials(),
            });
            self.wanted[lane] = busy.observer.wants();
        }
    }

    /// Sees to the lanes that arrived, are stuck, or have to stop.
    fn attend(&mut self, [start, lands, error, calls]: &[L; 4]) {
        let interrupted = self.solver.interrupted();
        let timed = self.busy.iter().flatten().any(|busy| busy.deadline.is_some());
        let now = timed.then(Instant::now);
        let max_steps = self.solver.options.max_steps;
        for lane in 0..L::WIDTH {
            // Most lanes go on, most of the time.
            if calls.lanes()[lane] == 0.0 && interrupted.is_none() && now.is_none() {
                continue;
            }
            let Some(busy) = &self.busy[lane] else { continue };
            let accepted = accepts(error.lanes()[lane]);
            if !accepted {
                let shorter = self.pace.h.lanes()[lane];
                if shorter <= 4.0 * f64::EPSILON * start.lanes()[lane].abs().max(f64::MIN_POSITIVE)
                {
                    let state = self.stepper.hardest_state(lane);
                    let state = self.solver.system.state_name(state);
                    self.fail(lane, Why::StepTooSmall { state });
                    continue;
                }
            }
            let landed = accepted && lands.lanes()[lane] > 0.0;
            let overdue = || busy.deadline?.passed(now?);
            if let Some(why) = interrupted.clone().or_else(overdue) {
                self.fail(lane, why);
            } else if landed && busy.itinerary.is_last() {
                self.finish(lane);
            } else if landed {
                self.next_stretch(lane);
            } else {
                let (accepted, rejected) = self.pace.attempts(lane);
                if accepted + rejected >= max_steps {
                    self.fail(lane, Why::TooManySteps { max_steps });
                }
            }
        }
    }
}
