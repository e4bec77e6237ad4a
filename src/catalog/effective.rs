//! What an inhibitor does to a kinase inside a cell.

use super::cheng_prusoff::{half_inhibition, inhibition_constant};
use super::{
    AssayAtp, CatalogError, Enzymology, Inhibitor, Jak, Mechanism, Metric, Relation, Verified,
};
use crate::units::Concentration;

/// A potency carried from the assay to a cell, with what was used on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Effective {
    /// The kinase.
    pub jak: Jak,
    /// The free concentration that halves the kinase's activity at the cell's ATP, `K = Ki (1 + ATP / Km)`.
    pub half_inhibition: Concentration,
    /// The inhibition constant, `Ki = IC50 / (1 + ATP / Km)` at the assay's ATP.
    pub ki: Concentration,
    /// Whether both are values or lower bounds.
    pub relation: Relation,
    /// The ATP of the assay, and whether it was assumed.
    pub assay_atp: AssayAtp,
    /// The ATP of the cell.
    pub cell_atp: Concentration,
    /// Km(ATP) of the kinase.
    pub km: Concentration,
    /// The panel the potency comes from.
    pub panel: String,
    /// How far the potency was checked.
    pub verified: Verified,
}

impl Inhibitor {
    /// The potency on a kinase in a cell, from the chosen panel by Cheng and Prusoff's relation.
    ///
    /// A bound stays a bound: where the panel says `> 400 nM`, so does the result at the cell's ATP.
    ///
    /// # Errors
    ///
    /// [`CatalogError::NotCompetitive`] for an allosteric or covalent drug, [`CatalogError::NotMeasured`] where the
    /// panel has no value for this kinase, [`CatalogError::OnlyRatioKnown`] where it holds no concentration at all.
    pub fn effective(&self, jak: Jak, enzymology: &Enzymology) -> Result<Effective, CatalogError> {
        if self.mechanism() != Mechanism::AtpCompetitive {
            return Err(CatalogError::NotCompetitive {
                drug: self.name().into(),
                mechanism: self.mechanism(),
            });
        }
        let potency = self.potency(jak)?;
        let (km, cell_atp) = (enzymology.km(jak), enzymology.cell_atp());
        let ki = match (potency.metric, potency.assay_atp.for_km(km)) {
            (Metric::Ic50, Some(atp)) => inhibition_constant(potency.value, atp, km),
            _ => potency.value,
        };
        Ok(Effective {
            jak,
            half_inhibition: half_inhibition(ki, cell_atp, km),
            ki,
            relation: potency.relation,
            assay_atp: potency.assay_atp,
            cell_atp,
            km,
            panel: self.panel().name().into(),
            verified: potency.provenance.verified,
        })
    }
}
