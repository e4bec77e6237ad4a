//! Where the numbers of a sweep come from.

use super::{Conditions, Recipe, Summary, Sweep, Swept};
use crate::catalog::Cited;
use crate::ode::Statistics;
use serde::{Deserialize, Serialize};

/// Where the numbers of a sweep come from: what they depend on, what became of the points, and the rows of tables behind
/// the model. Written as JSON beside the numbers, it says how to get them again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Provenance {
    /// What the numbers depend on.
    #[serde(flatten)]
    pub recipe: Recipe,
    /// Points that were solved.
    pub solved: usize,
    /// Of these, the points solved at a second or third attempt.
    pub rescued: usize,
    /// Points that failed.
    pub failed: usize,
    /// What the solved points cost: steps, and evaluations.
    pub statistics: Statistics,
    /// The rows of tables that the model's numbers come from.
    pub cited: Vec<Cited>,
}

impl Provenance {
    pub(super) fn new(recipe: Recipe, cited: Vec<Cited>, summary: &Summary) -> Self {
        Self {
            recipe,
            solved: summary.points - summary.failed,
            rescued: summary.rescued,
            failed: summary.failed,
            statistics: summary.statistics,
            cited,
        }
    }
}

impl<S: Swept> Sweep<'_, S> {
    /// Where the numbers of this sweep over `conditions` come from, which came to `summary`: what
    /// [`stream`](Self::stream) returned, or what outcomes collect to.
    pub fn provenance(&self, conditions: &Conditions, summary: &Summary) -> Provenance {
        Provenance::new(Recipe::new(self, conditions), self.cited.clone(), summary)
    }
}
