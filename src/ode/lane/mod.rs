//! Lanes: several independent numbers side by side, and the instruction sets that carry them.
//!
//! This folder is the only place that knows instruction sets. Everything else is written once over
//! [`Lane`] and runs with any of them; all fused paths give the same bits.

mod path;
mod single;
mod wide;

pub use path::{CodePath, Kernel};
pub use single::{Fused, Single, Unfused};

use core::fmt::Debug;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// A piece of lane-wide work that [`Lane::apart`] runs.
pub trait Part {
    /// What the work returns.
    type Output;

    /// Does the work. Mark it `#[inline(always)]`.
    fn run(self) -> Self::Output;
}

/// A group of independent `f64` numbers on which every operation acts lane by lane.
///
/// No operation mixes lanes, so a lane's value never depends on its neighbours. Constants are made
/// from a value at hand (`t.splat(2.0)`) or by an operator with an `f64` on the right (`y * 0.04`).
pub trait Lane:
    Copy
    + Debug
    + Send
    + Sync
    + 'static
    + Neg<Output = Self>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
{
    /// Number of lanes in the group.
    const WIDTH: usize;

    /// The same number in every lane; `self` only names the kind of lanes.
    fn splat(self, value: f64) -> Self;

    /// `self * factor + addend`, fused where the code path has fused arithmetic.
    fn mul_add(self, factor: Self, addend: Self) -> Self;

    /// `yes` in lanes where `self < other`, else `no` (also where either is NaN).
    fn if_less(self, other: Self, yes: Self, no: Self) -> Self;

    /// Magnitude.
    fn abs(self) -> Self;

    /// The numbers, one per lane.
    fn lanes(&self) -> &[f64];

    /// The numbers, one per lane, to change one at a time.
    fn lanes_mut(&mut self) -> &mut [f64];

    /// Runs `part` as a function of its own, compiled for the instructions of these lanes.
    ///
    /// Everything else is inlined into one function per instruction set; what is large and called
    /// from several places is better kept apart.
    #[inline(always)]
    fn apart<P: Part>(self, part: P) -> P::Output {
        part.run()
    }

    /// `addend - self * factor`, rounded as [`mul_add`](Self::mul_add).
    #[inline(always)]
    fn neg_mul_add(self, factor: Self, addend: Self) -> Self {
        (-self).mul_add(factor, addend)
    }

    /// The larger of the two; `other` where either is NaN.
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        other.if_less(self, self, other)
    }

    /// The smaller of the two; `other` where either is NaN.
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        self.if_less(other, self, other)
    }

    /// 1 / self.
    #[inline(always)]
    fn recip(self) -> Self {
        self.splat(1.0) / self
    }

    /// A scalar function applied to each lane.
    #[inline(always)]
    fn map(mut self, f: impl Fn(f64) -> f64) -> Self {
        for x in self.lanes_mut() {
            *x = f(*x);
        }
        self
    }

    /// eˣ, from one implementation on every code path.
    #[inline(always)]
    fn exp(self) -> Self {
        self.map(libm::exp)
    }

    /// Natural logarithm, from one implementation on every code path.
    #[inline(always)]
    fn ln(self) -> Self {
        self.map(libm::log)
    }

    /// `self` to a real power, from one implementation on every code path.
    #[inline(always)]
    fn powf(mut self, exponent: Self) -> Self {
        for (x, &e) in self.lanes_mut().iter_mut().zip(exponent.lanes()) {
            *x = libm::pow(*x, e);
        }
        self
    }

    /// self^(−1/p) to about three digits, for positive finite numbers: enough to choose a step by.
    #[inline(always)]
    fn inverse_root(self, p: u32) -> Self {
        // The exponent bits divided by −p, then two rounds of Newton's method without division.
        let share = (1 << 20) / u64::from(p);
        let origin = 1023 << 52;
        let mut root = self;
        for x in root.lanes_mut() {
            let bits = x.to_bits();
            *x = f64::from_bits(origin + (origin >> 20) * share - (bits >> 20) * share);
        }
        let p = f64::from(p);
        for _ in 0..2 {
            let mut product = self;
            let mut left = p;
            while left > 0.5 {
                product = product * root;
                left -= 1.0;
            }
            root = root * (product * (-1.0 / p) + (1.0 + 1.0 / p));
        }
        root
    }
}
