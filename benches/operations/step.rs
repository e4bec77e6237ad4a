//! What one step of one system costs, counted from the compiled model.

use super::{Counted, Operations, counted};
use crate::reference::{Failure, at_start};
use jakstat::ode::{Feed, Finished, Frame, Job, Layout, Observer, Run, Solver, System};
use jakstat::prelude::*;

/// Operations of one evaluation of y′.
pub(crate) fn rates(model: &Model) -> Operations {
    let (mut values, mut rates) = room(model);
    let mut frame = Frame::new(&mut values, Layout::of(model));
    counted(|| model.rates(&mut frame, &mut rates)).0
}

/// Operations of one evaluation of y′ with its derivatives.
pub(crate) fn linearised(model: &Model) -> Operations {
    let (mut values, mut rates) = room(model);
    let (mut slope, mut jacobian) = (rates.clone(), vec![Counted(0.0); model.pattern().len()]);
    let mut frame = Frame::new(&mut values, Layout::of(model));
    counted(|| model.linearise(&mut frame, &mut rates, &mut jacobian, &mut slope)).0
}

/// What the equations are evaluated on, and room for rates.
fn room(model: &Model) -> (Vec<Counted>, Vec<Counted>) {
    (at_start(model, Counted(0.0)), vec![Counted(0.0); model.dimension()])
}

/// Operations of a whole solve, and the steps it attempted.
pub(crate) fn solve<O: Observer>(
    solver: &Solver<'_, Model>,
    run: Run,
    observer: O,
) -> Result<(Operations, u64), Failure> {
    let job = Job { id: 0, run, observer };
    let mut feed = One { job: Some(job), outcome: None };
    let (operations, ()) = counted(|| solver.solve_on(Counted(0.0), &mut feed));
    let finished = feed.outcome.ok_or("no outcome")??;
    Ok((operations, finished.statistics.accepted + finished.statistics.rejected))
}

/// A feed of one run.
struct One<O> {
    job: Option<Job<O>>,
    outcome: Option<Result<Finished, jakstat::ode::Failure>>,
}

impl<O: Observer> Feed for One<O> {
    type Observer = O;

    fn next(&mut self) -> Option<Job<O>> {
        self.job.take()
    }

    fn done(&mut self, _: usize, _: O, outcome: Result<Finished, jakstat::ode::Failure>) {
        self.outcome = Some(outcome);
    }
}
