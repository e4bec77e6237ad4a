//! The cytokine's own curve, with and without a drug: is the block surmountable?

use super::simulate::{concentration_of, nanomolar};
use super::{Assay, AssayError, DoseGrid};
use crate::catalog::Inhibitor;
use crate::response::{AgonistCurve, Curve, Halfway, Potency, Schild, schild};
use crate::sweep::Conditions;
use crate::units::Concentration;
use serde::{Deserialize, Serialize};

/// A curve whose maximum is below this share of the largest one is lost in any assay's noise.
const VISIBLE: f64 = 0.01;

/// A cytokine's dose-response curve at one concentration of a drug.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CytokineCurve {
    /// Free drug concentration.
    pub inhibitor: Concentration,
    /// Doses in nM, responses as read.
    pub curve: Curve,
    /// Half way from no cytokine to this curve's own maximum, on the rising limb.
    pub ec50: Potency,
    /// Dose for the response that is the same for all curves, [`CytokineCurves::level`].
    pub equieffective: Potency,
}

impl CytokineCurve {
    /// Dose (nM) and size of the largest response.
    pub fn maximum(&self) -> (f64, f64) {
        let points = self.curve.doses().iter().copied().zip(self.curve.responses().iter().copied());
        points.fold(
            (0.0, self.curve.control()),
            |best, next| if next.1 > best.1 { next } else { best },
        )
    }

    /// Whether the response falls again at higher doses.
    pub fn turns_back(&self) -> bool {
        matches!(self.curve.shape(), crate::response::Shape::NotSigmoid { .. })
    }
}

/// A cytokine's curves at several concentrations of a drug.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CytokineCurves {
    /// The curves, in the order of the concentrations asked for.
    pub curves: Vec<CytokineCurve>,
    /// The response at which doses are compared: half of the lowest maximum among the curves that
    /// reach 1 % of the largest.
    pub level: f64,
}

impl CytokineCurves {
    /// Dose ratios at one and the same response, Schild slope, pA2, and whether more cytokine
    /// overcomes the drug.
    ///
    /// The drug does not compete with the cytokine but with ATP, inside the cell: it lowers the
    /// maximum, and an EC50 that is half of another maximum each time compares different responses.
    /// Hence equi-effective doses (Gaddum), which reduce to EC50 ratios where the maxima agree.
    ///
    /// # Errors
    /// [`AssayError::Response`] unless there is exactly one curve without drug and one with it.
    pub fn schild(&self) -> Result<Schild, AssayError> {
        let agonist = |curve: &CytokineCurve| AgonistCurve {
            antagonist: curve.inhibitor,
            dose: curve.equieffective,
            maximal_response: curve.maximum().1,
        };
        Ok(schild(&self.curves.iter().map(agonist).collect::<Vec<_>>())?)
    }
}

impl Assay {
    /// The cytokine's curve over `doses` at each concentration of a drug.
    ///
    /// A curve that turns back at high doses is read up to its maximum: too much ligand keeps the
    /// chains of a receptor apart, and feedback sets in earlier the stronger the signal.
    ///
    /// # Errors
    /// [`AssayError`].
    pub fn cytokine_dose_response(
        &self,
        (inhibitor, concentrations): (&Inhibitor, &[Concentration]),
        doses: &DoseGrid,
    ) -> Result<CytokineCurves, AssayError> {
        let doses = doses.nanomolar()?;
        if concentrations.is_empty() {
            return Err(AssayError::NoConcentration);
        }
        nanomolar(concentrations)?;
        let pathway = self.pathway(&[inhibitor])?;
        let drug = concentration_of(inhibitor);
        let dose = format!("dose.{}", self.cytokine().name());
        let simulation = self.simulation(&pathway)?;
        let at = |inhibitor: Concentration, doses: &[f64]| {
            let rows: Vec<_> = doses.iter().map(|&d| vec![inhibitor.as_nanomolar(), d]).collect();
            let conditions = Conditions::list(pathway.model(), &[&drug, &dose], &rows)?;
            simulation.readings(&conditions)
        };
        let mut curves = Vec::new();
        for &inhibitor in concentrations {
            let responses = at(inhibitor, &[&[0.0], doses].concat())?;
            let curve = Curve::new(doses.to_vec(), responses[1..].to_vec(), responses[0])?;
            let limb = curve.up_to_maximum()?;
            let ec50 = limb.potency(Halfway::BetweenPlateaus, |doses| at(inhibitor, doses))?;
            curves.push(CytokineCurve { inhibitor, curve, ec50, equieffective: ec50 });
        }
        let maxima = || curves.iter().map(|curve| curve.maximum().1);
        let largest = maxima().fold(0.0, f64::max);
        let visible = maxima().filter(|&maximum| maximum >= VISIBLE * largest);
        let level = visible.fold(largest, f64::min) / 2.0;
        for CytokineCurve { inhibitor, curve, equieffective, .. } in &mut curves {
            let limb = curve.up_to_maximum()?;
            *equieffective = limb.equieffective(level, |doses| at(*inhibitor, doses))?;
        }
        Ok(CytokineCurves { curves, level })
    }
}
