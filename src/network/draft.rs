//! Instructions for what a model computes, first by name and then with their places numbered.

use super::assemble::{Assembler, Derived, Operand, Pace, Pending, Weighted, numbered};
use super::dag::{Dag, Id};
use super::gather::Gather;
use super::model::Tape;
use super::registers::places;
use super::schedule::scheduled;
use crate::ode::Layout;
use std::collections::HashSet;

/// A tape whose places are not numbered yet.
#[derive(Debug)]
pub(super) struct Draft<const N: usize> {
    work: Vec<Pending>,
    gathers: [Vec<Weighted>; N],
    places: Vec<usize>,
    pub(super) scratch: usize,
}

pub(super) fn draft<const N: usize>(
    dag: &mut Dag,
    derived: &mut Derived,
    whole: &HashSet<Id>,
    roots: [&[Id]; N],
) -> Draft<N> {
    let mut assembler = Assembler::new(dag, derived, Pace::Evaluation, whole);
    assembler.count_uses(roots.iter().flat_map(|roots| roots.iter().copied()));
    let gathers = roots.map(|roots| assembler.gather(roots));
    let (work, registers) = (scheduled(assembler.work), assembler.registers);
    let kept = gathers.iter().flatten().flatten().map(|&(_, operand)| operand);
    let (places, scratch) = places(&work, kept, registers);
    Draft { work, gathers, places, scratch }
}

impl<const N: usize> Draft<N> {
    pub(super) fn finish(self, layout: Layout, inputs: usize) -> Tape<N> {
        let place = |operand| self.place(operand, layout, inputs);
        let work = numbered(&self.work, place);
        let gathers = self.gathers.each_ref().map(|sums| Gather::new(sums, place));
        Tape { work, gathers }
    }

    pub(super) fn place(&self, operand: Operand, layout: Layout, inputs: usize) -> usize {
        match operand {
            Operand::Register(register) => layout.first_scratch() + self.places[register],
            other => numbered_place(other, layout, inputs),
        }
    }
}

/// Instructions for one value.
pub(super) fn reading(dag: &mut Dag, derived: &mut Derived, root: Id) -> (Draft<0>, Operand) {
    let whole = HashSet::new();
    let mut assembler = Assembler::new(dag, derived, Pace::Evaluation, &whole);
    assembler.count_uses([root]);
    let out = assembler.operand(root);
    let (work, registers) = (scheduled(assembler.work), assembler.registers);
    let (places, scratch) = places(&work, [out], registers);
    (Draft { work, gathers: [], places, scratch }, out)
}

pub(super) fn numbered_place(operand: Operand, layout: Layout, inputs: usize) -> usize {
    match operand {
        Operand::Parameter(i) => i,
        Operand::Derived(slot) => inputs + slot,
        Operand::State(i) => layout.first_state() + i,
        Operand::Time => layout.time(),
        Operand::Register(_) => usize::MAX,
    }
}
