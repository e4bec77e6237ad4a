//! One way to predict, and how it scores.

use super::super::digits::{interval, significant};
use super::score::{bootstrap, fold_error, geometric_mean, share_within, spearman};

/// A scored row under one way to predict it.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) drug: String,
    pub(crate) cytokine: String,
    pub(crate) predicted: f64,
    pub(crate) measured: f64,
}

impl Pair {
    fn error(&self) -> Option<f64> {
        fold_error(self.predicted, self.measured)
    }
}

pub(crate) const HEAD: [&str; 7] = [
    "way to predict",
    "n",
    "fold error, geometric mean",
    "within 2x",
    "within 3x",
    "rank correlation within a drug",
    "fold error of selectivity",
];

/// The geometric mean of the fold errors.
pub(crate) fn mean_error(pairs: &[Pair]) -> Option<f64> {
    geometric_mean(&errors(pairs)?)
}

/// How many fold errors are up to `fold`.
pub(crate) fn within(pairs: &[Pair], fold: f64) -> usize {
    pairs.iter().filter_map(Pair::error).filter(|&error| error <= fold).count()
}

fn errors(pairs: &[Pair]) -> Option<Vec<f64>> {
    pairs.iter().map(Pair::error).collect()
}

/// The scores, one cell for each of [`HEAD`].
pub(crate) fn line(name: &str, pairs: &[Pair]) -> Vec<String> {
    let errors = errors(pairs).unwrap_or_default();
    let share = |fold| {
        let shown = |share: f64| significant(100.0 * share, 2);
        let found = share_within(&errors, fold).map_or("none".into(), shown);
        let range = bootstrap(&errors, |errors| share_within(errors, fold));
        let range =
            range.map_or("none".into(), |(low, high)| format!("{} to {}", shown(low), shown(high)));
        format!("{found} % ({range} %)")
    };
    let selective = selectivity(pairs);
    vec![
        name.into(),
        errors.len().to_string(),
        with_interval(&errors),
        share(2.0),
        share(3.0),
        correlations(pairs),
        format!("{}; n = {}", with_interval(&selective), selective.len()),
    ]
}

fn with_interval(errors: &[f64]) -> String {
    match (geometric_mean(errors), bootstrap(errors, geometric_mean)) {
        (Some(mean), Some(range)) => format!("{} ({})", significant(mean, 3), interval(range)),
        _ => "none".into(),
    }
}

/// Rank correlation of each drug's cytokines.
fn correlations(pairs: &[Pair]) -> String {
    let of = |drug: &[Pair]| {
        let side = |number: fn(&Pair) -> f64| drug.iter().map(number).collect::<Vec<f64>>();
        let found = spearman(&side(|pair| pair.predicted), &side(|pair| pair.measured));
        let shown = found.map_or("none".into(), |found| format!("{found:+.2}"));
        format!("{} {shown} (n = {})", drug[0].drug, drug.len())
    };
    pairs.chunk_by(|a, b| a.drug == b.drug).map(of).collect::<Vec<_>>().join("; ")
}

/// The fold error of each ratio to the same drug's IL-6.
fn selectivity(pairs: &[Pair]) -> Vec<f64> {
    let ratio = |pair: &Pair| {
        let own = |other: &&Pair| other.drug == pair.drug && other.cytokine == "IL-6";
        let six = pairs.iter().find(own).filter(|_| pair.cytokine != "IL-6")?;
        fold_error(pair.predicted / six.predicted, pair.measured / six.measured)
    };
    pairs.iter().filter_map(ratio).collect()
}
