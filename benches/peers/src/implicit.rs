//! `diffsol`: backward differentiation formulas with an analytic Jacobian.

use crate::dual::jacobian_times;
use crate::network::{START, STATES, activities, pstat, rates};
use crate::{END, Failure, TIMES};
use diffsol::{
    NalgebraLU, NalgebraMat, NalgebraVec, OdeBuilder, OdeEquations, OdeSolverMethod,
    OdeSolverStopReason, Vector,
};

/// pSTAT at the output times, one row per dose; the problem is set up once.
pub(crate) fn bdf(inhibitors: &[f64], rtol: f64) -> Result<Vec<Vec<f64>>, Failure> {
    let mut problem = OdeBuilder::<NalgebraMat<f64>>::new()
        .rtol(rtol)
        .atol([1e-3 * rtol])
        .p(activities(0.0))
        .rhs_implicit(
            |y: &[f64], p: &[f64], _, dy: &mut [f64]| {
                if let (Ok(y), Ok(dy)) = (y.try_into(), dy.try_into()) {
                    rates::<f64>(y, [p[0], p[1]], dy);
                }
            },
            |y: &[f64], p: &[f64], _, v: &[f64], product: &mut [f64]| {
                jacobian_times(y, [p[0], p[1]], v, product);
            },
        )
        .init(|_: &[f64], _, y: &mut [f64]| y.copy_from_slice(&START), STATES)
        .build()?;
    let mut rows = Vec::with_capacity(inhibitors.len());
    for &inhibitor in inhibitors {
        let context = *problem.context();
        problem
            .eqn_mut()
            .set_params(&NalgebraVec::from_vec(activities(inhibitor).to_vec(), context));
        let mut solver = problem.bdf::<NalgebraLU<f64>>()?;
        solver.set_stop_time(END)?;
        let mut row = Vec::with_capacity(TIMES);
        loop {
            let reason = solver.step()?;
            while row.len() < TIMES && crate::time(row.len()) <= solver.state().t {
                let y = solver.interpolate(crate::time(row.len()))?;
                row.push(pstat(y.batch_as_slice(0)));
            }
            if matches!(reason, OdeSolverStopReason::TstopReached) {
                break;
            }
        }
        rows.push(row);
    }
    Ok(rows)
}
