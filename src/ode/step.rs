//! One Rosenbrock-Wanner step for all lanes of a group, each with its own time and step.

use super::lane::Part;
use super::norm::{Errors, Largest, MeanSquare, Norm};
use super::sparse::SparseLu;
use super::tableau::{RODAS4, RODAS5P, Tableau};
use super::{Frame, Lane, Layout, Solver, System};

/// A pivot that lost this factor in size has lost its digits: the step is thrown away.
const LARGEST_LOSS: f64 = 1e12;
/// The most stages that [`Attempt`] has code for.
const MOST_STAGES: usize = 8;
const _: () = assert!(RODAS4.stages() <= MOST_STAGES && RODAS5P.stages() <= MOST_STAGES);

/// Everything a group of lanes needs to take steps; made once, nothing is allocated in a step.
#[derive(Debug)]
pub(super) struct Stepper<'a, L, S: ?Sized> {
    pub(super) system: &'a S,
    pub(super) tableau: &'static Tableau,
    pub(super) lu: &'a SparseLu,
    pub(super) layout: Layout,
    pub(super) allowance: Allowance<L>,
    pub(super) norm: Norm,
    /// States at the start of the step.
    pub(super) y: Vec<L>,
    /// States at its end; until they are known, y′ where it was evaluated last.
    pub(super) y_new: Vec<L>,
    /// Largest magnitude each state has reached, for its own scale.
    pub(super) peak: Vec<L>,
    /// What the equations read: parameters, stage values, stage time, temporaries.
    pub(super) values: Vec<L>,
    /// Floor of the absolute tolerance per state, already multiplied by the relative one.
    pub(super) floor: Vec<f64>,
    pub(super) slope: Vec<L>,
    /// Stages whose argument of f is that of the stage before plus its vector.
    extends: [bool; MOST_STAGES],
    factors: Vec<L>,
    /// Stage vectors, one after the other; the Jacobian is kept where later ones will be. What is small
    /// stays in the fastest cache.
    pub(super) stages: Vec<L>,
}

/// How large an error may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance<L> {
    pub(super) relative: L,
    own_scale: f64,
}

impl<L: Lane> Allowance<L> {
    /// Of a state of this size now, that was as large as `peak` before, and whose tolerance is not under `floor`.
    #[inline(always)]
    pub(super) fn of(self, size: L, peak: L, floor: f64) -> L {
        size.mul_add(self.relative, (peak * self.own_scale).max(size.splat(floor)))
    }
}

impl<'a, L: Lane, S: System> Stepper<'a, L, S> {
    pub(super) fn new(zero: L, tableau: &'static Tableau, solver: &'a Solver<'_, S>) -> Self {
        let (system, lu, options) = (solver.system, &solver.lu, &solver.options);
        let layout = Layout::of(system);
        let n = layout.states;
        let relative = options.tolerance.relative;
        let (floor, own_scale) = options.tolerance.floors(system);
        Self {
            system,
            tableau,
            lu,
            layout,
            allowance: Allowance { relative: zero.splat(relative), own_scale },
            norm: options.norm,
            y: vec![zero; n],
            y_new: vec![zero; n],
            peak: vec![zero; n],
            values: vec![zero; layout.len()],
            floor,
            slope: vec![zero; n],
            extends: core::array::from_fn(|stage| tableau.extends(stage)),
            factors: vec![zero; lu.len()],
            stages: vec![zero; n + system.pattern().len().max(n * (tableau.stages() - 1))],
        }
    }

    /// Attempts a step of `h` from `t`: fills `y_new` and returns the error in units of the
    /// tolerance, lane by lane; a lane with anything that is not a number gets NaN.
    #[inline(always)]
    pub(super) fn attempt(&mut self, t: L, h: L) -> L {
        h.apart(Attempt { stepper: self, t, h })
    }

    /// Makes the end of the step the start of the next in lanes where `error` is at most `most`.
    #[inline(always)]
    pub(super) fn commit(&mut self, error: L, most: L) {
        error.apart(Commit { stepper: self, error, most });
    }

    /// Argument of f in stage `N`, and in its vector what the earlier ones add to its right-hand side.
    #[inline(always)]
    fn combine<const N: usize>(&mut self, inverse_h: L) {
        let n = self.layout.states;
        let first = self.layout.first_state();
        let (mut a, mut c) = ([inverse_h; N], [inverse_h; N]);
        for j in 0..N {
            a[j] = inverse_h.splat(self.tableau.a[N][j]);
            c[j] = inverse_h.splat(self.tableau.coupling[N][j]);
        }
        let extends = self.extends[N];
        let (earlier, vector) = self.stages.split_at_mut(N * n);
        let mut columns = [&earlier[..n]; N];
        for (column, stage) in columns.iter_mut().zip(earlier.chunks_exact(n)) {
            *column = &stage[..n];
        }
        let (vector, y) = (&mut vector[..n], &self.y[..n]);
        let arguments = &mut self.values[first..first + n];
        for i in 0..n {
            let mut u = [inverse_h; N];
            for j in 0..N {
                u[j] = columns[j][i];
            }
            let mut sum = u[0] * c[0];
            for j in 1..N {
                sum = u[j].mul_add(c[j], sum);
            }
            vector[i] = sum * inverse_h;
            arguments[i] = if extends {
                arguments[i] + u[N - 1]
            } else {
                let mut sum = u[0].mul_add(a[0], y[i]);
                for j in 1..N {
                    sum = u[j].mul_add(a[j], sum);
                }
                sum
            };
        }
    }

