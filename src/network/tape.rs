//! Flat instructions that compute many quantities, lane-wide, over one slice of values.
//!
//! One instruction is a whole sum of products, kept in a register until its single store.
//! Instructions of one shape stand together in a [`Batch`], so that what an instruction does is
//! decided once for all of them, and each is straight-line code.

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

/// How many terms of each kind a sum has: `[+, −]` of three factors, of two, of one. They are added
/// in this order, on every code path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Shape {
    pub(super) triples: [u32; 2],
    pub(super) pairs: [u32; 2],
    pub(super) singles: [u32; 2],
}

impl Shape {
    /// Counts one more term.
    pub(super) fn add(&mut self, factors: usize, negative: bool) {
        let kind = match factors {
            0 | 1 => &mut self.singles,
            2 => &mut self.pairs,
            _ => &mut self.triples,
        };
        kind[usize::from(negative)] += 1;
    }

    /// Number of places an instruction names: its result's, then its factors'.
    #[inline(always)]
    fn places(self) -> usize {
        let [singles, pairs, triples] =
            [self.singles, self.pairs, self.triples].map(|[plus, minus]| (plus + minus) as usize);
        1 + singles + 2 * pairs + 3 * triples
    }
}

/// Instructions that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Batch {
    op: Op,
    shape: Shape,
    instructions: u32,
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
            _ => self.batches.push(Batch { op, shape, instructions: 1 }),
        }
        self.places.push(out);
        self.places.extend(factors);
    }

    /// Every index the instructions read.
    pub(super) fn reads(&self) -> impl Iterator<Item = u32> + '_ {
        let mut rest = &self.places[..];
        self.batches.iter().flat_map(move |batch| {
            let each = batch.shape.places();
            let (these, after) = rest.split_at(each * batch.instructions as usize);
            rest = after;
            these.chunks_exact(each).flat_map(|instruction| instruction[1..].iter().copied())
        })
    }
}

/// Values that instructions read and write.
pub(super) trait Memory {
    type Number: Lane;
    fn load(&self, index: u32) -> Self::Number;
    fn store(&mut self, index: u32, number: Self::Number);
}

/// Groups of lanes.
pub(super) struct Lanes<'a, L>(pub(super) &'a mut [L]);

impl<L: Lane> Memory for Lanes<'_, L> {
    type Number = L;

    #[inline(always)]
    fn load(&self, index: u32) -> L {
        self.0[index as usize]
    }

    #[inline(always)]
    fn store(&mut self, index: u32, number: L) {
        self.0[index as usize] = number;
    }
}

/// Plain numbers, multiplied and added apart: the same bits on every processor.
pub(super) struct Numbers<'a>(pub(super) &'a mut [f64]);

impl Memory for Numbers<'_> {
    type Number = Unfused;

    #[inline(always)]
    fn load(&self, index: u32) -> Unfused {
        crate::ode::lane::Single(self.0[index as usize])
    }

    #[inline(always)]
    fn store(&mut self, index: u32, number: Unfused) {
        self.0[index as usize] = number.0;
    }
}

impl Block {
    /// Runs the instructions; each stores into `memory`.
    #[inline(always)]
    pub(super) fn execute<M: Memory>(&self, memory: &mut M) {
        // Nothing to do leaves nothing to load, either.
        if !self.batches.is_empty() {
            memory.load(0).apart(Execution { block: self, memory });
        }
    }
}

/// Instructions to be run.
struct Execution<'a, M> {
    block: &'a Block,
    memory: &'a mut M,
}

impl<M: Memory> Part for Execution<'_, M> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { block, memory } = self;
        let mut rest = &block.places[..];
        for batch in &block.batches {
            let each = batch.shape.places();
            let (these, after) = rest.split_at(each * batch.instructions as usize);
            rest = after;
            if batch.op == Op::Sum {
                sums(batch.shape, these, memory);
            } else {
                for instruction in these.chunks_exact(each) {
                    let number = result(batch, &instruction[1..], memory);
                    memory.store(instruction[0], number);
                }
            }
        }
    }
}

/// What an instruction of `batch` with its factors at `places` computes.
#[inline(always)]
fn result<M: Memory>(batch: &Batch, places: &[u32], memory: &M) -> M::Number {
    match (batch.op, places) {
        (Op::Power, &[x, exponent]) => {
            let x = memory.load(x);
            let zero = x.splat(0.0);
            x.if_less(zero, zero, x).powf(memory.load(exponent))
        }
        (Op::Choose, &[a, b, yes, no]) => {
            memory.load(a).if_less(memory.load(b), memory.load(yes), memory.load(no))
        }
        (op, _) => {
            let sum = sum(batch.shape, places, memory);
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
fn sums<M: Memory>(shape: Shape, places: &[u32], memory: &mut M) {
    /// Compiles a shape of its own: the same additions in the same order, without loops.
    macro_rules! known {
        ($($tp:literal $tm:literal, $pp:literal $pm:literal, $sp:literal $sm:literal;)*) => {
            match (shape.triples, shape.pairs, shape.singles) {
                $(([$tp, $tm], [$pp, $pm], [$sp, $sm]) => {
                    let shape = Shape { triples: [$tp, $tm], pairs: [$pp, $pm], singles: [$sp, $sm] };
                    each_sum(shape, places, memory);
                })*
                _ => each_sum(shape, places, memory),
            }
        };
    }
    // One lane gains nothing from it.
    if M::Number::WIDTH == 1 {
        return each_sum(shape, places, memory);
    }
    // What mass action brings forth most.
    known! {
        0 0, 1 0, 0 0;
        0 0, 0 1, 0 0;
        0 0, 1 1, 0 0;
        0 0, 2 0, 0 0;
        1 0, 0 0, 0 0;
        1 0, 0 1, 0 0;
        1 1, 0 0, 0 0;
    }
}

#[inline(always)]
fn each_sum<M: Memory>(shape: Shape, places: &[u32], memory: &mut M) {
    for instruction in places.chunks_exact(shape.places()) {
        let number = sum(shape, &instruction[1..], memory);
        memory.store(instruction[0], number);
    }
}

/// The sum of one instruction whose factors lie at `places`, added in the order of [`Shape`].
#[inline(always)]
fn sum<M: Memory>(shape: Shape, places: &[u32], memory: &M) -> M::Number {
    let mut total = None;
    let mut rest = places;
    for (negative, count) in [false, true].into_iter().zip(shape.triples) {
        let (these, after) = rest.split_at(3 * count as usize);
        rest = after;
        for &[a, b, c] in these.as_chunks::<3>().0 {
            let ab = memory.load(a) * memory.load(b);
            total = Some(with_product(total, ab, memory.load(c), negative));
        }
    }
    for (negative, count) in [false, true].into_iter().zip(shape.pairs) {
        let (these, after) = rest.split_at(2 * count as usize);
        rest = after;
        for &[a, b] in these.as_chunks::<2>().0 {
            total = Some(with_product(total, memory.load(a), memory.load(b), negative));
        }
    }
    let (plus, minus) = rest.split_at(shape.singles[0] as usize);
    for &a in plus {
        let a = memory.load(a);
        total = Some(match total {
            Some(total) => total + a,
            None => a,
        });
    }
    for &a in minus {
        let a = memory.load(a);
        total = Some(match total {
            Some(total) => total - a,
            None => -a,
        });
    }
    match total {
        Some(total) => total,
        None => memory.load(0).splat(0.0),
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
