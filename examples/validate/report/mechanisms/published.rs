//! What was seen of signals in cells that lack a kinase.

use jakstat::prelude::*;
use std::fmt;

/// How much of a signal is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    Lost,
    Impaired,
    Kept,
}

impl Left {
    /// The word for a share; its limits are ours.
    pub(crate) fn of(share: f64) -> Self {
        match share {
            share if share < 0.1 => Self::Lost,
            share if share <= 0.8 => Self::Impaired,
            _ => Self::Kept,
        }
    }
}

impl fmt::Display for Left {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Lost => "lost",
            Self::Impaired => "impaired",
            Self::Kept => "kept",
        })
    }
}

/// A signal in a cell without a kinase.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) jak: Jak,
    pub(crate) cytokine: &'static str,
    pub(crate) left: Left,
    pub(crate) source: &'static str,
}

const RODIG: &str = "Rodig et al. 1998 Cell 93:373, mouse, abstract";
const SHIMODA: &str = "Shimoda et al. 1997 Blood 90:597, human cell lines, abstract";
const PARGANAS: &str = "Parganas et al. 1998 Cell 93:385, mouse, abstract";
const CANDOTTI: &str = "Candotti et al. 1997 Blood 90:3996, patients' B-cell lines, abstract";
const ARINGER: &str = "Aringer et al. 1999 Life Sci 64:2173, review, abstract";
const RECHER: &str = "Recher et al. 2011 Blood 118:6824, patients' B cells, abstract";
const KREINS: &str = "Kreins et al. 2015 J Exp Med 212:1641, patients' cells, abstract";

/// Kinase, what was seen, where, and in which signals.
const GROUPS: [(Jak, Left, &str, &[&str]); 10] = [
    (
        Jak::Jak1,
        Left::Lost,
        RODIG,
        &["IFN-alpha", "IFN-gamma", "IL-10", "IL-2", "IL-7", "IL-6", "LIF"],
    ),
    (Jak::Jak1, Left::Impaired, SHIMODA, &["G-CSF"]),
    (Jak::Jak2, Left::Lost, PARGANAS, &["EPO", "TPO", "IL-3", "GM-CSF", "IFN-gamma"]),
    (Jak::Jak2, Left::Kept, PARGANAS, &["G-CSF", "IFN-alpha", "IL-6"]),
    (Jak::Jak3, Left::Lost, CANDOTTI, &["IL-2"]),
    (Jak::Jak3, Left::Impaired, CANDOTTI, &["IL-4 (type I)"]),
    (Jak::Jak3, Left::Lost, ARINGER, &["IL-7", "IL-9", "IL-15"]),
    (Jak::Jak3, Left::Lost, RECHER, &["IL-21"]),
    (Jak::Tyk2, Left::Impaired, KREINS, &["IFN-alpha", "IL-12", "IL-23", "IL-10"]),
    (Jak::Tyk2, Left::Kept, KREINS, &["IFN-gamma", "IFN-lambda", "IL-21", "IL-27", "LIF", "IL-6"]),
];

pub(crate) fn seen() -> Vec<Seen> {
    let group =
        |&(jak, left, source, cytokines): &(Jak, Left, &'static str, &'static [&'static str])| {
            cytokines.iter().map(move |&cytokine| Seen { jak, cytokine, left, source })
        };
    GROUPS.iter().flat_map(group).collect()
}
