//! What is swept: IL-6 in CD4 T cells, over the dose of baricitinib and the number of JAK1 per cell.

use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Source};
use std::error::Error;

const HOUR: f64 = 3600.0;
const READING: f64 = 900.0;

/// A pathway and the points at which it is solved.
pub(crate) struct Grid {
    pathway: PathwayModel,
    conditions: Conditions,
}

impl Grid {
    /// As many doses as numbers of JAK1, about `points` together.
    pub(crate) fn new(points: usize) -> Result<Self, Box<dyn Error>> {
        let catalog = Catalog::builtin();
        let pathway = Pathway::new(catalog.cell("CD4 T cell")?)
            .stimulate(catalog.cytokine("IL-6")?, 100.0.ng_per_ml())
            .inhibitors(&[catalog.inhibitor("baricitinib")?])
            .build()?;
        let model = pathway.model();
        let usual = model.default_parameters()[model.parameter("copies.JAK1")?];
        let side = points.isqrt().max(1);
        let copies = logarithmic(0.1 * usual, 10.0 * usual, side);
        let doses = logarithmic(0.1, 1e4, points.div_ceil(side));
        // Cells with as many JAK1 share their state of rest: the dose changes fastest.
        let conditions = Conditions::single().vary(model, "copies.JAK1", &copies)?;
        let conditions = conditions.vary(model, "inhibitor.baricitinib", &doses)?;
        Ok(Self { pathway, conditions })
    }

    pub(crate) fn conditions(&self) -> &Conditions {
        &self.conditions
    }

    /// An hour with the drug, then the cytokine; phospho-STAT3 at 15 minutes, its peak and its area.
    pub(crate) fn sweep(&self) -> Result<Sweep<'_>, Box<dyn Error>> {
        let (model, ligand) = (self.pathway.model(), &self.pathway.ligands()[0]);
        let drug = self.pathway.drugs()[0].concentration();
        let stimulus = Action::SetSpecies(ligand.species(), Source::Parameter(ligand.dose()));
        let protocol = Protocol {
            start: -HOUR,
            end: READING,
            events: vec![Event { time: 0.0, action: stimulus }],
            rest: Some(vec![(drug, 0.0), (ligand.dose(), 0.0)]),
        };
        let observable = model.observable("pSTAT3")?;
        let measures =
            [Measure::At(READING), Measure::Peak(0.0, READING), Measure::Area(0.0, READING)];
        let readouts = measures.map(|measure| Readout { observable, measure });
        let sweep = Sweep::new(model, protocol).readouts(&readouts);
        Ok(sweep.citing(self.pathway.cited()))
    }
}

/// So many numbers, evenly spaced in their logarithm.
fn logarithmic(low: f64, high: f64, count: usize) -> Vec<f64> {
    let share = |k: usize| k as f64 / (count - 1).max(1) as f64;
    (0..count).map(|k| low * (high / low).powf(share(k))).collect()
}
