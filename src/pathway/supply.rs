//! A cytokine that does not run out (docs/theory.md, "Supply").
//!
//! `dL/dt = r (dose - L)` beside what cells take up, with r far above it: the medium is renewed.

use super::PathwayError;
use super::draft::Draft;
use super::options::CytokineSupply;
use crate::network::{Expr, Network, Parameter, Species};

/// Renewal of the medium, 1/s. A cell takes up what a millionth of a millilitre holds within hours; a second leaves
/// its concentration at the dose to a few parts in ten thousand.
const RENEWAL: f64 = 1.0;

impl Draft<'_> {
    /// Keeps the ligand at its dose, where that was asked for.
    pub(super) fn supply_with(
        &mut self,
        cytokine: &str,
        ligand: Species,
        dose: Parameter,
    ) -> Result<(), PathwayError> {
        if self.supply == CytokineSupply::Constant {
            let rate = self.parameter("medium.renewal", RENEWAL);
            let name = format!("{cytokine} supply");
            let made = Expr::from(rate) * dose;
            self.net.reversible(name, Network::nothing(), ligand, made, rate)?;
        }
        Ok(())
    }
}
