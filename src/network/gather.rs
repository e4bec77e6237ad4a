//! Weighted sums of values, one per row: y′ from the rates of the reactions, the entries of the
//! Jacobian from their derivatives.
//!
//! Every sum is taken apart into pieces of two terms, so that a few long loops without a choice in
//! them do all the work.

use super::assemble::{Operand, Weighted};
use crate::ode::Lane;
use crate::ode::lane::Part;

/// `N` terms of a sum.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Piece<const N: usize> {
    weights: [f64; N],
    places: [u32; N],
    out: u32,
}

/// Weighted sums.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Gather {
    /// Sums without terms.
    empty: Vec<u32>,
    /// Sums of one term.
    single: Vec<Piece<1>>,
    /// Sums of two, and the first two terms of longer ones.
    first: Vec<Piece<2>>,
    /// Two more terms of a sum.
    more: Vec<Piece<2>>,
    /// The last of an odd number of terms.
    last: Vec<Piece<1>>,
}

impl Gather {
    /// One row per sum, with its operands numbered by `place`.
    pub(super) fn new(sums: &[Weighted], place: impl Fn(Operand) -> usize) -> Self {
        let mut gather = Self::default();
        for (out, terms) in sums.iter().enumerate() {
            let out = out as u32;
            let terms: Vec<(f64, u32)> =
                terms.iter().map(|&(weight, operand)| (weight, place(operand) as u32)).collect();
            let (pairs, rest) = terms.as_chunks::<2>();
            for (k, &[(v, a), (w, b)]) in pairs.iter().enumerate() {
                let piece = Piece { weights: [v, w], places: [a, b], out };
                if k == 0 { gather.first.push(piece) } else { gather.more.push(piece) }
            }
            match (pairs, rest) {
                ([], []) => gather.empty.push(out),
                (_, &[(weight, place)]) => {
                    let piece = Piece { weights: [weight], places: [place], out };
                    if pairs.is_empty() {
                        gather.single.push(piece);
                    } else {
                        gather.last.push(piece);
                    }
                }
                _ => {}
            }
        }
        gather
    }

    /// Writes each sum over `values` to its place in `out`.
    #[inline(always)]
    pub(super) fn run<L: Lane>(&self, values: &[L], out: &mut [L]) {
        // A system has at least the time among its values.
        if let Some(&any) = values.first() {
            any.apart(Running { gather: self, values, out });
        }
    }
}

/// See [`Gather::run`].
struct Running<'a, L> {
    gather: &'a Gather,
    values: &'a [L],
    out: &'a mut [L],
}

impl<L: Lane> Part for Running<'_, L> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { gather, values, out } = self;
        for &row in &gather.empty {
            out[row as usize] = values[0].splat(0.0);
        }
        for &Piece { weights: [weight], places: [a], out: row } in &gather.single {
            out[row as usize] = values[a as usize] * weight;
        }
        for &Piece { weights: [v, w], places: [a, b], out: row } in &gather.first {
            let b = values[b as usize];
            out[row as usize] = b.mul_add(b.splat(w), values[a as usize] * v);
        }
        for &Piece { weights: [v, w], places: [a, b], out: row } in &gather.more {
            let (a, b) = (values[a as usize], values[b as usize]);
            let sum = a.mul_add(a.splat(v), out[row as usize]);
            out[row as usize] = b.mul_add(b.splat(w), sum);
        }
        for &Piece { weights: [weight], places: [a], out: row } in &gather.last {
            let a = values[a as usize];
            out[row as usize] = a.mul_add(a.splat(weight), out[row as usize]);
        }
    }
}
