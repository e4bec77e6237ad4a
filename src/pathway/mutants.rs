//! Kinases without autoinhibition: JAK2 V617F, JAK1 V658F (docs/theory.md, "Mutants").
//!
//! Two unliganded chains of which at least one holds the mutant switch on at `k h [X] [Y]`, h over those pairs only.
//! Km, Ki and turnover are those of the wild type (Liau et al. 2019 Cancers 11:1701, doi 10.3390/cancers11111701).

use super::PathwayError;
use super::binding::Complex;
use super::draft::Draft;
use super::options::{Mutant, Step};
use crate::network::Side;

impl Draft<'_> {
    /// Declares signalling without ligand, where the receptor holds a mutant kinase.
    pub(super) fn mutate(
        &mut self,
        complex: &mut Complex,
        mutants: &[Mutant],
    ) -> Result<(), PathwayError> {
        let pair = complex.assembly.pair();
        let mutated = |jak| mutants.iter().any(|mutant| mutant.jak() == jak);
        let holds = pair.iter().flat_map(|chain| &chain.partners).any(|held| mutated(held.jak));
        if !holds {
            return Ok(());
        }
        let rate = self.constant("mutant.activation")?;
        let both = self.pair_activity(pair, Step::JakActivation, |j, k| mutated(j) || mutated(k));
        let name = &complex.cytokine;
        let both = self.net.rule(format!("{name} mutant trans-phosphorylation"), both);
        let state = |state| format!("{name} receptor, unliganded and {state}");
        let active = self.absent(state("active"), self.cytosol, complex.scale);
        let phosphorylated = self.absent(state("phosphorylated"), self.cytosol, complex.scale);
        let chains = self.pair_side(complex)?;
        let reaction = format!("{name} activation without ligand");
        self.net.irreversible(reaction, chains, active, rate * both)?;
        complex.unliganded = Some([active, phosphorylated]);
        Ok(())
    }

    /// The two free chains whose kinases face each other.
    pub(super) fn pair_side(&mut self, complex: &Complex) -> Result<Side, PathwayError> {
        let [first, second] = complex.assembly.pair();
        Ok(self.chain(&first.name)? + self.chain(&second.name)?)
    }
}
