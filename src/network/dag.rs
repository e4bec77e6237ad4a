//! The equations as a graph in which every distinct quantity exists once.
//!
//! Making a node folds constants, merges like terms, gathers what is constant over a stretch into a
//! node of its own, and returns the node that already says the same.

use super::derivative::Variable;
use std::collections::HashMap;

/// A node of a [`Dag`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Id(u32);

impl Id {
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A number compared by its bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Bits(u64);

impl Bits {
    pub(super) fn of(value: f64) -> Self {
        // One zero: a term that vanishes has no sign.
        Self((value + 0.0).to_bits())
    }

    pub(super) fn value(self) -> f64 {
        f64::from_bits(self.0)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Constant(Bits),
    Parameter(usize),
    /// Time at which the present stretch began.
    Begin,
    State(usize),
    Time,
    /// Σ coefficient · node; a constant term is a coefficient of the node 1.
    Sum(Vec<(Bits, Id)>),
    Product(Vec<Id>),
    Reciprocal(Id),
    Exp(Id),
    Ln(Id),
    /// max(x, 0) to a power.
    Power(Id, Id),
    /// a / (a + b), kept whole because its derivative is a′b − ab′ over (a + b)², without cancellation.
    Share(Id, Id),
    /// The third where the first is less than the second, else the fourth.
    Choose([Id; 4]),
}

/// How often a node must be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Never: it is a number.
    Constant,
    /// Once per set of parameters.
    Input,
    /// Once per stretch between stops.
    Stretch,
    /// At every evaluation.
    Lane,
}

/// What a node depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reach(u8);

impl Reach {
    pub(super) const INPUT: Self = Self(1);
    pub(super) const BEGIN: Self = Self(2);
    pub(super) const TIME: Self = Self(4);
    pub(super) const STATE: Self = Self(8);

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn class(self) -> Class {
        match self.0 {
            0 => Class::Constant,
            1 => Class::Input,
            2 | 3 => Class::Stretch,
            _ => Class::Lane,
        }
    }
}

#[derive(Debug)]
pub(super) struct Dag {
    nodes: Vec<Node>,
    reach: Vec<Reach>,
    known: HashMap<Node, Id>,
    pub(super) derivatives: HashMap<(Id, Variable), Id>,
}

impl Dag {
    pub(super) const ZERO: Id = Id(0);
    pub(super) const ONE: Id = Id(1);

    pub(super) fn new() -> Self {
        let mut dag = Self {
            nodes: Vec::new(),
            reach: Vec::new(),
            known: HashMap::new(),
            derivatives: HashMap::new(),
        };
        dag.constant(0.0);
        dag.constant(1.0);
        dag
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id.index()]
    }

    pub(super) fn reach(&self, id: Id) -> Reach {
        self.reach[id.index()]
    }

    pub(super) fn class(&self, id: Id) -> Class {
        self.reach(id).class()
    }

    pub(super) fn value(&self, id: Id) -> Option<f64> {
        match self.node(id) {
            Node::Constant(bits) => Some(bits.value()),
            _ => None,
        }
    }

    /// The nodes a node is computed from.
    pub(super) fn parts(&self, id: Id) -> Vec<Id> {
        match self.node(id) {
            Node::Constant(_) | Node::Parameter(_) | Node::Begin | Node::State(_) | Node::Time => {
                Vec::new()
            }
            Node::Sum(terms) => terms.iter().map(|&(_, id)| id).collect(),
            Node::Product(factors) => factors.clone(),
            Node::Reciprocal(x) | Node::Exp(x) | Node::Ln(x) => vec![*x],
            Node::Power(a, b) | Node::Share(a, b) => vec![*a, *b],
            Node::Choose(four) => four.to_vec(),
        }
    }

    pub(super) fn constant(&mut self, value: f64) -> Id {
        self.intern(Node::Constant(Bits::of(value)))
    }

