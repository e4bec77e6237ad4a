//! The sweep itself.

use super::indices;
use super::rest::Rests;
use super::tally::{Report, Tally};
use super::{
    Attempt, Completed, Conditions, Failed, Flow, Outcome, Progress, Protocol, SweepError,
};
use crate::network::Model;
use crate::ode::{Failure, Feed, Finished, Job, Method, Options, Run, Solver, Why};
use crate::readout::{Readout, Recorder, View};
use core::sync::atomic::{AtomicBool, Ordering};
use rayon::prelude::*;

/// Points that one thread takes at a time, at most; their number changes no bit of any outcome.
const CHUNK: usize = 256;

/// One model under one protocol, at many conditions.
///
/// States of rest that were found are kept: running the same sweep again at other conditions does not
/// solve them anew.
#[derive(Debug, Clone)]
pub struct Sweep<'a> {
    model: &'a Model,
    protocol: Protocol,
    readouts: Vec<Readout>,
    options: Options,
    threads: Option<usize>,
    rests: Rests,
}

impl<'a> Sweep<'a> {
    /// A sweep of `model` under `protocol`.
    pub fn new(model: &'a Model, protocol: Protocol) -> Self {
        Self {
            model,
            protocol,
            readouts: Vec::new(),
            options: Options::default(),
            threads: None,
            rests: Rests::default(),
        }
    }

    /// Takes these readouts at every point, in this order.
    #[must_use]
    pub fn readouts(mut self, readouts: &[Readout]) -> Self {
        self.readouts = readouts.to_vec();
        self
    }

    /// Solves in this way.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        // A state of rest depends on the tolerance it was found with.
        self.rests = Rests::default();
        self
    }

    /// Uses this many threads, instead of one per core.
    #[must_use]
    pub const fn threads(mut self, threads: usize) -> Self {
        self.threads = Some(threads);
        self
    }

    /// Solves every point: as many outcomes as points, in their order.
    ///
    /// # Errors
    /// [`SweepError`] if the sweep cannot be begun; a point that fails is an outcome.
    pub fn run(&self, conditions: &Conditions) -> Result<Vec<Outcome>, SweepError> {
        self.run_with(conditions, |_| Flow::Continue)
    }

    /// As [`run`](Self::run), calling `report` each time some points are over, from any thread.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn run_with(
        &self,
        conditions: &Conditions,
        report: impl Fn(Progress) -> Flow + Sync,
    ) -> Result<Vec<Outcome>, SweepError> {
        // The solver is compiled here, for all instruction sets, and not again for every caller.
        self.reporting(conditions, &report)
    }

    fn reporting(
        &self,
        conditions: &Conditions,
        report: &Report<'_>,
    ) -> Result<Vec<Outcome>, SweepError> {
        self.protocol.check()?;
        indices::check(self.model, &self.protocol, conditions, &self.readouts)?;
        if self.readouts.is_empty() {
            return Err(SweepError::NoReadout);
        }
        for readout in &self.readouts {
            readout.check(self.protocol.start, self.protocol.end)?;
        }
        let view = View::new(&self.readouts, self.model, self.protocol.end);
        let cancel = AtomicBool::new(false);
        // Options that cannot be used fail here, once, rather than at every point.
        let lanes = Solver::new(self.model, self.options.clone())?.lanes();
        let work = Work {
            sweep: self,
            conditions,
            view: &view,
            cancel: &cancel,
            lanes,
            tally: Tally::new(conditions.len(), &cancel, report),
        };
        match self.threads {
            None => Ok(work.all()),
            Some(threads) => rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .map(|pool| pool.install(|| work.all()))
                .map_err(|source| SweepError::Threads { threads, source }),
        }
    }
}

/// A sweep under way.
struct Work<'w> {
    sweep: &'w Sweep<'w>,
    conditions: &'w Conditions,
    view: &'w View,
    cancel: &'w AtomicBool,
    /// Points that one thread solves side by side.
    lanes: usize,
    tally: Tally<'w>,
}

