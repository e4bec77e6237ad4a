//! What the draws are.

use super::{Ensemble, Uncertain};
use crate::assay::simulate::concentration_of;
use crate::assay::{Assay, AssayError};
use crate::catalog::{Inhibitor, Jak};
use crate::pathway::PathwayModel;
use crate::sensitivity::{Design, Factor};

/// Constants that say how tightly something is held, besides those of the ligands.
const AFFINITIES: [&str; 5] = [
    "binding.assembly_gain",
    "kinase.dissociation",
    "stat.docking",
    "stat.dimer_dissociation",
    "shp2.dissociation",
];

/// Draws of cell, ATP and panel; what is not drawn is not there, or has its usual value.
#[derive(Debug)]
pub(super) struct Draws {
    /// Inputs of the pathway that are drawn for the cell.
    pub(super) names: Vec<String>,
    pub(super) each: Vec<Draw>,
    /// Whether panels are drawn; the panel in use otherwise.
    panels: bool,
}

/// One draw.
#[derive(Debug)]
pub(super) struct Draw {
    /// Values of the inputs, in the order of their names.
    pub(super) cell: Vec<f64>,
    /// In nM.
    pub(super) atp: f64,
    /// Which of the panels, as a share of them.
    panel: f64,
}

impl Draws {
    pub(super) fn new(
        assay: &Assay,
        pathway: &PathwayModel,
        ensemble: &Ensemble,
    ) -> Result<Self, AssayError> {
        let drawn = |group| ensemble.groups.contains(&group);
        let mut factors = Vec::new();
        if drawn(Uncertain::Abundances) {
            factors.extend(assay.abundance_factors(pathway));
        }
        let fold = ensemble.affinity_fold;
        if drawn(Uncertain::Affinities) && fold > 1.0 {
            let (names, usual) =
                (pathway.model().parameter_names(), pathway.model().default_parameters());
            let held = |name: &str| name.starts_with("Kd.") || AFFINITIES.contains(&name);
            let affinities = names.into_iter().zip(usual).filter(|(name, _)| held(name));
            factors.extend(
                affinities
                    .map(|(name, value)| Factor::log_uniform(name, value / fold, value * fold)),
            );
        }
        let names = factors.iter().map(|factor| factor.name.clone()).collect();
        let usual = assay.enzymology.cell_atp().as_nanomolar();
        let atp = assay.atp_factor().filter(|_| drawn(Uncertain::Atp));
        let atp_drawn = atp.is_some();
        factors.extend(atp);
        factors.push(Factor::uniform("panel", 0.0, 1.0));
        let design = Design::new(&factors)?.rows(ensemble.draws)?.seed(ensemble.seed);
        let draw = |mut cell: Vec<f64>| {
            let panel = cell.pop().unwrap_or(0.0);
            let atp = if atp_drawn { cell.pop() } else { None }.unwrap_or(usual);
            Draw { cell, atp, panel }
        };
        let each = design.sample().map(draw).collect();
        Ok(Self { names, each, panels: drawn(Uncertain::Panels) })
    }

    /// The first so many of them.
    pub(super) fn first(mut self, count: usize) -> Self {
        self.each.truncate(count);
        self
    }

    /// Names of all that differs between the curves of a drug, its concentration last.
    pub(super) fn inputs(&self, inhibitor: &Inhibitor, kinases: &[Jak]) -> Vec<String> {
        let mut names = self.names.clone();
        names.push("ATP".into());
        names.extend(kinases.iter().map(|jak| format!("Ki.{}.{jak}", inhibitor.name())));
        names.push(concentration_of(inhibitor));
        names
    }

    /// The inhibition constants (nM) of a drug on each of the kinases, for every panel that may be drawn.
    pub(super) fn panels(
        &self,
        assay: &Assay,
        inhibitor: &Inhibitor,
        kinases: &[Jak],
    ) -> Result<Vec<Vec<f64>>, AssayError> {
        let constants = |drug: &Inhibitor| {
            let of = |&jak| {
                Ok(drug.effective(jak, &assay.enzymology).map(|known| known.ki.as_nanomolar())?)
            };
            kinases.iter().map(of).collect::<Result<Vec<f64>, AssayError>>()
        };
        if !self.panels {
            return Ok(vec![constants(inhibitor)?]);
        }
        let mut known = Vec::new();
        for panel in inhibitor.panels() {
            // A panel that lacks a kinase in use cannot be drawn.
            known.extend(constants(&inhibitor.with_panel(panel.name())?).ok());
        }
        Ok(known)
    }
}

impl Draw {
    /// Which of so many panels, each as often as the others.
    pub(super) fn panel_of(&self, panels: usize) -> usize {
        // Not negative, and below the number of panels.
        #[allow(clippy::cast_sign_loss)]
        let place = (self.panel * panels as f64) as usize;
        place.min(panels.saturating_sub(1))
    }
}
