//! A panel: the potencies of one drug from one source.

use serde::Serialize;

use super::{Jak, Metric, PerJak, Potency, Provenance, Verified};

/// The potencies of one drug from one source and one metric; never mixed with another's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panel {
    pub(super) name: String,
    pub(super) metric: Metric,
    pub(super) potencies: PerJak<Option<Potency>>,
    pub(super) provenance: Provenance,
}

impl Panel {
    /// Its short name, for example `fridman2010`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was measured.
    pub const fn metric(&self) -> Metric {
        self.metric
    }

    /// The potency on one kinase, where it was measured.
    pub fn potency(&self, jak: Jak) -> Option<&Potency> {
        self.potencies[jak].as_ref()
    }

    /// The potencies there are, in the order of the kinases.
    pub fn potencies(&self) -> impl Iterator<Item = &Potency> {
        self.potencies.iter().filter_map(|(_, potency)| potency.as_ref())
    }

    /// Its source and, of its rows, the mark of the least checked one.
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// How far the least checked of its rows was checked.
    pub const fn verified(&self) -> Verified {
        self.provenance.verified
    }
}
