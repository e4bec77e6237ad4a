//! The state of rest that follows the end of a run.

use super::Observed;
use crate::ode::{Failure, OptionsError, Run, Solver, SteadyError, Why};

/// The state of rest of `system` from `state` on, with the parameters of the stretch that began at
/// `stretch` and the laws as they were there.
///
/// # Errors
/// A [`Failure`]: what interrupted the solver, or [`Why::NoRest`] at `end`.
pub(super) fn find<S: Observed>(
    system: &S,
    (state, parameters): (&[f64], &[f64]),
    (stretch, end): (f64, f64),
    solver: Result<Solver<'_, S>, OptionsError>,
) -> Result<Vec<f64>, Failure> {
    let run = Run {
        start: stretch,
        end,
        initial: state.to_vec(),
        parameters: parameters[..system.inputs()].to_vec(),
        stops: Vec::new(),
        held: Some(stretch),
    };
    let found = solver.map_err(SteadyError::from);
    match found.and_then(|solver| solver.steady_state(&run, &system.totals())) {
        Ok(steady) => Ok(steady.state),
        Err(SteadyError::Way(failure)) if failure.why.is_interruption() => Err(failure),
        Err(error) => Err(Failure { why: Why::NoRest { reason: error.to_string() }, time: end }),
    }
}
