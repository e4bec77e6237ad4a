//! What is evaluated: regimens, and the days they make.

use super::super::{Found, protocol};
use super::ordering::Outcome;
use jakstat::assay::{DailyInhibition, EqualDose, Way};
use jakstat::prelude::*;

/// The panel that holds all three drugs at one ATP.
pub(crate) const ONE_PANEL: &str = "dowty2019";

/// Drug, set of kinetics (empty: the default), mg, hours between doses.
pub(crate) type Prescription = (&'static str, &'static str, f64, f64);

pub(crate) const BARICITINIB: Prescription = ("baricitinib", "", 4.0, 24.0);
pub(crate) const TOFACITINIB: Prescription = ("tofacitinib", "", 5.0, 12.0);
pub(crate) const UPADACITINIB: Prescription = ("upadacitinib", "", 15.0, 24.0);
/// One mg, so that a factor on it is a dose in mg.
pub(crate) const IMMEDIATE: Prescription =
    ("upadacitinib", "Klunder 2019, immediate release", 1.0, 12.0);

/// Drugs with their numbers from one place.
pub(crate) struct Source {
    pub(crate) name: &'static str,
    catalog: Catalog,
    /// The drug with the panel that is meant.
    panel: fn(&Inhibitor) -> Found<Inhibitor>,
}

/// The panels of the protocol.
const BY_DEFAULT: &str = "each drug's default panel";

/// The numbers each drug comes with by default, those of one panel, and those of each drug's own paper.
pub(crate) fn sources() -> Found<[Source; 3]> {
    let all = Catalog::builtin();
    let one = all.single_source(ONE_PANEL)?;
    let own = "each drug's own paper";
    let as_it_is: fn(&Inhibitor) -> Found<Inhibitor> = |drug| Ok(drug.clone());
    Ok([
        Source { name: BY_DEFAULT, catalog: all.clone(), panel: as_it_is },
        Source { name: "one panel (dowty2019)", catalog: one, panel: as_it_is },
        Source { name: own, catalog: all.clone(), panel: protocol::original },
    ])
}

impl Source {
    /// What came out by these numbers; those of the protocol decide.
    pub(crate) fn outcome(&self, what: impl std::fmt::Display, held: bool) -> Outcome {
        let outcome = Outcome::new(format!("{what}, {}", self.name), held);
        if self.name == BY_DEFAULT { outcome } else { outcome.beside() }
    }

    pub(crate) fn exposure(&self, (drug, set, mg, hours): Prescription) -> Found<Exposure> {
        let kinetics = match set {
            "" => self.catalog.kinetics(drug)?,
            set => self.catalog.kinetics_named(drug, set)?,
        };
        let regimen = Regimen::oral(mg.milligrams()).every(hours.hours()).at_steady_state();
        Ok(Exposure::of(kinetics, &Patient::reference(), &regimen)?)
    }

    /// 100 ng/mL on the cytokine's usual responder.
    pub(crate) fn assay(&self, cytokine: &str) -> Found<Assay> {
        let cytokine = self.catalog.cytokine(cytokine)?;
        Ok(protocol::assay(cytokine, self.catalog.responder(cytokine)?))
    }

    pub(crate) fn inhibitor(&self, drug: &str) -> Found<Inhibitor> {
        (self.panel)(self.catalog.inhibitor(drug)?)
    }

    /// The IC50 on a cell, at 100 ng/mL.
    pub(crate) fn ic50_on(&self, drug: &str, cytokine: &str, cell: &str) -> Found<Potency> {
        let (cytokine, cell) = (self.catalog.cytokine(cytokine)?, self.catalog.cell(cell)?);
        protocol::half_inhibition(&protocol::assay(cytokine, cell), &self.inhibitor(drug)?)
    }

    pub(crate) fn day(&self, taken: Prescription, cytokine: &str) -> Found<DailyInhibition> {
        let exposure = self.exposure(taken)?;
        let inhibitor = self.inhibitor(taken.0)?;
        Ok(self.assay(cytokine)?.daily_inhibition(&inhibitor, &exposure, 0.0.hours())?)
    }

    /// The factor on a regimen that reaches an average inhibition by the Hill equation.
    pub(crate) fn equal(
        &self,
        taken: Prescription,
        cytokine: &str,
        inhibition: f64,
    ) -> Found<EqualDose> {
        let (inhibitor, exposure) = (self.inhibitor(taken.0)?, self.exposure(taken)?);
        let asked = (&inhibitor, Way::Static);
        Ok(self.assay(cytokine)?.equal_dose(asked, &exposure, 0.0.hours(), inhibition)?)
    }
}
