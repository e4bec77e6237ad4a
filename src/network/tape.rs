//! Flat instructions that compute many quantities, lane-wide, over one slice of values.
//!
//! One instruction is a whole sum of products, kept in a register until its single store. Instructions of one shape stand
//! together in a [`Batch`], so that what each does is decided once for all of them, and is straight-line code.

use super::shape::{COMMON, Shape};
use crate::ode::Lane;
use crate::ode::lane::{Part, Unfused};

/// What an instruction does with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Op {
    /// Σ ± a, ± a·b, ± a·b·c.
    Sum,
    /// 1 over such a sum.
    Reciprocal,
    /// e to such a sum.
    Exp,
    /// Natural logarithm of such a sum.
    Ln,
    /// max(a, 0) to the power b.
    Power,
    /// c where a < b, else d.
    Choose,
}

/// Instructions that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Batch {
    op: Op,
    shape: Shape,
    /// Where the shape stands among the [`COMMON`] ones; their number where it does not.
    common: usize,
    /// Number of places each instruction names.
    places: usize,
    instructions: usize,
}

impl Batch {
    fn new(op: Op, shape: Shape) -> Self {
        let common = COMMON.iter().position(|&known| known == shape).unwrap_or(COMMON.len());
        Self { op, shape, common, places: shape.places(), instructions: 1 }
    }
}

/// Instructions, batch by batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Block {
    batches: Vec<Batch>,
    places: Vec<u32>,
}

impl Block {
    /// Adds an instruction; `factors` are those of its terms, in the order of [`Shape`].
    pub(super) fn push(
        &mut self,
        op: Op,
        shape: Shape,
        out: u32,
        factors: impl Iterator<Item = u32>,
    ) {
        match self.batches.last_mut() {
            Some(batch) if (batch.op, batch.shape) == (op, shape) => batch.instructions += 1,
            _ => self.batches.push(Batch::new(op, shape)),
        }
        self.places.push(out);
        self.places.extend(factors);
    }

    /// Every index the instructions read.
    pub(super) fn reads(&self) -> impl Iterator<Item = u32> + '_ {
        let mut rest = &self.places[..];
        self.batches.iter().flat_map(move |batch| {
            let (these, after) = rest.split_at(batch.places * batch.instructions);
            rest = after;
            these
                .chunks_exact(batch.places)
                .flat_map(|instruction| instruction[1..].iter().copied())
        })
    }
}

/// A value that instructions read and write.
pub(super) trait Value: Copy {
    type Number: Lane;
    fn number(self) -> Self::Number;
    fn of(number: Self::Number) -> Self;
}

impl<L: Lane> Value for L {
    type Number = L;

    #[inline(always)]
    fn number(self) -> L {
        self
    }

    #[inline(always)]
    fn of(number: L) -> Self {
        number
    }
}

/// Plain numbers are multiplied and added apart: the same bits on every processor.
impl Value for f64 {
    type Number = Unfused;

    #[inline(always)]
    fn number(self) -> Unfused {
        crate::ode::lane::Single(self)
    }

    #[inline(always)]
    fn of(number: Unfused) -> Self {
        number.0
    }
}

impl Block {
    /// Runs the instructions; each stores into `values`.
    #[inline(always)]
    pub(super) fn execute<V: Value>(&self, values: &mut [V]) {
        // Nothing to do leaves nothing to read, either.
        if !self.batches.is_empty() {
            values[0].number().apart(Execution { block: self, values });
        }
    }
}

/// Instructions to be run.
struct Execution<'a, V> {
    block: &'a Block,
    values: &'a mut [V],
}

impl<V: Value> Part for Execution<'_, V> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { block, values } = self;
        let mut rest = &block.places[..];
        for batch in &block.batches {
            let these = rest.split_off(..batch.places * batch.instructions).unwrap_or_default();
            match batch.op {
                Op::Sum => sums::<V, Plain>(batch, these, values),
                Op::Reciprocal => sums::<V, Inverse>(batch, these, values),
                _ => {
                    for instruction in these.chunks_exact(batch.places) {
                        let number = rare(batch, &instruction[1..], values);
                        values[instruction[0] as usize] = V::of(number);
                    }
                }
            }
        }
    }
}

/// What becomes of a sum before it is stored. Not a closure: one that was not inlined would lose the instruction set.
trait Finish {
    fn finish<L: Lane>(sum: L) -> L;
}

