//! What is read off (docs/theory.md, "Observables").
//!
//! `pSTAT3` counts every phosphorylated molecule, dimers twice, cytosol and nucleus, as a concentration in the cell's
//! volume; `pSTAT3 fraction` is its part of the whole. `active JAK` counts complexes with active kinases.

use super::draft::{Draft, sum};
use crate::network::{Expr, Species};

impl Draft<'_> {
    /// Declares the nuclear dimers that drive transcription, each dimer once.
    pub(super) fn observe_dimers(&mut self) {
        let mut dimers: Vec<Species> = Vec::new();
        for forms in self.stats.values() {
            for &(_, nuclear, _) in &forms.dimers {
                if !dimers.contains(&nuclear) {
                    dimers.push(nuclear);
                }
            }
        }
        let total = sum(dimers.into_iter().map(Expr::from));
        self.nuclear_dimers = Some(self.net.rule("nuclear STAT dimers", total));
    }

    /// Declares the observables of STATs and kinases.
    pub(super) fn observe(&mut self) {
        let nucleus = 1.0 / self.cell_per_nucleus();
        for (stat, forms) in self.stats.clone() {
            let mut terms = vec![Expr::from(forms.phosphorylated)];
            for (cytosolic, nuclear, molecules) in forms.dimers {
                let molecules = f64::from(molecules);
                terms.push(molecules * cytosolic);
                terms.push((molecules * nucleus) * nuclear);
            }
            let all = self.net.rule(stat.phosphorylated(), sum(terms));
            let name = format!("{} fraction", stat.phosphorylated());
            self.net.rule(name, all / forms.total);
        }
        let mut active = Vec::new();
        for complex in &self.complexes {
            active.push(complex.active);
            active.push(complex.phosphorylated);
            active.extend(complex.unliganded.into_iter().flatten());
        }
        self.net.rule("active JAK", sum(active.into_iter().map(Expr::from)));
    }

    /// Notes a dimer with the STAT it holds.
    pub(super) fn record_dimer(
        &mut self,
        stat: crate::catalog::Stat,
        cytosolic: Species,
        nuclear: Species,
        molecules: u32,
    ) {
        if let Some(forms) = self.stats.get_mut(&stat) {
            forms.dimers.push((cytosolic, nuclear, molecules));
        }
    }
}
