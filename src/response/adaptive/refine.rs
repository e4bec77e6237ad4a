//! Rounds of doses until the curve between them is known.

use super::AdaptiveDoses;
use super::interpolant::{Interpolant, points};
use super::occupancy::Occupancy;
use crate::response::{ResponseError, SearchError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::error::Error;

/// Parts into which the first doses cut the range, evenly in log dose: they tell where the curve bends,
/// and are the first checks.
const SCANNED: usize = 8;
/// Parts between the knots of the first polynomial.
const PARTS: usize = 10;
/// Solves of the first two rounds: the scan, and the knots between its ends.
pub(super) const FEWEST: usize = SCANNED + PARTS;
/// Checks see the error at some places only: half of the tolerance is asked for there.
const SAFETY: f64 = 0.5;

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
    checks: Vec<(f64, f64)>,
    tolerance: f64,
    largest: f64,
    deviation: f64,
    solves: usize,
    rounds: usize,
    accuracy: Accuracy,
}

impl AdaptiveDoses {
    /// Solves the curve at more and more doses until it is known.
    ///
    /// `evaluate` gives the responses at a batch of doses in nM, a round of refinement at once.
    ///
    /// # Errors
    /// If the range, the tolerance or the number of solves cannot be used, or the curve cannot be
    /// evaluated. Not reaching the tolerance is no error: see [`AdaptiveCurve::accuracy`].
    pub fn refine<E: Error + 'static>(
        &self,
        evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
    ) -> Result<AdaptiveCurve, SearchError<E>> {
        let ((low, high), tolerance, most) = self.checked()?;
        let mut known = Known { evaluate, responses: BTreeMap::new(), rounds: 0 };
        let even = |parts: usize| move |k: usize| evenly((low, high), k, parts);
        let scan: Vec<f64> = (0..=SCANNED).map(even(SCANNED)).collect();
        let scanned = known.at(&scan)?;
        let scale = Occupancy::of(&scan.iter().copied().zip(scanned).collect::<Vec<_>>());
        let (mut parts, mut between) = (PARTS, SCANNED);
        loop {
            let knots = points(scale, (low, high), parts);
            let checks: Vec<f64> = (1..between).map(even(between)).collect();
            let doses: Vec<f64> = knots.iter().map(|knot| knot.1).collect();
            known.add(&[doses.as_slice(), &checks].concat())?;
            let interpolant = Interpolant::through(scale, &knots, &known.at(&doses)?);
            let checks: Vec<(f64, f64)> = checks.iter().copied().zip(known.at(&checks)?).collect();
            let largest = known.responses.values().map(|r| r.abs()).fold(0.0, f64::max);
            let off = |&(dose, response): &(f64, f64)| {
                (interpolant.response(dose).unwrap_or(f64::NAN) - response).abs()
            };
            let deviation =
                checks.iter().map(off).fold(0.0, f64::max) / largest.max(f64::MIN_POSITIVE);
            let reached = deviation <= SAFETY * tolerance;
            // A check for every two knots is enough.
            let more = if 2 * parts > 3 * between { 2 * between } else { between };
            let solves = known.responses.len();
            if reached || solves + parts + (more - between) > most {
                let accuracy = if reached { Accuracy::Reached } else { Accuracy::OutOfSolves };
                let rounds = known.rounds;
                return Ok(AdaptiveCurve {
                    interpolant,
                    checks,
                    tolerance,
                    largest,
                    deviation,
                    solves,
                    rounds,
                    accuracy,
                });
            }
            (parts, between) = (2 * parts, more);
        }
    }
}

/// Dose k of `parts` equal steps in log dose; the same bits where the parts are doubled.
fn evenly((low, high): (f64, f64), k: usize, parts: usize) -> f64 {
    match k {
        0 => low,
        k if k == parts => high,
        _ => low * libm::pow(high / low, k as f64 / parts as f64),
    }
}

/// Responses that are known, by the bits of the dose, and how to learn more.
struct Known<F> {
    evaluate: F,
    responses: BTreeMap<u64, f64>,
    rounds: usize,
}

impl<F> Known<F> {
    /// Learns the responses at those of the doses at which they are not known, at once.
    fn add<E: Error + 'static>(&mut self, doses: &[f64]) -> Result<(), SearchError<E>>
    where
        F: FnMut(&[f64]) -> Result<Vec<f64>, E>,
    {
        let is_new = |dose: &f64| !self.responses.contains_key(&dose.to_bits());
        let mut new: Vec<f64> = doses.iter().copied().filter(is_new).collect();
        new.sort_by(f64::total_cmp);
        new.dedup();
        if new.is_empty() {
            return Ok(());
        }
        self.rounds += 1;
        let found = (self.evaluate)(&new).map_err(SearchError::Evaluation)?;
        if found.len() != new.len() {
            let (asked, answered) = (new.len(), found.len());
            return Err(ResponseError::Answers { asked, answered }.into());
        }
        for (row, (&dose, response)) in new.iter().zip(found).enumerate() {
            if !response.is_finite() {
                let remedy = "the curve must give a finite number at every dose";
                let (row, field) = (row + 1, "response during refinement");
                return Err(ResponseError::Row { row, field, value: response, remedy }.into());
            }
            self.responses.insert(dose.to_bits(), response);
        }
        Ok(())
    }

    /// The responses at doses.
    fn at<E: Error + 'static>(&mut self, doses: &[f64]) -> Result<Vec<f64>, SearchError<E>>
    where
        F: FnMut(&[f64]) -> Result<Vec<f64>, E>,
    {
        self.add(doses)?;
        Ok(doses.iter().filter_map(|dose| self.responses.get(&dose.to_bits()).copied()).collect())
    }
}

impl AdaptiveCurve {
    /// The curve between its doses.
    pub const fn interpolant(&self) -> &Interpolant {
        &self.interpolant
    }

    /// Doses (nM) and responses at which the interpolant was checked and which it does not use.
    pub fn checks(&self) -> &[(f64, f64)] {
        &self.checks
    }

    /// All that was solved: doses (nM) and responses, by dose.
    pub fn points(&self) -> Vec<(f64, f64)> {
        let knots = self.interpolant.doses().zip(self.interpolant.responses());
        let mut points: Vec<(f64, f64)> = knots.chain(self.checks.iter().copied()).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        points.dedup_by_key(|point| point.0.to_bits());
        points
    }

    /// How close the interpolant was to be, as a share of the largest response.
    pub const fn tolerance(&self) -> f64 {
        self.tolerance
    }

    /// Largest deviation of the interpolant at the checks, as a share of the largest response; half of
    /// the tolerance at most, if that was reached.
    pub const fn deviation(&self) -> f64 {
        self.deviation
    }

    /// Whether the tolerance was reached.
    pub const fn accuracy(&self) -> Accuracy {
        self.accuracy
    }

    /// Doses that were solved.
    pub const fn solves(&self) -> usize {
        self.solves
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
