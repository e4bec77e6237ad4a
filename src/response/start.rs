//! Starting points for the fit of a logistic, from the data alone.

use super::least_squares::{Slot, Well};
use super::logistic::{Direction, Logistic};

/// Hill slopes tried.
const SLOPES: [f64; 5] = [0.4, 0.8, 1.4, 2.5, 6.0];
/// Midpoints tried from the lowest to the highest dose.
const MIDPOINTS: usize = 17;

/// The best top and bottom for given midpoint and slope: linear least squares, with either fixed.
///
/// Returns the sum of squares and the curve.
fn linear(wells: &[Well], shape: Logistic, fixed: [Option<f64>; 2]) -> (f64, Logistic) {
    let (mut tt, mut tb, mut bb, mut ty, mut by) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let unit = Logistic { top: 1.0, bottom: 0.0, ..shape };
    let shares: Vec<f64> = wells.iter().map(|well| unit.at(well.x)).collect();
    for (well, top) in wells.iter().zip(&shares) {
        let weight = well.root_weight * well.root_weight;
        let bottom = 1.0 - top;
        tt += weight * top * top;
        tb += weight * top * bottom;
        bb += weight * bottom * bottom;
        ty += weight * top * well.response;
        by += weight * bottom * well.response;
    }
    let determinant = tt * bb - tb * tb;
    let (top, bottom) = match fixed {
        [Some(top), Some(bottom)] => (top, bottom),
        [Some(top), None] => (top, (by - tb * top) / bb),
        [None, Some(bottom)] => ((ty - tb * bottom) / tt, bottom),
        [None, None] => ((ty * bb - by * tb) / determinant, (by * tt - ty * tb) / determinant),
    };
    let curve = Logistic { top, bottom, ..shape };
    let squares = wells
        .iter()
        .zip(&shares)
        .map(|(well, share)| {
            let residual = bottom + (top - bottom) * share - well.response;
            (well.root_weight * residual).powi(2)
        })
        .sum();
    (squares, curve)
}

/// The best curve for each slope tried, best first; `slots` says what is fixed.
pub(super) fn candidates(wells: &[Well], slots: &[Slot; 4], direction: Direction) -> Vec<Logistic> {
    let fixed = |slot: Slot| match slot {
        Slot::Fixed(value) => Some(value),
        Slot::Free(_) => None,
    };
    let [top, bottom, x50, log_hill] = slots.map(fixed);
    let doses = || wells.iter().map(|well| well.x).filter(|x| x.is_finite());
    let low = doses().fold(f64::INFINITY, f64::min);
    let high = doses().fold(f64::NEG_INFINITY, f64::max);
    let step = (high - low) / (MIDPOINTS - 1) as f64;
    let midpoints: Vec<f64> = match x50 {
        Some(x50) => vec![x50],
        None => (0..MIDPOINTS).map(|i| low + step * i as f64).collect(),
    };
    let slopes: Vec<f64> = match log_hill {
        Some(log_hill) => vec![log_hill],
        None => SLOPES.iter().map(|&hill| libm::log(hill)).collect(),
    };
    let mut best: Vec<(f64, Logistic)> = slopes
        .iter()
        .filter_map(|&log_hill| {
            midpoints
                .iter()
                .map(|&x50| {
                    let shape = Logistic { top: 0.0, bottom: 0.0, x50, log_hill, direction };
                    linear(wells, shape, [top, bottom])
                })
                .filter(|(squares, _)| squares.is_finite())
                .min_by(|a, b| a.0.total_cmp(&b.0))
        })
        .collect();
    best.sort_by(|a, b| a.0.total_cmp(&b.0));
    best.into_iter().map(|(_, curve)| curve).collect()
}

/// Whether the responses of one curve fall or rise, by the best unconstrained logistic.
pub(super) fn direction(wells: &[Well]) -> Direction {
    match candidates(wells, &[Slot::Free(0); 4], Direction::Falling).first() {
        Some(curve) if curve.top < curve.bottom => Direction::Rising,
        _ => Direction::Falling,
    }
}
