//! How far predictions are from what was measured.

use jakstat::response::percentile;
use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Resamples of a bootstrap.
const RESAMPLES: usize = 10_000;
const SEED: u64 = 14;

/// The factor between two numbers, at least 1; none unless both are positive and finite.
pub(crate) fn fold_error(predicted: f64, measured: f64) -> Option<f64> {
    let number = |value: f64| value.is_finite() && value > 0.0;
    let ratio = predicted / measured;
    (number(predicted) && number(measured)).then(|| ratio.max(1.0 / ratio))
}

/// The geometric mean of positive numbers; none of no numbers, and where one is not positive.
pub(crate) fn geometric_mean(values: &[f64]) -> Option<f64> {
    let logarithms: f64 = values.iter().map(|value| value.ln()).sum();
    let mean = (logarithms / values.len() as f64).exp();
    (values.iter().all(|&value| value > 0.0) && mean.is_finite()).then_some(mean)
}

/// The share of fold errors up to `fold`; none of no errors.
pub(crate) fn share_within(errors: &[f64], fold: f64) -> Option<f64> {
    let within = errors.iter().filter(|&&error| error <= fold).count();
    (!errors.is_empty()).then(|| within as f64 / errors.len() as f64)
}

/// The rank of each number, from 1; equal ones share the mean of their ranks.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count();
        let equal = values.iter().filter(|other| other.total_cmp(value).is_eq()).count();
        below as f64 + f64::midpoint(1.0, equal as f64)
    };
    values.iter().map(rank).collect()
}

/// Spearman's rank correlation; none of fewer than two pairs, and where one side is all the same.
pub(crate) fn spearman(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() != b.len() || a.iter().chain(b).any(|value| value.is_nan()) {
        return None;
    }
    let mean = f64::midpoint(1.0, a.len() as f64);
    let centred = |values| ranks(values).into_iter().map(|rank| rank - mean).collect::<Vec<f64>>();
    let (a, b) = (centred(a), centred(b));
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    let correlation = product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt();
    correlation.is_finite().then_some(correlation)
}

/// The 2.5th and the 97.5th percentile of a statistic over as many values drawn from `values` with replacement.
pub(crate) fn bootstrap(
    values: &[f64],
    statistic: impl Fn(&[f64]) -> Option<f64>,
) -> Option<(f64, f64)> {
    if values.is_empty() {
        return None;
    }
    let mut random = ChaCha12Rng::seed_from_u64(SEED);
    // Far fewer values than random numbers: what the remainder favours does not show.
    let mut draw = || values[(random.next_u64() % values.len() as u64) as usize];
    let again = |_| statistic(&values.iter().map(|_| draw()).collect::<Vec<_>>());
    let found = (0..RESAMPLES).map(again).collect::<Option<Vec<f64>>>()?;
    Some((percentile(&found, 0.025)?, percentile(&found, 0.975)?))
}