    /// Fills `y_new` from the last stage, which is the error, and its argument; returns the norm of the error.
    #[inline(always)]
    fn arrive(&mut self, mut errors: impl Errors<L>) -> L {
        let (n, first, zero) =
            (self.layout.states, self.layout.first_state(), self.allowance.relative.splat(0.0));
        let mut poison = zero;
        let last = &self.stages[(self.tableau.stages() - 1) * n..][..n];
        let sizes = self.y.iter().zip(&self.peak).zip(&self.floor);
        let ends = self.y_new.iter_mut().zip(&self.values[first..first + n]);
        for (((end, &argument), &error), ((&y, &peak), &floor)) in ends.zip(last).zip(sizes) {
            let new = argument + error;
            *end = new;
            // A comparison would pass over a NaN; a sum does not.
            poison = new.mul_add(zero, poison);
            errors.take(error, self.allowance.of(new.abs().max(y.abs()), peak, floor));
        }
        errors.norm() + poison
    }

    /// The state with the largest error in `lane` in the last attempt (the first that is not a
    /// number, where there is one).
    pub(super) fn hardest_state(&self, lane: usize) -> usize {
        let last = self.layout.states * (self.tableau.stages() - 1);
        let ratio = |i: usize| {
            let number = |lanes: &[L]| lanes[i].lanes()[lane];
            let size = number(&self.y_new).abs().max(number(&self.y).abs());
            let allowance = self.allowance;
            let absolute = (number(&self.peak) * allowance.own_scale).max(self.floor[i]);
            let weight = size * allowance.relative.lanes()[lane] + absolute;
            let error = self.stages[last + i].lanes()[lane];
            let ratio = (error / weight).abs();
            if ratio.is_nan() { f64::INFINITY } else { ratio }
        };
        (0..self.layout.states).fold(0, |worst, i| if ratio(i) > ratio(worst) { i } else { worst })
    }

    /// Number of stages, each an evaluation of the rates.
    pub(super) const fn stages(&self) -> u64 {
        self.tableau.stages() as u64
    }

    /// Order of the method.
    pub(super) const fn order(&self) -> u32 {
        self.tableau.order
    }
}

/// See [`Stepper::attempt`].
struct Attempt<'s, 'a, L, S: ?Sized> {
    stepper: &'s mut Stepper<'a, L, S>,
    t: L,
    h: L,
}

impl<L: Lane, S: System> Part for Attempt<'_, '_, L, S> {
    type Output = L;

    #[inline(always)]
    fn run(self) -> L {
        let Self { stepper: this, t, h } = self;
        let (n, s) = (this.layout.states, this.tableau.stages());
        let (first, time) = (this.layout.first_state(), this.layout.time());
        let tableau = this.tableau;
        let timed = this.system.depends_on_time();
        let zero = h.splat(0.0);
        let inverse_h = h.recip();

        this.values[first..first + n].copy_from_slice(&this.y);
        this.values[time] = t;
        let (vector, later) = this.stages.split_at_mut(n);
        let jacobian = &mut later[..this.system.pattern().len()];
        this.system.linearise(
            &mut Frame::new(&mut this.values, this.layout),
            &mut this.y_new,
            jacobian,
            &mut this.slope,
        );
        let diagonal = inverse_h * (1.0 / tableau.gamma);
        let loss = this.lu.factor(jacobian, diagonal, &mut this.factors);

        vector.fill(zero);
        for stage in 0..s {
            match stage {
                0 => {}
                1 => this.combine::<1>(inverse_h),
                2 => this.combine::<2>(inverse_h),
                3 => this.combine::<3>(inverse_h),
                4 => this.combine::<4>(inverse_h),
                5 => this.combine::<5>(inverse_h),
                6 => this.combine::<6>(inverse_h),
                // The eighth: see MOST_STAGES.
                _ => this.combine::<7>(inverse_h),
            }
            if stage > 0 {
                if timed {
                    this.values[time] = zero.splat(tableau.c[stage]).mul_add(h, t);
                }
                this.system.rates(&mut Frame::new(&mut this.values, this.layout), &mut this.y_new);
            }
            let vector = &mut this.stages[stage * n..(stage + 1) * n];
            if timed {
                let weight = h * tableau.d[stage];
                for (coupled, &slope) in vector.iter_mut().zip(&this.slope) {
                    *coupled = weight.mul_add(slope, *coupled);
                }
            }
            this.lu.solve(&this.factors, &this.y_new, vector);
        }

        let lost = loss.if_less(zero.splat(LARGEST_LOSS), zero, zero.splat(f64::NAN));
        lost + match this.norm {
            Norm::Largest => this.arrive(Largest::new(zero)),
            Norm::RootMeanSquare => this.arrive(MeanSquare::new(zero, n)),
        }
    }
}

/// See [`Stepper::commit`].
struct Commit<'s, 'a, L, S: ?Sized> {
    stepper: &'s mut Stepper<'a, L, S>,
    error: L,
    most: L,
}

impl<L: Lane, S: System> Part for Commit<'_, '_, L, S> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { stepper: Stepper { y, y_new, peak, .. }, error, most } = self;
        for ((y, &new), peak) in y.iter_mut().zip(&*y_new).zip(peak) {
            *y = error.if_less(most, new, *y);
            *peak = error.if_less(most, new.abs().max(*peak), *peak);
        }
    }
}
