//! Into the nucleus and back (docs/theory.md, "Transport").
//!
//! Dimers are imported, lose their phosphates in the nucleus and fall apart; unphosphorylated STAT goes both ways. The
//! amount that crosses is rate × concentration × the volume it leaves, so amounts are conserved.

use super::PathwayError;
use super::draft::Draft;
use crate::catalog::Stat;
use crate::network::Species;

impl Draft<'_> {
    /// Declares import of a dimer and its end in the nucleus.
    pub(super) fn carry_dimer(
        &mut self,
        label: &str,
        (a, b): (Stat, Stat),
        dimer: Species,
        nuclear: Species,
    ) -> Result<(), PathwayError> {
        let import = self.constant("stat.dimer_import")?;
        let dephosphorylation = self.constant("stat.nuclear_dephosphorylation")?;
        let (Some(first), Some(second)) = (self.stats.get(&a), self.stats.get(&b)) else {
            return Ok(());
        };
        let plain = first.nuclear + second.nuclear;
        self.net.irreversible(format!("{label} import"), dimer, nuclear, import)?;
        let name = format!("{label} dephosphorylation in the nucleus");
        self.net.irreversible(name, nuclear, plain, dephosphorylation)?;
        Ok(())
    }

    /// Declares shuttling of the unphosphorylated STATs.
    pub(super) fn shuttle(&mut self) -> Result<(), PathwayError> {
        let import = self.constant("stat.import")?;
        let export = self.constant("stat.export")?;
        let ways: Vec<_> =
            self.stats.iter().map(|(&stat, forms)| (stat, forms.plain, forms.nuclear)).collect();
        for (stat, outside, inside) in ways {
            self.net.irreversible(format!("{stat} import"), outside, inside, import)?;
            self.net.irreversible(format!("{stat} export"), inside, outside, export)?;
        }
        Ok(())
    }
}
