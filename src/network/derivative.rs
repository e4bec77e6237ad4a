//! Exact derivatives of nodes, and the functions whose nodes are made here.

use super::dag::{Bits, Dag, Id, Node, Reach};
use std::collections::HashMap;

/// What a derivative is taken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Variable {
    State(usize),
    Time,
}

impl Dag {
    pub(super) fn reciprocal(&mut self, x: Id) -> Id {
        let (coefficient, x) = self.unscaled(x);
        let inverse = match self.node(x).clone() {
            _ if x == Self::ONE => Self::ONE,
            Node::Reciprocal(inner) => inner,
            // What is constant over a stretch is inverted once per stretch.
            Node::Product(factors) if self.class(factors[0]) < self.class(x) => {
                let rest = self.product(factors[1..].iter().copied());
                let (first, rest) = (self.reciprocal(factors[0]), self.reciprocal(rest));
                self.product([first, rest])
            }
            _ => self.intern(Node::Reciprocal(x)),
        };
        self.scaled(1.0 / coefficient, inverse)
    }

    pub(super) fn exp(&mut self, x: Id) -> Id {
        match self.value(x) {
            Some(value) => self.constant(libm::exp(value)),
            None => self.intern(Node::Exp(x)),
        }
    }

    pub(super) fn ln(&mut self, x: Id) -> Id {
        match self.value(x) {
            Some(value) => self.constant(libm::log(value)),
            None => self.intern(Node::Ln(x)),
        }
    }

    /// max(x, 0) to a power.
    pub(super) fn power(&mut self, x: Id, exponent: Id) -> Id {
        match (self.value(x), self.value(exponent)) {
            (Some(x), Some(exponent)) => {
                self.constant(libm::pow(if x < 0.0 { 0.0 } else { x }, exponent))
            }
            (_, Some(0.0)) => Self::ONE,
            _ => self.intern(Node::Power(x, exponent)),
        }
    }

    /// a / (a + b).
    pub(super) fn share(&mut self, a: Id, b: Id) -> Id {
        if self.value(a).is_some() || self.value(b) == Some(0.0) {
            let inverse = self.share_inverse(a, b);
            return self.product([a, inverse]);
        }
        self.intern(Node::Share(a, b))
    }

    /// 1 / (a + b).
    pub(super) fn share_inverse(&mut self, a: Id, b: Id) -> Id {
        let sum = self.sum([(1.0, a), (1.0, b)]);
        self.reciprocal(sum)
    }

    /// `yes` where `a < b`, else `no`.
    pub(super) fn choose(&mut self, a: Id, b: Id, yes: Id, no: Id) -> Id {
        match (self.value(a), self.value(b)) {
            _ if yes == no => yes,
            (Some(a), Some(b)) => {
                if a < b {
                    yes
                } else {
                    no
                }
            }
            _ => self.intern(Node::Choose([a, b, yes, no])),
        }
    }

    /// max(x, 0), not a number where x is not.
    pub(super) fn positive_part(&mut self, x: Id) -> Id {
        self.choose(x, Self::ZERO, Self::ZERO, x)
    }

    /// `yes` where `d < 0`, else `no`; where `d` is not a number the result is neither.
    pub(super) fn choose_negative(&mut self, d: Id, yes: Id, no: Id) -> Id {
        let infinity = self.constant(f64::INFINITY);
        let no = self.choose(d, infinity, no, d);
        self.choose(d, Self::ZERO, yes, no)
    }

