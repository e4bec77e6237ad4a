//! Many runs on the lanes of one group: each lane lives its own life, and takes the next run when
//! its own is over.

use super::control::Controller;
use super::itinerary::Itinerary;
use super::step::Stepper;
use super::tableau::Tableau;
use super::{
    Failure, Feed, Finished, Interpolant, Job, Kernel, Lane, Observer, Solver, Statistics, System,
    Why,
};

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
    controller: Controller,
    statistics: Statistics,
    fresh: bool,
}

impl<S: System, F: Feed> Kernel for Batch<'_, '_, S, F> {
    type Output = ();

    #[inline(always)]
    fn run<L: Lane>(self, zero: L) {
        let solver = self.solver;
        let stepper = Stepper::new(zero, self.tableau, solver);
        let polynomials = vec![zero; stepper.polynomials() * solver.watched.len()];
        Group {
            solver,
            feed: self.feed,
            stepper,
            polynomials,
            t: zero,
            h: zero.splat(1.0),
            busy: (0..L::WIDTH).map(|_| None).collect(),
            lands: vec![false; L::WIDTH],
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
    polynomials: Vec<L>,
    t: L,
    h: L,
    busy: Vec<Option<Busy<F::Observer>>>,
    /// Whether the step of each lane ends on its target.
    lands: Vec<bool>,
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
            if self.busy.iter().flatten().any(|b| b.fresh) {
                self.choose_first_steps();
            }
            let step = self.next_steps();
            let error = self.stepper.attempt(self.t, step);
            self.judge(step, error);
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
        if self.solver.is_cancelled() {
            let failure = Failure { why: Why::Cancelled, time: run.start };
            return self.feed.done(id, observer, Err(failure));
        }
        let (start, end) = (run.start, run.end);
        for (i, &y) in run.initial.iter().enumerate() {
            self.stepper.y[i].lanes_mut()[lane] = y;
            self.stepper.peak[i].lanes_mut()[lane] = y.abs();
        }
        self.t.lanes_mut()[lane] = start;
        self.busy[lane] = Some(Busy {
            id,
            observer,
            itinerary: Itinerary::new(system, run),
            controller: Controller::default(),
            statistics: Statistics::default(),
            fresh: true,
        });
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
        for (seen, &state) in self.seen.iter_mut().zip(&self.solver.watched) {
            *seen = self.state[state];
        }
        busy.observer.stretch(now, &self.seen, parameters);
        busy.statistics.stretches += 1;
        busy.fresh = true;
        busy.controller = Controller::default();
    }

    fn finish(&mut self, lane: usize) {
        if let Some(busy) = self.busy[lane].take() {
            let state = self.stepper.y.iter().map(|y| y.lanes()[lane]).collect();
            let finished = Finished { state, statistics: busy.statistics };
            self.feed.done(busy.id, busy.observer, Ok(finished));
        }
    }

    fn fail(&mut self, lane: usize, why: Why) {
        if let Some(busy) = self.busy[lane].take() {
            let time = self.t.lanes()[lane];
            self.feed.done(busy.id, busy.observer, Err(Failure { why, time }));
        }
    }

    /// First step of every fresh lane.
    #[inline(always)]
    fn choose_first_steps(&mut self) {
        let mut span = self.h;
        for (span, (busy, &t)) in
            span.lanes_mut().iter_mut().zip(self.busy.iter().zip(self.t.lanes()))
        {
            *span = busy.as_ref().map_or(1.0, |b| b.itinerary.target() - t);
        }
        let (guess, speed, bend) = self.stepper.survey(self.t, span);
        let exponent = 1.0 / f64::from(self.stepper.order());
        for lane in 0..L::WIDTH {
            let Some(busy) = self.busy[lane].as_mut().filter(|b| b.fresh) else { continue };
            busy.fresh = false;
            busy.statistics.rates += 2;
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
            self.h.lanes_mut()[lane] = self.solver.options.first_step.unwrap_or(chosen);
        }
    }

    /// The step each lane attempts; notes whether it ends on the lane's target.
    #[inline(always)]
    fn next_steps(&mut self) -> L {
        let mut step = self.h;
        for lane in 0..L::WIDTH {
            let Some(busy) = &self.busy[lane] else { continue };
            let left = busy.itinerary.target() - self.t.lanes()[lane];
            let h = self.h.lanes()[lane].min(self.solver.options.max_step);
            // A sliver left over would cost a step of its own.
            self.lands[lane] = left <= 1.01 * h;
            step.lanes_mut()[lane] = if self.lands[lane] { left } else { h };
        }
        step
    }

    /// Accepts or rejects, lane by lane.
    #[inline(always)]
    fn judge(&mut self, step: L, error: L) {
        let order = self.stepper.order();
        let stages = self.stepper.stages();
        let cancelled = self.solver.is_cancelled();
        let mut dense_ready = false;
        for lane in 0..L::WIDTH {
            let (h, error) = (step.lanes()[lane], error.lanes()[lane]);
            let t = self.t.lanes()[lane];
            let Some(busy) = &mut self.busy[lane] else { continue };
            busy.statistics.rates += stages;
            busy.statistics.linearised += 1;
            // Written so that an error that is not a number rejects.
            if error <= 1.0 {
                busy.statistics.accepted += 1;
                let end = if self.lands[lane] { busy.itinerary.target() } else { t + h };
                self.h.lanes_mut()[lane] = busy.controller.accept(h, error, order);
                if busy.observer.wants() <= end {
                    if !dense_ready {
                        self.stepper.dense(&self.solver.watched, &mut self.polynomials);
                        dense_ready = true;
                    }
                    busy.observer.step(&Step {
                        start: t,
                        end,
                        lane,
                        watched: &self.solver.watched,
                        y: &self.stepper.y,
                        y_new: &self.stepper.y_new,
                        polynomials: &self.polynomials,
                    });
                }
                for i in 0..self.stepper.y.len() {
                    let new = self.stepper.y_new[i].lanes()[lane];
                    self.stepper.y[i].lanes_mut()[lane] = new;
                    let peak = &mut self.stepper.peak[i].lanes_mut()[lane];
                    *peak = peak.max(new.abs());
                }
                self.t.lanes_mut()[lane] = end;
            } else {
                busy.statistics.rejected += 1;
                let shorter = busy.controller.reject(h, error, order);
                self.h.lanes_mut()[lane] = shorter;
                if shorter.is_nan()
                    || shorter <= 4.0 * f64::EPSILON * t.abs().max(f64::MIN_POSITIVE)
                {
                    let state = self.solver.system.state_name(self.stepper.hardest_state(lane));
                    self.fail(lane, Why::StepTooSmall { state });
                    continue;
                }
            }
            let taken = busy.statistics.accepted + busy.statistics.rejected;
            let landed = error <= 1.0 && self.lands[lane];
            if cancelled {
                self.fail(lane, Why::Cancelled);
            } else if landed && busy.itinerary.is_last() {
                self.finish(lane);
            } else if landed {
                self.next_stretch(lane);
            } else if taken >= self.solver.options.max_steps {
                self.fail(lane, Why::TooManySteps { max_steps: self.solver.options.max_steps });
            }
        }
    }
}

/// An accepted step of one lane.
struct Step<'a, L> {
    start: f64,
    end: f64,
    lane: usize,
    watched: &'a [usize],
    y: &'a [L],
    y_new: &'a [L],
    polynomials: &'a [L],
}

impl<L: Lane> Interpolant for Step<'_, L> {
    fn start(&self) -> f64 {
        self.start
    }

    fn end(&self) -> f64 {
        self.end
    }

    fn value(&self, k: usize, time: f64) -> f64 {
        let state = self.watched[k];
        let y0 = self.y[state].lanes()[self.lane];
        let y1 = self.y_new[state].lanes()[self.lane];
        let rows = self.polynomials.len() / self.watched.len();
        let theta = (time - self.start) / (self.end - self.start);
        // Rounded the same on every code path: multiplication and addition apart.
        let inner = self.polynomials[k * rows..(k + 1) * rows]
            .iter()
            .rev()
            .fold(0.0, |sum, k| k.lanes()[self.lane] + theta * sum);
        (1.0 - theta) * y0 + theta * (y1 + (1.0 - theta) * inner)
    }
}
