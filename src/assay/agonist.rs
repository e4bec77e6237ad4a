//! The cytokine's own curve, with and without a drug: is the block surmountable?

use super::simulate::{concentration_of, nanomolar};
use super::{Assay, AssayError, DoseGrid};
use crate::catalog::Inhibitor;
use crate::response::{AgonistCurve, Curve, Halfway, Potency};
use crate::sweep::Conditions;
use crate::units::Concentration;

/// A cytokine's dose-response curve at one concentration of a drug.
#[derive(Debug, Clone)]
pub struct CytokineResponse {
    /// Free drug concentration.
    pub inhibitor: Concentration,
    /// Doses in nM, responses as read.
    pub curve: Curve,
    /// Half way between the plateaus.
    pub ec50: Potency,
}

impl CytokineResponse {
    /// The curve in the form that [`schild`](crate::response::schild) takes.
    pub fn agonist(&self) -> AgonistCurve {
        let maximal_response = self.curve.responses().iter().copied().fold(0.0, f64::max);
        AgonistCurve { antagonist: self.inhibitor, ec50: self.ec50, maximal_response }
    }
}

impl Assay {
    /// The cytokine's curve over `doses` at each concentration of a drug.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn cytokine_dose_response(
        &self,
        (inhibitor, concentrations): (&Inhibitor, &[Concentration]),
        doses: &DoseGrid,
    ) -> Result<Vec<CytokineResponse>, AssayError> {
        let doses = doses.nanomolar()?;
        nanomolar(concentrations)?;
        let pathway = self.pathway(&[inhibitor])?;
        let drug = concentration_of(inhibitor);
        let dose = format!("dose.{}", self.cytokine().name());
        let simulation = self.simulation(&pathway)?;
        let at = |concentration: f64, doses: &[f64]| {
            let rows: Vec<Vec<f64>> = doses.iter().map(|&d| vec![concentration, d]).collect();
            let conditions = Conditions::list(pathway.model(), &[&drug, &dose], &rows)?;
            simulation.readings(&conditions)
        };
        let mut curves = Vec::new();
        for &inhibitor in concentrations {
            let concentration = inhibitor.as_nanomolar();
            let mut all = vec![0.0];
            all.extend_from_slice(doses);
            let responses = at(concentration, &all)?;
            let curve = Curve::new(doses.to_vec(), responses[1..].to_vec(), responses[0])?;
            let ec50 = curve.potency(Halfway::BetweenPlateaus, |doses| at(concentration, doses))?;
            curves.push(CytokineResponse { inhibitor, curve, ec50 });
        }
        Ok(curves)
    }
}
