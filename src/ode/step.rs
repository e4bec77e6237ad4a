//! One Rosenbrock-Wanner step for all lanes of a group, each with its own time and step.

use super::sparse::SparseLu;
use super::tableau::Tableau;
use super::{Frame, Lane, Layout, Solver, System};

/// A pivot that lost this factor in size has lost its digits: the step is thrown away.
const LARGEST_LOSS: f64 = 1e12;

/// Everything a group of lanes needs to take steps; made once, nothing is allocated in a step.
#[derive(Debug)]
pub(super) struct Stepper<'a, L, S: ?Sized> {
    system: &'a S,
    tableau: &'static Tableau,
    lu: &'a SparseLu,
    layout: Layout,
    relative: L,
    /// States at the start of the step.
    pub(super) y: Vec<L>,
    /// States at its end.
    pub(super) y_new: Vec<L>,
    /// Largest magnitude each state has reached, for its own scale.
    pub(super) peak: Vec<L>,
    /// What the equations read: parameters, stage values, stage time, temporaries.
    pub(super) values: Vec<L>,
    /// Floor of the absolute tolerance per state, already multiplied by the relative one.
    floor: Vec<f64>,
    own_scale: f64,
    rates: Vec<L>,
    jacobian: Vec<L>,
    slope: Vec<L>,
    factors: Vec<L>,
    work: Vec<L>,
    /// Stage vectors, those of one state side by side.
    stages: Vec<L>,
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
            relative: zero.splat(relative),
            y: vec![zero; n],
            y_new: vec![zero; n],
            peak: vec![zero; n],
            values: vec![zero; layout.len()],
            floor,
            own_scale,
            rates: vec![zero; n],
            jacobian: vec![zero; system.pattern().len()],
            slope: vec![zero; n],
            factors: vec![zero; lu.len()],
            work: vec![zero; n],
            stages: vec![zero; n * tableau.stages()],
        }
    }

    /// Attempts a step of `h` from `t`: fills `y_new` and returns the error in units of the
    /// tolerance, lane by lane; a lane with anything that is not a number gets NaN.
    #[inline(always)]
    pub(super) fn attempt(&mut self, t: L, h: L) -> L {
        let (n, s) = (self.layout.states, self.tableau.stages());
        let (first, time) = (self.layout.first_state(), self.layout.time());
        let tableau = self.tableau;
        let timed = self.system.depends_on_time();
        let inverse_h = h.recip();

        self.values[first..first + n].copy_from_slice(&self.y);
        self.values[time] = t;
        self.system.linearise(
            &mut Frame::new(&mut self.values, self.layout),
            &mut self.rates,
            &mut self.jacobian,
            &mut self.slope,
        );
        let loss =
            self.lu.factor(&self.jacobian, inverse_h * (1.0 / tableau.gamma), &mut self.factors);

        for stage in 0..s {
            if stage > 0 {
                let (a, coupling) = (tableau.a[stage], tableau.coupling[stage]);
                for i in 0..n {
                    let earlier = &self.stages[i * s..i * s + stage];
                    let mut argument = self.y[i];
                    let mut sum = h.splat(0.0);
                    for ((&u, &a), &c) in earlier.iter().zip(a).zip(coupling) {
                        argument = u.mul_add(h.splat(a), argument);
                        sum = u.mul_add(h.splat(c), sum);
                    }
                    self.values[first + i] = argument;
                    self.y_new[i] = sum * inverse_h;
                }
                self.values[time] = h.mul_add(h.splat(tableau.c[stage]), t);
                self.system.rates(&mut Frame::new(&mut self.values, self.layout), &mut self.rates);
            }
            let weight = h * tableau.d[stage];
            for i in 0..n {
                let mut sum = self.rates[i];
                if stage > 0 {
                    sum = sum + self.y_new[i];
                }
                if timed {
                    sum = weight.mul_add(self.slope[i], sum);
                }
                self.stages[i * s + stage] = sum;
            }
            self.lu.solve(&self.factors, &mut self.work, &mut self.stages, (stage, s));
        }

        let mut largest = h.splat(0.0);
        let mut poison = loss.if_less(h.splat(LARGEST_LOSS), h.splat(0.0), h.splat(f64::NAN));
        for i in 0..n {
            let error = self.stages[i * s + s - 1];
            let new = self.values[first + i] + error;
            self.y_new[i] = new;
            let ratio = error.abs() / self.weight(i, new);
            // `max` would swallow a NaN; a sum does not.
            poison = ratio.mul_add(h.splat(0.0), poison);
            largest = ratio.max(largest);
        }
        largest + poison
    }

    /// Allowed error of state `i` when it goes from `y` to `new`.
    #[inline(always)]
    fn weight(&self, i: usize, new: L) -> L {
        let size = new.abs().max(self.y[i].abs());
        let floor = new.splat(self.floor[i]);
        let absolute = (self.peak[i] * self.own_scale).max(floor);
        size.mul_add(self.relative, absolute)
    }

    /// Largest |vector[i]| / weight over the states, NaN where there is one.
    #[inline(always)]
    fn norm(&self, vector: &[L]) -> L {
        let zero = self.relative.splat(0.0);
        let (mut largest, mut poison) = (zero, zero);
        for (i, component) in vector.iter().enumerate() {
            let ratio = component.abs() / self.weight(i, self.y[i]);
            poison = ratio.mul_add(zero, poison);
            largest = ratio.max(largest);
        }
        largest + poison
    }

    /// Sizes needed to choose a first step (Hairer, Nørsett & Wanner, *Solving ODEs I*, II.4):
    /// the trial step h₀, |y′| and |y″| in units of the tolerance.
    #[inline(always)]
    pub(super) fn survey(&mut self, t: L, span: L) -> (L, L, L) {
        let n = self.layout.states;
        let (first, time) = (self.layout.first_state(), self.layout.time());
        let small = t.splat(1e-5);
        self.values[first..first + n].copy_from_slice(&self.y);
        self.values[time] = t;
        self.system.rates(&mut Frame::new(&mut self.values, self.layout), &mut self.slope);
        let size = self.norm(&self.y);
        let speed = self.norm(&self.slope);
        let guess = size / speed * 0.01;
        let guess = size.if_less(small, t.splat(1e-6), guess);
        let guess = speed.if_less(small, t.splat(1e-6), guess).min(span);
        for i in 0..n {
            self.values[first + i] = self.slope[i].mul_add(guess, self.y[i]);
        }
        self.values[time] = t + guess;
        self.system.rates(&mut Frame::new(&mut self.values, self.layout), &mut self.rates);
        for i in 0..n {
            self.y_new[i] = self.rates[i] - self.slope[i];
        }
        let bend = self.norm(&self.y_new) / guess;
        (guess, speed, bend)
    }

    /// Rate of `state` in `lane` as last evaluated by [`survey`](Self::survey) at the start.
    pub(super) fn surveyed_rate(&self, state: usize, lane: usize) -> f64 {
        self.slope[state].lanes()[lane]
    }

    /// The state with the largest error in `lane` in the last attempt (the first that is not a
    /// number, where there is one).
    pub(super) fn hardest_state(&self, lane: usize) -> usize {
        let s = self.tableau.stages();
        let ratio = |i: usize| {
            let weight = self.weight(i, self.y_new[i]).lanes()[lane];
            let ratio = (self.stages[i * s + s - 1].lanes()[lane] / weight).abs();
            if ratio.is_nan() { f64::INFINITY } else { ratio }
        };
        (0..self.layout.states).fold(0, |worst, i| if ratio(i) > ratio(worst) { i } else { worst })
    }

    /// Fills the polynomials k₁, k₂, … of the dense output for the states in `watched`.
    #[inline(always)]
    pub(super) fn dense(&self, watched: &[usize], polynomials: &mut [L]) {
        let s = self.tableau.stages();
        let rows = self.tableau.dense;
        for (&state, out) in watched.iter().zip(polynomials.chunks_exact_mut(rows.len())) {
            let stages = &self.stages[state * s..(state + 1) * s];
            for (row, out) in rows.iter().zip(out) {
                let mut sum = self.relative.splat(0.0);
                for (&u, &weight) in stages.iter().zip(*row) {
                    sum = u.mul_add(u.splat(weight), sum);
                }
                *out = sum;
            }
        }
    }

    /// Number of polynomials per state in the dense output.
    pub(super) const fn polynomials(&self) -> usize {
        self.tableau.dense.len()
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
