//! Rounds of doses until the curve between them is known.

use super::AdaptiveDoses;
use super::interpolant::Interpolant;
use super::known::Known;
use super::segment::{PARTS, Segment};
use crate::response::SearchError;
use serde::{Deserialize, Serialize};
use std::error::Error;

/// Parts into which the first doses cut the range, evenly in log dose: they tell where the curve bends,
/// and are the first checks.
const SCANNED: usize = 8;
/// Solves of the first two rounds at most: the scan, the knots between its ends, and a check for every
/// second gap.
pub(super) const FEWEST: usize = SCANNED + PARTS + PARTS / 2;
/// Checks see the error at some places only: a quarter of the tolerance is asked for there.
const AT_CHECKS: f64 = 0.25;
/// Share of the tolerance that the last coefficients of a polynomial may have.
const IN_TAIL: f64 = 0.5;

/// Whether a curve is as well known as was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accuracy {
    /// The interpolant is within the tolerance.
    Reached,
    /// The solves allowed were used up: the interpolant may be off by more than the tolerance, as
    /// [`AdaptiveCurve::deviation`] tells.
    OutOfSolves,
}

/// A curve at doses of its own choice, and the interpolant between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdaptiveCurve {
    interpolant: Interpolant,
    points: Vec<(f64, f64)>,
    tolerance: f64,
    largest: f64,
    deviation: f64,
    rounds: usize,
    accuracy: Accuracy,
}

impl AdaptiveDoses {
    /// Solves the curve at more and more doses until it is known.
    ///
    /// `evaluate` gives the responses at a batch of doses in nM, ascending: a round of refinement.
    ///
    /// # Errors
    /// If the range, the tolerance or the number of solves cannot be used, or the curve cannot be
    /// evaluated. Not reaching the tolerance is no error: see [`AdaptiveCurve::accuracy`].
    pub fn refine<E: Error + 'static>(
        &self,
        evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
    ) -> Result<AdaptiveCurve, SearchError<E>> {
        let ((low, high), tolerance, most) = self.checked()?;
        let mut known = Known::new(evaluate);
        let even = |k: usize| match k {
            0 => low,
            SCANNED => high,
            _ => low * libm::pow(high / low, k as f64 / SCANNED as f64),
        };
        known.add(&(0..=SCANNED).map(even).collect::<Vec<_>>())?;
        let mut segments = vec![Segment::whole((low, high), &known)];
        let mut asked = known.missing(&segments[0].doses(&known));
        loop {
            if !asked.is_empty() {
                known.add(&asked)?;
            }
            let largest = known.largest();
            let mut deviation = 0.0_f64;
            let mut next = Vec::new();
            for segment in &mut segments {
                // A later round may have solved a dose where it was settled before.
                let (off, tail) = segment.errors(&known);
                let share = |error: f64| error / largest.max(f64::MIN_POSITIVE);
                deviation = deviation.max(share(off));
                let is_close = share(off) <= AT_CHECKS * tolerance;
                segment.is_settled = is_close && share(tail) <= IN_TAIL * tolerance;
                if segment.is_settled {
                    next.push(segment.clone());
                } else {
                    next.extend(segment.refined(&known, share(off), AT_CHECKS * tolerance));
                }
            }
            let reached = segments.iter().all(|segment| segment.is_settled);
            let open = next.iter().filter(|segment| !segment.is_settled);
            asked = known.missing(&open.flat_map(|open| open.doses(&known)).collect::<Vec<_>>());
            if reached || known.len() + asked.len() > most {
                let parts = segments.iter().map(|segment| segment.polynomial(&known)).collect();
                return Ok(AdaptiveCurve {
                    interpolant: Interpolant { parts },
                    points: known.between((low, high)),
                    tolerance,
                    largest,
                    deviation,
                    rounds: known.rounds,
                    accuracy: if reached { Accuracy::Reached } else { Accuracy::OutOfSolves },
                });
            }
            segments = next;
        }
    }
}

impl AdaptiveCurve {
    /// The curve between its doses.
    pub const fn interpolant(&self) -> &Interpolant {
        &self.interpolant
    }

    /// All that was solved: doses (nM) and responses, by dose.
    pub fn points(&self) -> &[(f64, f64)] {
        &self.points
    }

    /// Those of the points at which the interpolant was checked: it does not use them.
    pub fn checks(&self) -> Vec<(f64, f64)> {
        let mut knots = self.interpolant.doses().peekable();
        let is_check = |point: &&(f64, f64)| {
            while knots.next_if(|knot| *knot < point.0).is_some() {}
            knots.peek().is_none_or(|knot| *knot > point.0)
        };
        self.points.iter().filter(is_check).copied().collect()
    }

    /// How close the interpolant was to be, as a share of the largest response.
    pub const fn tolerance(&self) -> f64 {
        self.tolerance
    }

    /// Largest deviation of the interpolant at the checks, as a share of the largest response; a quarter
    /// of the tolerance at most, if that was reached.
    pub const fn deviation(&self) -> f64 {
        self.deviation
    }

    /// Whether the tolerance was reached.
    pub const fn accuracy(&self) -> Accuracy {
        self.accuracy
    }

    /// Doses that were solved.
    pub fn solves(&self) -> usize {
        self.points.len()
    }

    /// Batches in which they were solved.
    pub const fn rounds(&self) -> usize {
        self.rounds
    }

    /// The largest response, by size, in its own unit: that of which tolerance and deviation are shares.
    pub const fn largest(&self) -> f64 {
        self.largest
    }
}
