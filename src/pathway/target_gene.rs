//! A gene that the pathway switches on (docs/theory.md, "Target gene").
//!
//! Messenger and protein of a stable kind, driven by nuclear dimers as SOCS is, without feedback.

use super::PathwayError;
use super::draft::Draft;
use crate::network::{Law, Network};

impl Draft<'_> {
    /// Declares the target gene's messenger and protein.
    pub(super) fn make_target(&mut self) -> Result<(), PathwayError> {
        let law = self.transcription("target.transcription")?;
        let messenger_decay = self.constant("target.mrna_decay")?;
        let translation = self.constant("target.translation")?;
        let decay = self.constant("target.decay")?;
        let cytosol = self.cytosol;
        let messenger = self.absent("target mRNA".into(), cytosol, 1e-2);
        let protein = self.absent("target protein".into(), cytosol, 1.0);
        let nothing = Network::nothing;
        let made = self.net.reaction("target transcription", nothing(), messenger, law)?;
        made.within(cytosol);
        self.net.irreversible("target mRNA decay", messenger, nothing(), messenger_decay)?;
        let law = Law::formula(translation * messenger);
        self.net.reaction("target translation", nothing(), protein, law)?;
        self.net.irreversible("target protein decay", protein, nothing(), decay)?;
        Ok(())
    }
}
