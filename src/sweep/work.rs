//! A sweep under way: threads take chunks and hand over their outcomes.

use super::cut::Cut;
use super::rest::solve;
use super::tally::Tally;
use super::{Conditions, Outcome, Quantity, Summary, Sweep, SweepError, Swept};
use crate::ode::{Deadline, Failure, Options, OptionsError, Run, Solver, Why};
use crate::readout::{Recorder, View};
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Takes the outcomes of a chunk, by its number: one chunk at a time, from any thread.
pub(super) type Deliver<'d> =
    dyn FnMut(usize, Vec<(usize, Outcome)>) -> Result<(), SweepError> + Send + 'd;

/// A sweep under way.
pub(super) struct Work<'w, S> {
    pub(super) sweep: &'w Sweep<'w, S>,
    pub(super) conditions: &'w Conditions,
    /// What the names of the conditions stand for.
    pub(super) quantities: Vec<Quantity>,
    pub(super) view: &'w View,
    pub(super) cancel: &'w AtomicBool,
    /// By when the sweep must be over.
    pub(super) deadline: Option<Deadline>,
    pub(super) cut: Cut<'w>,
    pub(super) tally: Tally<'w>,
}

/// What becomes of chunks that are over.
struct Handover<'h, 'd> {
    deliver: &'h mut Deliver<'d>,
    summary: Summary,
    refused: Option<SweepError>,
}

impl<S: Swept> Work<'_, S> {
    /// Solves every chunk of the cut on so many threads, `None` being those of the pool at hand.
    pub(super) fn all(
        &self,
        threads: Option<usize>,
        deliver: &mut Deliver<'_>,
    ) -> Result<Summary, SweepError> {
        let handover = Handover { deliver, summary: Summary::default(), refused: None };
        let (next, handover) = (AtomicUsize::new(0), Mutex::new(handover));
        let wanted = threads.unwrap_or_else(rayon::current_num_threads).min(self.cut.len());
        let spread = || {
            rayon::scope(|scope| {
                for _ in 0..wanted {
                    scope.spawn(|_| self.chunks(&next, &handover));
                }
            });
        };
        match threads {
            // Handing the work to another thread takes longer than many a small sweep.
            _ if wanted <= 1 => self.chunks(&next, &handover),
            None => spread(),
            Some(threads) => rayon::ThreadPoolBuilder::new()
                .num_threads(wanted)
                .build()
                .map_err(|source| SweepError::Threads { threads, source })?
                .install(spread),
        }
        let Handover { summary, refused, .. } =
            handover.into_inner().unwrap_or_else(PoisonError::into_inner);
        match refused {
            Some(error) => Err(error),
            None => Ok(Summary { elapsed: self.tally.elapsed(), ..summary }),
        }
    }

    /// Solves one chunk after the other until none is left.
    fn chunks(&self, next: &AtomicUsize, handover: &Mutex<Handover<'_, '_>>) {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= self.cut.len() {
                return;
            }
            let Some((first, end)) = self.cut.range(number) else { continue };
            let outcomes = (self.sweep.chunk_solver)(self, first, end);
            let Ok(mut handover) = handover.lock() else {
                // The sink panicked on another thread, which tells the caller.
                self.cancel.store(true, Ordering::Relaxed);
                return;
            };
            if handover.refused.is_some() {
                return;
            }
            for (_, outcome) in &outcomes {
                handover.summary.add(outcome);
            }
            if let Err(error) = (handover.deliver)(number, outcomes) {
                self.cancel.store(true, Ordering::Relaxed);
                handover.refused = Some(error);
                return;
            }
        }
    }

    /// Why no point is to be begun any more, if so.
    pub(super) fn interrupted(&self) -> Option<Why> {
        let flags = self.sweep.cancel.iter().chain([&self.cancel]);
        if flags.into_iter().any(|flag| flag.load(Ordering::Relaxed)) {
            return Some(Why::Cancelled);
        }
        self.deadline?.passed(Instant::now())
    }

    /// A solver that heeds all that ends the sweep.
    pub(super) fn solver(
        &self,
        options: Options,
        deadline: Option<Deadline>,
    ) -> Result<Solver<'_, S>, OptionsError> {
        let solver = Solver::new(self.sweep.system, options)?.until(deadline);
        let flags = self.sweep.cancel.iter().copied().chain([self.cancel]);
        Ok(flags.fold(solver, Solver::cancelled_by))
    }

    pub(super) fn recorder(&self) -> Recorder<'_, S> {
        Recorder::new(self.sweep.system, &self.sweep.readouts, self.view)
    }

    /// The run of a point, and the residual of the state of rest it begins from, which must be found by the
    /// point's deadline.
    pub(super) fn start(
        &self,
        point: usize,
        deadline: Option<Deadline>,
    ) -> Result<(Run, Option<f64>), Failure> {
        let (system, protocol) = (self.sweep.system, &self.sweep.protocol);
        let (parameters, initial) = self.values(point);
        let stops = protocol.stops(&parameters);
        let (start, end) = (protocol.start, protocol.end);
        let mut run = Run { start, end, initial, parameters, stops, held: None };
        if let Some(overrides) = &protocol.rest {
            let mut resting = run.clone();
            resting.stops.clear();
            for &(index, value) in overrides {
                set(&mut resting.parameters, index, value);
            }
            let rest = self.sweep.rests.find(&resting, || {
                let deadline = Deadline::first(self.deadline, deadline);
                let refused = |error: OptionsError| Failure {
                    why: Why::NoRest { reason: error.to_string() },
                    time: start,
                };
                let solver = self.solver(self.sweep.options.clone(), deadline).map_err(refused)?;
                solve(system, &solver, &resting)
            })?;
            run.initial = rest.state;
            return Ok((run, Some(rest.residual)));
        }
        Ok((run, None))
    }

    /// Parameters and initial states at a point.
    fn values(&self, point: usize) -> (Vec<f64>, Vec<f64>) {
        let (system, point) = (self.sweep.system, self.conditions.point(point));
        let mut parameters = system.defaults();
        for (quantity, &value) in self.quantities.iter().zip(&point) {
            if let Quantity::Parameter(i) = *quantity {
                set(&mut parameters, i, value);
            }
        }
        let mut initial = system.beginning(&parameters);
        for (quantity, &value) in self.quantities.iter().zip(&point) {
            if let Quantity::Initial(i) = *quantity {
                set(&mut initial, i, value);
            }
        }
        (parameters, initial)
    }
}

/// Sets one of several values; a system that gives too few of them has its runs refused.
fn set(values: &mut [f64], index: usize, value: f64) {
    if let Some(old) = values.get_mut(index) {
        *old = value;
    }
}
