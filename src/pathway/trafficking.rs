//! Chains are made, taken inside, recycled and lost (docs/theory.md, "Trafficking").
//!
//! Free chains are made as fast as they are lost at their tabulated number, so that without ligand they stay there.
//! Complexes go inside with their ligand; inside they do not signal. From there chains recycle or are destroyed, the
//! ligand is destroyed. SOCS has active complexes removed.

use super::PathwayError;
use super::binding::Complex;
use super::draft::Draft;
use super::options::Trafficking;
use crate::network::{Expr, Law, Network, Species};

impl Draft<'_> {
    /// Synthesis and degradation of a free chain.
    pub(super) fn turnover_of(
        &mut self,
        name: &str,
        chain: Species,
        rest: Expr,
    ) -> Result<(), PathwayError> {
        if self.trafficking == Trafficking::Off {
            return Ok(());
        }
        let loss = self.constant("trafficking.degradation")?;
        let law = Law::formula(loss * rest);
        self.net.reaction(format!("{name} synthesis"), Network::nothing(), chain, law)?;
        self.net.irreversible(format!("{name} degradation"), chain, Network::nothing(), loss)?;
        Ok(())
    }

    /// What becomes of a receptor that has bound its ligand.
    pub(super) fn traffic(&mut self, complex: &Complex) -> Result<(), PathwayError> {
        if self.trafficking == Trafficking::Off {
            return Ok(());
        }
        let name = &complex.cytokine;
        let loss = self.constant("trafficking.degradation")?;
        let inward = self.constant("trafficking.internalisation")?;
        let back = self.constant("trafficking.recycling")?;
        let end = self.constant("trafficking.endosomal_degradation")?;
        let removal = self.constant("socs.receptor_removal")?;
        let nothing = Network::nothing;
        for (i, &half) in complex.intermediates.iter().enumerate() {
            let reaction = format!("{name} intermediate {} degradation", i + 1);
            self.net.irreversible(reaction, half, nothing(), loss)?;
        }
        let inside = self.absent(format!("{name} receptor, inside"), self.cytosol, complex.scale);
        let states = [
            ("assembled", complex.assembled),
            ("active", complex.active),
            ("phosphorylated", complex.phosphorylated),
        ];
        for (state, species) in states {
            let reaction = format!("{name} internalisation of the {state} receptor");
            self.net.irreversible(reaction, species, inside, inward)?;
        }
        let chains = self.all_chains(&complex.assembly)?;
        self.net.irreversible(format!("{name} receptor recycling"), inside, chains, back)?;
        let reaction = format!("{name} receptor degradation inside");
        self.net.irreversible(reaction, inside, nothing(), end)?;
        let mut active =
            vec![("active", complex.active), ("phosphorylated", complex.phosphorylated)];
        if let Some([on, phosphorylated]) = complex.unliganded {
            for (state, species) in [("active", on), ("phosphorylated", phosphorylated)] {
                let reaction = format!("{name} degradation of the unliganded {state} receptor");
                self.net.irreversible(reaction, species, nothing(), loss)?;
            }
            active.push(("unliganded active", on));
            active.push(("unliganded phosphorylated", phosphorylated));
        }
        let Some(socs) = self.socs else { return Ok(()) };
        for (state, species) in active {
            let reaction = format!("{name} removal of the {state} receptor by SOCS");
            self.net.irreversible(reaction, species, nothing(), removal * socs)?;
        }
        Ok(())
    }
}
