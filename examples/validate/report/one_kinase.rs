//! IL-15 with one kinase of its pair inhibited, or both: what a perfectly selective drug would do.

use super::Found;
use super::experiment::Experiment;
use super::protocol::READING;
use jakstat::prelude::*;

/// Steps for each decade of the drug.
const EACH_DECADE: i32 = 10;
/// Drug over its K, least and most, as powers of ten.
const DECADES: (i32, i32) = (-1, 4);

/// Inhibition over the concentration of the drug.
pub(crate) struct Blocked {
    pub(crate) name: &'static str,
    /// Concentration of the drug over the K it binds the kinase with in the cell.
    pub(crate) over_k: Vec<f64>,
    /// Share of the signal that is gone.
    pub(crate) inhibition: Vec<f64>,
}

/// On JAK1 alone, on JAK3 alone, and on both alike: pSTAT5 of a CD4 T cell at 15 min.
pub(crate) fn curves() -> Found<[Blocked; 3]> {
    let catalog = Catalog::builtin();
    let assay = Assay::new(catalog.cytokine("IL-15")?, catalog.cell("CD4 T cell")?);
    let experiment = Experiment::of(&assay)?;
    let step = |k: i32| 10_f64.powf(f64::from(k) / f64::from(EACH_DECADE));
    let steps = DECADES.0 * EACH_DECADE..=DECADES.1 * EACH_DECADE;
    let over_k: Vec<f64> = steps.map(step).collect();
    let curve = |name, blocks: [bool; 2]| -> Found<Blocked> {
        let left = |x: f64| blocks.map(|blocked| if blocked { 1.0 / (1.0 + x) } else { 1.0 });
        let rows: Vec<_> = [0.0].iter().chain(&over_k).map(|&x| left(x).to_vec()).collect();
        let asked = [("pSTAT5", READING)];
        let found = experiment.measure(&asked, &["activity.JAK1", "activity.JAK3"], &rows)?;
        let gone = |read: &Vec<f64>| 1.0 - read[0] / found[0][0];
        Ok(Blocked {
            name,
            over_k: over_k.clone(),
            inhibition: found[1..].iter().map(gone).collect(),
        })
    };
    Ok([
        curve("JAK1 alone", [true, false])?,
        curve("JAK3 alone", [false, true])?,
        curve("JAK1 and JAK3", [true, true])?,
    ])
}

impl Blocked {
    /// The least concentration over K at which so much is gone, by a straight line on the logarithm; not a number where
    /// it is never reached.
    pub(crate) fn reaches(&self, level: f64) -> f64 {
        let Some(k) = self.inhibition.iter().position(|&gone| gone >= level) else {
            return f64::NAN;
        };
        if k == 0 {
            return self.over_k[0];
        }
        let part = (level - self.inhibition[k - 1]) / (self.inhibition[k] - self.inhibition[k - 1]);
        self.over_k[k - 1] * (self.over_k[k] / self.over_k[k - 1]).powf(part)
    }

    /// The inhibition at the strongest dose.
    pub(crate) fn most(&self) -> f64 {
        self.inhibition.last().copied().unwrap_or(f64::NAN)
    }
}
