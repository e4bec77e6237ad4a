//! Does the model miss more than the replicates scatter?

use crate::response::distribution::tail;
use crate::response::least_squares::Well;
use serde::{Deserialize, Serialize};

/// The F test of the model's misfit against the scatter of replicates (pure error).
///
/// F = (`SS_misfit` / `df_misfit`) / (`SS_pure` / `df_pure`), with `SS_pure` the weighted squares
/// around the mean of each dose of each curve and `SS_misfit` the rest of the residual squares.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LackOfFit {
    /// The ratio of the two mean squares.
    #[serde(with = "crate::units::number")]
    pub f: f64,
    /// Doses (of all curves) minus fitted parameters.
    pub misfit_degrees: usize,
    /// Wells minus doses (of all curves).
    pub pure_degrees: usize,
    /// Probability of so large an F if the model holds.
    #[serde(with = "crate::units::number")]
    pub p: f64,
}

/// The test, given the residual sum of squares and the number of fitted parameters; none if there
/// are no replicates, they agree exactly, or there are no more doses than parameters.
pub(super) fn lack_of_fit(wells: &[Well], squares: f64, parameters: usize) -> Option<LackOfFit> {
    let mut sorted: Vec<&Well> = wells.iter().collect();
    sorted.sort_by(|a, b| a.curve.cmp(&b.curve).then(a.x.total_cmp(&b.x)));
    let same = |a: &&Well, b: &&Well| a.curve == b.curve && a.x.total_cmp(&b.x).is_eq();
    let (mut doses, mut pure) = (0, 0.0);
    for group in sorted.chunk_by(same) {
        doses += 1;
        let weight: f64 = group.iter().map(|well| well.root_weight.powi(2)).sum();
        let total: f64 = group.iter().map(|well| well.root_weight.powi(2) * well.response).sum();
        let deviation = |well: &&Well| well.root_weight * (well.response - total / weight);
        pure += group.iter().map(|well| deviation(well).powi(2)).sum::<f64>();
    }
    let pure_degrees = wells.len() - doses;
    let misfit_degrees = doses.checked_sub(parameters).filter(|&degrees| degrees > 0)?;
    if pure_degrees == 0 || pure <= f64::EPSILON.powi(2) * wells.len() as f64 {
        return None;
    }
    let misfit = (squares - pure).max(0.0) / misfit_degrees as f64;
    let f = misfit / (pure / pure_degrees as f64);
    Some(LackOfFit { f, misfit_degrees, pure_degrees, p: tail(f, misfit_degrees, pure_degrees) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_agrees_with_a_hand_computation() {
        // Three doses in duplicate, a constant (their mean, 4) as the model:
        // squares = 9 + 1 + 1 + 0 + 4 + 9 = 24, pure = 2 + 0.5 + 0.5 = 3,
        // F = (21 / 2) / (3 / 3) = 10.5, p = (1 + 2 · 10.5 / 3)^(−3/2) = 8^(−3/2).
        let responses = [(0.0, 1.0), (0.0, 3.0), (1.0, 3.0), (1.0, 4.0), (2.0, 6.0), (2.0, 7.0)];
        let well = |&(x, response)| Well { curve: 0, x, response, root_weight: 1.0 };
        let wells: Vec<Well> = responses.iter().map(well).collect();
        let squares: f64 = wells.iter().map(|well| (well.response - 4.0).powi(2)).sum();
        assert!((squares - 24.0).abs() < 1e-12);
        let Some(test) = lack_of_fit(&wells, squares, 1) else { unreachable!() };
        assert!((test.f - 10.5).abs() < 1e-12, "{test:?}");
        assert_eq!((test.misfit_degrees, test.pure_degrees), (2, 3));
        assert!((test.p - 8_f64.powf(-1.5)).abs() < 1e-10, "{test:?}");
    }

    #[test]
    fn there_is_no_test_without_replicates() {
        let well = |x: f64| Well { curve: 0, x, response: x, root_weight: 1.0 };
        assert_eq!(lack_of_fit(&[0.0, 1.0, 2.0].map(well), 1.0, 1), None);
    }
}
