//! Weighted sums of values, one per row: y′ from the rates of the reactions, the entries of the
//! Jacobian from their derivatives.

use super::assemble::{Operand, Weighted};
use crate::ode::Lane;
use crate::ode::lane::Part;

/// Rows with up to so many terms are compiled without loops.
const LONGEST_KNOWN: usize = 8;

/// A term: which value, and its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Term {
    weight: f64,
    place: u32,
}

/// Rows of one length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Batch {
    length: usize,
    rows: usize,
}

/// Weighted sums, those of one length side by side.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gather {
    batches: Vec<Batch>,
    /// Where each sum goes, batch after batch.
    outs: Vec<u32>,
    terms: Vec<Term>,
}

impl Gather {
    /// One row per sum, with its operands numbered by `place`.
    pub(super) fn new(sums: &[Weighted], place: impl Fn(Operand) -> usize) -> Self {
        let mut rows: Vec<(usize, &Weighted)> = sums.iter().enumerate().collect();
        rows.sort_by_key(|(out, terms)| (terms.len(), *out));
        let mut gather = Self { batches: Vec::new(), outs: Vec::new(), terms: Vec::new() };
        for (out, terms) in rows {
            match gather.batches.last_mut() {
                Some(batch) if batch.length == terms.len() => batch.rows += 1,
                _ => gather.batches.push(Batch { length: terms.len(), rows: 1 }),
            }
            gather.outs.push(out as u32);
            let term = |&(weight, operand)| Term { weight, place: place(operand) as u32 };
            gather.terms.extend(terms.iter().map(term));
        }
        gather
    }

    /// Writes each sum over `values` to its place in `out`.
    #[inline(always)]
    pub(super) fn run<L: Lane>(&self, values: &[L], out: &mut [L]) {
        // A system has at least the time among its values.
        if let Some(&any) = values.first() {
            any.apart(Running { gather: self, values, out, zero: any.splat(0.0) });
        }
    }
}

/// See [`Gather::run`].
struct Running<'a, L> {
    gather: &'a Gather,
    values: &'a [L],
    out: &'a mut [L],
    zero: L,
}

impl<L: Lane> Part for Running<'_, L> {
    type Output = ();

    #[inline(always)]
    fn run(mut self) {
        let (mut outs, mut terms) = (&self.gather.outs[..], &self.gather.terms[..]);
        for batch in &self.gather.batches {
            let (these, after) = terms.split_at(batch.length * batch.rows);
            terms = after;
            let (rows, after) = outs.split_at(batch.rows);
            outs = after;
            const { assert!(LONGEST_KNOWN == 8) };
            match batch.length {
                0 => {
                    for &out in rows {
                        self.out[out as usize] = self.zero;
                    }
                }
                1 => self.known::<1>(rows, these),
                2 => self.known::<2>(rows, these),
                3 => self.known::<3>(rows, these),
                4 => self.known::<4>(rows, these),
                5 => self.known::<5>(rows, these),
                6 => self.known::<6>(rows, these),
                7 => self.known::<7>(rows, these),
                8 => self.known::<8>(rows, these),
                length => {
                    for (&out, row) in rows.iter().zip(these.chunks_exact(length)) {
                        let mut sum = self.values[row[0].place as usize] * row[0].weight;
                        for term in &row[1..] {
                            let value = self.values[term.place as usize];
                            sum = value.mul_add(value.splat(term.weight), sum);
                        }
                        self.out[out as usize] = sum;
                    }
                }
            }
        }
    }
}

impl<L: Lane> Running<'_, L> {
    /// Rows of `N` terms.
    #[inline(always)]
    fn known<const N: usize>(&mut self, rows: &[u32], terms: &[Term]) {
        for (&out, row) in rows.iter().zip(terms.as_chunks::<N>().0) {
            let mut sum = self.values[row[0].place as usize] * row[0].weight;
            for term in &row[1..] {
                let value = self.values[term.place as usize];
                sum = value.mul_add(value.splat(term.weight), sum);
            }
            self.out[out as usize] = sum;
        }
    }
}
