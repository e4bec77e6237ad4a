//! The responses that were solved.

use crate::response::{ResponseError, SearchError};
use std::collections::BTreeMap;
use std::error::Error;

/// Responses by dose, and how to learn more.
pub(super) struct Known<F> {
    evaluate: F,
    /// By the bits of the dose, which ascend with it as doses are positive.
    responses: BTreeMap<u64, f64>,
    /// Batches in which they were learned.
    pub(super) rounds: usize,
}

impl<F> Known<F> {
    pub(super) const fn new(evaluate: F) -> Self {
        Self { evaluate, responses: BTreeMap::new(), rounds: 0 }
    }

    /// Those of the doses that were not solved, ascending, each once.
    pub(super) fn missing(&self, doses: &[f64]) -> Vec<f64> {
        let is_new = |dose: &f64| !self.responses.contains_key(&dose.to_bits());
        let mut new: Vec<f64> = doses.iter().copied().filter(is_new).collect();
        new.sort_by(f64::total_cmp);
        new.dedup_by_key(|dose| dose.to_bits());
        new
    }

    /// Solves at doses, all at once.
    pub(super) fn add<E: Error + 'static>(&mut self, doses: &[f64]) -> Result<(), SearchError<E>>
    where
        F: FnMut(&[f64]) -> Result<Vec<f64>, E>,
    {
        self.rounds += 1;
        let found = (self.evaluate)(doses).map_err(SearchError::Evaluation)?;
        if found.len() != doses.len() {
            let (asked, answered) = (doses.len(), found.len());
            return Err(ResponseError::Answers { asked, answered }.into());
        }
        for (row, (&dose, response)) in doses.iter().zip(found).enumerate() {
            if !response.is_finite() {
                let remedy = "the curve must give a finite number at every dose";
                let (row, field) = (row + 1, "response during refinement");
                return Err(ResponseError::Row { row, field, value: response, remedy }.into());
            }
            self.responses.insert(dose.to_bits(), response);
        }
        Ok(())
    }

    /// The response at a dose that was solved.
    pub(super) fn at(&self, dose: f64) -> f64 {
        self.responses.get(&dose.to_bits()).copied().unwrap_or(f64::NAN)
    }

    /// Doses (nM) and responses from one dose to another.
    pub(super) fn between(&self, (low, high): (f64, f64)) -> Vec<(f64, f64)> {
        let within = self.responses.range(low.to_bits()..=high.to_bits());
        within.map(|(bits, &response)| (f64::from_bits(*bits), response)).collect()
    }

    /// How many were solved.
    pub(super) fn len(&self) -> usize {
        self.responses.len()
    }

    /// The largest response, by size.
    pub(super) fn largest(&self) -> f64 {
        self.responses.values().map(|response| response.abs()).fold(0.0, f64::max)
    }
}
