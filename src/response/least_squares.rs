//! Least squares of logistics, several at once, with parameters of their own, shared or fixed.
//!
//! Works in centred log10 dose and scaled responses, so that nothing depends on the unit.

use super::logistic::{Direction, Logistic};
use levenberg_marquardt::{LeastSquaresProblem, LevenbergMarquardt};
use nalgebra::{DMatrix, DVector, Dyn, U1, VecStorage};

/// Top, bottom, x50 and ln hill, in this order everywhere.
pub(super) const ROLES: usize = 4;
/// Newton steps after Levenberg–Marquardt stops, to full precision.
const POLISH: usize = 10;
/// Step of the differences of the gradient; the parameters are of the order of one.
const DIFFERENCE: f64 = 1e-5;
/// Tolerance of a descent whose minimum, not its place, is wanted.
const NEARBY: f64 = 1e-9;
/// Share of the sum of squares that is not worth another step.
const GAIN: f64 = 1e-6;
/// Decades outside the doses at which a midpoint is past finding.
pub(super) const LOST: f64 = 2.0;
/// Singular values below this fraction of the largest mean that the data say nothing.
const SINGULAR: f64 = 1e-9;

/// Where a parameter of a curve comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Slot {
    Free(usize),
    Fixed(f64),
}

/// One well: its curve, log10 dose, response and the square root of its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Well {
    pub(super) curve: usize,
    pub(super) x: f64,
    pub(super) response: f64,
    pub(super) root_weight: f64,
}

/// Which free parameter plays which role in which curve.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub(super) slots: Vec<[Slot; ROLES]>,
    pub(super) directions: Vec<Direction>,
    pub(super) free: usize,
}

impl Layout {
    pub(super) fn curve(&self, index: usize, free: &[f64]) -> Logistic {
        let [top, bottom, x50, log_hill] = self.slots[index].map(|slot| match slot {
            Slot::Free(position) => free[position],
            Slot::Fixed(value) => value,
        });
        Logistic { top, bottom, x50, log_hill, direction: self.directions[index] }
    }
}

/// Lowest and highest log10 dose above zero.
pub(super) fn ends(wells: &[Well]) -> (f64, f64) {
    let doses = || wells.iter().map(|well| well.x).filter(|x| x.is_finite());
    (doses().fold(f64::INFINITY, f64::min), doses().fold(f64::NEG_INFINITY, f64::max))
}

/// The residuals √w (model − response) at a parameter vector.
struct Problem<'a> {
    layout: &'a Layout,
    wells: &'a [Well],
    free: DVector<f64>,
}

impl Problem<'_> {
    fn residual_vector(&self) -> DVector<f64> {
        let residual = |well: &Well| {
            let model = self.layout.curve(well.curve, self.free.as_slice()).at(well.x);
            well.root_weight * (model - well.response)
        };
        DVector::from_iterator(self.wells.len(), self.wells.iter().map(residual))
    }

    /// Half the gradient of the sum of squares.
    fn slope(&self) -> DVector<f64> {
        self.jacobian_matrix().tr_mul(&self.residual_vector())
    }

    /// Half the second derivatives of the sum of squares.
    fn hessian(&mut self) -> DMatrix<f64> {
        let count = self.layout.free;
        let mut hessian = DMatrix::zeros(count, count);
        for column in 0..count {
            let kept = self.free[column];
            self.free[column] = kept + DIFFERENCE;
            let up = self.slope();
            self.free[column] = kept - DIFFERENCE;
            hessian.set_column(column, &((up - self.slope()) / (2.0 * DIFFERENCE)));
            self.free[column] = kept;
        }
        (&hessian + hessian.transpose()) / 2.0
    }

    /// Whether a midpoint has left the doses for good: that curve shows no plateau.
    fn runs_away(&self) -> bool {
        let (low, high) = ends(self.wells);
        (0..self.layout.slots.len()).any(|curve| {
            let x50 = self.layout.curve(curve, self.free.as_slice()).x50;
            x50 < low - LOST || x50 > high + LOST
        })
    }

    fn jacobian_matrix(&self) -> DMatrix<f64> {
        let mut jacobian = DMatrix::zeros(self.wells.len(), self.layout.free);
        for (row, well) in self.wells.iter().enumerate() {
            let curve = self.layout.curve(well.curve, self.free.as_slice());
            for (slot, by) in self.layout.slots[well.curve].iter().zip(curve.gradient(well.x)) {
                if let Slot::Free(column) = slot {
                    jacobian[(row, *column)] += well.root_weight * by;
                }
            }
        }
        jacobian
    }
}

impl LeastSquaresProblem<f64, Dyn, Dyn> for Problem<'_> {
    type ResidualStorage = VecStorage<f64, Dyn, U1>;
    type JacobianStorage = VecStorage<f64, Dyn, Dyn>;
    type ParameterStorage = VecStorage<f64, Dyn, U1>;

    fn set_params(&mut self, free: &DVector<f64>) {
        self.free.copy_from(free);
    }

    fn params(&self) -> DVector<f64> {
        self.free.clone()
    }

    fn residuals(&self) -> Option<DVector<f64>> {
        Some(self.residual_vector())
    }

    fn jacobian(&self) -> Option<DMatrix<f64>> {
        Some(self.jacobian_matrix())
    }
}

