//! One factor on every IC50, fitted to the scored rows.

use super::score::geometric_mean;
use super::scorecard::Pair;

/// The factor that the predictions are multiplied by: the geometric mean of measured over predicted.
pub(crate) fn factor(pairs: &[Pair]) -> Option<f64> {
    let ratios: Vec<f64> = pairs.iter().map(|pair| pair.measured / pair.predicted).collect();
    geometric_mean(&ratios)
}

/// The same rows with every prediction multiplied.
pub(crate) fn scaled(pairs: &[Pair], factor: f64) -> Vec<Pair> {
    let scale = |pair: &Pair| Pair { predicted: factor * pair.predicted, ..pair.clone() };
    pairs.iter().map(scale).collect()
}

/// For each row the factor that the others give, and the row under it.
pub(crate) fn left_out(pairs: &[Pair]) -> Option<Vec<(f64, Pair)>> {
    let without = |left: usize| {
        let others = pairs.iter().enumerate().filter(|(k, _)| *k != left);
        let factor = factor(&others.map(|(_, pair)| pair.clone()).collect::<Vec<_>>())?;
        Some((factor, scaled(&pairs[left..=left], factor).pop()?))
    };
    (0..pairs.len()).map(without).collect()
}
