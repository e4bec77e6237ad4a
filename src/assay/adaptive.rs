//! Curves that choose their own doses.

use super::dose_response::SATURATING;
use super::simulate::{concentration_of, nanomolar};
use super::{Assay, AssayError, DoseResponse};
use crate::catalog::Inhibitor;
use crate::response::{AdaptiveCurve, AdaptiveDoses, Curve, Halfway};
use crate::sweep::Conditions;
use crate::units::Concentration;
use serde::{Deserialize, Serialize};

/// A dose-response curve at doses of its own choice, known everywhere between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdaptiveDoseResponse {
    response: DoseResponse,
    refined: AdaptiveCurve,
}

impl AdaptiveDoseResponse {
    /// The curve at all doses that were solved, with its IC50 from the interpolant.
    pub const fn response(&self) -> &DoseResponse {
        &self.response
    }

    /// The interpolant, how close it is, and what it took: the responses without drug and at saturation
    /// come on top of [`AdaptiveCurve::solves`].
    pub const fn refined(&self) -> &AdaptiveCurve {
        &self.refined
    }
}

impl Assay {
    /// The curve of a drug, refined until it is known everywhere between its lowest and its highest dose.
    ///
    /// Each round of refinement is one sweep. The IC50 is searched for on the interpolant, without
    /// further solves: it is as good as the tolerance over the slope there.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn adaptive_dose_response(
        &self,
        inhibitor: &Inhibitor,
        doses: &AdaptiveDoses,
    ) -> Result<AdaptiveDoseResponse, AssayError> {
        let pathway = self.pathway(&[inhibitor])?;
        let drug = pathway.drug(inhibitor.name())?;
        let (simulation, input) = (self.simulation(&pathway)?, concentration_of(inhibitor));
        let mut ends = None;
        let refined = doses.refine(|asked| -> Result<Vec<f64>, AssayError> {
            if ends.is_some() {
                return simulation.along(&input, asked);
            }
            let mut found = simulation.along(&input, &[asked, &[0.0, SATURATING]].concat())?;
            let saturated = found.pop();
            ends = found.pop().zip(saturated);
            Ok(found)
        })?;
        let (control, saturated) = ends.unwrap_or((f64::NAN, f64::NAN));
        let control = simulation.control(control)?;
        let curve = |points: (Vec<f64>, Vec<f64>)| {
            Curve::new(points.0, points.1, control)?.with_saturation(saturated)
        };
        let between = refined.interpolant();
        let knots = curve((between.doses().collect(), between.responses().collect()))?;
        let interpolated = |asked: &[f64]| -> Result<Vec<f64>, AssayError> {
            Ok(asked.iter().filter_map(|&dose| between.response(dose)).collect())
        };
        let potencies = [
            knots.potency(Halfway::OfControl, interpolated)?,
            knots.potency(Halfway::BetweenPlateaus, interpolated)?,
        ];
        let all = curve(refined.points().iter().copied().unzip())?;
        let response = DoseResponse::described(inhibitor, drug, all, potencies);
        Ok(AdaptiveDoseResponse { response, refined })
    }

    /// The cytokine's own curve at a concentration of a drug, refined likewise.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn adaptive_cytokine_response(
        &self,
        (inhibitor, concentration): (&Inhibitor, Concentration),
        doses: &AdaptiveDoses,
    ) -> Result<AdaptiveCurve, AssayError> {
        let concentration = nanomolar(&[concentration])?;
        let pathway = self.pathway(&[inhibitor])?;
        let (drug, dose) =
            (concentration_of(inhibitor), format!("dose.{}", self.cytokine().name()));
        let simulation = self.simulation(&pathway)?;
        let refined = doses.refine(|asked| -> Result<Vec<f64>, AssayError> {
            let conditions = Conditions::single()
                .vary(pathway.model(), &drug, &concentration)?
                .vary(pathway.model(), &dose, asked)?;
            simulation.readings(&conditions)
        })?;
        Ok(refined)
    }
}
