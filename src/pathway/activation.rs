//! Two kinases switch each other on (docs/theory.md, "JAK activation").
//!
//! `assembled → active` at `k h`, with h of the pair's kinases (`kinases.rs`): zero where either is shut off. The state
//! is *active* kinase, not phosphorylated kinase, which these drugs can raise.

use super::PathwayError;
use super::binding::Complex;
use super::draft::Draft;
use super::options::Step;

impl Draft<'_> {
    /// Declares how a complex becomes active.
    pub(super) fn activate(&mut self, complex: &Complex) -> Result<(), PathwayError> {
        let rate = self.constant("jak.activation")?;
        let both = self.working_pair(complex, Step::JakActivation);
        let name = &complex.cytokine;
        self.net.irreversible(
            format!("{name} JAK activation"),
            complex.assembled,
            complex.active,
            rate * both,
        )?;
        Ok(())
    }
}
