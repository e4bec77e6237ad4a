//! `ode_solvers`: explicit Runge-Kutta methods of order 5 and 8.

use crate::network::{START, STATES, activities, pstat, rates};
use crate::{END, Failure, TIMES};
use ode_solvers::{Dop853, Dopri5, OutputType, SVector, System};

type Vector = SVector<f64, STATES>;

struct Network {
    activities: [f64; 2],
}

impl System<f64, Vector> for Network {
    fn system(&self, _: f64, y: &Vector, dy: &mut Vector) {
        rates(&y.data.0[0], self.activities, &mut dy.data.0[0]);
    }
}

/// The last row of dense output is an extrapolation: it is asked for behind the last time that counts.
const BEHIND: f64 = 1e-3;

macro_rules! solver {
    ($name:ident, $solver:ident, $beta:literal, $least:literal, $most:literal) => {
        /// pSTAT at the output times.
        pub(crate) fn $name(inhibitor: f64, rtol: f64) -> Result<Vec<f64>, Failure> {
            let network = Network { activities: activities(inhibitor) };
            let spacing = END / (TIMES - 1) as f64;
            let mut solver = $solver::from_param(
                network,
                0.0,
                END + BEHIND,
                spacing,
                Vector::from(START),
                rtol,
                1e-3 * rtol,
                0.9,
                $beta,
                $least,
                $most,
                END,
                0.0,
                u32::MAX,
                u32::MAX,
                OutputType::Dense,
            );
            solver.integrate()?;
            Ok(solver.y_out().iter().take(TIMES).map(|y| pstat(y.as_slice())).collect())
        }
    };
}
solver!(dopri5, Dopri5, 0.04, 0.2, 10.0);
solver!(dop853, Dop853, 0.0, 0.333, 6.0);