    /// The derivative of a node, exact.
    pub(super) fn derivative(&mut self, id: Id, by: Variable) -> Id {
        let variable = match by {
            Variable::State(_) => Reach::STATE,
            Variable::Time => Reach::TIME,
        };
        if !self.reach(id).has(variable) {
            return Self::ZERO;
        }
        if let Some(&known) = self.derivatives.get(&(id, by)) {
            return known;
        }
        let derivative = match self.node(id).clone() {
            Node::State(i) if by == Variable::State(i) => Self::ONE,
            Node::Time if by == Variable::Time => Self::ONE,
            Node::State(_) | Node::Time | Node::Constant(_) | Node::Parameter(_) | Node::Begin => {
                Self::ZERO
            }
            Node::Sum(terms) => self.sum_derivative(&terms, by),
            Node::Product(factors) => self.product_derivative(&factors, by),
            Node::Reciprocal(x) => {
                let slope = self.derivative(x, by);
                let product = self.product([slope, id, id]);
                self.scaled(-1.0, product)
            }
            Node::Exp(x) => {
                let slope = self.derivative(x, by);
                self.product([slope, id])
            }
            Node::Ln(x) => {
                let (slope, inverse) = (self.derivative(x, by), self.reciprocal(x));
                self.product([slope, inverse])
            }
            Node::Power(x, exponent) => self.power_derivative(id, x, exponent, by),
            Node::Share(a, b) => {
                let (da, db) = (self.derivative(a, by), self.derivative(b, by));
                let inverse = self.share_inverse(a, b);
                let up = self.product([da, b, inverse, inverse]);
                let down = self.product([a, db, inverse, inverse]);
                self.sum([(1.0, up), (-1.0, down)])
            }
            Node::Choose([a, b, yes, no]) => {
                let (yes, no) = (self.derivative(yes, by), self.derivative(no, by));
                self.choose(a, b, yes, no)
            }
        };
        self.derivatives.insert((id, by), derivative);
        derivative
    }

    fn sum_derivative(&mut self, terms: &[(Bits, Id)], by: Variable) -> Id {
        let terms: Vec<_> =
            terms.iter().map(|&(c, term)| (c.value(), self.derivative(term, by))).collect();
        self.sum(terms)
    }

    fn product_derivative(&mut self, factors: &[Id], by: Variable) -> Id {
        let mut terms = Vec::new();
        for (i, &factor) in factors.iter().enumerate() {
            let slope = self.derivative(factor, by);
            if slope != Self::ZERO {
                let others = factors.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, &f)| f);
                let term: Vec<Id> = others.chain([slope]).collect();
                terms.push((1.0, self.product(term)));
            }
        }
        self.sum(terms)
    }

    /// Derivative of p = max(x, 0)ᵏ: p (k x′ / x + k′ ln x) for x > 0, else 0.
    fn power_derivative(&mut self, p: Id, x: Id, exponent: Id, by: Variable) -> Id {
        // Below the smallest normal number 1/x would overflow.
        let least = self.constant(f64::MIN_POSITIVE);
        let inverse = self.reciprocal(x);
        let base = self.product([exponent, p, inverse]);
        let base = self.choose(x, least, Self::ZERO, base);
        let logarithm = self.ln(x);
        let logarithm = self.product([p, logarithm]);
        let logarithm = self.choose(x, least, Self::ZERO, logarithm);
        let (dx, dk) = (self.derivative(x, by), self.derivative(exponent, by));
        let (base, logarithm) = (self.product([base, dx]), self.product([logarithm, dk]));
        self.sum([(1.0, base), (1.0, logarithm)])
    }

    /// The node with zero for the time.
    pub(super) fn at_time_zero(&mut self, id: Id) -> Id {
        self.substituted(id, &mut HashMap::new())
    }

    fn substituted(&mut self, id: Id, known: &mut HashMap<Id, Id>) -> Id {
        if !self.reach(id).has(Reach::TIME) {
            return id;
        }
        if let Some(&done) = known.get(&id) {
            return done;
        }
        let node = self.node(id).clone();
        let parts: Vec<Id> =
            self.parts(id).into_iter().map(|part| self.substituted(part, known)).collect();
        let result = match (node, &parts[..]) {
            (Node::Sum(terms), _) => {
                let terms = terms.iter().zip(&parts).map(|(&(c, _), &part)| (c.value(), part));
                self.sum(terms)
            }
            (Node::Product(_), _) => self.product(parts),
            (Node::Reciprocal(_), &[x]) => self.reciprocal(x),
            (Node::Exp(_), &[x]) => self.exp(x),
            (Node::Ln(_), &[x]) => self.ln(x),
            (Node::Power(..), &[x, exponent]) => self.power(x, exponent),
            (Node::Share(..), &[a, b]) => self.share(a, b),
            (Node::Choose(_), &[a, b, yes, no]) => self.choose(a, b, yes, no),
            _ => Self::ZERO,
        };
        known.insert(id, result);
        result
    }
}
