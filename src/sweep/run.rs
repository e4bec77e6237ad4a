//! The sweep itself.

use super::cut::{CHUNK, Cut};
use super::indices;
use super::rest::Rests;
use super::tally::{Report, Tally};
use super::work::{Deliver, Work};
use super::{
    Conditions, Flow, Memory, Outcome, Progress, Protocol, Quantity, Sink, Summary, SweepError,
    Swept,
};
use crate::catalog::Cited;
use crate::network::Model;
use crate::ode::{Deadline, Options, Timed};
use crate::readout::{Readout, View};
use core::sync::atomic::AtomicBool;
use core::time::Duration;

/// One system, a [`Model`] or one of your own, under one protocol, at many conditions.
///
/// States of rest that were found are kept: running the same sweep again at other conditions does not
/// solve them anew.
#[derive(Debug, Clone)]
pub struct Sweep<'a, S = Model> {
    pub(super) system: &'a S,
    pub(super) protocol: Protocol,
    pub(super) readouts: Vec<Readout>,
    pub(super) options: Options,
    threads: Option<usize>,
    pub(super) chunk: Option<usize>,
    pub(super) cited: Vec<Cited>,
    deadline: Option<Duration>,
    pub(super) point_deadline: Option<Duration>,
    pub(super) cancel: Option<&'a AtomicBool>,
    pub(super) rests: Rests,
    pub(super) chunk_solver: ChunkSolver<S>,
}

