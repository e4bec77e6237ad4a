//! From a minimum of the sum of squares to parameters, intervals and bounds.

use super::data::PlateData;
use super::lack_of_fit::lack_of_fit;
use super::options::FitOptions;
use super::plan::Plan;
use super::potency::{Evidence, absolute};
use super::profile::Profile;
use super::result::{CurveFit, Estimate, PlateFit};
use crate::response::distribution::{quantile, tail};
use crate::response::least_squares::{LOST, Minimum, ROLES, Slot, Well};
use crate::response::logistic::{Logistic, log_dose};

pub(super) fn describe(
    plan: &Plan,
    options: &FitOptions,
    minimum: &Minimum,
    data: &PlateData,
) -> PlateFit {
    let free = plan.layout.free;
    let degrees_of_freedom = plan.wells.len() - free;
    let variance = minimum.squares / degrees_of_freedom as f64;
    let entry = |i: usize, j: usize| {
        let unit = plan.unit(i) * plan.unit(j) * minimum.inverse[(i, j)];
        // A perfect fit has variance zero, and zero times infinity is no number.
        if unit.is_finite() { variance * unit } else { unit }
    };
    let covariance: Vec<Vec<f64>> =
        (0..free).map(|i| (0..free).map(|j| entry(i, j)).collect()).collect();
    let t = quantile(options.confidence, degrees_of_freedom);
    let reader = Reader { plan, options, minimum, data, covariance: &covariance, t };
    PlateFit {
        curves: (0..data.curves().len()).map(|index| reader.curve(index)).collect(),
        parameters: plan.parameters.clone(),
        residual_sd: variance.sqrt() * plan.scale(),
        degrees_of_freedom,
        lack_of_fit: lack_of_fit(&plan.wells, minimum.squares, free),
        confidence: options.confidence,
        covariance,
    }
}

struct Reader<'a> {
    plan: &'a Plan,
    options: &'a FitOptions,
    minimum: &'a Minimum,
    data: &'a PlateData,
    covariance: &'a [Vec<f64>],
    t: f64,
}

impl Reader<'_> {
    fn curve(&self, index: usize) -> CurveFit {
        let name = self.data.curves()[index].clone();
        let curve = self.plan.unscaled(&self.plan.layout.curve(index, &self.minimum.free));
        let rows = self.data.rows().iter().filter(|row| row.curve == name);
        let mut doses: Vec<f64> = rows.map(|row| log_dose(row.dose.as_nanomolar())).collect();
        doses.sort_by(f64::total_cmp);
        doses.retain(|x| x.is_finite());
        let (low, high) = (doses[0], doses[doses.len() - 1]);
        let effect = curve.top > curve.bottom && self.effect(index);
        let unit = Logistic { top: 1.0, bottom: 0.0, ..curve };
        let reached = (unit.at(high) - unit.at(f64::NEG_INFINITY)).abs();
        let evidence = Evidence { low, high, effect, reached };
        let x50_position = match self.plan.layout.slots[index][2] {
            Slot::Free(position) => Some(position),
            Slot::Fixed(_) => None,
        };
        let half = |gradient: [f64; ROLES]| self.half_width(index, gradient);
        // Beyond the doses half of the control was not reached, however uncertain the extrapolation.
        let absolute = absolute(&curve).filter(|&(x, _)| x <= high);
        let absolute_limits =
            absolute.and_then(|(x, gradient)| half(gradient).map(|half| (x - half, x + half)));
        let lost = curve.x50 < low - LOST || curve.x50 > high + LOST;
        let [top, bottom, ln_hill] = [0, 1, 3].map(|role| {
            let mut unit = [0.0; ROLES];
            unit[role] = 1.0;
            half(unit).filter(|half| half.is_finite() && !lost)
        });
        let around = |value: f64, half: Option<f64>| Estimate {
            value,
            interval: half.map(|half| (value - half, value + half)),
        };
        let hill = libm::exp(curve.log_hill);
        let factor = ln_hill.map(libm::exp).filter(|factor| factor.is_finite());
        CurveFit {
            name,
            direction: curve.direction,
            top: around(curve.top, top),
            bottom: around(curve.bottom, bottom),
            hill: Estimate {
                value: hill,
                interval: factor.map(|factor| (hill / factor, hill * factor)),
            },
            relative_ic50: evidence
                .potency(Some(curve.x50), x50_position.map(|at| self.x50_limits(at))),
            absolute_ic50: evidence.potency(absolute.map(|(x, _)| x), absolute_limits),
            area: curve.mean(low, high) / curve.top,
            logistic: curve,
            x50_position,
        }
    }

    /// Limits of log10 IC50 in nM.
    fn x50_limits(&self, position: usize) -> (f64, f64) {
        let profile = Profile { plan: self.plan, minimum: self.minimum, t: self.t };
        let (from, to) = profile.limits(position);
        (self.plan.log_nanomolar(from), self.plan.log_nanomolar(to))
    }

    /// t √(gᵀ C g) for a function of one curve's parameters with gradient g; infinite if the data do
    /// not determine it, none if it depends on fixed parameters only.
    fn half_width(&self, index: usize, gradient: [f64; ROLES]) -> Option<f64> {
        let slots = self.plan.layout.slots[index];
        let involved: Vec<(usize, f64)> = slots
            .iter()
            .zip(gradient)
            .filter_map(|(slot, by)| match slot {
                Slot::Free(position) if by != 0.0 => Some((*position, by)),
                _ => None,
            })
            .collect();
        if involved.is_empty() {
            return None;
        }
        let term = |&(i, a): &(usize, f64)| -> f64 {
            involved.iter().map(|&(j, b)| a * b * self.covariance[i][j]).sum()
        };
        let variance: f64 = involved.iter().map(term).sum();
        Some(if variance.is_nan() { f64::INFINITY } else { self.t * variance.max(0.0).sqrt() })
    }

    /// Whether the curve explains its wells better than their mean does, by F with the plate's
    /// residual variance.
    fn effect(&self, index: usize) -> bool {
        let wells = self.plan.wells_of(index);
        let curve: Logistic = self.plan.layout.curve(index, &self.minimum.free);
        let weight = |well: &Well| well.root_weight * well.root_weight;
        let total: f64 = wells.iter().map(weight).sum();
        let mean = wells.iter().map(|well| weight(well) * well.response).sum::<f64>() / total;
        let squares = |model: &dyn Fn(f64) -> f64| -> f64 {
            wells.iter().map(|well| weight(well) * (model(well.x) - well.response).powi(2)).sum()
        };
        let (constant, sigmoid) = (squares(&|_| mean), squares(&|x| curve.at(x)));
        let degrees_of_freedom = self.plan.wells.len() - self.plan.layout.free;
        let variance = self.minimum.squares / degrees_of_freedom as f64;
        let free = |slot: &&Slot| matches!(slot, Slot::Free(_));
        let free = self.plan.layout.slots[index].iter().filter(free).count();
        let numerator = free.saturating_sub(1).max(1);
        let f = (constant - sigmoid) / (numerator as f64 * variance);
        constant > sigmoid
            && constant > f64::EPSILON
            && tail(f, numerator, degrees_of_freedom) <= 1.0 - self.options.confidence
    }
}
