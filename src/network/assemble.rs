//! From nodes to instructions.

use super::dag::{Class, Dag, Id, Node};
use super::shape::Shape;
use super::tape::{Block, Op};
use std::collections::{HashMap, HashSet};

/// Where an operand lies, before the places are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Operand {
    Parameter(usize),
    Derived(usize),
    State(usize),
    Time,
    Register(usize),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Term {
    pub(super) negative: bool,
    pub(super) factors: Vec<Operand>,
}

/// An instruction before the places are numbered.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pending {
    pub(super) op: Op,
    pub(super) out: Operand,
    pub(super) terms: Vec<Term>,
}

impl Pending {
    fn new(op: Op, out: Operand, mut terms: Vec<Term>) -> Self {
        if !matches!(op, Op::Power | Op::Choose) {
            terms.sort_by_key(|term| (core::cmp::Reverse(term.factors.len()), term.negative));
        }
        Self { op, out, terms }
    }

    pub(super) fn shape(&self) -> Shape {
        let mut shape = Shape::default();
        for term in &self.terms {
            shape.add(term.factors.len(), term.negative);
        }
        shape
    }
}

/// Σ weight · value.
pub(super) type Weighted = Vec<(f64, Operand)>;

/// Nodes kept in derived parameters: numbers, and what is constant over a stretch.
#[derive(Debug, Default)]
pub(super) struct Derived {
    pub(super) ids: Vec<Id>,
    slots: HashMap<Id, usize>,
}

impl Derived {
    pub(super) fn slot(&mut self, id: Id) -> usize {
        *self.slots.entry(id).or_insert_with(|| {
            self.ids.push(id);
            self.ids.len() - 1
        })
    }
}

/// How often the instructions will run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// At every evaluation: what is constant over a stretch is read from a derived parameter.
    Evaluation,
    /// Once per stretch.
    Stretch,
}

/// Writes instructions for nodes, each node once.
#[derive(Debug)]
pub(super) struct Assembler<'a> {
    pub(super) dag: &'a mut Dag,
    pub(super) derived: &'a mut Derived,
    pace: Pace,
    /// Reaction rates, computed once even where repeating them would be cheap.
    whole: &'a HashSet<Id>,
    uses: HashMap<Id, usize>,
    placed: HashMap<Id, Operand>,
    pub(super) work: Vec<Pending>,
    pub(super) registers: usize,
}

impl<'a> Assembler<'a> {
    pub(super) fn new(
        dag: &'a mut Dag,
        derived: &'a mut Derived,
        pace: Pace,
        whole: &'a HashSet<Id>,
    ) -> Self {
        let (uses, placed) = (HashMap::new(), HashMap::new());
        Self { dag, derived, pace, whole, uses, placed, work: Vec::new(), registers: 0 }
    }

    /// Counts how often each node will be read, from all that will be asked for.
    pub(super) fn count_uses(&mut self, roots: impl IntoIterator<Item = Id>) {
        let mut open: Vec<Id> = roots.into_iter().collect();
        while let Some(id) = open.pop() {
            let uses = self.uses.entry(id).or_default();
            *uses += 1;
            if *uses == 1 && !self.is_leaf(id) {
                open.extend(self.dag.parts(id));
            }
        }
    }

    /// One weighted sum per root.
    pub(super) fn gather(&mut self, roots: &[Id]) -> Vec<Weighted> {
        let mut sums = Vec::with_capacity(roots.len());
        for &root in roots {
            let mut terms = Vec::new();
            if root != Dag::ZERO {
                self.weigh(1.0, root, &mut terms);
            }
            sums.push(terms);
        }
        sums
    }

    /// `weight` times a node as terms of a weighted sum.
    fn weigh(&mut self, weight: f64, id: Id, terms: &mut Weighted) {
        let inside = !self.is_leaf(id) && !self.placed.contains_key(&id) && self.is_read_once(id);
        match self.dag.node(id).clone() {
            Node::Sum(inner) if inside || inner.len() == 1 => {
                for (c, id) in inner {
                    self.weigh(weight * c.value(), id, terms);
                }
            }
            _ => terms.push((weight, self.operand(id))),
        }
    }

    fn is_read_once(&self, id: Id) -> bool {
        self.uses.get(&id).is_none_or(|&uses| uses == 1)
    }

    /// Where a node's value lies, computed if it is not yet.
    pub(super) fn operand(&mut self, id: Id) -> Operand {
        if let Some(&placed) = self.placed.get(&id) {
            return placed;
        }
        let placed = match *self.dag.node(id) {
            Node::Parameter(i) => Operand::Parameter(i),
            Node::State(i) => Operand::State(i),
            Node::Time => Operand::Time,
            _ if self.is_leaf(id) => Operand::Derived(self.derived.slot(id)),
            _ => self.compute(id),
        };
        self.placed.insert(id, placed);
        placed
    }

    fn is_leaf(&self, id: Id) -> bool {
        match self.dag.node(id) {
            Node::Constant(_) | Node::Begin | Node::Parameter(_) => true,
            _ => self.pace == Pace::Evaluation && self.dag.class(id) <= Class::Stretch,
        }
    }

