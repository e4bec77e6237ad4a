//! What a solver must watch so that readouts can be taken.

use super::{Measure, Observed, Readout};
use crate::ode::Watch;

/// Where the value of a readout's observable comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A watched sum is the observable.
    Sum(usize),
    /// A rule that is evaluated on watched states.
    Rule,
}

/// What must be watched to take readouts of a system: an observable that is a weighted sum of states
/// is watched as that sum, any other by its states.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    watches: Vec<Watch>,
    /// One per readout.
    pub(super) sources: Vec<Source>,
    /// States that rules need, and where each is among what is watched.
    pub(super) states: Vec<(usize, usize)>,
    /// Readouts of a value at a time, in the order of their times.
    pub(super) timed: Vec<usize>,
    /// All other readouts.
    pub(super) lasting: Vec<usize>,
}

impl View {
    /// What the readouts need.
    pub fn new<S: Observed>(readouts: &[Readout], system: &S) -> Self {
        let (mut timed, lasting): (Vec<usize>, Vec<usize>) = (0..readouts.len())
            .partition(|&k: &usize| matches!(readouts[k].measure, Measure::At(_)));
        let time = |k: usize| readouts[k].measure.window().0;
        timed.sort_by(|&a, &b| time(a).total_cmp(&time(b)));
        let (watches, sources, states) = (Vec::new(), Vec::new(), Vec::new());
        let mut view = Self { watches, sources, states, timed, lasting };
        for readout in readouts {
            let source = if let Some(terms) = system.weights(readout.observable) {
                Source::Sum(view.place(Watch::sum(terms)))
            } else {
                for state in system.reads(readout.observable) {
                    let place = view.place(Watch::state(state));
                    if !view.states.contains(&(state, place)) {
                        view.states.push((state, place));
                    }
                }
                Source::Rule
            };
            view.sources.push(source);
        }
        view
    }

    /// The sums of states to be watched, in order.
    pub fn watches(&self) -> &[Watch] {
        &self.watches
    }

    fn place(&mut self, watch: Watch) -> usize {
        self.watches.iter().position(|known| *known == watch).unwrap_or_else(|| {
            self.watches.push(watch);
            self.watches.len() - 1
        })
    }
}
