//! An agonist's curves under an antagonist: dose ratios, Schild slope, pA2, and whether the block can be overcome.

use super::distribution::quantile;
use super::error::ResponseError;
use super::potency::Potency;
use crate::units::Concentration;
use serde::{Deserialize, Serialize};

/// Share of the maximal response without antagonist that must be left for a block to count as surmountable.
pub const SURMOUNTABLE_SHARE: f64 = 0.9;

/// An agonist's curve at one concentration of antagonist.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct AgonistCurve {
    /// Concentration of the antagonist; zero for the curve that the others are compared to.
    pub antagonist: Concentration,
    /// Dose of the agonist for one and the same response on every curve (Gaddum): the EC50 where the
    /// maxima agree, the equi-effective dose where the antagonist lowers them.
    pub dose: Potency,
    /// Response at saturating agonist, in the same unit for all curves.
    pub maximal_response: f64,
}

/// How far an antagonist shifts an agonist's curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DoseRatio {
    /// Concentration of the antagonist.
    pub antagonist: Concentration,
    /// Dose of the agonist with over dose without, for the same response; none if one is only a bound.
    pub ratio: Option<f64>,
}

/// Whether more agonist overcomes the block.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Surmountability {
    /// The maximal response stays above [`SURMOUNTABLE_SHARE`] at every concentration.
    Surmountable,
    /// It does not.
    Insurmountable {
        /// The lowest concentration of antagonist at which it does not.
        antagonist: Concentration,
        /// Share of the maximal response left there.
        share: f64,
    },
}

/// The Schild line log10(DR − 1) = slope · (log10 \[B\] + pA2), \[B\] in mol/L.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SchildLine {
    /// Slope; 1 for a competitive antagonist at equilibrium.
    pub slope: f64,
    /// 95 % interval of the slope; none for two points.
    pub slope_interval: Option<(f64, f64)>,
    /// −log10 of the antagonist concentration (mol/L) that doubles the dose needed.
    pub pa2: f64,
}

/// An analysis by Gaddum (1937) and Schild (Arunlakshana and Schild 1959).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Schild {
    /// One for each concentration of antagonist above zero, ascending.
    pub dose_ratios: Vec<DoseRatio>,
    /// The regression; none with fewer than two dose ratios above 1.
    pub line: Option<SchildLine>,
    /// Mean of log10(DR − 1) − log10 \[B\] (mol/L): the pA2 if the slope is 1, then equal to −log10 of the
    /// dissociation constant of the antagonist. None without a dose ratio above 1.
    pub pkb: Option<f64>,
    /// Whether more agonist overcomes the block.
    pub surmountability: Surmountability,
}

/// Analyses an agonist's curves with none and with several concentrations of an antagonist.
///
/// Competitive antagonism: DR = 1 + \[B\]/`K_B` (Gaddum), hence slope 1 and pA2 = −log10 `K_B`.
///
/// # Errors
/// If a number is negative or not finite, a dose of the agonist is zero, there is not exactly one curve without antagonist or none
/// with it, or the dose without antagonist is only a bound.
pub fn schild(curves: &[AgonistCurve]) -> Result<Schild, ResponseError> {
    for (index, curve) in curves.iter().enumerate() {
        let row = index + 1;
        let antagonist = curve.antagonist.as_nanomolar();
        let zero_too = "give zero or a positive finite number";
        let mut numbers = vec![
            ("antagonist", antagonist, true, zero_too),
            ("maximal response", curve.maximal_response, true, zero_too),
        ];
        if let Some(dose) = curve.dose.concentration() {
            numbers.push(("dose", dose.as_nanomolar(), false, "give a positive finite number"));
        }
        for (field, value, zero_allowed, remedy) in numbers {
            if !(value.is_finite() && (value > 0.0 || (zero_allowed && value == 0.0))) {
                return Err(ResponseError::Row { row, field, value, remedy });
            }
        }
    }
    let mut sorted = curves.to_vec();
    sorted.sort_by(|a, b| a.antagonist.as_nanomolar().total_cmp(&b.antagonist.as_nanomolar()));
    let (without, with): (Vec<_>, Vec<_>) =
        sorted.into_iter().partition(|curve| curve.antagonist.as_nanomolar() == 0.0);
    let too_few =
        |what: &str, have| Err(ResponseError::TooFew { what: what.to_owned(), have, need: 1 });
    let control = match without.as_slice() {
        [] => return too_few("curves without antagonist", 0),
        [control] => control,
        [_, ..] => {
            let (field, value) = ("curves without antagonist", without.len() as f64);
            let remedy = "give exactly one, at antagonist 0";
            return Err(ResponseError::Number { field, value, remedy });
        }
    };
    if with.is_empty() {
        return too_few("curves with antagonist", 0);
    }
    let Some(dose) = control.dose.exact().map(Concentration::as_nanomolar) else {
        let (curve, potency) = ("without antagonist".to_owned(), control.dose.to_string());
        return Err(ResponseError::NotDetermined { curve, potency });
    };
    let ratio = |curve: &AgonistCurve| DoseRatio {
        antagonist: curve.antagonist,
        ratio: curve.dose.exact().map(|shifted| shifted.as_nanomolar() / dose),
    };
    let dose_ratios: Vec<DoseRatio> = with.iter().map(ratio).collect();
    let points: Vec<(f64, f64)> = dose_ratios
        .iter()
        .filter_map(|point| {
            let shift = point.ratio.filter(|&ratio| ratio > 1.0)? - 1.0;
            Some((libm::log10(point.antagonist.as_nanomolar()) - 9.0, libm::log10(shift)))
        })
        .collect();
    let sum: f64 = points.iter().map(|(x, y)| y - x).sum();
    Ok(Schild {
        pkb: (!points.is_empty()).then(|| sum / points.len() as f64),
        line: regression(&points),
        surmountability: surmountability(control.maximal_response, &with)?,
        dose_ratios,
    })
}

fn surmountability(control: f64, with: &[AgonistCurve]) -> Result<Surmountability, ResponseError> {
    if control <= 0.0 {
        return Err(ResponseError::NoSignal { largest: control });
    }
    let share = |curve: &AgonistCurve| curve.maximal_response / control;
    Ok(with.iter().find(|curve| share(curve) < SURMOUNTABLE_SHARE).map_or(
        Surmountability::Surmountable,
        |curve| Surmountability::Insurmountable {
            antagonist: curve.antagonist,
            share: share(curve),
        },
    ))
}

/// Ordinary least squares of y on x.
fn regression(points: &[(f64, f64)]) -> Option<SchildLine> {
    let count = points.len() as f64;
    let mean_x = points.iter().map(|p| p.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|p| p.1).sum::<f64>() / count;
    let xx: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
    let xy: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
    if points.len() < 2 || xx <= 0.0 {
        return None;
    }
    let slope = xy / xx;
    let residual = |p: &(f64, f64)| (p.1 - mean_y - slope * (p.0 - mean_x)).powi(2);
    let degrees = points.len() - 2;
    let slope_interval = (degrees > 0).then(|| {
        let variance = points.iter().map(residual).sum::<f64>() / degrees as f64;
        let half = quantile(0.95, degrees) * (variance / xx).sqrt();
        (slope - half, slope + half)
    });
    Some(SchildLine { slope, slope_interval, pa2: mean_y / slope - mean_x })
}