struct Plain;
struct Inverse;

impl Finish for Plain {
    #[inline(always)]
    fn finish<L: Lane>(sum: L) -> L {
        sum
    }
}

impl Finish for Inverse {
    #[inline(always)]
    fn finish<L: Lane>(sum: L) -> L {
        sum.recip()
    }
}

/// What an instruction of one of the rarer kinds computes from its factors at `places`.
#[inline(always)]
fn rare<V: Value>(batch: &Batch, places: &[u32], values: &[V]) -> V::Number {
    match (batch.op, places) {
        (Op::Power, &[x, exponent]) => {
            let x = values[x as usize].number();
            let zero = x.splat(0.0);
            x.if_less(zero, zero, x).powf(values[exponent as usize].number())
        }
        (Op::Choose, &[a, b, yes, no]) => values[a as usize].number().if_less(
            values[b as usize].number(),
            values[yes as usize].number(),
            values[no as usize].number(),
        ),
        (op, _) => {
            let sum = sum(batch.shape, places, values);
            match op {
                Op::Reciprocal => sum.recip(),
                Op::Exp => sum.exp(),
                Op::Ln => sum.ln(),
                Op::Sum | Op::Power | Op::Choose => sum,
            }
        }
    }
}

/// One sum per instruction.
#[inline(always)]
fn sums<V: Value, F: Finish>(batch: &Batch, places: &[u32], values: &mut [V]) {
    const { assert!(COMMON.len() == 8, "one arm for each") };
    // One lane gains nothing from code of its own.
    let common = if V::Number::WIDTH == 1 { COMMON.len() } else { batch.common };
    match common {
        0 => each::<V, F>(COMMON[0], places, values),
        1 => each::<V, F>(COMMON[1], places, values),
        2 => each::<V, F>(COMMON[2], places, values),
        3 => each::<V, F>(COMMON[3], places, values),
        4 => each::<V, F>(COMMON[4], places, values),
        5 => each::<V, F>(COMMON[5], places, values),
        6 => each::<V, F>(COMMON[6], places, values),
        7 => each::<V, F>(COMMON[7], places, values),
        _ => each::<V, F>(batch.shape, places, values),
    }
}

#[inline(always)]
fn each<V: Value, F: Finish>(shape: Shape, places: &[u32], values: &mut [V]) {
    for instruction in places.chunks_exact(shape.places()) {
        let number = F::finish(sum(shape, &instruction[1..], values));
        values[instruction[0] as usize] = V::of(number);
    }
}

/// The sum of one instruction whose factors lie at `places`, added in the order of [`Shape`].
#[inline(always)]
fn sum<V: Value>(shape: Shape, places: &[u32], values: &[V]) -> V::Number {
    let mut total = None;
    let mut rest = places;
    for (negative, count) in [false, true].into_iter().zip(shape.triples) {
        let (these, after) = rest.split_at(3 * count as usize);
        rest = after;
        for &[a, b, c] in these.as_chunks::<3>().0 {
            let ab = values[a as usize].number() * values[b as usize].number();
            total = Some(with_product(total, ab, values[c as usize].number(), negative));
        }
    }
    for (negative, count) in [false, true].into_iter().zip(shape.pairs) {
        let (these, after) = rest.split_at(2 * count as usize);
        rest = after;
        for &[a, b] in these.as_chunks::<2>().0 {
            total = Some(with_product(
                total,
                values[a as usize].number(),
                values[b as usize].number(),
                negative,
            ));
        }
    }
    let (plus, minus) = rest.split_at(shape.singles[0] as usize);
    for &a in plus {
        let a = values[a as usize].number();
        total = Some(match total {
            Some(total) => total + a,
            None => a,
        });
    }
    for &a in minus {
        let a = values[a as usize].number();
        total = Some(match total {
            Some(total) => total - a,
            None => -a,
        });
    }
    match total {
        Some(total) => total,
        None => values[0].number().splat(0.0),
    }
}

/// total ± a·b.
#[inline(always)]
fn with_product<L: Lane>(total: Option<L>, a: L, b: L, negative: bool) -> L {
    match (total, negative) {
        (Some(total), false) => a.mul_add(b, total),
        (Some(total), true) => a.neg_mul_add(b, total),
        (None, false) => a * b,
        (None, true) => -(a * b),
    }
}
