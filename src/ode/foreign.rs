//! What is asked of the crate `ode_solvers`, and the parts of its answer that can be trusted.

use super::{Deadline, Evaluator, Solver, System, Why};
use core::cell::{Cell, RefCell};
use ode_solvers::dop_shared::{IntegrationError, OutputType, Stats};
use ode_solvers::{DVector, Dop853, Dopri5};
use std::time::Instant;

/// One of the two methods.
#[derive(Debug, Clone, Copy)]
pub(super) enum Explicit {
    Dopri5,
    Dop853,
}

/// The equations in scaled states, with time as the last one.
pub(super) struct Equations<'e, 'a, S: ?Sized> {
    solver: &'e Solver<'a, S>,
    scale: &'e [f64],
    deadline: Option<Deadline>,
    evaluator: RefCell<Evaluator<'e, S>>,
    /// First state whose rate was not finite.
    pub(super) poisoned: Cell<Option<usize>>,
}

impl<'e, 'a, S: System> Equations<'e, 'a, S> {
    pub(super) fn new(
        solver: &'e Solver<'a, S>,
        parameters: &[f64],
        scale: &'e [f64],
        deadline: Option<Deadline>,
    ) -> Self {
        let evaluator = RefCell::new(Evaluator::new(solver.system, parameters));
        Self { solver, scale, deadline, evaluator, poisoned: Cell::new(None) }
    }

    /// Why the run is not to go on, if so.
    pub(super) fn interrupted(&self) -> Option<Why> {
        self.solver.interrupted().or_else(|| self.deadline?.passed(Instant::now()))
    }

    /// Writes y′ at (t, y).
    pub(super) fn rates(&self, t: f64, y: &[f64], rates: &mut [f64]) {
        self.evaluator.borrow_mut().rates(t, y, rates);
        if self.poisoned.get().is_none() {
            self.poisoned.set(rates.iter().position(|rate| !rate.is_finite()));
        }
    }
}

impl<S: System> ode_solvers::System<f64, DVector<f64>> for &Equations<'_, '_, S> {
    fn system(&self, _: f64, z: &DVector<f64>, dz: &mut DVector<f64>) {
        let n = self.scale.len();
        let y: Vec<f64> = z.iter().zip(self.scale).map(|(z, s)| z * s).collect();
        let mut rates = vec![0.0; n];
        self.rates(z[n], &y, &mut rates);
        for (i, (rate, s)) in rates.iter().zip(self.scale).enumerate() {
            dz[i] = rate / s;
        }
        dz[n] = 1.0;
    }

    /// Asked after each accepted step whether to end the leg there.
    fn solout(&mut self, _: f64, _: &DVector<f64>, _: &DVector<f64>) -> bool {
        self.interrupted().is_some()
    }
}

/// One leg, from 0 to `span`.
pub(super) struct Leg {
    pub(super) span: f64,
    pub(super) relative: f64,
    pub(super) steps: u32,
    pub(super) first_step: f64,
    pub(super) longest: f64,
}

/// How the leg ended, and the solver's own steps.
pub(super) type Answer = (Result<Stats, IntegrationError>, Vec<(f64, DVector<f64>)>);

/// Its stiffness test gives false alarms; the cap on steps does that work here.
const NO_STIFFNESS_TEST: u32 = u32::MAX;

/// The crate has a type per method and no trait over them; only the control of the step differs
/// (weight of the last error, least and largest change).
macro_rules! integrate {
    ($method:ident, [$weight:literal, $least:literal, $largest:literal], $leg:expr, $equations:expr, $start:expr) => {{
        let &Leg { span, relative, steps, first_step, longest } = $leg;
        let mut solver = $method::from_param(
            $equations,
            0.0,
            span,
            span,
            $start,
            relative,
            relative,
            0.9,
            $weight,
            $least,
            $largest,
            longest,
            first_step,
            steps,
            NO_STIFFNESS_TEST,
            OutputType::Sparse,
        );
        let outcome = solver.integrate();
        let (times, states) = solver.results().get();
        (outcome, times.iter().copied().zip(states.iter().cloned()).collect())
    }};
}

impl Explicit {
    /// Goes one leg from the scaled states `start`, whose last is the time.
    pub(super) fn go<S: System>(
        self,
        leg: &Leg,
        equations: &Equations<'_, '_, S>,
        start: DVector<f64>,
    ) -> Answer {
        match self {
            Self::Dopri5 => integrate!(Dopri5, [0.04, 0.2, 10.0], leg, equations, start),
            Self::Dop853 => integrate!(Dop853, [0.0, 0.333, 6.0], leg, equations, start),
        }
    }
}
