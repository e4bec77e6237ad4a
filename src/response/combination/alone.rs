//! The curve of one agent alone, and the doses at which it has given responses.
//!
//! Many levels are searched for at once: each round solves one dose for every level that is not found yet, all in one batch,
//! and every dose that was solved narrows the search of all others.

use crate::response::{ResponseError, SearchError};
use serde::{Deserialize, Serialize};
use std::error::Error;

/// How far apart in ln dose two guesses may be, between which the dose was solved.
const TOLERANCE: f64 = 1e-9;
/// Solved doses in each decade before the first search.
const PER_DECADE: f64 = 4.0;
/// Points the inverse interpolation passes through, and how far apart in ln dose they are at least: closer
/// ones tell more of the solver's error than of the slope.
const STENCIL: usize = 6;
const APART: f64 = 1e-3;
/// Every so many rounds the bracket is halved, so that no curve holds the search up.
const HALVING: usize = 6;
/// Halvings of the widest bracket until it is narrower than the tolerance: 0.6 / 2^33.
const ROUNDS: usize = 33 * HALVING;

/// The dose of an agent alone with a given response.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Equivalent {
    /// This dose in nM, the lowest if there are several.
    Dose(f64),
    /// Less than this dose in nM, the lowest that is looked at.
    Below(f64),
    /// None: the agent alone never gets there.
    Beyond,
}

/// The curve of one agent alone, as far as it was solved.
#[derive(Debug, Clone, PartialEq)]
pub struct Alone {
    /// Response without the agent.
    control: f64,
    /// ln dose and response, ascending in dose.
    known: Vec<(f64, f64)>,
    /// The most that was lost of the control up to each of these doses.
    lost: Vec<f64>,
}

/// A level that is searched for.
#[derive(Debug, Clone, Copy)]
struct Search {
    index: usize,
    level: f64,
    /// ln of the dose that was solved last for it.
    last: f64,
}

