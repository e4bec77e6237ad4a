//! One lane, with fused arithmetic or without: no vector registers, for single solves, for old
//! processors, and as the twin that the wide lanes are tested against.

use super::{Lane, Part};
use core::ops::{Add, Div, Mul, Neg, Sub};

/// One number. `FUSED` says whether `mul_add` rounds once or twice: without the hardware for it,
/// rounding once is a library call forty times slower.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(transparent)]
pub struct Single<const FUSED: bool>(pub f64);

/// One number, `mul_add` rounded once.
pub type Fused = Single<true>;

/// One number, `mul_add` rounded twice.
pub type Unfused = Single<false>;

impl<const FUSED: bool> Single<FUSED> {
    /// One number in one lane.
    pub const fn new(value: f64) -> Self {
        Self(value)
    }
}

macro_rules! operator {
    ($($trait:ident $method:ident $op:tt),*) => {$(
        impl<const FUSED: bool> $trait for Single<FUSED> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self { Self(self.0 $op other.0) }
        }
        impl<const FUSED: bool> $trait<f64> for Single<FUSED> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self { Self(self.0 $op other) }
        }
    )*};
}
operator!(Add add +, Sub sub -, Mul mul *, Div div /);

impl<const FUSED: bool> Neg for Single<FUSED> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl<const FUSED: bool> Lane for Single<FUSED> {
    const WIDTH: usize = 1;

    #[inline(always)]
    fn splat(self, value: f64) -> Self {
        Self(value)
    }

    #[inline(always)]
    fn apart<P: Part>(self, part: P) -> P::Output {
        if FUSED { super::path::fused(part) } else { plain(part) }
    }

    #[inline(always)]
    fn mul_add(self, factor: Self, addend: Self) -> Self {
        if FUSED {
            Self(self.0.mul_add(factor.0, addend.0))
        } else {
            Self(self.0 * factor.0 + addend.0)
        }
    }

    #[inline(always)]
    fn if_less(self, other: Self, yes: Self, no: Self) -> Self {
        if self.0 < other.0 { yes } else { no }
    }

    #[inline(always)]
    fn abs(self) -> Self {
        Self(self.0.abs())
    }

    #[inline(always)]
    fn lanes(&self) -> &[f64] {
        core::slice::from_ref(&self.0)
    }

    #[inline(always)]
    fn lanes_mut(&mut self) -> &mut [f64] {
        core::slice::from_mut(&mut self.0)
    }
}

#[inline(never)]
fn plain<P: Part>(part: P) -> P::Output {
    part.run()
}
