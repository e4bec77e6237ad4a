//! How many molecules of a protein a cell has.

use serde::{Deserialize, Serialize};

use super::Provenance;
use crate::units::{Concentration, Volume};

/// Avogadro's number in molecules per nmol (exact since 2019, SI brochure, 9th edition).
const MOLECULES_PER_NANOMOLE: f64 = 6.022_140_76e14;

/// Molecules per cell, with the range they may lie in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Abundance {
    /// Molecules per cell.
    pub copies: f64,
    /// The lowest plausible number.
    pub low: f64,
    /// The highest plausible number.
    pub high: f64,
    /// Where they come from.
    pub provenance: Provenance,
}

impl Abundance {
    /// The concentration in a volume, `c[nM] = N / (6.02214076e14 V[L])`.
    pub fn in_volume(&self, volume: Volume) -> Concentration {
        copies_in_volume(self.copies, volume)
    }

    /// The lowest and the highest plausible concentration in a volume.
    pub fn range_in_volume(&self, volume: Volume) -> (Concentration, Concentration) {
        (copies_in_volume(self.low, volume), copies_in_volume(self.high, volume))
    }
}

fn copies_in_volume(copies: f64, volume: Volume) -> Concentration {
    Concentration::from_nanomolar(copies / (MOLECULES_PER_NANOMOLE * volume.as_litres()))
}