    pub(super) fn intern(&mut self, node: Node) -> Id {
        if let Some(&id) = self.known.get(&node) {
            return id;
        }
        // More than four thousand million nodes do not fit in memory.
        let id = Id(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(node.clone());
        let mut reach = match node {
            Node::Parameter(_) => Reach::INPUT,
            Node::Begin => Reach::BEGIN,
            Node::Time => Reach::TIME,
            Node::State(_) => Reach::STATE,
            _ => Reach::default(),
        };
        for part in self.parts(id) {
            reach.0 |= self.reach(part).0;
        }
        self.reach.push(reach);
        self.known.insert(node, id);
        id
    }

    /// Σ coefficient · node.
    pub(super) fn sum(&mut self, terms: impl IntoIterator<Item = (f64, Id)>) -> Id {
        let mut merged: Vec<(Id, f64)> = Vec::new();
        for (coefficient, id) in terms {
            let (inner, id) = self.unscaled(id);
            merged.push((id, coefficient * inner));
        }
        merged.sort_by_key(|&(id, _)| id);
        merged.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 += later.1;
            }
            same
        });
        merged.retain(|&(_, coefficient)| coefficient != 0.0);
        let (lane, constant): (Vec<_>, Vec<_>) =
            merged.into_iter().partition(|&(id, _)| self.class(id) == Class::Lane);
        if lane.is_empty() || constant.len() < 2 {
            return self.plain_sum(constant.into_iter().chain(lane));
        }
        let gathered = self.plain_sum(constant);
        self.plain_sum([(gathered, 1.0)].into_iter().chain(lane))
    }

    fn plain_sum(&mut self, terms: impl IntoIterator<Item = (Id, f64)>) -> Id {
        let terms: Vec<_> = terms.into_iter().map(|(id, c)| (Bits::of(c), id)).collect();
        match terms[..] {
            [] => Self::ZERO,
            [(c, Self::ONE)] => self.constant(c.value()),
            [(c, id)] if c == Bits::of(1.0) => id,
            _ => self.intern(Node::Sum(terms)),
        }
    }

    /// A node as coefficient times node.
    pub(super) fn unscaled(&self, id: Id) -> (f64, Id) {
        match self.node(id) {
            Node::Constant(bits) => (bits.value(), Self::ONE),
            Node::Sum(terms) if terms.len() == 1 => (terms[0].0.value(), terms[0].1),
            _ => (1.0, id),
        }
    }

    pub(super) fn scaled(&mut self, coefficient: f64, id: Id) -> Id {
        self.sum([(coefficient, id)])
    }

    pub(super) fn product(&mut self, factors: impl IntoIterator<Item = Id>) -> Id {
        let mut coefficient = 1.0;
        let mut flat = Vec::new();
        let mut open: Vec<Id> = factors.into_iter().collect();
        while let Some(factor) = open.pop() {
            let (inner, factor) = self.unscaled(factor);
            coefficient *= inner;
            match self.node(factor) {
                Node::Product(factors) => open.extend(factors),
                _ if factor == Self::ONE => {}
                _ => flat.push(factor),
            }
        }
        if coefficient == 0.0 {
            return Self::ZERO;
        }
        flat.sort_unstable();
        let (lane, constant): (Vec<_>, Vec<_>) =
            flat.into_iter().partition(|&id| self.class(id) == Class::Lane);
        let product = if lane.is_empty() || constant.len() < 2 {
            self.plain_product(constant.into_iter().chain(lane).collect())
        } else {
            let gathered = self.plain_product(constant);
            self.plain_product([gathered].into_iter().chain(lane).collect())
        };
        self.scaled(coefficient, product)
    }

    fn plain_product(&mut self, factors: Vec<Id>) -> Id {
        match factors[..] {
            [] => Self::ONE,
            [factor] => factor,
            _ => self.intern(Node::Product(factors)),
        }
    }
}
