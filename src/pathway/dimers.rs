//! Phosphorylated STATs pair (docs/theory.md, "Dimers").
//!
//! Each STAT with itself, `2 S-P ⇌ S-P:S-P`, and with another where the cytokine's table says so (STAT1 with STAT2 behind
//! type I and III interferons). In a dimer the phosphate is out of the cytosolic phosphatase's reach.

use super::PathwayError;
use super::draft::Draft;
use crate::catalog::Stat;
use crate::units::Concentration;

const ZERO: Concentration = Concentration::from_nanomolar(0.0);

impl Draft<'_> {
    /// Declares homodimers of every STAT and the heterodimers named.
    pub(super) fn dimerise(&mut self, heterodimers: &[(Stat, Stat)]) -> Result<(), PathwayError> {
        let on = self.constant("stat.dimer_association")?;
        let off = self.constant("stat.dimer_dissociation")?;
        let mut pairs: Vec<(Stat, Stat)> = self.stats.keys().map(|&stat| (stat, stat)).collect();
        for &(a, b) in heterodimers {
            let pair = (a.min(b), a.max(b));
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        for (a, b) in pairs {
            let (Some(first), Some(second)) = (self.stats.get(&a), self.stats.get(&b)) else {
                continue;
            };
            let sides = first.phosphorylated + second.phosphorylated;
            let label = format!("{a}-P:{b}-P");
            let dimer = self.net.species(&label, self.cytosol, ZERO);
            let nuclear = self.net.species(format!("nuclear {label}"), self.nucleus, ZERO);
            self.net.reversible(format!("{label} dimerisation"), sides, dimer, on, off)?;
            if a == b {
                self.record_dimer(a, dimer, nuclear, 2);
            } else {
                self.record_dimer(a, dimer, nuclear, 1);
                self.record_dimer(b, dimer, nuclear, 1);
            }
            self.carry_dimer(&label, (a, b), dimer, nuclear)?;
        }
        Ok(())
    }
}
