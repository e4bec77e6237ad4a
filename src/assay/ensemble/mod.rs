//! One IC50 for every draw from what is uncertain: an ensemble, not a confidence interval.

mod drawn;
mod draws;
mod result;
mod search;
mod settings;

pub use result::{GroupSpread, Ic50Ensemble};
pub use settings::{Ensemble, Uncertain};

use super::{Assay, AssayError};
use crate::catalog::Inhibitor;
use drawn::Drawn;

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
