//! Code paths: which instructions carry the lanes, chosen once per batch at run time.

use super::wide::Wide;
use super::{Lane, Part, Single};
use core::fmt;
use serde::{Deserialize, Serialize};

/// Work written once over [`Lane`] that a [`CodePath`] can run.
pub trait Kernel {
    /// What the work returns.
    type Output;

    /// Does the work; `zero` is a group of lanes, all zero, from which others are made.
    fn run<L: Lane>(self, zero: L) -> Self::Output;
}

/// The instructions that carry the lanes.
///
/// All paths but [`Unfused`](Self::Unfused) give the same bits; that one agrees to about 1e-9 and
/// is for processors without fused multiply-add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum CodePath {
    /// One lane, multiplication and addition rounded apart.
    Unfused,
    /// One lane, fused multiply-add.
    Scalar,
    /// x86-64 with AVX2 and FMA: 16 lanes in four registers.
    Avx2,
    /// x86-64 with AVX-512: 16 lanes in two registers.
    Avx512,
    /// 64-bit Arm: 8 lanes in four registers.
    Neon,
}

impl CodePath {
    /// Every code path, whether this processor has it or not.
    pub const ALL: [Self; 5] = [Self::Unfused, Self::Scalar, Self::Avx2, Self::Avx512, Self::Neon];

    /// The widest path this processor has.
    pub fn best() -> Self {
        *Self::available().last().unwrap_or(&Self::Unfused)
    }

    /// The paths this processor has, narrowest first; never empty.
    pub fn available() -> Vec<Self> {
        Self::ALL.into_iter().filter(|path| path.is_available()).collect()
    }

    /// Whether this processor can run the path.
    pub fn is_available(self) -> bool {
        struct Nothing;
        impl Kernel for Nothing {
            type Output = ();
            fn run<L: Lane>(self, _: L) {}
        }
        self.try_run(Nothing).is_ok()
    }

    /// Runs the kernel on this path, or on [`Unfused`](Self::Unfused) where the processor lacks it.
    pub fn run<K: Kernel>(self, kernel: K) -> K::Output {
        match self.try_run(kernel) {
            Ok(output) => output,
            Err(kernel) => kernel.run(Single::<false>(0.0)),
        }
    }

    #[cfg(target_arch = "x86_64")]
    fn try_run<K: Kernel>(self, kernel: K) -> Result<K::Output, K> {
        use pulp::x86::{V3, V4};
        match (self, V3::try_new(), V4::try_new()) {
            (Self::Unfused, ..) => Ok(kernel.run(Single::<false>(0.0))),
            (Self::Scalar, Some(v3), _) => {
                Ok(v3.vectorize(On { kernel, zero: Single::<true>(0.0) }))
            }
            (Self::Avx2, Some(v3), _) => {
                Ok(v3.vectorize(On { kernel, zero: Wide::<_, 4>::new(v3, 0.0) }))
            }
            (Self::Avx512, _, Some(v4)) => {
                Ok(v4.vectorize(On { kernel, zero: Wide::<_, 2>::new(v4, 0.0) }))
            }
            _ => Err(kernel),
        }
    }

    #[cfg(target_arch = "aarch64")]
    fn try_run<K: Kernel>(self, kernel: K) -> Result<K::Output, K> {
        use pulp::aarch64::Neon;
        match (self, Neon::try_new()) {
            (Self::Unfused, _) => Ok(kernel.run(Single::<false>(0.0))),
            // Fused multiply-add belongs to the base instruction set here.
            (Self::Scalar, _) => Ok(kernel.run(Single::<true>(0.0))),
            (Self::Neon, Some(neon)) => {
                Ok(neon.vectorize(On { kernel, zero: Wide::<_, 4>::new(neon, 0.0) }))
            }
            _ => Err(kernel),
        }
    }

    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    fn try_run<K: Kernel>(self, kernel: K) -> Result<K::Output, K> {
        match self {
            Self::Unfused => Ok(kernel.run(Single::<false>(0.0))),
            _ => Err(kernel),
        }
    }
}

impl fmt::Display for CodePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unfused => "unfused",
            Self::Scalar => "scalar FMA",
            Self::Avx2 => "AVX2+FMA",
            Self::Avx512 => "AVX-512",
            Self::Neon => "NEON",
        })
    }
}

/// A kernel on its way into the function that is compiled for an instruction set.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
struct On<K, L> {
    kernel: K,
    zero: L,
}

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
impl<K: Kernel, L: Lane> pulp::NullaryFnOnce for On<K, L> {
    type Output = K::Output;

    #[inline(always)]
    fn call(self) -> K::Output {
        self.kernel.run(self.zero)
    }
}

/// A part on its way there.
pub(super) struct Apart<P>(pub(super) P);

impl<P: Part> pulp::NullaryFnOnce for Apart<P> {
    type Output = P::Output;

    #[inline(always)]
    fn call(self) -> P::Output {
        self.0.run()
    }
}

/// Runs a part of work on one lane with fused arithmetic as a function of its own.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
pub(super) fn fused<P: Part>(part: P) -> P::Output {
    match pulp::x86::V3::try_new() {
        Some(v3) => v3.vectorize(Apart(part)),
        // Such lanes are made only where the processor has it.
        None => part.run(),
    }
}

/// Runs a part of work on one lane with fused arithmetic as a function of its own.
#[cfg(not(target_arch = "x86_64"))]
#[inline(never)]
pub(super) fn fused<P: Part>(part: P) -> P::Output {
    part.run()
}
