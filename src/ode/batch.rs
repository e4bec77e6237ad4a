//! Many runs on the lanes of one group: each lane lives its own life, and takes the next run when
//! its own is over.

use super::control::Controller;
use super::sparse::SparseLu;
use super::step::Stepper;
use super::{
    Change, Failure, Finished, Interpolant, Kernel, Lane, Observer, Options, OptionsError, Run,
    Statistics, Stop, System, Why,
};
use core::iter::Peekable;
use core::sync::atomic::{AtomicBool, Ordering};

/// A run with its observer and the number by which it is known.
#[derive(Debug)]
pub struct Job<O> {
    /// Number of the run, given back with its outcome.
    pub id: usize,
    /// The run.
    pub run: Run,
    /// Watches it.
    pub observer: O,
}

/// Where runs come from and outcomes go.
pub trait Feed {
    /// Watches the runs.
    type Observer: Observer;

    /// The next run, or `None` when there are no more.
    fn next(&mut self) -> Option<Job<Self::Observer>>;

    /// Takes back a run that is over, in order of completion.
    fn done(&mut self, id: usize, observer: Self::Observer, outcome: Result<Finished, Failure>);
}

/// Solves a system many times over.
#[derive(Debug)]
pub struct Solver<'a, S: ?Sized> {
    system: &'a S,
    options: Options,
    watched: Vec<usize>,
    lu: SparseLu,
    cancel: Option<&'a AtomicBool>,
}

impl<'a, S: System> Solver<'a, S> {
    /// Plans the work: checks the options and lays out the factorisation.
    ///
    /// # Errors
    /// [`OptionsError`] naming the option that cannot be used.
    pub fn new(system: &'a S, options: Options) -> Result<Self, OptionsError> {
        options.check(system.dimension())?;
        let lu = SparseLu::new(system.dimension(), system.pattern());
        Ok(Self { system, options, watched: (0..system.dimension()).collect(), lu, cancel: None })
    }

    /// Shows observers only these states, in this order, instead of all.
    #[must_use]
    pub fn watching(mut self, states: &[usize]) -> Self {
        self.watched = states.iter().copied().filter(|&i| i < self.system.dimension()).collect();
        self
    }

    /// Fails every run that is not over with [`Why::Cancelled`] once the flag is set.
    #[must_use]
    pub fn cancelled_by(mut self, flag: &'a AtomicBool) -> Self {
        self.cancel = Some(flag);
        self
    }

    /// Solves every run of the feed on the calling thread.
    ///
    /// The outcome of a run depends on that run alone, bit for bit.
    pub fn solve<F: Feed>(&self, feed: &mut F) {
        self.options.path.run(Batch { solver: self, feed });
    }

    /// Solves one run.
    ///
    /// # Errors
    /// [`Failure`] saying why and at which time.
    pub fn solve_one<O: Observer>(&self, run: Run, observer: O) -> (O, Result<Finished, Failure>) {
        struct One<O> {
            job: Option<Job<O>>,
            outcome: Option<(O, Result<Finished, Failure>)>,
        }
        impl<O: Observer> Feed for One<O> {
            type Observer = O;
            fn next(&mut self) -> Option<Job<O>> {
                self.job.take()
            }
            fn done(&mut self, _: usize, observer: O, outcome: Result<Finished, Failure>) {
                self.outcome = Some((observer, outcome));
            }
        }
        let mut feed = One { job: Some(Job { id: 0, run, observer }), outcome: None };
        loop {
            // The feed hands out its one job and gets it back; a second round cannot be needed.
            self.solve(&mut feed);
            if let Some(outcome) = feed.outcome.take() {
                return outcome;
            }
        }
    }
}

/// The work of [`Solver::solve`], to be compiled for each code path.
struct Batch<'s, 'a, S: ?Sized, F> {
    solver: &'s Solver<'a, S>,
    feed: &'s mut F,
}

/// What a busy lane is doing.
struct Busy<O> {
    id: usize,
    observer: O,
    end: f64,
    parameters: Vec<f64>,
    stops: Peekable<std::vec::IntoIter<Stop>>,
    /// End of the stretch, and what happens there.
    target: Stop,
    controller: Controller,
    statistics: Statistics,
    fresh: bool,
}

