//! One IC50 for every draw from what is uncertain: an ensemble, not a confidence interval.

mod draws;
mod result;
mod search;

pub use result::{GroupSpread, Ic50Ensemble};

use super::{Assay, AssayError};
use crate::catalog::Inhibitor;
use crate::pathway::PathwayModel;
use crate::sensitivity::SensitivityError;
use draws::Draws;
use search::{Begun, Search};
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

/// How often, and from what, is drawn.
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
    draws: u32,
    seed: u64,
    groups: Vec<Uncertain>,
    affinity_fold: f64,
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
        if !(draws.is_power_of_two() && (128..=65536).contains(&draws)) {
            let (field, allowed) = ("draws", "a power of two from 128 to 65536");
            return Err(SensitivityError::Size { field, value: draws, allowed }.into());
        }
        self.draws = draws;
        Ok(self)
    }

    /// Takes another set of draws.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Draws from these groups alone; what else is uncertain keeps its usual value.
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

impl Assay {
    /// The free IC50 of a drug, the dose that halves the response without drug, for every draw of an ensemble.
    ///
    /// # Errors
    /// As [`ic50_ensembles`](Self::ic50_ensembles).
    pub fn ic50_ensemble(
        &self,
        inhibitor: &Inhibitor,
        ensemble: &Ensemble,
    ) -> Result<Ic50Ensemble, AssayError> {
        let pathway = self.pathway(&[inhibitor])?;
        Drawn::new(self, &pathway, ensemble)?.of(inhibitor)
    }

    /// The same for several drugs on the same draws of cell and ATP, so that what the cell is like without drug is found
    /// once for all of them; in the order of the drugs.
    ///
    /// A draw's IC50 is looked for on its own curve, all draws together in each batch, until it is known to within
    /// 1 %. A curve that crosses half more than once is not noticed: [`dose_response`](Self::dose_response) looks at the whole
    /// of it.
    ///
    /// # Errors
    /// [`AssayError`], also where the panel in use of a drug lacks a kinase of the receptor.
    pub fn ic50_ensembles(
        &self,
        inhibitors: &[&Inhibitor],
        ensemble: &Ensemble,
    ) -> Result<Vec<Ic50Ensemble>, AssayError> {
        let pathway = self.pathway(inhibitors)?;
        let drawn = Drawn::new(self, &pathway, ensemble)?;
        inhibitors.iter().map(|inhibitor| drawn.of(inhibitor)).collect()
    }
}

/// Cells that were drawn and read without drug: none of their numbers uncertain, all of the groups, and each group alone.
struct Drawn<'a> {
    search: Search<'a>,
    usual: Begun,
    together: Begun,
    alone: Vec<(Uncertain, Begun)>,
}

impl<'a> Drawn<'a> {
    fn new(
        assay: &'a Assay,
        pathway: &'a PathwayModel,
        ensemble: &Ensemble,
    ) -> Result<Self, AssayError> {
        let search = Search::new(assay, pathway)?;
        let begun = |groups: &[Uncertain]| {
            let of_these = Ensemble { groups: groups.to_vec(), ..ensemble.clone() };
            search.begun(Draws::new(assay, pathway, &of_these)?)
        };
        let alone = |&group: &Uncertain| Ok((group, begun(&[group])?));
        let alone = ensemble.groups.iter().map(alone).collect::<Result<_, AssayError>>()?;
        let (usual, together) = (begun(&[])?, begun(&ensemble.groups)?);
        Ok(Self { search, usual, together, alone })
    }

    fn of(&self, inhibitor: &Inhibitor) -> Result<Ic50Ensemble, AssayError> {
        let found = |begun| self.search.found(inhibitor, begun);
        let mut ensemble = Ic50Ensemble::new(inhibitor, &found(&self.together)?);
        ensemble.usual = found(&self.usual)?.first().and_then(|ic50| ic50.known());
        for (group, begun) in &self.alone {
            ensemble.add_group(*group, &found(begun)?);
        }
        Ok(ensemble)
    }
}
