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

/// What a term adds to its sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// + a.
    Plus,
    /// − a.
    Minus,
    /// + a·b.
    PlusPair,
    /// − a·b.
    MinusPair,
    /// + a·b·c.
    PlusTriple,
    /// − a·b·c.
    MinusTriple,
}

/// A term of a sum, and the indices of its factors; those it has not are never read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Product {
    pub(super) shape: Shape,
    pub(super) factors: [u32; 3],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Instruction {
    pub(super) op: Op,
    pub(super) out: u32,
    /// Number of terms.
    pub(super) terms: u32,
}

/// Instructions, and their terms one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Block {
    pub(super) instructions: Vec<Instruction>,
    pub(super) terms: Vec<Product>,
}

impl Block {
    /// Every index the instructions read.
    pub(super) fn reads(&self) -> impl Iterator<Item = u32> + '_ {
        self.terms.iter().flat_map(|term| {
            let count = match term.shape {
                Shape::Plus | Shape::Minus => 1,
                Shape::PlusPair | Shape::MinusPair => 2,
                Shape::PlusTriple | Shape::MinusTriple => 3,
            };
            term.factors.into_iter().take(count)
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
        let mut terms = self.terms.iter();
        for instruction in &self.instructions {
            let number = match instruction.op {
                Op::Sum => sum(memory, instruction.terms, &mut terms),
                Op::Reciprocal => sum(memory, instruction.terms, &mut terms).recip(),
                Op::Exp => sum(memory, instruction.terms, &mut terms).exp(),
                Op::Ln => sum(memory, instruction.terms, &mut terms).ln(),
                Op::Power => {
                    let x = sum(memory, 1, &mut terms);
                    let exponent = sum(memory, 1, &mut terms);
                    let zero = x.splat(0.0);
                    x.if_less(zero, zero, x).powf(exponent)
                }
                Op::Choose => {
                    let [a, b, yes, no] = [(); 4].map(|()| sum(memory, 1, &mut terms));
                    a.if_less(b, yes, no)
                }
            };
            memory.store(instruction.out, number);
        }
    }

    /// Runs the instructions, all of them sums; each stores into `out`.
    #[inline(always)]
    pub(super) fn gather<M: Memory>(&self, memory: &M, out: &mut [M::Number]) {
        let mut terms = self.terms.iter();
        for (instruction, out) in self.instructions.iter().zip(out) {
            *out = sum(memory, instruction.terms, &mut terms);
        }
    }
}

/// The order of the additions is the order of the terms, on every code path.
#[inline(always)]
fn sum<M: Memory>(memory: &M, count: u32, terms: &mut core::slice::Iter<'_, Product>) -> M::Number {
    let mut total = memory.load(0).splat(0.0);
    for _ in 0..count {
        let Some(term) = terms.next() else { break };
        let [a, b, c] = term.factors;
        total = match term.shape {
            Shape::Plus => total + memory.load(a),
            Shape::Minus => total - memory.load(a),
            Shape::PlusPair => memory.load(a).mul_add(memory.load(b), total),
            Shape::MinusPair => memory.load(a).neg_mul_add(memory.load(b), total),
            Shape::PlusTriple => (memory.load(a) * memory.load(b)).mul_add(memory.load(c), total),
            Shape::MinusTriple => {
                (memory.load(a) * memory.load(b)).neg_mul_add(memory.load(c), total)
            }
        };
    }
    total
}
