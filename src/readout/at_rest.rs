//! The state of rest that follows the end of a run.

use crate::network::Model;
use crate::ode::{Failure, Options, Run, System as _, Why, steady_state};

/// The state of rest of `model` from `state` on, with the parameters of the stretch that began at
/// `stretch` and the laws as they were there.
///
/// # Errors
/// A [`Failure`] at `end` with [`Why::NoRest`].
pub(super) fn find(
    model: &Model,
    (state, parameters): (&[f64], &[f64]),
    (stretch, end): (f64, f64),
    options: &Options,
) -> Result<Vec<f64>, Failure> {
    let run = Run {
        start: stretch,
        end,
        initial: state.to_vec(),
        parameters: parameters[..model.inputs()].to_vec(),
        stops: Vec::new(),
        held: Some(stretch),
    };
    let totals: Vec<Vec<f64>> =
        model.conserved().iter().map(|total| total.weights().to_vec()).collect();
    steady_state(model, &run, &totals, options)
        .map(|steady| steady.state)
        .map_err(|error| Failure { why: Why::NoRest { reason: error.to_string() }, time: end })
}
