//! Phosphatases of receptor and STAT (docs/theory.md, "Phosphatases").
//!
//! Receptor phosphatases (CD45, PTP1B and others together) switch the kinases off and strip the tyrosines at once:
//! `active, phosphorylated → assembled`. SHP2 docks to the tyrosines and removes them alone, at
//! `k [SHP2] / (K + [SHP2])`. A phosphatase of the cytosol acts on STAT monomers, by Michaelis and Menten; one of the
//! nucleus on dimers (`transport.rs`).

use super::PathwayError;
use super::binding::Complex;
use super::draft::Draft;
use super::stat::StatForms;
use crate::catalog::Stat;
use crate::network::Law;

impl Draft<'_> {
    /// Declares how the receptor is switched off.
    pub(super) fn dephosphorylate_receptor(
        &mut self,
        complex: &Complex,
    ) -> Result<(), PathwayError> {
        let off = self.constant("jak.deactivation")?;
        let shp2 = self.constant("shp2.concentration")?;
        let dissociation = self.constant("shp2.dissociation")?;
        let turnover = self.constant("shp2.dephosphorylation")?;
        let stripping = turnover * shp2 / (dissociation + shp2);
        let name = &complex.cytokine;
        let (resting, active, phosphorylated) =
            (complex.assembled, complex.active, complex.phosphorylated);
        self.net.irreversible(format!("{name} JAK deactivation"), active, resting, off)?;
        let both = format!("{name} receptor deactivation");
        self.net.irreversible(both, phosphorylated, resting, off)?;
        let shp2 = format!("{name} receptor dephosphorylation by SHP2");
        self.net.irreversible(shp2, phosphorylated, active, stripping.clone())?;
        if let Some([active, phosphorylated]) = complex.unliganded {
            let pair = self.pair_side(complex)?;
            let plain = format!("{name} unliganded JAK deactivation");
            self.net.irreversible(plain, active, pair.clone(), off)?;
            let both = format!("{name} unliganded receptor deactivation");
            self.net.irreversible(both, phosphorylated, pair, off)?;
            let shp2 = format!("{name} unliganded receptor dephosphorylation by SHP2");
            self.net.irreversible(shp2, phosphorylated, active, stripping)?;
        }
        Ok(())
    }

    /// Declares the phosphatase of the cytosol.
    pub(super) fn dephosphorylate_stat(
        &mut self,
        stat: Stat,
        forms: &StatForms,
    ) -> Result<(), PathwayError> {
        let concentration = self.constant("phosphatase.concentration")?;
        let turnover = self.constant("phosphatase.turnover")?;
        let half = self.constant("phosphatase.half_saturation")?;
        let law = Law::MichaelisMenten {
            substrate: forms.phosphorylated,
            maximum: turnover * concentration,
            half_saturation: half.into(),
        };
        let name = format!("{stat} dephosphorylation in the cytosol");
        self.net.reaction(name, forms.phosphorylated, forms.plain, law)?;
        Ok(())
    }
}
