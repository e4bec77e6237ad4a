//! How far the curve moves with what is uncertain: an ensemble, not a confidence interval.

use super::simulate::concentration_of;
use super::{Assay, AssayError, DoseGrid};
use crate::catalog::{Inhibitor, Jak, Stat};
use crate::pathway::PathwayModel;
use crate::sweep::Conditions;
use crate::units::Concentration;
use serde::{Deserialize, Serialize};

/// An envelope of curves over uncertain inputs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uncertainty {
    /// Doses in nM.
    pub doses: Vec<f64>,
    /// Least response at each dose, as a share of the same member's response without drug.
    pub lower: Vec<f64>,
    /// Largest, likewise.
    pub upper: Vec<f64>,
    /// Curves in the ensemble.
    pub members: usize,
    /// What was varied, for a legend.
    pub description: String,
}

impl Assay {
    /// The envelope of the drug's curve over its enzyme panels, the cell's ATP over its range, and
    /// the abundances of receptors, kinases and STATs, each group at the ends of its range.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn uncertainty(
        &self,
        inhibitor: &Inhibitor,
        doses: &DoseGrid,
    ) -> Result<Uncertainty, AssayError> {
        let doses = doses.nanomolar()?;
        let (low, high) = self.enzymology.cell_atp_range();
        let atps = [low, self.enzymology.cell_atp(), high].map(Concentration::as_nanomolar);
        let (mut lower, mut upper) = (vec![f64::INFINITY; doses.len()], vec![0.0f64; doses.len()]);
        let (mut members, mut panels, mut refused) = (0, 0, None);
        for panel in inhibitor.panels() {
            let drug = inhibitor.with_panel(panel.name())?;
            let pathway = match self.pathway(&[&drug]) {
                Ok(pathway) => pathway,
                // A panel that lacks a kinase in use has no curve; another may have one.
                Err(error) => {
                    refused.get_or_insert(error);
                    continue;
                }
            };
            panels += 1;
            let abundances = self.abundances(&pathway);
            let name = concentration_of(inhibitor);
            let mut names = vec![name.as_str(), "ATP"];
            names.extend(abundances.names.iter().map(String::as_str));
            let mut rows = Vec::new();
            for atp in atps {
                for set in &abundances.sets {
                    for &dose in [0.0].iter().chain(doses) {
                        let mut row = vec![dose, atp];
                        row.extend_from_slice(set);
                        rows.push(row);
                    }
                }
            }
            let conditions = Conditions::list(pathway.model(), &names, &rows)?;
            let simulation = self.simulation(&pathway)?;
            let responses = simulation.readings(&conditions)?;
            for curve in responses.chunks_exact(doses.len() + 1) {
                members += 1;
                let control = simulation.control(curve[0])?;
                for (k, response) in curve[1..].iter().enumerate() {
                    let share = response / control;
                    lower[k] = lower[k].min(share);
                    upper[k] = upper[k].max(share);
                }
            }
        }
        if let (0, Some(error)) = (panels, refused) {
            return Err(error);
        }
        let description = format!(
            "envelope of {members} curves: ATP {low}–{high}, abundances over their ranges, {panels} enzyme panel{}",
            if panels == 1 { "" } else { "s" }
        );
        Ok(Uncertainty { doses: doses.to_vec(), lower, upper, members, description })
    }

    /// The sets of abundances: as they are, and each group at the low and the high end of its range.
    fn abundances(&self, pathway: &PathwayModel) -> Abundances {
        let (mut names, mut ranges) = (Vec::new(), Vec::new());
        for (name, abundance) in self.abundance_inputs(pathway) {
            let molecule = name.trim_start_matches("copies.");
            let group = match (molecule.parse::<Jak>(), molecule.parse::<Stat>()) {
                (Ok(_), _) => Group::Jak,
                (_, Ok(_)) => Group::Stat,
                _ => Group::Receptor,
            };
            ranges.push((group, abundance.low, abundance.copies, abundance.high));
            names.push(name);
        }
        let mut sets = vec![ranges.iter().map(|range| range.2).collect::<Vec<f64>>()];
        for group in [Group::Receptor, Group::Jak, Group::Stat] {
            for high in [false, true] {
                let end = |range: &(Group, f64, f64, f64)| match (range.0 == group, high) {
                    (false, _) => range.2,
                    (true, false) => range.1,
                    (true, true) => range.3,
                };
                sets.push(ranges.iter().map(end).collect());
            }
        }
        Abundances { names, sets }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Receptor,
    Jak,
    Stat,
}

/// Names of inputs, and sets of their values.
struct Abundances {
    names: Vec<String>,
    sets: Vec<Vec<f64>>,
}
