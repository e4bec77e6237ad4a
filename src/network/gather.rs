//! Weighted sums of values, one per row: y′ from the rates of the reactions, the entries of the
//! Jacobian from their derivatives.
//!
//! Sums of as many terms stand together, so that a few long loops without a choice in them do all the
//! work; what a long sum has beyond its first terms is added to it two by two.

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

impl<const N: usize> Piece<N> {
    fn new(terms: [(f64, u32); N], out: u32) -> Self {
        Self {
            weights: terms.map(|(weight, _)| weight),
            places: terms.map(|(_, place)| place),
            out,
        }
    }

    /// The terms from the `from`-th on, added to `sum`.
    #[inline(always)]
    fn added<L: Lane>(&self, from: usize, mut sum: L, values: &[L]) -> L {
        for k in from..N {
            let value = values[self.places[k] as usize];
            sum = value.mul_add(value.splat(self.weights[k]), sum);
        }
        sum
    }
}

/// Weighted sums.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Gather {
    /// Sums without terms.
    empty: Vec<u32>,
    one: Vec<Piece<1>>,
    two: Vec<Piece<2>>,
    three: Vec<Piece<3>>,
    four: Vec<Piece<4>>,
    five: Vec<Piece<5>>,
    /// Sums of six, and the first six terms of longer ones.
    six: Vec<Piece<6>>,
    /// Two more terms of a sum.
    more: Vec<Piece<2>>,
    /// The last of an odd number of terms.
    last: Vec<Piece<1>>,
}

impl Gather {
    /// One row per sum, with its operands numbered by `place`.
    pub(super) fn new(sums: &[Weighted], place: impl Fn(Operand) -> usize) -> Self {
        let mut gather = Self::default();
        for (out, terms) in (0u32..).zip(sums) {
            let terms: Vec<(f64, u32)> =
                terms.iter().map(|&(weight, operand)| (weight, place(operand) as u32)).collect();
            match terms[..] {
                [] => gather.empty.push(out),
                [a] => gather.one.push(Piece::new([a], out)),
                [a, b] => gather.two.push(Piece::new([a, b], out)),
                [a, b, c] => gather.three.push(Piece::new([a, b, c], out)),
                [a, b, c, d] => gather.four.push(Piece::new([a, b, c, d], out)),
                [a, b, c, d, e] => gather.five.push(Piece::new([a, b, c, d, e], out)),
                [a, b, c, d, e, f, ref rest @ ..] => {
                    gather.six.push(Piece::new([a, b, c, d, e, f], out));
                    let (pairs, odd) = rest.as_chunks::<2>();
                    gather.more.extend(pairs.iter().map(|&pair| Piece::new(pair, out)));
                    gather.last.extend(odd.iter().map(|&term| Piece::new([term], out)));
                }
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
        begin(&gather.one, values, out);
        begin(&gather.two, values, out);
        begin(&gather.three, values, out);
        begin(&gather.four, values, out);
        begin(&gather.five, values, out);
        begin(&gather.six, values, out);
        go_on(&gather.more, values, out);
        go_on(&gather.last, values, out);
    }
}

/// Sums that begin with these terms.
#[inline(always)]
fn begin<const N: usize, L: Lane>(pieces: &[Piece<N>], values: &[L], out: &mut [L]) {
    for piece in pieces {
        let first = values[piece.places[0] as usize] * piece.weights[0];
        out[piece.out as usize] = piece.added(1, first, values);
    }
}

/// Sums that go on with these terms.
#[inline(always)]
fn go_on<const N: usize, L: Lane>(pieces: &[Piece<N>], values: &[L], out: &mut [L]) {
    for piece in pieces {
        let so_far = out[piece.out as usize];
        out[piece.out as usize] = piece.added(0, so_far, values);
    }
}
