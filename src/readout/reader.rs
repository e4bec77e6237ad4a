//! Reads observables off what is watched.

use super::view::Source;
use super::{Evaluate, Observed, Readout, View};
use core::fmt;

/// What it takes to evaluate the observables of readouts.
pub(super) struct Reader<'a> {
    readouts: &'a [Readout],
    view: &'a View,
    /// Evaluates rules on watched states, where there are any.
    rules: Option<(Evaluate<'a>, Vec<f64>)>,
    /// All parameters, prepared for the current stretch.
    parameters: Vec<f64>,
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("parameters", &self.parameters).finish_non_exhaustive()
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new<S: Observed>(system: &'a S, readouts: &'a [Readout], view: &'a View) -> Self {
        let needed = view.sources.contains(&Source::Rule);
        let rules = needed.then(|| (system.evaluate(), vec![0.0; view.dimension]));
        Self { readouts, view, rules, parameters: Vec::new() }
    }

    /// A stretch begins.
    pub(super) fn stretch(&mut self, parameters: &[f64]) {
        let sums_only = self.view.sources.iter().all(|source| matches!(source, Source::Sum(_)));
        if !sums_only || !self.view.rated.is_empty() {
            self.parameters.clear();
            self.parameters.extend_from_slice(parameters);
        }
    }

    /// All parameters, prepared for the current stretch, if a rule, a rate or the end of the run asks for them.
    pub(super) fn parameters(&self) -> &[f64] {
        &self.parameters
    }

    /// The observable of readout `k`.
    pub(super) fn value(&mut self, k: usize, time: f64, watched: impl Fn(usize) -> f64) -> f64 {
        match (self.view.sources[k], &mut self.rules) {
            (Source::Sum(place), _) => watched(place),
            (Source::Rule, Some((evaluate, state))) => {
                for &(index, place) in &self.view.states {
                    state[index] = watched(place);
                }
                evaluate(self.readouts[k].observable, time, state, &self.parameters)
            }
            (Source::Rule, None) | (Source::End, _) => f64::NAN,
        }
    }
}
