//! Flat instructions that compute many quantities, lane-wide, over one slice of values.
//!
//! One instruction is a whole sum of products, kept in a register until its single store, so that
//! the cost of decoding is shared by many operations on all lanes.

use crate::ode::Lane;
use crate::ode::lane::Unfused;

/// What an instruction does with its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// Numbers of terms +a, −a, +a·b, −a·b, +a·b·c, −a·b·c, in this order.
pub(super) type Counts = [u32; 6];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Instruction {
    pub(super) op: Op,
    pub(super) out: u32,
    pub(super) length: u32,
    pub(super) counts: Counts,
}

/// Instructions, and the indices of their operands one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Block {
    pub(super) instructions: Vec<Instruction>,
    pub(super) operands: Vec<u32>,
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
        let mut operands = &self.operands[..];
        for instruction in &self.instructions {
            let (mine, rest) = operands.split_at(instruction.length as usize);
            operands = rest;
            let number = match instruction.op {
                Op::Sum => sum(memory, &instruction.counts, mine),
                Op::Reciprocal => sum(memory, &instruction.counts, mine).recip(),
                Op::Exp => sum(memory, &instruction.counts, mine).exp(),
                Op::Ln => sum(memory, &instruction.counts, mine).ln(),
                Op::Power => {
                    let (x, exponent) = (memory.load(mine[0]), memory.load(mine[1]));
                    let zero = x.splat(0.0);
                    x.if_less(zero, zero, x).powf(exponent)
                }
                Op::Choose => {
                    let [a, b, yes, no] = [0, 1, 2, 3].map(|k| memory.load(mine[k]));
                    a.if_less(b, yes, no)
                }
            };
            memory.store(instruction.out, number);
        }
    }

    /// Runs the instructions, all of them sums; each stores into `out`.
    #[inline(always)]
    pub(super) fn gather<M: Memory>(&self, memory: &M, out: &mut [M::Number]) {
        let mut operands = &self.operands[..];
        for (instruction, out) in self.instructions.iter().zip(out) {
            let (mine, rest) = operands.split_at(instruction.length as usize);
            operands = rest;
            *out = sum(memory, &instruction.counts, mine);
        }
    }
}

/// The order of the additions is the order of the operands, on every code path.
#[inline(always)]
fn sum<M: Memory>(memory: &M, counts: &Counts, operands: &[u32]) -> M::Number {
    let mut total = memory.load(0).splat(0.0);
    let [plus, minus, plus2, minus2, plus3, _] = counts.map(|count| count as usize);
    let (singles, operands) = operands.split_at(plus + minus);
    let (pairs, triples) = operands.split_at(2 * (plus2 + minus2));
    let (added, taken) = singles.split_at(plus);
    for &a in added {
        total = total + memory.load(a);
    }
    for &a in taken {
        total = total - memory.load(a);
    }
    let (added, taken) = pairs.split_at(2 * plus2);
    for pair in added.chunks_exact(2) {
        total = memory.load(pair[0]).mul_add(memory.load(pair[1]), total);
    }
    for pair in taken.chunks_exact(2) {
        total = memory.load(pair[0]).neg_mul_add(memory.load(pair[1]), total);
    }
    let (added, taken) = triples.split_at(3 * plus3);
    for triple in added.chunks_exact(3) {
        let product = memory.load(triple[0]) * memory.load(triple[1]);
        total = product.mul_add(memory.load(triple[2]), total);
    }
    for triple in taken.chunks_exact(3) {
        let product = memory.load(triple[0]) * memory.load(triple[1]);
        total = product.neg_mul_add(memory.load(triple[2]), total);
    }
    total
}
