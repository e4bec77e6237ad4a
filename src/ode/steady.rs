//! Steady states: where nothing changes any more.
//!
//! The system is followed in time until Newton's method, with the conserved totals held, converges
//! close by: the answer is the steady state the trajectory tends to, not just any. The Jacobian alone
//! is singular as soon as a total is conserved; each total therefore takes the place of one equation.

use super::{Blind, Evaluator, Failure, Options, OptionsError, Run, Solver, System};
use nalgebra::{DMatrix, DVector};
use thiserror::Error;

/// Longest time the system is followed, in seconds (about 30 years).
const LAST_HORIZON: f64 = 1e9;
/// Newton may move the state by at most this share of itself.
const CLOSE: f64 = 0.05;

/// A steady state.
#[derive(Debug, Clone, PartialEq)]
pub struct Steady {
    /// The states.
    pub state: Vec<f64>,
    /// Largest |y′ᵢ| / max(|yᵢ|, floorᵢ), in 1/s: the fastest relative change that is left.
    pub residual: f64,
    /// Time for which the system was followed, in seconds.
    pub followed: f64,
}

/// Why no steady state was found.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum SteadyError {
    /// The equations depend on time.
    #[error(
        "the equations depend on time, so nothing stands still: freeze the time-dependent laws first"
    )]
    DependsOnTime,
    /// A conserved total has another number of weights than there are states.
    #[error("a conserved total has {given} weights for {wanted} states: give one weight per state")]
    Weights {
        /// How many were given.
        given: usize,
        /// How many states there are.
        wanted: usize,
    },
    /// The options cannot be used.
    #[error(transparent)]
    Options(#[from] OptionsError),
    /// The way there failed.
    #[error("on the way to the steady state: {0}")]
    Way(#[from] Failure),
    /// Still moving at the last horizon: growth or oscillation.
    #[error(
        "after {followed} s the fastest relative change is still {residual}/s: the system may grow or oscillate without end"
    )]
    NotReached {
        /// Fastest relative change left, in 1/s.
        residual: f64,
        /// Time for which the system was followed, in seconds.
        followed: f64,
    },
}

/// Finds the steady state that `run` tends to from its initial state, its stops and end left aside.
///
/// Laws that switch in time stay as they are at the start of the run.
///
/// `conserved` holds the weights of linear combinations of the states that never change.
///
/// # Errors
/// [`SteadyError`].
pub fn steady_state<S: System>(
    system: &S,
    run: &Run,
    conserved: &[Vec<f64>],
    options: &Options,
) -> Result<Steady, SteadyError> {
    Solver::new(system, options.clone())?.steady_state(run, conserved)
}

impl<S: System> Solver<'_, S> {
    /// As [`steady_state`], between two steps heeding the flags and the deadline of the solver.
    ///
    /// # Errors
    /// [`SteadyError`].
    pub fn steady_state(&self, run: &Run, conserved: &[Vec<f64>]) -> Result<Steady, SteadyError> {
        let n = self.system.dimension();
        if self.system.depends_on_time() {
            return Err(SteadyError::DependsOnTime);
        }
        if let Some(weights) = conserved.iter().find(|weights| weights.len() != n) {
            return Err(SteadyError::Weights { given: weights.len(), wanted: n });
        }
        run.check(self.system)?;
        let mut newton = Newton::new(self, run, conserved);
        let (mut state, mut followed, mut horizon) = (run.initial.clone(), 0.0, 1e3);
        loop {
            if let Some((state, residual)) = newton.polish(&state)? {
                return Ok(Steady { state, residual, followed });
            }
            // Where Newton fails (a defective Jacobian), standing still in time will do.
            let residual = newton.residual(&state);
            if residual < 1e-12 {
                return Ok(Steady { state, residual, followed });
            }
            if horizon > LAST_HORIZON {
                return Err(SteadyError::NotReached { residual, followed });
            }
            let leg = Run {
                start: 0.0,
                end: horizon,
                initial: state,
                parameters: run.parameters.clone(),
                stops: Vec::new(),
                held: Some(run.held.unwrap_or(run.start)),
            };
            state = self.solve_one(leg, Blind).1?.state;
            followed += horizon;
            horizon *= 10.0;
        }
    }
}

/// Newton's method with the conserved totals in place of equations.
struct Newton<'a, S: ?Sized> {
    solver: &'a Solver<'a, S>,
    system: &'a S,
    start: f64,
    evaluator: Evaluator<'a, S>,
    conserved: &'a [Vec<f64>],
    /// The equation that each total replaces.
    replaced: Vec<usize>,
    totals: Vec<f64>,
    rates: Vec<f64>,
    entries: Vec<f64>,
    slope: Vec<f64>,
}

