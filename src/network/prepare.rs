//! What is computed once per stretch, or once per set of parameters, in plain numbers.

use super::assemble::{Assembler, Derived, Operand, Pace, numbered};
use super::dag::{Dag, Id, Node};
use super::registers::places;
use super::schedule::scheduled;
use super::tape::Block;
use std::collections::HashSet;

/// Fills a slice of inputs, derived values and temporaries from its inputs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Preparation {
    inputs: usize,
    constants: Vec<(usize, f64)>,
    begin: Option<usize>,
    block: Block,
    /// Length of the slice.
    pub(super) length: usize,
}

impl Preparation {
    /// Everything asked for in `derived`.
    pub(super) fn new(dag: &mut Dag, derived: &mut Derived, inputs: usize) -> Self {
        let whole = HashSet::new();
        let asked = derived.ids.clone();
        let mut assembler = Assembler::new(dag, derived, Pace::Stretch, &whole);
        assembler.count_uses(asked.iter().copied());
        for id in asked {
            assembler.operand(id);
        }
        let (work, registers) = (scheduled(assembler.work), assembler.registers);
        let (mut constants, mut begin) = (Vec::new(), None);
        for (slot, &id) in derived.ids.iter().enumerate() {
            match *dag.node(id) {
                Node::Constant(bits) => constants.push((inputs + slot, bits.value())),
                Node::Begin => begin = Some(inputs + slot),
                _ => {}
            }
        }
        let (places, temporaries) = places(&work, [], registers);
        let first_temporary = inputs + derived.ids.len();
        let block = numbered(&work, |operand| match operand {
            Operand::Parameter(i) => i,
            Operand::Derived(slot) => inputs + slot,
            Operand::Register(register) => first_temporary + places[register],
            Operand::State(_) | Operand::Time => usize::MAX,
        });
        Self { inputs, constants, begin, block, length: first_temporary + temporaries }
    }

    /// Fills `values` behind its inputs, for a stretch that begins at `begin`.
    pub(super) fn run(&self, begin: f64, values: &mut [f64]) {
        for &(index, constant) in &self.constants {
            values[index] = constant;
        }
        if let Some(index) = self.begin {
            values[index] = begin;
        }
        self.block.execute(values);
    }

    /// The filled slice for some inputs; inputs that are missing are not numbers.
    pub(super) fn filled(&self, begin: f64, inputs: &[f64]) -> Vec<f64> {
        let mut values: Vec<f64> = inputs.iter().copied().take(self.inputs).collect();
        values.resize(self.inputs, f64::NAN);
        values.resize(self.length, 0.0);
        self.run(begin, &mut values);
        values
    }
}

/// Formulas of parameters alone, evaluated together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Constants {
    preparation: Preparation,
    places: Vec<usize>,
}

impl Constants {
    pub(super) fn new(dag: &mut Dag, ids: &[Id], inputs: usize) -> Self {
        let mut derived = Derived::default();
        let places = ids
            .iter()
            .map(|&id| match *dag.node(id) {
                Node::Parameter(i) => i,
                _ => inputs + derived.slot(id),
            })
            .collect();
        Self { preparation: Preparation::new(dag, &mut derived, inputs), places }
    }

    pub(super) fn values(&self, inputs: &[f64]) -> Vec<f64> {
        let filled = self.preparation.filled(0.0, inputs);
        self.places.iter().map(|&place| filled[place]).collect()
    }
}
