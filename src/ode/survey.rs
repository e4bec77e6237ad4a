//! A look around before the first step of a stretch: how large it can be.

use super::lane::Part;
use super::norm::{Errors, Largest, MeanSquare, Norm};
use super::step::Stepper;
use super::{Frame, Lane, System};

impl<L: Lane, S: System> Stepper<'_, L, S> {
    /// Sizes needed to choose a first step (Hairer, Nørsett & Wanner, *Solving ODEs I*, II.4):
    /// the trial step h₀, |y′| and |y″| in units of the tolerance.
    #[inline(always)]
    pub(super) fn survey(&mut self, t: L, span: L) -> (L, L, L) {
        t.apart(Survey { stepper: self, t, span })
    }

    /// Norm of |vector[i]| / weight over the states, NaN where there is one.
    #[inline(always)]
    fn norm(&self, vector: &[L]) -> L {
        let zero = self.allowance.relative.splat(0.0);
        match self.norm {
            Norm::Largest => self.normed(vector, Largest::new(zero)),
            Norm::RootMeanSquare => self.normed(vector, MeanSquare::new(zero, vector.len())),
        }
    }

    #[inline(always)]
    fn normed(&self, vector: &[L], mut errors: impl Errors<L>) -> L {
        let zero = self.allowance.relative.splat(0.0);
        let mut poison = zero;
        let sizes = self.y.iter().zip(&self.peak).zip(&self.floor);
        for (&component, ((y, &peak), &floor)) in vector.iter().zip(sizes) {
            poison = component.mul_add(zero, poison);
            errors.take(component, self.allowance.of(y.abs(), peak, floor));
        }
        errors.norm() + poison
    }

    /// Rate of `state` in `lane` as last evaluated by [`survey`](Self::survey) at the start.
    pub(super) fn surveyed_rate(&self, state: usize, lane: usize) -> f64 {
        self.slope[state].lanes()[lane]
    }
}

/// See [`Stepper::survey`].
struct Survey<'s, 'a, L, S: ?Sized> {
    stepper: &'s mut Stepper<'a, L, S>,
    t: L,
    span: L,
}

impl<L: Lane, S: System> Part for Survey<'_, '_, L, S> {
    type Output = (L, L, L);

    #[inline(always)]
    fn run(self) -> (L, L, L) {
        let Self { stepper: this, t, span } = self;
        let n = this.layout.states;
        let (first, time) = (this.layout.first_state(), this.layout.time());
        let small = t.splat(1e-5);
        this.values[first..first + n].copy_from_slice(&this.y);
        this.values[time] = t;
        this.system.rates(&mut Frame::new(&mut this.values, this.layout), &mut this.slope);
        let size = this.norm(&this.y);
        let speed = this.norm(&this.slope);
        let guess = size / speed * 0.01;
        let guess = size.if_less(small, t.splat(1e-6), guess);
        let guess = speed.if_less(small, t.splat(1e-6), guess).min(span);
        for i in 0..n {
            this.values[first + i] = this.slope[i].mul_add(guess, this.y[i]);
        }
        this.values[time] = t + guess;
        this.system.rates(&mut Frame::new(&mut this.values, this.layout), &mut this.y_new);
        for i in 0..n {
            this.y_new[i] = this.y_new[i] - this.slope[i];
        }
        let bend = this.norm(&this.y_new) / guess;
        (guess, speed, bend)
    }
}
