//! What an observer sees of a run.

/// A weighted sum of states: one of them, or several of which only the sum matters.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    terms: Vec<(usize, f64)>,
}

impl Watch {
    /// One state.
    pub fn state(index: usize) -> Self {
        Self { terms: vec![(index, 1.0)] }
    }

    /// Σ weight · state, with the states by index.
    pub fn sum(terms: impl IntoIterator<Item = (usize, f64)>) -> Self {
        Self { terms: terms.into_iter().collect() }
    }

    /// The states, by index, and their weights.
    pub fn terms(&self) -> &[(usize, f64)] {
        &self.terms
    }

    /// The sum, given each state's value.
    pub(super) fn of(&self, value: impl Fn(usize) -> f64) -> f64 {
        self.terms.iter().fold(0.0, |sum, &(state, weight)| sum + weight * value(state))
    }
}