impl<'a, S: System> Newton<'a, S> {
    fn new(solver: &'a Solver<'a, S>, run: &Run, conserved: &'a [Vec<f64>]) -> Self {
        let (system, n) = (solver.system, solver.system.dimension());
        let total = |w: &Vec<f64>| w.iter().zip(&run.initial).map(|(w, y)| w * y).sum();
        Self {
            solver,
            system,
            start: run.start,
            evaluator: Evaluator::of_inputs(system, &run.parameters, run.held.unwrap_or(run.start)),
            conserved,
            replaced: independent_states(conserved, n),
            totals: conserved.iter().map(total).collect(),
            rates: vec![0.0; n],
            entries: vec![0.0; system.pattern().len()],
            slope: vec![0.0; n],
        }
    }

    fn residual(&mut self, state: &[f64]) -> f64 {
        self.evaluator.rates(0.0, state, &mut self.rates);
        let relative = |i: usize| (self.rates[i] / state[i].abs().max(self.system.floor(i))).abs();
        // A sum first, since `max` swallows what is not a number.
        let poison: f64 = self.rates.iter().map(|r| r * 0.0).sum();
        (0..state.len()).map(relative).fold(0.0, f64::max) + poison
    }

    /// The state with equations and totals met, if Newton's method finds it close to `state`.
    fn polish(&mut self, state: &[f64]) -> Result<Option<(Vec<f64>, f64)>, Failure> {
        let n = state.len();
        let mut y = state.to_vec();
        for iteration in 0..30 {
            // In a large system one iteration takes as long as many steps.
            if let Some(why) = self.solver.interrupted() {
                return Err(Failure { why, time: self.start });
            }
            self.evaluator.rates(0.0, &y, &mut self.rates);
            self.evaluator.linearise(0.0, &y, &mut self.entries, &mut self.slope);
            let mut matrix = DMatrix::zeros(n, n);
            for (&(row, column), &entry) in self.system.pattern().iter().zip(&self.entries) {
                matrix[(row, column)] = entry;
            }
            let mut rhs = DVector::from_iterator(n, self.rates.iter().map(|rate| -rate));
            for ((weights, &total), &row) in
                self.conserved.iter().zip(&self.totals).zip(&self.replaced)
            {
                let sum: f64 = weights.iter().zip(&y).map(|(w, y)| w * y).sum();
                for (column, &weight) in weights.iter().enumerate() {
                    matrix[(row, column)] = weight;
                }
                rhs[row] = total - sum;
            }
            equilibrate(&mut matrix, &mut rhs);
            let Some(step) = matrix.full_piv_lu().solve(&rhs) else { return Ok(None) };
            let mut moved: f64 = 0.0;
            for (i, (y, step)) in y.iter_mut().zip(step.iter()).enumerate() {
                *y += step;
                moved = moved.max((step / y.abs().max(self.system.floor(i))).abs());
            }
            let near = |i: usize| {
                let size = state[i].abs().max(1e3 * self.system.floor(i));
                // False for what is not a number.
                (y[i] - state[i]).abs() <= CLOSE * size
            };
            if !(0..n).all(near) {
                return Ok(None);
            }
            if moved < 1e-13 || (iteration > 3 && moved < 1e-10) {
                let residual = self.residual(&y);
                return Ok(Some((y, residual)));
            }
        }
        Ok(None)
    }
}

/// Scales each row to a largest entry of 1: rates and totals differ by many powers of ten.
fn equilibrate(matrix: &mut DMatrix<f64>, rhs: &mut DVector<f64>) {
    for row in 0..rhs.len() {
        let largest = matrix.row(row).amax();
        if largest > 0.0 {
            matrix.row_mut(row).scale_mut(1.0 / largest);
            rhs[row] /= largest;
        }
    }
}

/// For each total one state that it, and none of the totals before it, settles (by elimination).
fn independent_states(conserved: &[Vec<f64>], n: usize) -> Vec<usize> {
    let mut rows: Vec<Vec<f64>> = conserved.to_vec();
    let mut taken = Vec::with_capacity(rows.len());
    for k in 0..rows.len() {
        let pivot = (0..n)
            .filter(|i| !taken.contains(i))
            .max_by(|&i, &j| rows[k][i].abs().total_cmp(&rows[k][j].abs()))
            .unwrap_or(0);
        let (done, rest) = rows.split_at_mut(k + 1);
        let row = &done[k];
        if row[pivot] != 0.0 {
            for other in rest {
                let factor = other[pivot] / row[pivot];
                for (x, &r) in other.iter_mut().zip(row) {
                    *x -= factor * r;
                }
            }
        }
        taken.push(pivot);
    }
    taken
}
