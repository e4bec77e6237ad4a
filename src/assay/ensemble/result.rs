//! What an ensemble says of an IC50.

use super::Uncertain;
use super::search::Ic50;
use crate::catalog::Inhibitor;
use crate::response::percentile;
use crate::units::Concentration;
use serde::{Deserialize, Serialize};

/// How far one group alone moves an IC50.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct GroupSpread {
    /// The group that is drawn, everything else at its usual value.
    pub group: Uncertain,
    /// Standard deviation of ln IC50.
    pub deviation: f64,
}

/// The free IC50 of one drug over draws from what is uncertain. The interval holds what the tables allow, drawn evenly;
/// it is not a confidence interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ic50Ensemble {
    /// The drug.
    pub inhibitor: String,
    /// The IC50 with everything at its usual value, where there is one.
    pub usual: Option<Concentration>,
    /// Those of the draws that have one, in nM, in the order of the draws.
    pub ic50s_nanomolar: Vec<f64>,
    /// Draws in which no dose halves the response.
    pub beyond: usize,
    /// Draws that could not be solved, or have no signal without drug.
    pub unsolved: usize,
    /// How far each group alone moves it, most first.
    pub groups: Vec<GroupSpread>,
}

impl Ic50Ensemble {
    pub(super) fn new(inhibitor: &Inhibitor, found: &[Ic50]) -> Self {
        let count = |wanted: fn(&Ic50) -> bool| found.iter().filter(|&ic50| wanted(ic50)).count();
        Self {
            inhibitor: inhibitor.name().into(),
            usual: None,
            ic50s_nanomolar: found.iter().filter_map(|ic50| ic50.nanomolar()).collect(),
            beyond: count(|ic50| matches!(ic50, Ic50::Beyond)),
            unsolved: count(|ic50| matches!(ic50, Ic50::Unsolved)),
            groups: Vec::new(),
        }
    }

    pub(super) fn add_group(&mut self, group: Uncertain, found: &[Ic50]) {
        let ic50s: Vec<f64> = found.iter().filter_map(|ic50| ic50.nanomolar()).collect();
        self.groups.push(GroupSpread { group, deviation: deviation_of_logarithms(&ic50s) });
        self.groups.sort_by(|a, b| b.deviation.total_cmp(&a.deviation));
    }

    /// The IC50 below which a share (0 to 1) of the draws lies, between two draws in proportion on a linear scale, as
    /// [`percentile`](crate::response::percentile) says. Draws in which no dose halves the response count as infinite, and so
    /// does what lies between one of them and the last finite one. None without draws that could be solved, and for a share
    /// outside 0 to 1.
    pub fn percentile(&self, share: f64) -> Option<Concentration> {
        let mut ic50s = self.ic50s_nanomolar.clone();
        ic50s.resize(ic50s.len() + self.beyond, f64::INFINITY);
        percentile(&ic50s, share).map(Concentration::from_nanomolar)
    }

    /// The middle share (0 to 1) of the draws: for 0.95 from the 2.5th to the 97.5th percentile.
    pub fn interval(&self, share: f64) -> Option<(Concentration, Concentration)> {
        let outside = (1.0 - share) / 2.0;
        Some((self.percentile(outside)?, self.percentile(1.0 - outside)?))
    }

    /// The group that alone moves the IC50 most; none where nothing does.
    pub fn dominant(&self) -> Option<Uncertain> {
        self.groups.first().filter(|most| most.deviation > 0.0).map(|most| most.group)
    }
}

/// Standard deviation of the logarithms of positive numbers; zero where all are the same.
fn deviation_of_logarithms(values: &[f64]) -> f64 {
    let Some(&first) = values.first() else { return 0.0 };
    // From the first, so that equal values differ by exactly nothing.
    let logarithms: Vec<f64> = values.iter().map(|value| libm::log(value / first)).collect();
    let count = logarithms.len() as f64;
    let mean = logarithms.iter().sum::<f64>() / count;
    (logarithms.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / count).sqrt()
}