/// A minimum of the sum of squares.
#[derive(Debug, Clone)]
pub(super) struct Minimum {
    pub(super) free: Vec<f64>,
    pub(super) squares: f64,
    pub(super) converged: bool,
    /// (JᵀJ)⁻¹; infinite on the diagonal where the data do not determine a parameter.
    pub(super) inverse: DMatrix<f64>,
}

/// Least squares from a nearby point, without covariances: the parameters and the sum of squares.
pub(super) fn descend(layout: &Layout, wells: &[Well], start: &[f64]) -> (Vec<f64>, f64) {
    let problem = Problem { layout, wells, free: DVector::from_column_slice(start) };
    if layout.free == 0 {
        return (Vec::new(), problem.residual_vector().norm_squared());
    }
    let (problem, _) = LevenbergMarquardt::new().with_tol(NEARBY).minimize(problem);
    (problem.free.as_slice().to_vec(), problem.residual_vector().norm_squared())
}

/// Least squares from one starting point.
pub(super) fn minimise(layout: &Layout, wells: &[Well], start: &[f64]) -> Minimum {
    let problem = Problem { layout, wells, free: DVector::from_column_slice(start) };
    if layout.free == 0 {
        let squares = problem.residual_vector().norm_squared();
        let inverse = DMatrix::zeros(0, 0);
        return Minimum { free: Vec::new(), squares, converged: true, inverse };
    }
    let (mut problem, report) = LevenbergMarquardt::new().minimize(problem);
    let gentle = polish(&mut problem);
    Minimum {
        free: problem.free.as_slice().to_vec(),
        squares: problem.residual_vector().norm_squared(),
        converged: report.termination.was_successful() || gentle || problem.runs_away(),
        inverse: inverse(problem.jacobian_matrix()),
    }
}

/// Newton steps until they no longer shrink; true if what a step could still gain is negligible.
///
/// Newton, because Gauss–Newton hardly converges where the residuals are large; the second derivatives
/// are differences of the exact gradient.
fn polish(problem: &mut Problem<'_>) -> bool {
    let (mut last, mut negligible) = (f64::INFINITY, false);
    for _ in 0..POLISH {
        let squares = problem.residual_vector().norm_squared();
        let slope = problem.slope();
        let Some(decomposed) = problem.hessian().cholesky() else { break };
        let step = decomposed.solve(&slope);
        let gain = step.dot(&slope);
        negligible = gain <= GAIN * squares;
        if !gain.is_finite() || gain >= last {
            break;
        }
        problem.free -= &step;
        if problem.residual_vector().norm_squared() > squares * (1.0 + 1e-12) + f64::MIN_POSITIVE {
            problem.free += &step;
            break;
        }
        last = gain;
    }
    negligible
}

/// Reciprocal column norms; 1 for a column of zeros.
fn column_scales(jacobian: &DMatrix<f64>) -> DVector<f64> {
    let norms = jacobian.column_iter().map(|column| column.norm());
    let scale = |norm: f64| if norm > SINGULAR { 1.0 / norm } else { 1.0 };
    DVector::from_iterator(jacobian.ncols(), norms.map(scale))
}

fn scale_columns(mut jacobian: DMatrix<f64>, scales: &DVector<f64>) -> DMatrix<f64> {
    for (mut column, scale) in jacobian.column_iter_mut().zip(scales.iter()) {
        column *= *scale;
    }
    jacobian
}

/// (JᵀJ)⁻¹ by singular values of the column-scaled Jacobian.
fn inverse(jacobian: DMatrix<f64>) -> DMatrix<f64> {
    let count = jacobian.ncols();
    let unknown = || DMatrix::from_diagonal_element(count, count, f64::INFINITY);
    let scales = column_scales(&jacobian);
    let scaled = scale_columns(jacobian, &scales);
    let Some(decomposed) = scaled.try_svd(false, true, f64::EPSILON, 500) else {
        return unknown();
    };
    let Some(rows) = decomposed.v_t else { return unknown() };
    let values = &decomposed.singular_values;
    let mut result = DMatrix::zeros(count, count);
    let mut known = vec![true; count];
    for (row, &value) in rows.row_iter().zip(values.iter()) {
        if value > SINGULAR * values.max() {
            result += row.transpose() * row / (value * value);
        } else {
            for (known, share) in known.iter_mut().zip(row.iter()) {
                *known &= share.abs() < 1e-6;
            }
        }
    }
    for (i, j) in (0..count).flat_map(|i| (0..count).map(move |j| (i, j))) {
        result[(i, j)] *= scales[i] * scales[j];
        if !known[i] || !known[j] {
            result[(i, j)] = if i == j { f64::INFINITY } else { 0.0 };
        }
    }
    result
}
