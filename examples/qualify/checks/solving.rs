//! One solve of a model, through the same sweep that users run.

use super::check::{Found, apart, largest};
use jakstat::network::Observable;
use jakstat::ode::{Statistics, System};
use jakstat::prelude::*;
use jakstat::sweep::Completed;

pub(crate) const METHODS: [Method; 4] =
    [Method::Rodas5P, Method::Rodas4, Method::Dopri5, Method::Dop853];

/// A method at a relative tolerance.
pub(crate) fn options(method: Method, relative: f64) -> Options {
    let tolerance = Tolerance::relative(relative);
    Options { method, tolerance, max_steps: 10_000_000, ..Options::default() }
}

/// A course that begins at 0 and in which nothing is done.
pub(crate) fn until(end: f64) -> Protocol {
    Protocol { end, ..Protocol::default() }
}

/// A model under a protocol, solved in one way.
pub(crate) struct Solve<'m> {
    pub(crate) model: &'m Model,
    pub(crate) protocol: Protocol,
    pub(crate) options: Options,
}

impl Solve<'_> {
    /// The readouts by the method asked for: a second attempt by another one is an error here.
    pub(crate) fn readouts(&self, readouts: &[Readout]) -> Found<Completed> {
        let sweep = Sweep::new(self.model, self.protocol.clone()).readouts(readouts).threads(1);
        let outcomes = sweep.options(self.options.clone()).run(&Conditions::single())?;
        match outcomes.into_iter().next() {
            Some(Outcome::Ok(point)) if point.attempts.is_empty() => Ok(point),
            Some(Outcome::Failed(failed)) => Err(failed.into()),
            _ => Err("the method asked for failed, another one was taken".into()),
        }
    }

    /// Every species at each of these times.
    pub(crate) fn states(&self, times: &[f64]) -> Found<Vec<Vec<f64>>> {
        Ok(self.states_and_cost(times)?.0)
    }

    /// The same with what the solve cost.
    pub(crate) fn states_and_cost(&self, times: &[f64]) -> Found<(Vec<Vec<f64>>, Statistics)> {
        let species = self.model.dimension();
        let at = |&time: &f64| {
            (0..species).map(move |index| Readout {
                observable: Observable::Species(index),
                measure: Measure::At(time),
            })
        };
        let readouts: Vec<Readout> = times.iter().flat_map(at).collect();
        let done = self.readouts(&readouts)?;
        Ok((done.readouts.chunks(species).map(<[f64]>::to_vec).collect(), done.statistics))
    }
}

/// Largest |Δ| / max(|y|, a thousandth of the species' peak, its scale's millionth) of courses of all species.
pub(crate) fn furthest(model: &Model, found: &[Vec<f64>], wanted: &[Vec<f64>]) -> f64 {
    if found.len() != wanted.len() {
        return f64::NAN;
    }
    largest((0..model.dimension()).map(|index| {
        let peak = largest(wanted.iter().map(|row| row[index].abs()));
        let least = largest([1e-3 * peak, model.floor(index)]);
        let rows = found.iter().zip(wanted);
        largest(rows.map(|(found, wanted)| apart(found[index], wanted[index], least)))
    }))
}
