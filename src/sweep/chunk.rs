//! The points of one chunk, on one thread.

use super::work::Work;
use super::{Attempt, Completed, Failed, Outcome, Swept};
use crate::ode::{Deadline, Failure, Feed, Finished, Job, Method, Options, Timed, Why};
use crate::readout::Recorder;

impl<S: Swept> Work<'_, S> {
    /// The outcomes of the chosen points from `first` to before `end`, in their order.
    pub(super) fn chunk(&self, first: usize, end: usize) -> Vec<(usize, Outcome)> {
        let chosen: Vec<usize> = (first..end).filter(|&point| self.cut.has(point)).collect();
        let mut points: Vec<Point> = (first..end).map(|_| Point::default()).collect();
        let mut left = chosen.clone();
        for options in ladder(&self.sweep.options) {
            if left.is_empty() {
                break;
            }
            if let Some(why) = self.interrupted() {
                for &point in &left {
                    points[point - first].interrupt(why.clone(), self.sweep.protocol.start);
                }
                break;
            }
            // The options were tried on a solver before any point was.
            let Ok(solver) = self.solver(options.clone(), self.deadline) else { continue };
            let Ok(solver) = solver.watching_sums(self.view.watches()) else { continue };
            left.reverse();
            let mut feed = Points {
                work: self,
                options: &options,
                first,
                left,
                flying: Vec::new(),
                found: &mut points,
                again: Vec::new(),
            };
            self.solve_all(&solver, &mut feed);
            left = feed.again;
        }
        self.tally.over(left.len(), left.len());
        let start = self.sweep.protocol.start;
        let outcome =
            |point: usize| (point, core::mem::take(&mut points[point - first]).outcome(start));
        chosen.into_iter().map(outcome).collect()
    }
}

/// A point on its way to an outcome.
#[derive(Debug, Default)]
struct Point {
    attempts: Vec<Attempt>,
    rest_residual: Option<f64>,
    completed: Option<(Vec<f64>, Finished)>,
    /// What ended the attempts before their time.
    interruption: Option<Failure>,
    deadline: Option<Deadline>,
}

impl Point {
    fn interrupt(&mut self, why: Why, start: f64) {
        let time = self.attempts.last().map_or(start, |attempt| attempt.failure.time);
        self.interruption = Some(Failure { why, time });
    }

    fn outcome(self, start: f64) -> Outcome {
        let Self { attempts, rest_residual, completed, interruption, .. } = self;
        if let Some((readouts, Finished { statistics, .. })) = completed {
            return Outcome::Ok(Completed { readouts, statistics, rest_residual, attempts });
        }
        let never = || Failure { why: Why::Cancelled, time: start };
        let first = || attempts.first().map(|attempt| attempt.failure.clone());
        let failure = interruption.or_else(first).unwrap_or_else(never);
        Outcome::Failed(Failed { failure, attempts })
    }
}

/// Points of a chunk that are still without a result, for one attempt at them.
pub(super) struct Points<'p, 'w, S> {
    work: &'p Work<'w, S>,
    options: &'p Options,
    first: usize,
    /// Points to come, the next one last.
    pub(super) left: Vec<usize>,
    /// Points that were handed out and are not back.
    pub(super) flying: Vec<usize>,
    found: &'p mut [Point],
    again: Vec<usize>,
}

impl<S: Swept> Points<'_, '_, S> {
    /// Notes what went wrong; another attempt may go better.
    fn failed(&mut self, point: usize, failure: Failure) {
        // It cannot mend a bad run, and is not wanted after an interruption.
        if matches!(failure.why, Why::BadRun { .. }) || failure.why.is_interruption() {
            return self.given_up(point, failure);
        }
        self.note(point, failure);
        self.again.push(point);
    }

    /// Notes what went wrong where no attempt can go better.
    pub(super) fn given_up(&mut self, point: usize, failure: Failure) {
        self.note(point, failure);
        self.work.tally.over(1, 1);
    }

    fn note(&mut self, point: usize, failure: Failure) {
        let (method, first_step) = (self.options.method, self.options.first_step);
        let found = &mut self.found[point - self.first];
        if failure.why.is_interruption() {
            found.interruption = Some(failure.clone());
        }
        found.attempts.push(Attempt { method, first_step, failure });
    }
}

impl<'p, S: Swept> Points<'p, '_, S> {
    /// The readouts of a point whose run ended with `state`.
    fn read(
        &self,
        id: usize,
        observer: Recorder<'p, S>,
        state: &[f64],
    ) -> Result<Vec<f64>, Failure> {
        let deadline = Deadline::first(self.work.deadline, self.found[id - self.first].deadline);
        observer.finish(state, || self.work.solver(self.options.clone(), deadline))
    }
}

impl<'p, S: Swept> Feed for Points<'p, '_, S> {
    type Observer = Recorder<'p, S>;

    fn next(&mut self) -> Option<Job<Recorder<'p, S>>> {
        loop {
            let point = self.left.pop()?;
            let found = &mut self.found[point - self.first];
            // Coming to rest may take long: none begins after an interruption.
            if let Some(why) = self.work.interrupted() {
                found.interrupt(why, self.work.sweep.protocol.start);
                self.work.tally.over(1, 1);
                continue;
            }
            // One deadline for all attempts.
            if let (None, Some(allowed)) = (found.deadline, self.work.sweep.point_deadline) {
                found.deadline = Deadline::after(allowed, Timed::Point);
            }
            self.flying.push(point);
            match self.work.start(point, found.deadline) {
                Ok((run, residual)) => {
                    self.found[point - self.first].rest_residual = residual;
                    return Some(Job { id: point, run, observer: self.work.recorder() });
                }
                // A state of rest is looked for in one way only.
                Err(failure) => {
                    self.flying.retain(|&flying| flying != point);
                    self.given_up(point, failure);
                }
            }
        }
    }

    fn deadline(&self, id: usize) -> Option<Deadline> {
        self.found[id - self.first].deadline
    }

    fn done(&mut self, id: usize, observer: Recorder<'p, S>, outcome: Result<Finished, Failure>) {
        // Whatever is asked of the system here may panic, as long as the point counts as handed out.
        let outcome = outcome.map(|run| (self.read(id, observer, &run.state), run));
        self.flying.retain(|&flying| flying != id);
        match outcome {
            Ok((Ok(readouts), finished)) => {
                self.found[id - self.first].completed = Some((readouts, finished));
                self.work.tally.over(1, 0);
            }
            // No other run ends better.
            Ok((Err(unreadable), _)) => self.given_up(id, unreadable),
            Err(failure) => self.failed(id, failure),
        }
    }
}

/// The first step of a second attempt, in seconds.
const SMALL_START: f64 = 1e-6;

/// What is tried, in order: as asked; with a small first step; with the other method.
fn ladder(options: &Options) -> Vec<Options> {
    // Smaller than what a short first step was asked for, too.
    let start = options.first_step.map_or(SMALL_START, |asked| SMALL_START.min(1e-3 * asked));
    let careful = Options { first_step: Some(start), ..options.clone() };
    let other = match options.method {
        Method::Rodas4 => Method::Rodas5P,
        Method::Rodas5P => Method::Rodas4,
        // A solver chosen as a second opinion is not swapped.
        _ => return vec![options.clone(), careful],
    };
    vec![options.clone(), careful.clone(), Options { method: other, ..careful }]
}