impl Work<'_> {
    fn all(&self) -> Vec<Outcome> {
        let n = self.conditions.len();
        // A group takes as long for one point as for all its lanes: no thread gets part of a group.
        let even = n.div_ceil(rayon::current_num_threads());
        let share = even.next_multiple_of(self.lanes).clamp(1, CHUNK);
        let chunks: Vec<Vec<Outcome>> = (0..n.div_ceil(share))
            .into_par_iter()
            .map(|chunk| self.chunk(chunk * share, n.min((chunk + 1) * share)))
            .collect();
        chunks.into_iter().flatten().collect()
    }

    /// The outcomes of the points from `first` to before `end`, in their order.
    fn chunk(&self, first: usize, end: usize) -> Vec<Outcome> {
        let mut points: Vec<Point> = (first..end).map(|_| Point::default()).collect();
        let mut left: Vec<usize> = (first..end).collect();
        for options in ladder(&self.sweep.options) {
            if left.is_empty() {
                break;
            }
            // The options were tried on a solver before any point was.
            let Ok(solver) = Solver::new(self.sweep.model, options.clone()) else { continue };
            let Ok(solver) = solver.watching_sums(self.view.watches()) else { continue };
            let solver = solver.cancelled_by(self.cancel);
            left.reverse();
            let mut feed = Points {
                work: self,
                options: &options,
                first,
                left,
                found: &mut points,
                again: Vec::new(),
            };
            solver.solve(&mut feed);
            left = feed.again;
        }
        self.tally.over(left.len(), left.len());
        points.into_iter().map(|point| point.outcome(self.sweep.protocol.start)).collect()
    }

    fn recorder(&self) -> Recorder<'_> {
        Recorder::new(self.sweep.model, &self.sweep.readouts, self.view)
    }

    /// The run of a point, and the residual of the state of rest it begins from.
    fn start(&self, point: usize) -> Result<(Run, Option<f64>), Failure> {
        let (model, protocol) = (self.sweep.model, &self.sweep.protocol);
        let (parameters, initial) = self.conditions.start(model, point);
        let stops = protocol.stops(&parameters);
        let (start, end) = (protocol.start, protocol.end);
        let mut run = Run { start, end, initial, parameters, stops, held: None };
        if let Some(overrides) = &protocol.rest {
            let mut resting = run.clone();
            resting.stops.clear();
            for &(index, value) in overrides {
                resting.parameters[index] = value;
            }
            let rest = self.sweep.rests.find(model, &self.sweep.options, &resting)?;
            run.initial = rest.state;
            return Ok((run, Some(rest.residual)));
        }
        Ok((run, None))
    }
}

/// A point on its way to an outcome.
#[derive(Debug, Default)]
struct Point {
    attempts: Vec<Attempt>,
    rest_residual: Option<f64>,
    completed: Option<(Vec<f64>, Finished)>,
}

impl Point {
    fn outcome(self, start: f64) -> Outcome {
        let Self { attempts, rest_residual, completed } = self;
        if let Some((readouts, Finished { statistics, .. })) = completed {
            return Outcome::Ok(Completed { readouts, statistics, rest_residual, attempts });
        }
        let never = || Failure { why: Why::Cancelled, time: start };
        let failure = attempts.first().map_or_else(never, |attempt| attempt.failure.clone());
        Outcome::Failed(Failed { failure, attempts })
    }
}

/// Points of a chunk that are still without a result, for one attempt at them.
struct Points<'p, 'w> {
    work: &'p Work<'w>,
    options: &'p Options,
    first: usize,
    left: Vec<usize>,
    found: &'p mut [Point],
    again: Vec<usize>,
}

impl Points<'_, '_> {
    /// Notes what went wrong; another attempt may go better.
    fn failed(&mut self, point: usize, failure: Failure) {
        // It cannot mend a bad run, and is not wanted after a cancellation.
        if matches!(failure.why, Why::BadRun { .. } | Why::Cancelled) {
            return self.given_up(point, failure);
        }
        self.note(point, failure);
        self.again.push(point);
    }

    /// Notes what went wrong where no attempt can go better.
    fn given_up(&mut self, point: usize, failure: Failure) {
        self.note(point, failure);
        self.work.tally.over(1, 1);
    }

    fn note(&mut self, point: usize, failure: Failure) {
        let (method, first_step) = (self.options.method, self.options.first_step);
        self.found[point - self.first].attempts.push(Attempt { method, first_step, failure });
    }
}

impl<'p> Feed for Points<'p, '_> {
    type Observer = Recorder<'p>;

    fn next(&mut self) -> Option<Job<Recorder<'p>>> {
        loop {
            let point = self.left.pop()?;
            // Coming to rest may take long: none begins after a cancellation.
            if self.work.cancel.load(Ordering::Relaxed) {
                let time = self.work.sweep.protocol.start;
                self.given_up(point, Failure { why: Why::Cancelled, time });
                continue;
            }
            match self.work.start(point) {
                Ok((run, residual)) => {
                    self.found[point - self.first].rest_residual = residual;
                    return Some(Job { id: point, run, observer: self.work.recorder() });
                }
                // A state of rest is looked for in one way only.
                Err(failure) => self.given_up(point, failure),
            }
        }
    }

    fn done(&mut self, id: usize, observer: Recorder<'p>, outcome: Result<Finished, Failure>) {
        match outcome.map(|run| (observer.finish(&run.state, self.options), run)) {
            Ok((Ok(readouts), finished)) => {
                self.found[id - self.first].completed = Some((readouts, finished));
                self.work.tally.over(1, 0);
            }
            Ok((Err(unreadable), _)) => self.given_up(id, unreadable),
            Err(failure) => self.failed(id, failure),
        }
    }
}

/// What is tried, in order: as asked; with a small first step; with the other method.
fn ladder(options: &Options) -> Vec<Options> {
    let careful = Options { first_step: Some(1e-6), ..options.clone() };
    let other = match options.method {
        Method::Rodas4 => Method::Rodas5P,
        Method::Rodas5P => Method::Rodas4,
        // A solver chosen as a second opinion is not swapped.
        _ => return vec![options.clone(), careful],
    };
    vec![options.clone(), careful.clone(), Options { method: other, ..careful }]
}
