//! Dose addition: which share of a dose alone with the same effect each agent contributes.

use super::expected::expected;
use super::{Alone, Equivalent, Surface};
use crate::response::SearchError;
use serde::{Deserialize, Serialize};
use std::error::Error;

/// The interaction index Σ dᵢ / Dᵢ(f) of a combination, with Dᵢ(f) the dose of agent i alone with the same effect f.
///
/// 1 where doses add, less than 1 where together they do more (Loewe and Muischnek 1926; Berenbaum 1989 Pharmacol Rev 41:93).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Loewe {
    /// The index.
    Index(f64),
    /// At least this, because an agent alone does as much below the lowest dose that was looked at.
    AtLeast(f64),
    /// Undefined: no dose of this agent alone, counted from zero, does as much.
    Beyond {
        /// Position of the agent, the first if there are several.
        agent: usize,
    },
    /// Undefined: there is no inhibition that could be told from none.
    NoEffect,
}

impl Loewe {
    /// The index where it is known as a number.
    pub const fn index(self) -> Option<f64> {
        if let Self::Index(index) = self { Some(index) } else { None }
    }
}

/// How a combination compares with dose addition.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LoeweScore {
    /// The interaction index.
    pub index: Loewe,
    /// The inhibition, a share, at which the index would be 1; none where an agent alone never gets there.
    pub expected: Option<f64>,
}

/// Scores every point of a surface by dose addition.
///
/// `curves` holds the curve of each agent alone, in the order of the axes, and takes in what is solved on the way. An
/// inhibition below `resolution` (a share) cannot be told from none. `evaluate` gives the responses to one agent,
/// by its position, at a batch of ascending doses in nM.
///
/// # Errors
/// If a curve cannot be evaluated.
pub fn loewe<E: Error + 'static>(
    surface: &Surface,
    curves: &mut [Alone],
    resolution: f64,
    mut evaluate: impl FnMut(usize, &[f64]) -> Result<Vec<f64>, E>,
) -> Result<Vec<LoeweScore>, SearchError<E>> {
    let mut index: Vec<Loewe> = (0..surface.len())
        .map(|point| {
            // A NaN resolution, which nothing exceeds, must not let everything pass.
            let clear = surface.inhibition(point) > resolution;
            if clear { Loewe::Index(0.0) } else { Loewe::NoEffect }
        })
        .collect();
    for (agent, curve) in curves.iter_mut().enumerate() {
        let dose = |point: usize| surface.doses(point)[agent];
        let points: Vec<usize> = (0..surface.len())
            .filter(|&point| index[point] != Loewe::NoEffect && dose(point) > 0.0)
            .collect();
        let levels: Vec<f64> = points.iter().map(|&point| surface.responses()[point]).collect();
        let found = curve.doses_for(&levels, |doses| evaluate(agent, doses))?;
        for (point, alone) in points.into_iter().zip(found) {
            index[point] = with_share(index[point], (agent, dose(point)), alone);
        }
    }
    let expected = expected(surface, curves, evaluate)?;
    let score = |(index, expected)| LoeweScore { index, expected };
    Ok(index.into_iter().zip(expected).map(score).collect())
}

/// The index with the share of one more agent.
fn with_share(index: Loewe, (agent, dose): (usize, f64), alone: Equivalent) -> Loewe {
    match (index, alone) {
        (Loewe::Beyond { .. } | Loewe::NoEffect, _) => index,
        (_, Equivalent::Beyond) => Loewe::Beyond { agent },
        (Loewe::Index(sum), Equivalent::Dose(alone)) => Loewe::Index(sum + dose / alone),
        (Loewe::AtLeast(sum), Equivalent::Dose(alone))
        | (Loewe::Index(sum) | Loewe::AtLeast(sum), Equivalent::Below(alone)) => {
            Loewe::AtLeast(sum + dose / alone)
        }
    }
}
