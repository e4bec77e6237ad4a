//! Counts of floating-point operations, by running the code to be counted on numbers that count.
#![allow(dead_code)] // each bench takes what it needs

pub(crate) mod step;

use core::cell::Cell;
use core::fmt;
use core::ops::{Add, Div, Mul, Neg, Sub};
use jakstat::ode::Lane;

/// How often each operation was done. Comparisons, selections and changes of sign are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Operations {
    pub(crate) additions: u64,
    pub(crate) multiplications: u64,
    /// Multiplications with an addition.
    pub(crate) fused: u64,
    pub(crate) divisions: u64,
    /// Exponentials, logarithms and powers.
    pub(crate) functions: u64,
}

impl Operations {
    const NONE: Self =
        Self { additions: 0, multiplications: 0, fused: 0, divisions: 0, functions: 0 };

    /// Floating-point operations: a fused one is two; functions, of which nobody knows, are none.
    pub(crate) fn flop(&self) -> u64 {
        self.additions + self.multiplications + 2 * self.fused + self.divisions
    }
}

impl Add for Operations {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            additions: self.additions + other.additions,
            multiplications: self.multiplications + other.multiplications,
            fused: self.fused + other.fused,
            divisions: self.divisions + other.divisions,
            functions: self.functions + other.functions,
        }
    }
}

/// A share of them, rounded down.
impl Div<u64> for Operations {
    type Output = Self;
    fn div(self, by: u64) -> Self {
        Self {
            additions: self.additions / by,
            multiplications: self.multiplications / by,
            fused: self.fused / by,
            divisions: self.divisions / by,
            functions: self.functions / by,
        }
    }
}

impl fmt::Display for Operations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { additions, multiplications, fused, divisions, functions } = self;
        write!(
            f,
            "{:5} flop: {fused} multiply-adds, {multiplications} multiplications, ",
            self.flop()
        )?;
        write!(f, "{additions} additions, {divisions} divisions, {functions} functions")
    }
}

thread_local! {
    static DONE: Cell<Operations> = const { Cell::new(Operations::NONE) };
}

/// Does `work`, and returns what was done on [`Counted`] numbers meanwhile, on this thread.
pub(crate) fn counted<T>(work: impl FnOnce() -> T) -> (Operations, T) {
    DONE.set(Operations::NONE);
    let result = work();
    (DONE.take(), result)
}

/// Counts one more of what `kind` picks.
fn note(kind: impl FnOnce(&mut Operations) -> &mut u64) {
    let mut done = DONE.get();
    *kind(&mut done) += 1;
    DONE.set(done);
}

/// One number in one lane that notes what is done with it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(transparent)]
pub(crate) struct Counted(pub(crate) f64);

macro_rules! operator {
    ($($trait:ident $method:ident $op:tt $field:ident),*) => {$(
        impl $trait for Counted {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                note(|done| &mut done.$field);
                Self(self.0 $op other.0)
            }
        }
        impl $trait<f64> for Counted {
            type Output = Self;
            fn $method(self, other: f64) -> Self {
                $trait::$method(self, Self(other))
            }
        }
    )*};
}
operator!(Add add + additions, Sub sub - additions, Mul mul * multiplications, Div div / divisions);

impl Neg for Counted {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Lane for Counted {
    const WIDTH: usize = 1;

    fn splat(self, value: f64) -> Self {
        Self(value)
    }

    fn mul_add(self, factor: Self, addend: Self) -> Self {
        note(|done| &mut done.fused);
        Self(self.0.mul_add(factor.0, addend.0))
    }

    fn if_less(self, other: Self, yes: Self, no: Self) -> Self {
        if self.0 < other.0 { yes } else { no }
    }

    fn abs(self) -> Self {
        Self(self.0.abs())
    }

    fn lanes(&self) -> &[f64] {
        core::slice::from_ref(&self.0)
    }

    fn lanes_mut(&mut self) -> &mut [f64] {
        core::slice::from_mut(&mut self.0)
    }

    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        note(|done| &mut done.functions);
        Self(f(self.0))
    }

    fn powf(self, exponent: Self) -> Self {
        let exponent = exponent.0;
        // The same function as on other lanes, so that a solve takes the same steps.
        note(|done| &mut done.functions);
        Self(Plain::new(self.0).powf(Plain::new(exponent)).0)
    }
}

type Plain = jakstat::ode::lane::Fused;