/// Solves the points of a chunk.
type ChunkSolver<S> = fn(&Work<'_, S>, usize, usize) -> Vec<(usize, Outcome)>;

impl<'a> Sweep<'a> {
    /// A sweep of `model` under `protocol`.
    pub fn new(model: &'a Model, protocol: Protocol) -> Self {
        Self { chunk_solver: chunk_of_a_model, ..Self::of(model, protocol) }
    }
}

/// Not generic, so that the solver of models is compiled here, for all instruction sets, and not again for
/// every caller.
fn chunk_of_a_model(work: &Work<'_, Model>, first: usize, end: usize) -> Vec<(usize, Outcome)> {
    work.chunk(first, end)
}

impl<'a, S: Swept> Sweep<'a, S> {
    /// A sweep of a system of your own under `protocol`.
    ///
    /// Should the system panic at some point, that point alone fails, with
    /// [`Why::Panicked`](crate::ode::Why::Panicked); in a program built with `panic = "abort"` it takes the
    /// program with it.
    pub fn of(system: &'a S, protocol: Protocol) -> Self {
        Self {
            system,
            protocol,
            readouts: Vec::new(),
            options: Options::default(),
            threads: None,
            chunk: None,
            cited: Vec::new(),
            deadline: None,
            point_deadline: None,
            cancel: None,
            rests: Rests::default(),
            chunk_solver: |work, first, end| work.chunk(first, end),
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

    /// Solves so many consecutive points at a time on a thread, instead of a number that suits the sweep; it
    /// changes no bit of any outcome. Points that are over reach a [`Sink`] a chunk at a time.
    #[must_use]
    pub const fn chunk(mut self, points: usize) -> Self {
        self.chunk = Some(points);
        self
    }

    /// States the rows of tables that the model's numbers come from; they are handed on in its
    /// [`Provenance`](super::Provenance).
    #[must_use]
    pub fn citing(mut self, rows: &[Cited]) -> Self {
        self.cited = rows.to_vec();
        self
    }

    /// Fails every point that is not over so long after the sweep began with
    /// [`Why::Deadline`](crate::ode::Why::Deadline). Which ones these are is the one thing about a sweep that
    /// may differ from one time to the next.
    #[must_use]
    pub const fn deadline(mut self, allowed: Duration) -> Self {
        self.deadline = Some(allowed);
        self
    }

    /// Fails a point that takes longer than this, its state of rest and every attempt at it included, with
    /// [`Why::Deadline`](crate::ode::Why::Deadline). Points are solved side by side, so give several times what
    /// a point takes alone.
    #[must_use]
    pub const fn point_deadline(mut self, allowed: Duration) -> Self {
        self.point_deadline = Some(allowed);
        self
    }

    /// Fails every point that is not over with [`Why::Cancelled`](crate::ode::Why::Cancelled) once the flag is
    /// set, from any thread; it is heeded between steps.
    #[must_use]
    pub const fn cancelled_by(mut self, flag: &'a AtomicBool) -> Self {
        self.cancel = Some(flag);
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
        let mut memory = Memory::default();
        self.stream(conditions, &mut memory, report)?;
        Ok(memory.into_outcomes().into_iter().map(|(_, outcome)| outcome).collect())
    }

    /// Solves every point and gives each outcome to `sink` soon after it is known: as many outcomes as
    /// points, in the order in which they are over. Memory does not grow with the number of points.
    ///
    /// # Errors
    /// [`SweepError`] if the sweep cannot be begun, or its sink takes no more outcomes.
    pub fn stream(
        &self,
        conditions: &Conditions,
        sink: &mut dyn Sink,
        report: impl Fn(Progress) -> Flow + Sync,
    ) -> Result<Summary, SweepError> {
        let chunk = self.chunk_of(conditions.len())?;
        let mut taken = 0;
        let summary = self.solve(
            conditions,
            Cut::whole(conditions.len(), chunk),
            &mut |_, outcomes| {
                for (index, outcome) in outcomes {
                    sink.take(index, outcome)
                        .map_err(|source| SweepError::Sink { taken, source })?;
                    taken += 1;
                }
                Ok(())
            },
            &report,
        )?;
        sink.finish().map_err(|source| SweepError::Sink { taken, source })?;
        Ok(summary)
    }

    /// Points in a chunk of a sweep over so many.
    fn chunk_of(&self, points: usize) -> Result<usize, SweepError> {
        match self.chunk {
            Some(0) => Err(SweepError::Chunk),
            Some(chunk) => Ok(chunk),
            None => {
                let threads = self.threads.unwrap_or_else(rayon::current_num_threads).max(1);
                let even = points.div_ceil(threads);
                // A group takes as long for one point as for all its lanes: no thread gets part of one.
                self.options.check(self.system.dimension())?;
                Ok(even.next_multiple_of(self.options.lanes()).clamp(1, CHUNK))
            }
        }
    }

    /// What the names of the conditions stand for, if the sweep can be begun.
    pub(super) fn check(&self, conditions: &Conditions) -> Result<Vec<Quantity>, SweepError> {
        self.protocol.check()?;
        let quantities = conditions.quantities(self.system)?;
        indices::check(self.system, &self.protocol, &quantities, &self.readouts)?;
        if self.readouts.is_empty() {
            return Err(SweepError::NoReadout);
        }
        for readout in &self.readouts {
            readout.check(self.protocol.start, self.protocol.end)?;
        }
        // Options that cannot be used fail here, once, rather than at every point.
        self.options.check(self.system.dimension())?;
        Ok(quantities)
    }

    /// Solves what a cut asks for, and delivers each chunk as a whole.
    pub(super) fn solve(
        &self,
        conditions: &Conditions,
        cut: Cut<'_>,
        deliver: &mut Deliver<'_>,
        report: &Report<'_>,
    ) -> Result<Summary, SweepError> {
        let quantities = self.check(conditions)?;
        let view = View::new(&self.readouts, self.system);
        let cancel = AtomicBool::new(false);
        let tally = Tally::new(&cut, &cancel, report);
        let deadline = self.deadline.and_then(|allowed| Deadline::after(allowed, Timed::Sweep));
        let work = Work {
            sweep: self,
            conditions,
            quantities,
            view: &view,
            cancel: &cancel,
            deadline,
            cut,
            tally,
        };
        work.all(self.threads, deliver)
    }
}
