//! The state of rest before a protocol begins.
//!
//! Points that agree in all that matters at rest share one steady-state solve, found by the bits of
//! its input alone: sharing never changes a point's bits.

use crate::network::Model;
use crate::ode::{Failure, Options, Run, Steady, SteadyError, Why, steady_state};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// States of rest kept at a time, so that the memory of a sweep over millions of them stays bounded.
const KEPT: usize = 4096;

/// Input of a steady-state solve, bit by bit.
type Key = Vec<u64>;

/// A solve that is done or under way: whoever comes second waits for the first.
type Shared = Arc<OnceLock<Result<Steady, Failure>>>;

/// Steady states of one model under one set of options.
#[derive(Debug, Clone, Default)]
pub(super) struct Rests {
    found: Arc<Mutex<HashMap<Key, Shared>>>,
}

impl Rests {
    /// The steady state of `model` for these parameters, from these initial states.
    pub(super) fn find(
        &self,
        model: &Model,
        options: &Options,
        run: &Run,
    ) -> Result<Steady, Failure> {
        self.shared(run).get_or_init(|| solve(model, options, run)).clone()
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

fn solve(model: &Model, options: &Options, run: &Run) -> Result<Steady, Failure> {
    let totals: Vec<Vec<f64>> =
        model.conserved().iter().map(|total| total.weights().to_vec()).collect();
    match steady_state(model, run, &totals, options) {
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

    use super::Rests;
    use crate::network::{Model, Network};
    use crate::ode::{Options, Run};
    use crate::units::{Quantities, Rate};
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
        let (model, options, rests) = (exchange(), Options::default(), Rests::default());
        let first = rests.find(&model, &options, &run(&model, 2.0)).unwrap().state;
        assert!((first[0] - 1.0).abs() < 1e-12 && (first[1] - 2.0).abs() < 1e-12, "{first:?}");
        assert_eq!(rests.clone().find(&model, &options, &run(&model, 2.0)).unwrap().state, first);
        assert_eq!(kept(&rests), 1);
        rests.find(&model, &options, &run(&model, 5.0)).unwrap();
        assert_eq!(kept(&rests), 2);
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
