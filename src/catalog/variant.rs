//! Cells that differ from a cell of the table.

use super::cell::Receptors;
use super::{Abundance, Cell, Jak, Provenance, Stat, Verified};

impl Cell {
    /// The same cell with the copies of each molecule, and their range, times a factor, which is asked for by the molecule's name: of
    /// every chain, kinase and STAT, in that order. What was changed is marked as assumed.
    ///
    /// A cell that has every chain in one number keeps it so: the factor is asked for `every chain`.
    #[must_use]
    pub fn with_copies_times(&self, mut factor: impl FnMut(&str) -> f64) -> Self {
        let mut cell = self.clone();
        let mut change = |name: &str, abundance: &mut Abundance| {
            let factor = factor(name);
            abundance.copies *= factor;
            abundance.low *= factor;
            abundance.high *= factor;
            abundance.provenance = Provenance {
                verified: Verified::Assumed,
                note: format!("{factor} times the table's number; {}", abundance.provenance.note),
                ..abundance.provenance.clone()
            };
        };
        match &mut cell.receptors {
            Receptors::Every(abundance) => change("every chain", abundance),
            Receptors::Listed(chains) => {
                for (name, abundance) in chains {
                    change(name, abundance);
                }
            }
        }
        for jak in Jak::ALL {
            change(jak.name(), &mut cell.jaks[jak]);
        }
        for stat in Stat::ALL {
            change(stat.name(), &mut cell.stats[stat]);
        }
        cell
    }
}
