//! Solving on lanes of the caller's own kind.

use super::batch::Batch;
use super::options::Kind;
use super::{Feed, Kernel, Lane, Solver, System};

impl<S: System> Solver<'_, S> {
    /// As [`solve`](Self::solve), on lanes of the same kind as `zero`, which is zero, in place of those of
    /// the code path: on numbers that count what is done with them, for example. An explicit method has no
    /// lanes and does as always.
    pub fn solve_on<L: Lane, F: Feed>(&self, zero: L, feed: &mut F) {
        match self.options.method.kind() {
            Kind::Rosenbrock(tableau) => Batch { solver: self, tableau, feed }.run(zero),
            Kind::Explicit(explicit) => explicit.solve(self, feed),
        }
    }
}
