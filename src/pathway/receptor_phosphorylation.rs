//! Active kinases phosphorylate the receptor's tyrosines (docs/theory.md, "Receptor phosphorylation").
//!
//! `active → phosphorylated` at `k m`, with the mean activity m of the kinases on the two chains.

use super::PathwayError;
use super::binding::Complex;
use super::draft::Draft;
use super::options::Step;

impl Draft<'_> {
    /// Declares how the receptor's tyrosines are phosphorylated.
    pub(super) fn phosphorylate_receptor(&mut self, complex: &Complex) -> Result<(), PathwayError> {
        let rate = self.constant("receptor.phosphorylation")?;
        let mean = self.mean_activity(complex.assembly.pair(), Step::ReceptorPhosphorylation);
        let name = &complex.cytokine;
        let mean = self.net.rule(format!("{name} kinases at the receptor"), mean);
        let mut pairs = vec![("", complex.active, complex.phosphorylated)];
        if let Some([active, phosphorylated]) = complex.unliganded {
            pairs.push(("unliganded ", active, phosphorylated));
        }
        for (kind, active, phosphorylated) in pairs {
            let reaction = format!("{name} {kind}receptor phosphorylation");
            self.net.irreversible(reaction, active, phosphorylated, rate * mean)?;
        }
        Ok(())
    }
}
