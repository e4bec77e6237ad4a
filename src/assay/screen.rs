//! Every drug against every cytokine.

use super::{Assay, AssayError, DoseGrid, Reading};
use crate::catalog::{Catalog, Cell, Cytokine, Inhibitor, Jak};
use crate::response::{Halfway, Potency};
use crate::units::{Concentration, Quantities, Time};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// How far below the lowest dose an IC50 is looked for.
const DECADES_BELOW: u32 = 12;

/// One pair of drug and cytokine. Concentrations are free ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScreenRow {
    /// The drug.
    pub inhibitor: String,
    /// The cytokine.
    pub cytokine: String,
    /// The cell.
    pub cell: String,
    /// The phospho-STAT that was read.
    pub stat: String,
    /// When it was read, in minutes after the stimulus.
    #[serde(with = "crate::units::number")]
    pub minutes: f64,
    /// `=`, `>`, `refused` or `not_sigmoid`.
    pub relation: String,
    /// The IC50 in nM; the bound for `>`; empty otherwise.
    #[serde(rename = "ic50_nM")]
    pub ic50_nanomolar: Option<f64>,
    /// Hill slope of the description, where there is one.
    pub hill: Option<f64>,
    /// Share of the response that the drug removes, at the doses or at saturation.
    pub emax: Option<f64>,
    /// Panel of the enzyme IC50.
    pub panel: String,
    /// The weakest mark among the enzyme IC50 in use.
    pub ic50_verified: String,
    /// Why there is no answer, or what it rests on.
    pub reason: String,
}

/// A screen: drugs × cytokines, each at its usual dose and main STAT.
#[derive(Debug, Clone)]
pub struct Screen<'a> {
    catalog: &'a Catalog,
    inhibitors: Vec<&'a Inhibitor>,
    cytokines: Vec<&'a Cytokine>,
    cells: Vec<&'a Cell>,
    doses: DoseGrid,
    time: Time,
}

impl<'a> Screen<'a> {
    /// Every drug and cytokine of the catalogue, on each cytokine's own responder cell, read at 15 min.
    pub fn new(catalog: &'a Catalog) -> Self {
        Self {
            catalog,
            inhibitors: catalog.inhibitors().collect(),
            cytokines: catalog.cytokines().collect(),
            cells: Vec::new(),
            doses: DoseGrid::log(0.1.nanomolar(), 100.0.micromolar(), 37),
            time: 15.0.minutes(),
        }
    }

    /// Only these drugs.
    #[must_use]
    pub fn inhibitors(mut self, inhibitors: &[&'a Inhibitor]) -> Self {
        self.inhibitors = inhibitors.to_vec();
        self
    }

    /// Only these cytokines.
    #[must_use]
    pub fn cytokines(mut self, cytokines: &[&'a Cytokine]) -> Self {
        self.cytokines = cytokines.to_vec();
        self
    }

    /// On each of these cells, instead of the cytokine's own.
    #[must_use]
    pub fn cells(mut self, cells: &[&'a Cell]) -> Self {
        self.cells = cells.to_vec();
        self
    }

    /// At these doses.
    #[must_use]
    pub fn doses(mut self, doses: DoseGrid) -> Self {
        self.doses = doses;
        self
    }

    /// Read at this time after the stimulus.
    #[must_use]
    pub const fn time(mut self, time: Time) -> Self {
        self.time = time;
        self
    }

    /// One row per drug, cytokine and cell, in that order; `report` is told after each, from any
    /// thread. A pair without an answer is a row that says why. An IC50 below the lowest dose is found
    /// all the same, on doses further down.
    pub fn run(&self, report: impl Fn() + Sync) -> Vec<ScreenRow> {
        let mut pairs = Vec::new();
        for &inhibitor in &self.inhibitors {
            for &cytokine in &self.cytokines {
                if self.cells.is_empty() {
                    pairs.push((inhibitor, cytokine, None));
                }
                pairs.extend(self.cells.iter().map(|&cell| (inhibitor, cytokine, Some(cell))));
            }
        }
        pairs
            .into_par_iter()
            .map(|(inhibitor, cytokine, cell)| {
                let row = self.row(inhibitor, cytokine, cell);
                report();
                row
            })
            .collect()
    }

    /// Number of rows to come.
    pub fn len(&self) -> usize {
        self.inhibitors.len() * self.cytokines.len() * self.cells.len().max(1)
    }

    /// Whether there is nothing to screen.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn row(&self, inhibitor: &Inhibitor, cytokine: &Cytokine, cell: Option<&Cell>) -> ScreenRow {
        let mut row = ScreenRow {
            inhibitor: inhibitor.name().into(),
            cytokine: cytokine.name().into(),
            cell: cell.map_or(cytokine.responder(), Cell::name).into(),
            stat: cytokine.main_stat().phosphorylated(),
            minutes: self.time.as_seconds() / 60.0,
            relation: "refused".into(),
            ic50_nanomolar: None,
            hill: None,
            emax: None,
            panel: inhibitor.panel().name().into(),
            ic50_verified: String::new(),
            reason: String::new(),
        };
        if let Err(error) = self.fill(&mut row, (inhibitor, cytokine, cell)) {
            row.reason = error.to_string();
        }
        row
    }

    fn fill(
        &self,
        row: &mut ScreenRow,
        (inhibitor, cytokine, cell): (&Inhibitor, &Cytokine, Option<&Cell>),
    ) -> Result<(), AssayError> {
        let cell = match cell {
            Some(cell) => cell,
            None => self.catalog.responder(cytokine)?,
        };
        let assay = Assay::new(cytokine, cell)
            .reading(cytokine.main_stat(), Reading::At(self.time))
            .enzymology(self.catalog.enzymology());
        let pathway = assay.pathway(&[inhibitor])?;
        let mut simulated = assay.curve(&pathway, inhibitor, &self.doses)?;
        let mut potency = simulated.potency(Halfway::OfControl)?;
        if let Potency::Below(_) = potency {
            simulated = assay.curve(&pathway, inhibitor, &self.doses.down_by(DECADES_BELOW))?;
            potency = simulated.potency(Halfway::OfControl)?;
        }
        if let Potency::Below(bound) = potency {
            row.reason = format!(
                "half of the response is lost already at {bound}: no drug is so potent; \
                 check its IC50 and the lowest dose"
            );
            return Ok(());
        }
        row.relation = potency.relation().into();
        row.ic50_nanomolar = potency.concentration().map(Concentration::as_nanomolar);
        row.hill = simulated.curve.fit_hill().ok().map(|fit| fit.hill);
        row.emax = Some(simulated.curve.maximal_effect()?);
        row.ic50_verified = simulated.drug.verified().to_string();
        let bounds: Vec<&str> = simulated.drug.bounds().map(Jak::name).collect();
        if !bounds.is_empty() {
            row.reason = format!("only a bound is known on {}", bounds.join(", "));
        }
        if let Potency::NotSigmoid { .. } = potency {
            row.reason = potency.to_string();
        }
        Ok(())
    }
}
