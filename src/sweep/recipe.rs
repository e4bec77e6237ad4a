//! Everything that the numbers of a sweep depend on, in words that a person can read.

use super::recital::Names;
use super::{Conditions, Sweep, Swept};
use crate::network::Fingerprint;
use crate::ode::Options;
use serde::{Deserialize, Serialize};

/// Raised with every entry under "Numbers" in CHANGELOG.md, so that what was begun before such a change is not finished after it.
const NUMBERS: u32 = 1;

/// Everything that the numbers of a sweep depend on: two sweeps of one recipe have the same outcomes, bit for bit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recipe {
    /// The version of this library.
    pub jakstat: String,
    /// Which of its numbers: what is added to a version each time a change moves a result in any digit.
    #[serde(default)]
    pub numbers: u32,
    /// The model's [fingerprint](crate::network::Model::fingerprint); `None` for a system of one's own that has none.
    pub model: Option<Fingerprint>,
    /// What is varied.
    pub conditions: Varied,
    /// What is done to the system; times in seconds, concentrations in nM.
    pub protocol: Vec<String>,
    /// What is read out, one line per readout; times in seconds.
    pub readouts: Vec<String>,
    /// Method, tolerances, limits and code path.
    pub options: Options,
}

/// What is varied in a sweep, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Varied {
    /// Number of points.
    pub points: usize,
    /// Names of the varied quantities.
    pub quantities: Vec<String>,
    /// The fingerprint of their values at all points, in order.
    pub values: Fingerprint,
}

impl Recipe {
    pub(super) fn new<S: Swept>(sweep: &Sweep<'_, S>, conditions: &Conditions) -> Self {
        let names = Names::of(sweep.system);
        Self {
            jakstat: env!("CARGO_PKG_VERSION").into(),
            numbers: NUMBERS,
            model: sweep.system.identity(),
            conditions: Varied::new(conditions),
            protocol: names.steps(&sweep.protocol),
            readouts: sweep.readouts.iter().map(|readout| names.taken(readout)).collect(),
            options: sweep.options.clone(),
        }
    }
}

impl Varied {
    pub(super) fn new(conditions: &Conditions) -> Self {
        let bits = |all: Fingerprint, value: &f64| all.then(&value.to_bits().to_le_bytes());
        let point = |all, index| conditions.point(index).iter().fold(all, bits);
        Self {
            points: conditions.len(),
            quantities: conditions.names().to_vec(),
            values: (0..conditions.len()).fold(Fingerprint::EMPTY, point),
        }
    }
}
