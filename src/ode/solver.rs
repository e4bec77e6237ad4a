//! The face of the rung: a solver takes runs from a feed and gives their outcomes back.

use super::batch::Batch;
use super::options::Kind;
use super::sparse::SparseLu;
use super::{
    Deadline, Failure, Finished, Kernel, Lane, Observer, Options, OptionsError, Run, System, Watch,
    Why,
};
use core::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

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

    /// By when a run must be over, asked when it begins: it fails between two steps with
    /// [`Why::Deadline`] if it is not.
    fn deadline(&self, id: usize) -> Option<Deadline> {
        let _ = id;
        None
    }

    /// Takes back a run that is over, in order of completion.
    fn done(&mut self, id: usize, observer: Self::Observer, outcome: Result<Finished, Failure>);
}

/// Solves a system many times over.
#[derive(Debug)]
pub struct Solver<'a, S: ?Sized> {
    pub(super) system: &'a S,
    pub(super) options: Options,
    pub(super) watched: Vec<Watch>,
    pub(super) lu: SparseLu,
    cancel: Vec<&'a AtomicBool>,
    deadline: Option<Deadline>,
}

impl<'a, S: System> Solver<'a, S> {
    /// Plans the work: checks the options and lays out the factorisation.
    ///
    /// # Errors
    /// [`OptionsError`] naming the option that cannot be used.
    pub fn new(system: &'a S, options: Options) -> Result<Self, OptionsError> {
        options.check(system.dimension())?;
        let lu = SparseLu::new(system.dimension(), system.pattern());
        let watched = (0..system.dimension()).map(Watch::state).collect();
        Ok(Self { system, options, watched, lu, cancel: Vec::new(), deadline: None })
    }

    /// Shows observers only these states, in this order, instead of all.
    ///
    /// # Errors
    /// [`OptionsError::NoSuchState`] naming an index that is too large.
    pub fn watching(self, states: &[usize]) -> Result<Self, OptionsError> {
        let states: Vec<Watch> = states.iter().copied().map(Watch::state).collect();
        self.watching_sums(&states)
    }

    /// Shows observers only these sums of states, in this order, instead of all states.
    ///
    /// # Errors
    /// [`OptionsError::NoSuchState`] naming an index that is too large.
    pub fn watching_sums(mut self, sums: &[Watch]) -> Result<Self, OptionsError> {
        let count = self.system.dimension();
        let mut states = sums.iter().flat_map(Watch::terms).map(|&(state, _)| state);
        if let Some(state) = states.find(|&state| state >= count) {
            return Err(OptionsError::NoSuchState { state, states: count });
        }
        self.watched = sums.to_vec();
        Ok(self)
    }

    /// Fails every run that is not over with [`Why::Cancelled`] once the flag is set; of several flags,
    /// any one will do.
    #[must_use]
    pub fn cancelled_by(mut self, flag: &'a AtomicBool) -> Self {
        self.cancel.push(flag);
        self
    }

    /// Fails every run that is not over by then with [`Why::Deadline`].
    #[must_use]
    pub fn until(mut self, deadline: Option<Deadline>) -> Self {
        self.deadline = deadline;
        self
    }

    /// Why nothing more is to be done, if so.
    pub(super) fn interrupted(&self) -> Option<Why> {
        if self.cancel.iter().any(|flag| flag.load(Ordering::Relaxed)) {
            return Some(Why::Cancelled);
        }
        self.deadline?.passed(Instant::now())
    }

    /// Runs that it solves side by side, each on a lane of its own.
    pub fn lanes(&self) -> usize {
        self.options.lanes()
    }

    /// Solves every run of the feed on the calling thread.
    ///
    /// The outcome of a run depends on that run alone, bit for bit.
    pub fn solve<F: Feed>(&self, feed: &mut F) {
        match self.options.method.kind() {
            Kind::Rosenbrock(tableau) => {
                self.options.path.run(Batch { solver: self, tableau, feed });
            }
            Kind::Explicit(explicit) => explicit.solve(self, feed),
        }
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

impl Options {
    /// Runs that a solver with these options, checked before, solves side by side.
    pub(crate) fn lanes(&self) -> usize {
        match self.method.kind() {
            Kind::Rosenbrock(_) => self.path.run(Width),
            Kind::Explicit(_) => 1,
        }
    }
}

/// Asks a code path how many lanes it has.
struct Width;

impl Kernel for Width {
    type Output = usize;

    fn run<L: Lane>(self, _: L) -> usize {
        L::WIDTH
    }
}
