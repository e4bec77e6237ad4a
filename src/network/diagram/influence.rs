//! What a rate depends on, and in which direction.
//!
//! Species, parameters and time count as zero or more. Where a factor may be negative, the direction of the others is
//! left open.

use super::super::{Expr, Network};
use std::collections::BTreeMap;

/// What more of a species does to a reaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// The reaction runs faster.
    Speeds,
    /// The reaction runs slower.
    Slows,
    /// Faster or slower, as the case may be.
    Either,
}

impl Effect {
    const fn reversed(self) -> Self {
        match self {
            Self::Speeds => Self::Slows,
            Self::Slows => Self::Speeds,
            Self::Either => Self::Either,
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Either }
    }
}

/// What a formula may depend on besides time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quantity {
    Species(usize),
    Parameter(usize),
}

/// All that a formula depends on, and whether it may be negative.
#[derive(Debug, Clone, Default)]
pub(super) struct Influence {
    effects: BTreeMap<Quantity, Effect>,
    may_be_negative: bool,
}

impl Influence {
    pub(super) fn add(&mut self, quantity: Quantity, effect: Effect) {
        let known = self.effects.entry(quantity).or_insert(effect);
        *known = known.and(effect);
    }

    /// Adds what another part of the same formula depends on.
    pub(super) fn join(&mut self, other: Self) {
        for (quantity, effect) in other.effects {
            self.add(quantity, effect);
        }
        self.may_be_negative |= other.may_be_negative;
    }

    pub(super) fn reversed(mut self) -> Self {
        for effect in self.effects.values_mut() {
            *effect = effect.reversed();
        }
        self
    }

    pub(super) fn unclear(mut self) -> Self {
        for effect in self.effects.values_mut() {
            *effect = Effect::Either;
        }
        self
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Quantity, Effect)> {
        self.effects.iter().map(|(&quantity, &effect)| (quantity, effect))
    }

    fn negative(self, may_be_negative: bool) -> Self {
        Self { may_be_negative, ..self }
    }

    fn of(quantity: Quantity) -> Self {
        Self { effects: BTreeMap::from([(quantity, Effect::Speeds)]), may_be_negative: false }
    }

    /// Of the factors of a product.
    fn product(factors: Vec<Self>) -> Self {
        let negative = factors.iter().filter(|factor| factor.may_be_negative).count();
        let mut all = Self::default();
        for factor in factors {
            let others = negative - usize::from(factor.may_be_negative);
            all.join(if others == 0 { factor } else { factor.unclear() });
        }
        all
    }
}

/// Reads formulas of a network; each rule once.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    network: &'a Network,
    rules: BTreeMap<usize, Influence>,
}

impl<'a> Reader<'a> {
    /// Reads the rules, each after those it needs.
    pub(super) fn new(network: &'a Network) -> Self {
        let mut reader = Self { network, rules: BTreeMap::new() };
        for rule in network.rule_order().unwrap_or_default() {
            let found = reader.influence(&reader.network.rules[rule].formula);
            reader.rules.insert(rule, found);
        }
        reader
    }

    pub(super) fn influence(&self, formula: &Expr) -> Influence {
        match formula {
            Expr::Number(x) => Influence::default().negative(*x < 0.0),
            Expr::Time => Influence::default(),
            Expr::Species(species) => Influence::of(Quantity::Species(species.index())),
            Expr::Parameter(parameter) => Influence::of(Quantity::Parameter(parameter.index())),
            Expr::Rule(rule) => self.rules.get(&rule.index()).cloned().unwrap_or_default(),
            Expr::Negative(x) => self.influence(x).reversed().negative(true),
            Expr::Sum(all) => self.joined(all),
            Expr::Min(two) => self.joined(&two[..]),
            Expr::Max(two) => {
                let [first, second] = two.each_ref().map(|part| self.influence(part));
                let negative = first.may_be_negative && second.may_be_negative;
                let mut both = first;
                both.join(second);
                both.negative(negative)
            }
            Expr::Product(all) => {
                Influence::product(all.iter().map(|factor| self.influence(factor)).collect())
            }
            Expr::Quotient(two) => {
                let [above, below] = two.each_ref().map(|part| self.influence(part));
                Influence::product(vec![above, below.reversed()])
            }
            Expr::Power(two) => self.power(two),
            Expr::Exp(x) => self.influence(x).negative(false),
            Expr::Ln(x) => self.influence(x).negative(true),
            Expr::Hill(three) => {
                let [x, half, exponent] = three.each_ref().map(|part| self.influence(part));
                let mut all = x;
                all.join(half.reversed());
                all.join(exponent.unclear());
                all.negative(false)
            }
            Expr::Piecewise(condition, two) => {
                let mut all = self.joined(&two[..]);
                let negative = all.may_be_negative;
                for side in condition.sides() {
                    all.join(self.influence(side).unclear());
                }
                all.negative(negative)
            }
        }
    }

    fn joined(&self, parts: &[Expr]) -> Influence {
        let mut all = Influence::default();
        for part in parts {
            all.join(self.influence(part));
        }
        all
    }

    fn power(&self, two: &[Expr; 2]) -> Influence {
        let [base, exponent] = two.each_ref().map(|part| self.influence(part));
        let negative = base.may_be_negative;
        // An even power falls below zero and rises above it.
        let base = match &two[1] {
            _ if negative => base.unclear(),
            Expr::Number(x) if *x < 0.0 => base.reversed(),
            _ if exponent.may_be_negative => base.unclear(),
            _ => base,
        };
        let mut both = base;
        both.join(exponent.unclear());
        both.negative(negative)
    }
}
