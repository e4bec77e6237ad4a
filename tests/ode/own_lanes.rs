//! Solving on lanes of the caller's own kind.

use crate::problems::Robertson;
use jakstat::ode::lane::Single;
use jakstat::ode::{
    Blind, CodePath, Failure, Feed, Finished, Job, Options, Run, Solver, Tolerance,
};

/// A feed of one run.
struct One {
    job: Option<Job<Blind>>,
    outcome: Option<Result<Finished, Failure>>,
}

impl Feed for One {
    type Observer = Blind;

    fn next(&mut self) -> Option<Job<Blind>> {
        self.job.take()
    }

    fn done(&mut self, _: usize, _: Blind, outcome: Result<Finished, Failure>) {
        self.outcome = Some(outcome);
    }
}

#[test]
fn lanes_of_ones_own_give_the_bits_of_the_same_lanes_of_a_path() {
    let options = Options {
        tolerance: Tolerance::relative(1e-6),
        path: CodePath::Unfused,
        ..Options::default()
    };
    let solver = Solver::new(&Robertson, options).unwrap();
    let (initial, parameters) = (vec![1.0, 0.0, 0.0], vec![1.0]);
    let run = Run { end: 40.0, initial, parameters, ..Run::default() };
    let wanted = solver.solve_one(run.clone(), Blind).1.unwrap();
    let mut feed = One { job: Some(Job { id: 0, run, observer: Blind }), outcome: None };
    solver.solve_on(Single::<false>::new(0.0), &mut feed);
    assert_eq!(feed.outcome.unwrap().unwrap(), wanted);
    assert!(wanted.statistics.accepted > 10);
}
