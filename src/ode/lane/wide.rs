//! Lanes in vector registers: `K` registers of one instruction set, side by side.

use super::{Lane, Part};
use core::fmt;
use core::ops::{Add, Div, Mul, Neg, Sub};
use pulp::Simd;
use pulp::bytemuck;

/// `K` registers of instruction set `S`.
///
/// The token of the instruction set travels with the value (it has no size), so operators need
/// neither a second argument nor `unsafe`. Aligned so that no load crosses a cache line.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
pub(super) struct Wide<S: Simd, const K: usize> {
    registers: [S::f64s; K],
    simd: S,
}

impl<S: Simd, const K: usize> Wide<S, K> {
    #[inline(always)]
    pub(super) fn new(simd: S, value: f64) -> Self {
        Self { registers: [simd.splat_f64s(value); K], simd }
    }
}

impl<S: Simd, const K: usize> fmt::Debug for Wide<S, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.lanes()).finish()
    }
}

macro_rules! operator {
    ($($trait:ident $method:ident $simd:ident),*) => {$(
        impl<S: Simd, const K: usize> $trait for Wide<S, K> {
            type Output = Self;
            #[inline(always)]
            fn $method(mut self, other: Self) -> Self {
                for k in 0..K {
                    self.registers[k] = self.simd.$simd(self.registers[k], other.registers[k]);
                }
                self
            }
        }
        impl<S: Simd, const K: usize> $trait<f64> for Wide<S, K> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                let other = self.splat(other);
                $trait::$method(self, other)
            }
        }
    )*};
}
operator!(Add add add_f64s, Sub sub sub_f64s, Mul mul mul_f64s, Div div div_f64s);

impl<S: Simd, const K: usize> Neg for Wide<S, K> {
    type Output = Self;
    #[inline(always)]
    fn neg(mut self) -> Self {
        for a in &mut self.registers {
            *a = self.simd.neg_f64s(*a);
        }
        self
    }
}

impl<S: Simd, const K: usize> Lane for Wide<S, K> {
    const WIDTH: usize = K * S::F64_LANES;

    #[inline(always)]
    fn splat(self, value: f64) -> Self {
        Self::new(self.simd, value)
    }

    #[inline(always)]
    fn apart<P: Part>(self, part: P) -> P::Output {
        self.simd.vectorize(super::path::Apart(part))
    }

    #[inline(always)]
    fn mul_add(mut self, factor: Self, addend: Self) -> Self {
        for k in 0..K {
            self.registers[k] =
                self.simd.mul_add_f64s(self.registers[k], factor.registers[k], addend.registers[k]);
        }
        self
    }

    #[inline(always)]
    fn if_less(mut self, other: Self, yes: Self, no: Self) -> Self {
        for k in 0..K {
            let less = self.simd.less_than_f64s(self.registers[k], other.registers[k]);
            self.registers[k] = self.simd.select_f64s(less, yes.registers[k], no.registers[k]);
        }
        self
    }

    #[inline(always)]
    fn abs(mut self) -> Self {
        for a in &mut self.registers {
            *a = self.simd.abs_f64s(*a);
        }
        self
    }

    #[inline(always)]
    fn lanes(&self) -> &[f64] {
        bytemuck::cast_slice(&self.registers)
    }

    #[inline(always)]
    fn lanes_mut(&mut self) -> &mut [f64] {
        bytemuck::cast_slice_mut(&mut self.registers)
    }
}