impl Alone {
    /// Solves the curve at a few doses in each decade from `low` to `high` (nM); `control` is the response without the agent.
    ///
    /// # Errors
    /// If the range is not 0 < low < high or the curve cannot be evaluated.
    pub fn new<E: Error + 'static>(
        control: f64,
        (low, high): (f64, f64),
        evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
    ) -> Result<Self, SearchError<E>> {
        let fits =
            [("low", low, low > 0.0), ("high", high, high > low), ("control", control, true)];
        for (field, value, fits) in fits {
            if !(fits && value.is_finite()) {
                let remedy = "give finite numbers with 0 < low < high (nM)";
                return Err(ResponseError::Number { field, value, remedy }.into());
            }
        }
        let (first, last) = (libm::log(low), libm::log(high));
        let parts = (PER_DECADE * (libm::log10(high) - libm::log10(low))).ceil().max(1.0);
        let steps = std::iter::successors(Some(0.0), |step| Some(step + 1.0));
        let grid = steps.take_while(|&step| step <= parts);
        let logs = grid.map(|step| first + (last - first) * step / parts).collect();
        let mut alone = Self { control, known: Vec::new(), lost: Vec::new() };
        alone.solve(logs, evaluate)?;
        Ok(alone)
    }

    /// How many doses were solved.
    pub fn solves(&self) -> usize {
        self.known.len()
    }

    /// The lowest dose with each response (below the control), to a relative 1e-9 of the dose or what the curve's own error allows.
    ///
    /// Between doses that were solved a level is crossed once: a curve that turns back twice within a quarter of
    /// a decade hides it.
    ///
    /// # Errors
    /// If a level is not finite or the curve cannot be evaluated.
    pub fn doses_for<E: Error + 'static>(
        &mut self,
        levels: &[f64],
        mut evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
    ) -> Result<Vec<Equivalent>, SearchError<E>> {
        if let Some(&value) = levels.iter().find(|level| !level.is_finite()) {
            let (field, remedy) = ("level", "give a finite response");
            return Err(ResponseError::Number { field, value, remedy }.into());
        }
        let mut found = vec![Equivalent::Beyond; levels.len()];
        let search = |(index, &level)| Search { index, level, last: f64::INFINITY };
        let mut open: Vec<Search> = levels.iter().enumerate().map(search).collect();
        for round in 1..=ROUNDS {
            let mut asked = Vec::new();
            open.retain_mut(|search| {
                found[search.index] = self.interpolated(search.level);
                let Bracket::Between(right) = self.bracket(search.level) else { return false };
                let (a, b) = (self.known[right - 1], self.known[right]);
                let guess = self.guess(search.level, (a, b));
                if b.0 - a.0 <= TOLERANCE || (guess - search.last).abs() <= TOLERANCE {
                    return false;
                }
                let halve = round % HALVING == 0;
                search.last = if halve { f64::midpoint(a.0, b.0) } else { guess };
                asked.push(search.last);
                true
            });
            if open.is_empty() {
                break;
            }
            self.solve(asked, &mut evaluate)?;
        }
        Ok(found)
    }

    /// Solves at these ln doses, each once.
    fn solve<E: Error + 'static>(
        &mut self,
        mut logs: Vec<f64>,
        mut evaluate: impl FnMut(&[f64]) -> Result<Vec<f64>, E>,
    ) -> Result<(), SearchError<E>> {
        logs.sort_by(f64::total_cmp);
        logs.dedup();
        let doses: Vec<f64> = logs.iter().map(|&x| libm::exp(x)).collect();
        let responses = evaluate(&doses).map_err(SearchError::Evaluation)?;
        if responses.len() != doses.len() {
            let (asked, answered) = (doses.len(), responses.len());
            return Err(ResponseError::Answers { asked, answered }.into());
        }
        if let Some(index) = responses.iter().position(|response| !response.is_finite()) {
            let (row, field, value) = (index + 1, "response during the search", responses[index]);
            let remedy = "the curve must give a finite number at every dose";
            return Err(ResponseError::Row { row, field, value, remedy }.into());
        }
        self.known.extend(logs.into_iter().zip(responses));
        self.known.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.known.dedup_by(|a, b| a.0.total_cmp(&b.0).is_eq());
        let lost = |most: &mut f64, point: &(f64, f64)| {
            *most = most.max(self.control - point.1);
            Some(*most)
        };
        self.lost = self.known.iter().scan(f64::NEG_INFINITY, lost).collect();
        Ok(())
    }

    /// Where the curve first reaches a level.
    fn bracket(&self, level: f64) -> Bracket {
        match self.lost.partition_point(|&lost| lost < self.control - level) {
            0 => Bracket::BeforeFirst,
            right if right == self.known.len() => Bracket::Nowhere,
            right => Bracket::Between(right),
        }
    }

    /// The most that any dose that was solved takes from the control.
    pub(super) fn most_lost(&self) -> f64 {
        self.lost.last().copied().unwrap_or(0.0)
    }

    /// How far apart in ln dose those around a level are; zero where there is none to be found.
    pub(super) fn gap(&self, level: f64) -> f64 {
        match self.bracket(level) {
            Bracket::Between(right) => self.known[right].0 - self.known[right - 1].0,
            Bracket::BeforeFirst | Bracket::Nowhere => 0.0,
        }
    }

    /// The dose for a level as it follows from the doses that were solved, without another solve.
    pub(super) fn interpolated(&self, level: f64) -> Equivalent {
        match self.bracket(level) {
            Bracket::BeforeFirst => Equivalent::Below(libm::exp(self.known[0].0)),
            Bracket::Nowhere => Equivalent::Beyond,
            Bracket::Between(right) => {
                let ends = (self.known[right - 1], self.known[right]);
                Equivalent::Dose(libm::exp(self.guess(level, ends)))
            }
        }
    }

    /// ln dose at a level, by inverse interpolation through points around it, nearest first; by regula falsi where
    /// that leaves the bracket.
    fn guess(&self, level: f64, (a, b): ((f64, f64), (f64, f64))) -> f64 {
        let falsi = a.0 + (b.0 - a.0) * ((a.1 - level) / (a.1 - b.1));
        let falsi = if falsi >= a.0 && falsi <= b.0 { falsi } else { f64::midpoint(a.0, b.0) };
        let stencil = self.stencil(falsi);
        let ordered = |pair: &[(f64, f64)]| (pair[1].1 - pair[0].1) * (b.1 - a.1) > 0.0;
        let mut sorted = stencil.clone();
        sorted.sort_by(|p, q| p.0.total_cmp(&q.0));
        if !sorted.windows(2).all(ordered) {
            return falsi;
        }
        let root: f64 = stencil
            .iter()
            .enumerate()
            .map(|(i, &(x, y))| {
                let others = stencil.iter().enumerate().filter(|&(j, _)| j != i);
                x * others.map(|(_, &(_, other))| (other - level) / (other - y)).product::<f64>()
            })
            .sum();
        if root >= a.0 && root <= b.0 { root } else { falsi }
    }

    /// Points around a place, the nearest and then others that keep apart.
    fn stencil(&self, place: f64) -> Vec<(f64, f64)> {
        let after = self.known.partition_point(|point| point.0 < place);
        let (mut below, mut above) = (self.known[..after].iter().rev(), self.known[after..].iter());
        let (mut left, mut right) = (below.next(), above.next());
        let mut chosen: Vec<(f64, f64)> = Vec::with_capacity(STENCIL);
        while chosen.len() < STENCIL {
            let distance = |point: Option<&(f64, f64)>| {
                point.map_or(f64::INFINITY, |point| (point.0 - place).abs())
            };
            let next = if distance(left) <= distance(right) {
                std::mem::replace(&mut left, below.next())
            } else {
                std::mem::replace(&mut right, above.next())
            };
            let Some(&next) = next else { break };
            if chosen.iter().all(|point| (point.0 - next.0).abs() >= APART) {
                chosen.push(next);
            }
        }
        chosen
    }
}

/// Where a curve reaches a level.
#[derive(Debug, Clone, Copy)]
enum Bracket {
    BeforeFirst,
    /// Between the solved dose before this one and this one.
    Between(usize),
    Nowhere,
}
