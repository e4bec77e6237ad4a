//! From declared formulas and laws to nodes of the graph.

use super::dag::{Class, Dag, Id, Node, Reach};
use super::derivative::Variable;
use super::reaction::Reaction;
use super::{Condition, Expr, Law, Mistake, Network, RateConstant, Side};

/// Exponents up to this one are written as products.
const LARGEST_PRODUCT: f64 = 64.0;

/// A Hill term at which (x/k)ⁿ is this large is 1 to all digits.
const SATURATED: f64 = 1e300;

/// With exponents up to this one (x/k)ⁿ never overflows.
const GENTLE_EXPONENT: f64 = 8.0;

/// Something that must be positive at the default values.
#[derive(Debug)]
pub(super) struct MustBePositive {
    pub(super) id: Id,
    pub(super) place: String,
    pub(super) what: &'static str,
}

/// Turns a network's formulas into nodes, and notes what comes up on the way.
#[derive(Debug)]
pub(super) struct Lowering<'a> {
    pub(super) dag: &'a mut Dag,
    rules: Vec<Id>,
    place: String,
    pub(super) switches: Vec<Id>,
    pub(super) positive: Vec<MustBePositive>,
    pub(super) mistakes: Vec<Mistake>,
}

impl<'a> Lowering<'a> {
    /// Starts with the rules, `order`ed so that each comes after those it needs.
    pub(super) fn new(network: &Network, dag: &'a mut Dag, order: &[usize]) -> Self {
        let mut lowering = Self {
            dag,
            rules: vec![Dag::ZERO; network.rules.len()],
            place: String::new(),
            switches: Vec::new(),
            positive: Vec::new(),
            mistakes: Vec::new(),
        };
        for &i in order {
            let rule = &network.rules[i];
            lowering.rules[i] = lowering.formula(&format!("rule `{}`", rule.name), &rule.formula);
        }
        lowering
    }

    /// The rules' values.
    pub(super) fn rules(&self) -> &[Id] {
        &self.rules
    }

    pub(super) fn formula(&mut self, place: &str, formula: &Expr) -> Id {
        self.place.clear();
        self.place.push_str(place);
        self.lower(formula)
    }

    /// The net rate of a reaction in nM/s, where the backward part is measured in a compartment
    /// `ratio` times as large as the forward part.
    pub(super) fn rate(&mut self, reaction: &Reaction, ratio: f64) -> Id {
        self.place = format!("reaction `{}`", reaction.name);
        match &reaction.law {
            Law::MassAction { forward } => self.mass_action(forward, &reaction.reactants),
            Law::Reversible { forward, backward } => {
                let forward = self.mass_action(forward, &reaction.reactants);
                let backward = self.mass_action(backward, &reaction.products);
                self.dag.sum([(1.0, forward), (-ratio, backward)])
            }
            Law::MichaelisMenten { substrate, maximum, half_saturation } => {
                let maximum = self.lower(maximum);
                let half = self.lower(half_saturation);
                self.must_be_positive(half, "half saturation");
                let substrate = self.dag.intern(Node::State(substrate.index()));
                let share = self.dag.share(substrate, half);
                self.dag.product([maximum, share])
            }
            Law::Hill { regulator, maximum, half_saturation, exponent } => {
                let maximum = self.lower(maximum);
                let half = self.lower(half_saturation);
                let exponent = self.lower(exponent);
                let regulator = self.dag.intern(Node::State(regulator.index()));
                let hill = self.hill(regulator, half, exponent);
                self.dag.product([maximum, hill])
            }
            Law::Formula(formula) => self.lower(formula),
        }
    }

    fn mass_action(&mut self, constant: &RateConstant, side: &Side) -> Id {
        let constant = match constant {
            RateConstant::Known(rate) => self.dag.constant(rate.value()),
            RateConstant::Formula(formula) => self.lower(formula),
        };
        let mut factors = vec![constant];
        for &(species, count) in side.counts() {
            let state = self.dag.intern(Node::State(species.index()));
            factors.extend((0..count).map(|_| state));
        }
        self.dag.product(factors)
    }

    fn lower(&mut self, expr: &Expr) -> Id {
        match expr {
            Expr::Number(x) => self.dag.constant(*x),
            Expr::Species(species) => self.dag.intern(Node::State(species.index())),
            Expr::Parameter(parameter) => self.dag.intern(Node::Parameter(parameter.index())),
            Expr::Rule(rule) => self.rules[rule.index()],
            Expr::Time => self.dag.intern(Node::Time),
            Expr::Negative(_) | Expr::Sum(_) => {
                let mut terms = Vec::new();
                self.gather(expr, 1.0, &mut terms);
                self.dag.sum(terms)
            }
            Expr::Product(factors) => {
                let factors: Vec<Id> = factors.iter().map(|x| self.lower(x)).collect();
                self.dag.product(factors)
            }
            Expr::Quotient(two) => {
                let [over, under] = self.both(two);
                let inverse = self.dag.reciprocal(under);
                self.dag.product([over, inverse])
            }
            Expr::Power(two) => {
                let [base, exponent] = self.both(two);
                self.power(base, exponent)
            }
            Expr::Exp(x) => {
                let x = self.lower(x);
                self.dag.exp(x)
            }
            Expr::Ln(x) => {
                let x = self.lower(x);
                self.dag.ln(x)
            }
            Expr::Min(two) => {
                let [a, b] = self.both(two);
                {
                    let d = self.difference(two);
                    self.where_negative(d, a, b)
                }
            }
            Expr::Max(two) => {
                let [a, b] = self.both(two);
                {
                    let d = self.difference(two);
                    self.where_negative(d, b, a)
                }
            }
            Expr::Hill(three) => {
                let [x, k, n] = three.each_ref().map(|part| self.lower(part));
                self.hill(x, k, n)
            }
            Expr::Piecewise(condition, two) => {
                let [value, otherwise] = self.both(two);
                self.condition(condition, value, otherwise)
            }
        }
    }

