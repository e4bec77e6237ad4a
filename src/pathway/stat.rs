//! STATs dock to the receptor and are phosphorylated (docs/theory.md, "STAT phosphorylation").
//!
//! Docking is fast, so the receptor's sites are shared at once: STAT s is phosphorylated by receptor R at
//! `k h [R] w_s [S_s] / (K + Σ w [S]) / (1 + [SOCS] / K_SOCS)`, with weight w = 1 for a main STAT and less for a secondary
//! one. K is well above the receptor's concentration, so what is docked is not counted apart.

use super::PathwayError;
use super::draft::{Draft, sum};
use super::options::Step;
use crate::catalog::{Cytokine, Stat, StatRole};
use crate::network::{Expr, Law, Species};
use crate::units::Quantities;

/// The species of one STAT.
#[derive(Debug, Clone)]
pub(super) struct StatForms {
    /// Unphosphorylated, in the cytosol.
    pub(super) plain: Species,
    /// Phosphorylated monomer, in the cytosol.
    pub(super) phosphorylated: Species,
    /// Unphosphorylated, in the nucleus.
    pub(super) nuclear: Species,
    /// Dimers in cytosol and nucleus, with the molecules of this STAT in each.
    pub(super) dimers: Vec<(Species, Species, u32)>,
    /// The whole STAT as a concentration in the cell's volume, nM.
    pub(super) total: Expr,
}

impl Draft<'_> {
    /// Declares a STAT at rest: import and export in balance.
    pub(super) fn rest_stat(&mut self, stat: Stat) -> Result<(), PathwayError> {
        if self.stats.contains_key(&stat) {
            return Ok(());
        }
        let copies = self.cell.stat_copies(stat).clone();
        let total = self.abundance(stat.name(), &copies);
        let import = self.constant("stat.import")?;
        let export = self.constant("stat.export")?;
        let outside = total.clone() / (1.0 + import / export);
        let plain = self.net.species(stat.name(), self.cytosol, 0.0.nanomolar());
        self.net.set_initial(plain, outside.clone());
        let nuclear = self.net.species(format!("nuclear {stat}"), self.nucleus, 0.0.nanomolar());
        let inside = outside * (import / export) * self.cell_per_nucleus();
        self.net.set_initial(nuclear, inside);
        let name = format!("{stat}-P");
        let phosphorylated = self.net.species(name, self.cytosol, 0.0.nanomolar());
        let forms = StatForms { plain, phosphorylated, nuclear, dimers: Vec::new(), total };
        self.dephosphorylate_stat(stat, &forms)?;
        self.stats.insert(stat, forms);
        Ok(())
    }

    /// The STATs of a cytokine with their weights at its docking sites.
    pub(super) fn docking_of(
        &mut self,
        cytokine: &Cytokine,
    ) -> Result<Vec<(Stat, Expr)>, PathwayError> {
        let secondary = self.constant("stat.secondary_weight")?;
        let weight = |role| match role {
            StatRole::Main => Expr::Number(1.0),
            StatRole::Secondary => secondary.into(),
        };
        Ok(cytokine.stats().iter().map(|used| (used.stat, weight(used.role))).collect())
    }

    /// Declares how every receptor phosphorylates its STATs.
    pub(super) fn phosphorylate_stats(&mut self) -> Result<(), PathwayError> {
        let half = self.constant("stat.docking")?;
        let turnover = self.constant("stat.phosphorylation")?;
        let brake = self.socs_brake()?;
        for complex in self.complexes.clone() {
            let name = &complex.cytokine;
            let both = self.working_pair(&complex, Step::StatPhosphorylation);
            let mut receptor = Expr::from(complex.phosphorylated);
            if let Some([_, unliganded]) = complex.unliganded {
                receptor = receptor + unliganded;
            }
            let sites = complex.docking.iter().filter_map(|(stat, weight)| {
                self.stats.get(stat).map(|forms| weight.clone() * forms.plain)
            });
            let occupied = half + sum(sites);
            let drive = turnover * both * receptor * brake.clone() / occupied;
            let drive = self.net.rule(format!("{name} drive on STAT"), drive);
            for (stat, weight) in &complex.docking {
                let Some(forms) = self.stats.get(stat) else { continue };
                let (plain, phosphorylated) = (forms.plain, forms.phosphorylated);
                let law = Law::formula(drive * weight.clone() * plain);
                let reaction = format!("{stat} phosphorylation by the {name} receptor");
                self.net.reaction(reaction, plain, phosphorylated, law)?;
            }
        }
        Ok(())
    }
}
