//! What can be chosen about a pathway beside cytokine, cell and drug.

use std::fmt;

use crate::catalog::Jak;

/// A step that needs an active kinase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The kinases of two chains switch each other on.
    JakActivation,
    /// Tyrosines of the receptor.
    ReceptorPhosphorylation,
    /// Docked STAT.
    StatPhosphorylation,
}

impl Step {
    /// Every step; the drug acts at all of them unless told otherwise.
    pub const ALL: [Self; 3] =
        [Self::JakActivation, Self::ReceptorPhosphorylation, Self::StatPhosphorylation];
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::JakActivation => "JAK activation",
            Self::ReceptorPhosphorylation => "receptor phosphorylation",
            Self::StatPhosphorylation => "STAT phosphorylation",
        })
    }
}

/// A kinase that has lost its autoinhibition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mutant {
    /// JAK1 V658F.
    Jak1V658F,
    /// JAK2 V617F, as in polycythaemia vera.
    Jak2V617F,
}

impl Mutant {
    /// The kinase it is a mutant of.
    pub const fn jak(self) -> Jak {
        match self {
            Self::Jak1V658F => Jak::Jak1,
            Self::Jak2V617F => Jak::Jak2,
        }
    }
}

/// Whether chains are made, lost and taken inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Trafficking {
    /// Synthesis, degradation, internalisation and recycling.
    #[default]
    On,
    /// Chains stay where they are, so that their totals are conserved.
    Off,
}

/// How long a cytokine lasts in the medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CytokineSupply {
    /// What is added is all there is: cells use it up, as in a dish.
    #[default]
    Once,
    /// The medium is renewed faster than any cell takes the cytokine up, so that its concentration stays at the dose,
    /// as in a tissue that goes on making it.
    Constant,
}