impl<S: System, F: Feed> Kernel for Batch<'_, '_, S, F> {
    type Output = ();

    #[inline(always)]
    fn run<L: Lane>(self, zero: L) {
        let solver = self.solver;
        let stepper = Stepper::new(zero, solver.system, &solver.lu, &solver.options);
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
        if self.solver.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed)) {
            let failure = Failure { why: Why::Cancelled, time: run.start };
            return self.feed.done(id, observer, Err(failure));
        }
        let stops = schedule(system, &run);
        let mut parameters = run.parameters.clone();
        parameters.resize(system.parameters(), 0.0);
        for (i, &y) in run.initial.iter().enumerate() {
            self.stepper.y[i].lanes_mut()[lane] = y;
            self.stepper.peak[i].lanes_mut()[lane] = y.abs();
        }
        self.t.lanes_mut()[lane] = run.start;
        self.busy[lane] = Some(Busy {
            id,
            observer,
            end: run.end,
            parameters,
            stops: stops.into_iter().peekable(),
            target: Stop { time: run.start, changes: Vec::new() },
            controller: Controller::default(),
            statistics: Statistics::default(),
            fresh: true,
        });
        self.next_stretch(lane);
        if run.end <= run.start {
            self.finish(lane);
        }
    }

    /// The lane stands at the start of a stretch: makes the changes due and heads for the next stop.
    fn next_stretch(&mut self, lane: usize) {
        let system = self.solver.system;
        let Some(busy) = &mut self.busy[lane] else { return };
        let now = busy.target.time;
        let mut changes = core::mem::take(&mut busy.target.changes);
        while let Some(mut stop) = busy.stops.next_if(|stop| stop.time <= now) {
            changes.append(&mut stop.changes);
        }
        for change in changes {
            match change {
                Change::SetParameter { index, value } => busy.parameters[index] = value,
                Change::SetState { index, value } => {
                    self.stepper.y[index].lanes_mut()[lane] = value;
                }
                Change::AddToState { index, value } => {
                    self.stepper.y[index].lanes_mut()[lane] += value;
                }
            }
        }
        system.prepare(now, &mut busy.parameters);
        for (wide, &value) in self.stepper.values.iter_mut().zip(&busy.parameters) {
            wide.lanes_mut()[lane] = value;
        }
        for (y, peak) in self.stepper.y.iter().zip(&mut self.stepper.peak) {
            let peak = &mut peak.lanes_mut()[lane];
            *peak = peak.max(y.lanes()[lane].abs());
        }
        for (seen, &state) in self.seen.iter_mut().zip(&self.solver.watched) {
            *seen = self.stepper.y[state].lanes()[lane];
        }
        busy.observer.stretch(now, &self.seen, &busy.parameters);
        busy.statistics.stretches += 1;
        busy.fresh = true;
        busy.controller = Controller::default();
        busy.target = busy.stops.next().unwrap_or(Stop { time: busy.end, changes: Vec::new() });
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
            *span = busy.as_ref().map_or(1.0, |b| b.target.time - t);
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
            let left = busy.target.time - self.t.lanes()[lane];
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
        let cancelled = self.solver.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed));
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
                let end = if self.lands[lane] { busy.target.time } else { t + h };
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
            } else if landed && busy.target.time >= busy.end {
                self.finish(lane);
            } else if landed {
                self.next_stretch(lane);
            } else if taken >= self.solver.options.max_steps {
                self.fail(lane, Why::TooManySteps { max_steps: self.solver.options.max_steps });
            }
        }
    }
}

/// The run's stops and the system's own switches, in one ascending list without repeats.
fn schedule<S: System + ?Sized>(system: &S, run: &Run) -> Vec<Stop> {
    let mut stops = run.stops.clone();
    let switches = system.switches(&run.parameters);
    let inside = |t: &f64| *t > run.start && *t < run.end;
    stops
        .extend(switches.into_iter().filter(inside).map(|time| Stop { time, changes: Vec::new() }));
    stops.sort_by(|a, b| a.time.total_cmp(&b.time));
    stops.dedup_by(|later, earlier| {
        let same = later.time <= earlier.time;
        if same {
            earlier.changes.append(&mut later.changes);
        }
        same
    });
    stops
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