    fn compute(&mut self, id: Id) -> Operand {
        let (op, terms) = match self.dag.node(id).clone() {
            Node::Reciprocal(x) => (Op::Reciprocal, self.argument(x)),
            Node::Exp(x) => (Op::Exp, self.argument(x)),
            Node::Ln(x) => (Op::Ln, self.argument(x)),
            Node::Power(x, exponent) => (Op::Power, self.singles(&[x, exponent])),
            Node::Choose(four) => (Op::Choose, self.singles(&four)),
            _ => {
                let mut terms = Vec::new();
                self.expand(1.0, id, &mut terms);
                (Op::Sum, terms)
            }
        };
        let out = match self.derived.slots.get(&id) {
            Some(&slot) if self.pace == Pace::Stretch => Operand::Derived(slot),
            _ => {
                self.registers += 1;
                Operand::Register(self.registers - 1)
            }
        };
        self.work.push(Pending::new(op, out, terms));
        out
    }

    fn singles(&mut self, ids: &[Id]) -> Vec<Term> {
        ids.iter().map(|&id| Term { negative: false, factors: vec![self.operand(id)] }).collect()
    }

    /// A node as a sum of products inside the instruction that reads it.
    fn argument(&mut self, id: Id) -> Vec<Term> {
        let mut terms = Vec::new();
        self.term(1.0, id, &mut terms);
        terms
    }

    fn term(&mut self, coefficient: f64, id: Id, terms: &mut Vec<Term>) {
        if self.belongs_inside(coefficient, id) {
            self.expand(coefficient, id, terms);
        } else {
            let term = self.product(coefficient, vec![id]);
            terms.push(term);
        }
    }

    /// Whether a node is better computed inside the sum that reads it than on its own.
    fn belongs_inside(&self, coefficient: f64, id: Id) -> bool {
        if self.is_leaf(id) || self.placed.contains_key(&id) {
            return false;
        }
        let read_once = self.is_read_once(id);
        match self.dag.node(id) {
            Node::Product(factors) => {
                read_once || (factors.len() == 2 && !self.whole.contains(&id))
            }
            Node::Sum(terms) => read_once && (is_one(coefficient.abs()) || terms.len() == 1),
            Node::Share(..) => read_once,
            _ => false,
        }
    }

    fn expand(&mut self, coefficient: f64, id: Id, terms: &mut Vec<Term>) {
        match self.dag.node(id).clone() {
            Node::Sum(inner) => {
                for (c, id) in inner {
                    self.term(coefficient * c.value(), id, terms);
                }
            }
            Node::Product(factors) => {
                let term = self.product(coefficient, factors);
                terms.push(term);
            }
            Node::Share(a, b) => {
                let inverse = self.dag.share_inverse(a, b);
                let term = self.product(coefficient, vec![a, inverse]);
                terms.push(term);
            }
            _ => {
                let term = self.product(coefficient, vec![id]);
                terms.push(term);
            }
        }
    }

    /// coefficient · ∏ factors with at most three operands.
    fn product(&mut self, coefficient: f64, factors: Vec<Id>) -> Term {
        let mut fixed = Vec::new();
        let mut moving = Vec::new();
        for factor in factors {
            match *self.dag.node(factor) {
                _ if self.is_leaf(factor) => fixed.push(factor),
                Node::Share(a, b) if self.belongs_inside(1.0, factor) => {
                    moving.extend([a, self.dag.share_inverse(a, b)]);
                }
                _ => moving.push(factor),
            }
        }
        let size = coefficient.abs();
        if self.pace == Pace::Evaluation && (fixed.len() > 1 || !is_one(size)) {
            let size = self.dag.constant(size);
            fixed = vec![self.dag.product(fixed.into_iter().chain([size]))];
        } else if !is_one(size) {
            fixed.push(self.dag.constant(size));
        }
        if fixed.is_empty() && moving.is_empty() {
            fixed.push(Dag::ONE);
        }
        // Equal pairs are equal nodes, so a high power is a few squarings.
        while fixed.len() + moving.len() > 3 {
            let all = if moving.len() > 1 { &mut moving } else { &mut fixed };
            let pairs = all.chunks(2).map(|pair| self.dag.product(pair.iter().copied())).collect();
            *all = pairs;
        }
        let factors = fixed.into_iter().chain(moving).map(|id| self.operand(id)).collect();
        Term { negative: coefficient.is_sign_negative(), factors }
    }
}

/// Exactly one: a coefficient that need not be multiplied by.
fn is_one(size: f64) -> bool {
    size.to_bits() == 1.0_f64.to_bits()
}

/// Instructions with their places numbered.
pub(super) fn numbered(pending: &[Pending], place: impl Fn(Operand) -> usize) -> Block {
    // More than four thousand million places do not fit in memory.
    let index = |operand| u32::try_from(place(operand)).unwrap_or(u32::MAX);
    let mut block = Block::default();
    for instruction in pending {
        let factors = instruction.terms.iter().flat_map(|term| &term.factors);
        let factors = factors.map(|&factor| index(factor));
        block.push(instruction.op, instruction.shape(), index(instruction.out), factors);
    }
    block
}
