//! The cell's own brake (docs/theory.md, "SOCS feedback").
//!
//! SOCS1, SOCS3 and CIS as one: nuclear dimers drive transcription (Hill), five delay steps, translation, decay. SOCS
//! slows STAT phosphorylation by `1 / (1 + [SOCS] / K)` and has active receptors removed (`trafficking.rs`). Made per
//! volume of the cell, since larger cells transcribe more.

use super::PathwayError;
use super::draft::Draft;
use crate::network::{Expr, Law, Network};

/// Steps between transcription and finished messenger, as in Sobotta et al. 2017.
const DELAY_STEPS: usize = 5;
/// Size of messenger concentrations, nM: a copy or two in a large cell.
const MESSENGER: f64 = 1e-3;

impl Draft<'_> {
    /// Declares the species; what makes and removes them follows once the dimers are known.
    pub(super) fn declare_socs(&mut self) {
        self.socs = Some(self.absent("SOCS".into(), self.cytosol, 1.0));
    }

    /// What SOCS leaves of STAT phosphorylation.
    pub(super) fn socs_brake(&mut self) -> Result<Expr, PathwayError> {
        let half = self.constant("socs.stat_inhibition")?;
        Ok(self.socs.map_or(Expr::Number(1.0), |socs| Expr::inhibition([(socs, half)])))
    }

    /// Declares transcription with its delay, translation and decay.
    pub(super) fn make_socs(&mut self) -> Result<(), PathwayError> {
        let Some(socs) = self.socs else { return Ok(()) };
        let law = self.transcription("socs.transcription")?;
        let delay = self.constant("socs.delay")?;
        let decay = self.constant("socs.mrna_decay")?;
        let translation = self.constant("socs.translation")?;
        let loss = self.constant("socs.decay")?;
        let cytosol = self.cytosol;
        let mut last = self.absent("SOCS mRNA, step 1".into(), cytosol, MESSENGER);
        let made = self.net.reaction("SOCS transcription", Network::nothing(), last, law)?;
        made.within(cytosol);
        for step in 2..=DELAY_STEPS + 1 {
            let name = if step > DELAY_STEPS {
                "SOCS mRNA".to_owned()
            } else {
                format!("SOCS mRNA, step {step}")
            };
            let next = self.absent(name, cytosol, MESSENGER);
            self.net.irreversible(format!("SOCS mRNA delay {}", step - 1), last, next, delay)?;
            last = next;
        }
        self.net.irreversible("SOCS mRNA decay", last, Network::nothing(), decay)?;
        let law = Law::formula(translation * last);
        self.net.reaction("SOCS translation", Network::nothing(), socs, law)?;
        self.net.irreversible("SOCS decay", socs, Network::nothing(), loss)?;
        Ok(())
    }

    /// Transcription driven by nuclear dimers: `V nⁿ / (Kⁿ + nⁿ)`, in nM/s of the cell.
    pub(super) fn transcription(&mut self, maximum: &str) -> Result<Law, PathwayError> {
        let maximum = self.constant(maximum)?;
        let half = self.constant("transcription.half_saturation")?;
        let exponent = self.constant("transcription.exponent")?;
        let dimers = self.nuclear_dimers.map_or(Expr::Number(0.0), Expr::from);
        Ok(Law::formula(maximum * Expr::hill(dimers, half, exponent)))
    }
}