    fn both(&mut self, two: &[Expr; 2]) -> [Id; 2] {
        two.each_ref().map(|part| self.lower(part))
    }

    /// Terms of nested sums, so that a + b − (c + d) is one sum.
    fn gather(&mut self, expr: &Expr, sign: f64, terms: &mut Vec<(f64, Id)>) {
        match expr {
            Expr::Negative(x) => self.gather(x, -sign, terms),
            Expr::Sum(all) => all.iter().for_each(|x| self.gather(x, sign, terms)),
            _ => terms.push((sign, self.lower(expr))),
        }
    }

    fn power(&mut self, base: Id, exponent: Id) -> Id {
        match self.dag.value(exponent) {
            Some(n) if n.fract() == 0.0 && n.abs() <= LARGEST_PRODUCT => {
                let product = self.whole_power(base, n.abs());
                if n < 0.0 { self.dag.reciprocal(product) } else { product }
            }
            _ => {
                let base = self.kinked_in_time(base);
                self.dag.power(base, exponent)
            }
        }
    }

    fn whole_power(&mut self, base: Id, exponent: f64) -> Id {
        let mut factors = Vec::new();
        let mut left = exponent;
        while left > 0.0 {
            factors.push(base);
            left -= 1.0;
        }
        self.dag.product(factors)
    }

    fn hill(&mut self, x: Id, k: Id, n: Id) -> Id {
        self.must_be_positive(k, "half saturation");
        self.must_be_positive(n, "exponent");
        let x = self.kinked_in_time(x);
        let x = self.dag.positive_part(x);
        // As (x/k)ⁿ / ((x/k)ⁿ + 1), so that kⁿ can neither vanish nor overflow.
        let inverse = self.dag.reciprocal(k);
        let relative = self.dag.product([x, inverse]);
        let raised = self.power(relative, n);
        let capped = if self.dag.value(n).is_some_and(|n| n <= GENTLE_EXPONENT) {
            raised
        } else {
            let cap = self.dag.constant(SATURATED);
            self.dag.choose(cap, raised, cap, raised)
        };
        self.dag.share(capped, Dag::ONE)
    }

    fn must_be_positive(&mut self, id: Id, what: &'static str) {
        if self.dag.class(id) <= Class::Input && !self.positive.iter().any(|known| known.id == id) {
            let place = self.place.clone();
            self.positive.push(MustBePositive { id, place, what });
        }
    }

    /// `value` where the condition holds; a condition on time must be a switch.
    fn condition(&mut self, condition: &Condition, yes: Id, no: Id) -> Id {
        let d = self.difference(condition.sides());
        let mistake = Mistake::SwitchingTime { place: self.place.clone() };
        if self.on_time_alone(d) && self.switch(d).is_none() && !self.mistakes.contains(&mistake) {
            self.mistakes.push(mistake);
        }
        self.where_negative(d, yes, no)
    }

    /// `yes` where d < 0, else `no`.
    fn where_negative(&mut self, d: Id, yes: Id, no: Id) -> Id {
        let side = self.switch(d).unwrap_or(d);
        self.dag.choose_negative(side, yes, no)
    }

    /// max(x, 0) if x crosses zero at a time that can be told, so that the kink becomes a stop; else x.
    fn kinked_in_time(&mut self, x: Id) -> Id {
        match self.switch(x) {
            Some(side) => self.dag.choose_negative(side, Dag::ZERO, x),
            None => x,
        }
    }

    fn difference(&mut self, sides: &[Expr; 2]) -> Id {
        let [a, b] = self.both(sides);
        self.dag.sum([(1.0, a), (-1.0, b)])
    }

    fn on_time_alone(&self, d: Id) -> bool {
        let reach = self.dag.reach(d);
        reach.has(Reach::TIME) && !reach.has(Reach::STATE)
    }

    /// Without this a step in time, flat on both sides, would pass for a constant.
    fn is_polynomial_in_time(&self, id: Id) -> bool {
        let plain = matches!(self.dag.node(id), Node::Time | Node::Sum(_) | Node::Product(_));
        let within = |part| self.is_polynomial_in_time(part);
        !self.dag.reach(id).has(Reach::TIME)
            || (plain && self.dag.parts(id).into_iter().all(within))
    }

    /// For a d that depends on time alone and is linear in it: a node, constant over each stretch,
    /// that is negative where d is. The time at which d changes sign is noted.
    fn switch(&mut self, d: Id) -> Option<Id> {
        if !self.on_time_alone(d) || !self.is_polynomial_in_time(d) {
            return None;
        }
        let slope = self.dag.derivative(d, Variable::Time);
        let start = self.dag.at_time_zero(d);
        if self.dag.class(slope) > Class::Input || self.dag.class(start) > Class::Input {
            return None;
        }
        let dag = &mut *self.dag;
        let inverse = dag.reciprocal(slope);
        let when = dag.product([start, inverse]);
        let when = dag.scaled(-1.0, when);
        let (begin, minus) = (dag.intern(Node::Begin), dag.constant(-1.0));
        // From the switching time on, the other side holds.
        let rising = dag.choose(begin, when, minus, Dag::ONE);
        let falling = dag.choose(begin, when, Dag::ONE, minus);
        let otherwise = dag.choose(slope, Dag::ZERO, falling, start);
        let side = dag.choose(Dag::ZERO, slope, rising, otherwise);
        if !self.switches.contains(&when) {
            self.switches.push(when);
        }
        Some(side)
    }
}
