//! How often, and from what, is drawn.

use crate::assay::AssayError;
use crate::sensitivity::spread_evenly;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A group of numbers that are uncertain together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Uncertain {
    /// Which panel the enzyme IC50 come from: those that cover the kinases in use, evenly.
    Panels,
    /// The cell's ATP, log-uniform over its range.
    Atp,
    /// Molecules of each chain, kinase and STAT, each log-uniform over its range.
    Abundances,
    /// How tightly ligand, chains, kinases, STATs and SHP2 hold one another, each log-uniform around its value.
    Affinities,
}

impl Uncertain {
    /// Every group.
    pub const ALL: [Self; 4] = [Self::Panels, Self::Atp, Self::Abundances, Self::Affinities];
}

impl fmt::Display for Uncertain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Panels => "panels",
            Self::Atp => "ATP",
            Self::Abundances => "abundances",
            Self::Affinities => "affinities",
        })
    }
}

/// How often, and from what, is drawn. Draws are spread evenly over the ranges, and so is the first quarter of them, from
/// which it is told what each group does alone.
///
/// ```
/// use jakstat::assay::{Ensemble, Uncertain};
/// use jakstat::prelude::*;
///
/// let catalog = Catalog::builtin();
/// let assay = Assay::new(catalog.cytokine("IL-6")?, catalog.cell("CD4 T cell")?);
/// let ensemble = Ensemble::default().draws(128)?.only(&[Uncertain::Atp]);
/// let found = assay.ic50_ensemble(catalog.inhibitor("baricitinib")?, &ensemble)?;
/// let (low, high) = found.interval(0.95).unwrap();
/// // ATP between 1 and 5 mM, an IC50 in proportion.
/// assert!((4.0..5.0).contains(&(high.as_nanomolar() / low.as_nanomolar())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    pub(super) draws: u32,
    pub(super) seed: u64,
    pub(super) groups: Vec<Uncertain>,
    pub(super) affinity_fold: f64,
}

impl Default for Ensemble {
    /// 256 draws with seed 0 from every group, affinities within threefold of their values.
    fn default() -> Self {
        Self { draws: 256, seed: 0, groups: Uncertain::ALL.to_vec(), affinity_fold: 3.0 }
    }
}

impl Ensemble {
    /// Draws so often.
    ///
    /// # Errors
    /// [`AssayError::Sensitivity`] unless it is a power of two from 128 to 65536: draws are spread evenly.
    pub fn draws(mut self, draws: u32) -> Result<Self, AssayError> {
        spread_evenly("draws", draws)?;
        self.draws = draws;
        Ok(self)
    }

    /// Takes another set of draws.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Draws from these groups alone; what else is uncertain keeps its usual value. Of no groups nothing is drawn: every draw
    /// is the usual IC50, and the interval has no width.
    #[must_use]
    pub fn only(mut self, groups: &[Uncertain]) -> Self {
        self.groups = groups.to_vec();
        self
    }

    /// Takes each affinity from its value divided to its value multiplied by this factor.
    ///
    /// # Errors
    /// [`AssayError::AffinityFold`] unless it is finite and at least 1.
    pub fn affinity_fold(mut self, fold: f64) -> Result<Self, AssayError> {
        if !(fold.is_finite() && fold >= 1.0) {
            return Err(AssayError::AffinityFold { fold });
        }
        self.affinity_fold = fold;
        Ok(self)
    }
}
