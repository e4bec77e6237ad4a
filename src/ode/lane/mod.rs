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
}
