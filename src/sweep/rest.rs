//! The state of rest before a protocol begins.
//!
//! Points that agree in all that matters at rest share one steady-state solve, found by the bits of
//! its input alone: sharing never changes a point's bits.

use super::Swept;
use crate::ode::{Failure, Run, Solver, Steady, SteadyError, Why};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// States of rest kept at a time, so that the memory of a sweep over millions of them stays bounded.
const KEPT: usize = 4096;

/// Input of a steady-state solve, bit by bit.
type Key = Vec<u64>;

/// A solve that is done or, while locked, under way: whoever comes second waits for the first.
type Shared = Arc<Mutex<Option<Result<Steady, Failure>>>>;

/// Steady states of one model under one set of options.
#[derive(Debug, Clone, Default)]
pub(super) struct Rests {
    found: Arc<Mutex<HashMap<Key, Shared>>>,
}

impl Rests {
    /// The steady state that a run tends to: as it was found before, or as `solve` finds it.
    pub(super) fn find(
        &self,
        run: &Run,
        solve: impl FnOnce() -> Result<Steady, Failure>,
    ) -> Result<Steady, Failure> {
        let shared = self.shared(run);
        let mut found = shared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = &*found {
            return found.clone();
        }
        let outcome = solve();
        // Had there been more time, there would be another answer.
        if !outcome.as_ref().is_err_and(|failure| failure.why.is_interruption()) {
            *found = Some(outcome.clone());
        }
        outcome
    }

    fn shared(&self, run: &Run) -> Shared {
        let key: Key = run.parameters.iter().chain(&run.initial).map(|x| x.to_bits()).collect();
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.len() >= KEPT && !found.contains_key(&key) {
            found.clear();
        }
        Arc::clone(found.entry(key).or_default())
    }
}

/// The steady state of `system` that a run tends to.
pub(super) fn solve<S: Swept>(
    system: &S,
    solver: &Solver<'_, S>,
    run: &Run,
) -> Result<Steady, Failure> {
    match solver.steady_state(run, &system.totals()) {
        Ok(steady) => Ok(steady),
        Err(SteadyError::Way(failure)) => Err(failure),
        Err(other) => {
            Err(Failure { why: Why::NoRest { reason: other.to_string() }, time: run.start })
        }
    }
}

#[cfg(test)]
mod tests {
    // A test stops where the code under it fails.
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use super::{Rests, solve};
    use crate::network::{Model, Network};
    use crate::ode::{Options, Run, Solver, Why};
    use crate::units::{Quantities, Rate};
    use core::sync::atomic::AtomicBool;
    use std::sync::PoisonError;

    fn exchange() -> Model {
        let mut net = Network::new();
        let all = net.compartment("all", 1.0.litres());
        let [a, b] = ["A", "B"].map(|name| net.species(name, all, 1.0.nanomolar()));
        net.reversible("exchange", a, b, Rate::per_second(2.0), Rate::per_second(1.0)).unwrap();
        net.compile().unwrap()
    }

    fn kept(rests: &Rests) -> usize {
        rests.found.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn run(model: &Model, a: f64) -> Run {
        Run { initial: vec![a, 1.0], parameters: model.default_parameters(), ..Run::default() }
    }

    #[test]
    fn one_condition_is_solved_once_and_clones_share_it() {
        let (model, rests) = (exchange(), Rests::default());
        let solver = Solver::new(&model, Options::default()).unwrap();
        let find = |rests: &Rests, a: f64| {
            let run = run(&model, a);
            rests.find(&run, || solve(&model, &solver, &run)).unwrap().state
        };
        let first = find(&rests, 2.0);
        assert!((first[0] - 1.0).abs() < 1e-12 && (first[1] - 2.0).abs() < 1e-12, "{first:?}");
        assert_eq!(find(&rests.clone(), 2.0), first);
        assert_eq!(kept(&rests), 1);
        find(&rests, 5.0);
        assert_eq!(kept(&rests), 2);
    }

    #[test]
    fn what_was_interrupted_is_looked_for_again() {
        let (model, rests, stop) = (exchange(), Rests::default(), AtomicBool::new(true));
        let solver = || Solver::new(&model, Options::default()).unwrap();
        let run = run(&model, 2.0);
        let cut = rests.find(&run, || solve(&model, &solver().cancelled_by(&stop), &run));
        assert_eq!(cut.unwrap_err().why, Why::Cancelled);
        assert!(rests.find(&run, || solve(&model, &solver(), &run)).is_ok());
    }

    #[test]
    fn no_more_are_kept_than_memory_allows() {
        let (model, rests) = (exchange(), Rests::default());
        for k in 0..2 * super::KEPT + 7 {
            rests.shared(&run(&model, k as f64));
            assert!(kept(&rests) <= super::KEPT, "{}", kept(&rests));
        }
    }
}
