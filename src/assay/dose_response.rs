//! The inhibitor's curve.

use super::simulate::{Simulation, concentration_of};
use super::{Assay, AssayError, DoseGrid};
use crate::catalog::{Inhibitor, Verified};
use crate::pathway::{Drug, PathwayModel};
use crate::response::{Curve, Halfway, HillFit, Potency};
use serde::{Deserialize, Serialize};

/// A free concentration that leaves no kinase at work, in nM.
pub(super) const SATURATING: f64 = 1e12;

/// A simulated dose-response curve with what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DoseResponse {
    inhibitor: String,
    panel: String,
    verified: Verified,
    bounds: Vec<String>,
    curve: Curve,
    absolute: Potency,
    relative: Potency,
}

impl DoseResponse {
    /// A curve of a drug of a pathway, with its absolute and its relative IC50.
    pub(super) fn described(
        inhibitor: &Inhibitor,
        drug: &Drug,
        curve: Curve,
        [absolute, relative]: [Potency; 2],
    ) -> Self {
        Self {
            inhibitor: inhibitor.name().into(),
            panel: inhibitor.panel().name().into(),
            verified: drug.verified(),
            bounds: drug.bounds().map(|jak| jak.to_string()).collect(),
            curve,
            absolute,
            relative,
        }
    }

    /// Name of the drug.
    pub fn inhibitor(&self) -> &str {
        &self.inhibitor
    }

    /// Name of the panel its enzyme IC50 come from.
    pub fn panel(&self) -> &str {
        &self.panel
    }

    /// The weakest mark among the enzyme IC50 in use.
    pub const fn verified(&self) -> Verified {
        self.verified
    }

    /// Kinases in use on which only a lower bound of the IC50 is known; the bound was used.
    pub fn bounds(&self) -> &[String] {
        &self.bounds
    }

    /// The curve: doses in nM (free), responses as read.
    pub const fn curve(&self) -> &Curve {
        &self.curve
    }

    /// Free concentration that halves the response without drug, by root search on the curve.
    pub const fn ic50(&self) -> Potency {
        self.absolute
    }

    /// Free concentration half way between the plateaus, by root search on the curve.
    pub const fn relative_ic50(&self) -> Potency {
        self.relative
    }

    /// Share of the response without drug that a saturating dose removes, 0 to 1; the doses of the
    /// grid may remove less.
    ///
    /// # Errors
    /// [`AssayError::Response`] if there is no response to remove.
    pub fn maximal_effect(&self) -> Result<f64, AssayError> {
        Ok(self.curve.maximal_effect()?)
    }

    /// The Hill equation that describes the curve, its lack of fit stated.
    ///
    /// # Errors
    /// [`AssayError::Response`] if the curve is not sigmoid, or its midpoint lies outside the doses.
    pub fn fit_hill(&self) -> Result<HillFit, AssayError> {
        Ok(self.curve.fit_hill()?)
    }
}

impl Assay {
    /// The curve of a drug over doses.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn dose_response(
        &self,
        inhibitor: &Inhibitor,
        doses: &DoseGrid,
    ) -> Result<DoseResponse, AssayError> {
        let pathway = self.pathway(&[inhibitor])?;
        let simulated = self.curve(&pathway, inhibitor, doses)?;
        let potencies =
            [simulated.potency(Halfway::OfControl)?, simulated.potency(Halfway::BetweenPlateaus)?];
        Ok(DoseResponse::described(inhibitor, simulated.drug, simulated.curve, potencies))
    }

    /// The curve of a drug of the pathway over doses.
    pub(super) fn curve<'p>(
        &self,
        pathway: &'p PathwayModel,
        inhibitor: &Inhibitor,
        doses: &DoseGrid,
    ) -> Result<SimulatedCurve<'p>, AssayError> {
        let doses = doses.nanomolar()?;
        let drug = pathway.drug(inhibitor.name())?;
        let (simulation, input) = (self.simulation(pathway)?, concentration_of(inhibitor));
        let curve = simulation.curve(&input, doses)?;
        Ok(SimulatedCurve { drug, curve, simulation, input })
    }
}

/// A curve with the simulation it comes from, so that it can be searched between its doses.
pub(super) struct SimulatedCurve<'p> {
    pub(super) drug: &'p Drug,
    pub(super) curve: Curve,
    simulation: Simulation<'p>,
    input: String,
}

impl SimulatedCurve<'_> {
    /// The half-way concentration.
    pub(super) fn potency(&self, halfway: Halfway) -> Result<Potency, AssayError> {
        self.simulation.potency(&self.curve, &self.input, halfway)
    }
}

impl Simulation<'_> {
    /// The curve along an input in nM, its control and saturation included.
    pub(super) fn curve(&self, input: &str, doses: &[f64]) -> Result<Curve, AssayError> {
        let responses = self.along(input, &[&[0.0, SATURATING], doses].concat())?;
        let control = self.control(responses[0])?;
        let curve = Curve::new(doses.to_vec(), responses[2..].to_vec(), control)?;
        Ok(curve.with_saturation(responses[1])?)
    }

    /// A half-way dose of a curve along an input.
    pub(super) fn potency(
        &self,
        curve: &Curve,
        input: &str,
        halfway: Halfway,
    ) -> Result<Potency, AssayError> {
        Ok(curve.potency(halfway, |doses| self.along(input, doses))?)
    }
}
