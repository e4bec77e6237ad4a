//! Active kinases phosphorylate the receptor's tyrosines (docs/theory.md, "Receptor phosphorylation").
//!
//! `active → phosphorylated` at `k h`, with h of the pair's kinases (`kinases.rs`).

use super::PathwayError;
use super::binding::Complex;
use super::draft::Draft;
use super::options::Step;

impl Draft<'_> {
    /// Declares how the receptor's tyrosines are phosphorylated.
    pub(super) fn phosphorylate_receptor(&mut self, complex: &Complex) -> Result<(), PathwayError> {
        let rate = self.constant("receptor.phosphorylation")?;
        let both = self.working_pair(complex, Step::ReceptorPhosphorylation);
        let name = &complex.cytokine;
        let mut pairs = vec![("", complex.active, complex.phosphorylated)];
        if let Some([active, phosphorylated]) = complex.unliganded {
            pairs.push(("unliganded ", active, phosphorylated));
        }
        for (kind, active, phosphorylated) in pairs {
            let reaction = format!("{name} {kind}receptor phosphorylation");
            self.net.irreversible(reaction, active, phosphorylated, rate * both)?;
        }
        Ok(())
    }
}
