//! Formulas of species, parameters, rules and time.

use super::{Parameter, Rule, Species};

/// A formula, in nM and seconds, of species, parameters, rules and time.
///
/// Built with `+ - * /` and the methods here; `ligand + receptor` between two species is a side of a
/// reaction, so write `Expr::from(ligand) + receptor` for their sum.
///
/// Where it is defined:
/// * powers with a constant whole exponent from −64 to 64 are products, defined everywhere;
/// * every other power xᵏ, and every Hill term, is that of max(x, 0), since a solver's trial states
///   may lie slightly below zero. Its derivative by x is 0 for x ≤ 0, the slope from the left: from the
///   right it is infinite at 0 for 0 < k < 1. (With a whole constant exponent in a Hill term, 0 itself has the
///   slope from the right.)
/// * a division by zero or the logarithm of zero gives a rate that is not finite, which a solver
///   reports as a failure;
/// * min and max have the derivative of the one chosen, at a tie that of the second for min and of the first for max.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Expr {
    /// A constant.
    Number(f64),
    /// Concentration of a species, nM.
    Species(Species),
    /// A parameter.
    Parameter(Parameter),
    /// The value of a rule.
    Rule(Rule),
    /// Time, s.
    Time,
    /// −x.
    Negative(Box<Expr>),
    /// The sum of all.
    Sum(Vec<Expr>),
    /// The product of all.
    Product(Vec<Expr>),
    /// The first over the second.
    Quotient(Box<[Expr; 2]>),
    /// The first to the power of the second.
    Power(Box<[Expr; 2]>),
    /// eˣ.
    Exp(Box<Expr>),
    /// Natural logarithm.
    Ln(Box<Expr>),
    /// The smaller of two.
    Min(Box<[Expr; 2]>),
    /// The larger of two.
    Max(Box<[Expr; 2]>),
    /// xⁿ / (kⁿ + xⁿ) of x, k and n, with max(x, 0) for x.
    Hill(Box<[Expr; 3]>),
    /// The first where the condition holds, else the second.
    Piecewise(Condition, Box<[Expr; 2]>),
}

/// Whether one formula is less than another.
///
/// A condition on time alone, linear in it, is a switch: the solver lands on it exactly, and from
/// then on the other side holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition(Box<[Expr; 2]>);

impl Condition {
    /// The two formulas: the condition holds where the first is less than the second.
    pub fn sides(&self) -> &[Expr; 2] {
        &self.0
    }
}

impl Expr {
    /// Time in seconds.
    pub const fn time() -> Self {
        Self::Time
    }

    /// This formula to a power.
    #[must_use]
    pub fn pow(self, exponent: impl Into<Expr>) -> Self {
        Self::Power(Box::new([self, exponent.into()]))
    }

    /// eˣ of this formula.
    #[must_use]
    pub fn exp(self) -> Self {
        Self::Exp(Box::new(self))
    }

    /// Natural logarithm of this formula.
    #[must_use]
    pub fn ln(self) -> Self {
        Self::Ln(Box::new(self))
    }

    /// The smaller of this formula and another.
    #[must_use]
    pub fn min(self, other: impl Into<Expr>) -> Self {
        Self::Min(Box::new([self, other.into()]))
    }

    /// The larger of this formula and another.
    #[must_use]
    pub fn max(self, other: impl Into<Expr>) -> Self {
        Self::Max(Box::new([self, other.into()]))
    }

    /// The condition that this formula is less than another.
    pub fn less_than(self, other: impl Into<Expr>) -> Condition {
        Condition(Box::new([self, other.into()]))
    }

    /// `value` where the condition holds, else `otherwise`.
    pub fn piecewise(
        value: impl Into<Expr>,
        condition: Condition,
        otherwise: impl Into<Expr>,
    ) -> Self {
        Self::Piecewise(condition, Box::new([value.into(), otherwise.into()]))
    }

    /// xⁿ / (kⁿ + xⁿ), of max(x, 0).
    pub fn hill(x: impl Into<Expr>, k: impl Into<Expr>, n: impl Into<Expr>) -> Self {
        Self::Hill(Box::new([x.into(), k.into(), n.into()]))
    }

    /// What competing inhibitors leave of a rate: 1 / (1 + Σ I / K) over pairs of I and K, both in nM.
    pub fn inhibition<I: Into<Expr>, K: Into<Expr>>(
        inhibitors: impl IntoIterator<Item = (I, K)>,
    ) -> Self {
        let one = Self::Number(1.0);
        let total =
            inhibitors.into_iter().fold(one.clone(), |sum, (i, k)| sum + i.into() / k.into());
        one / total
    }

    /// The formulas this one is made of.
    pub fn parts(&self) -> Vec<&Expr> {
        match self {
            Self::Number(_)
            | Self::Species(_)
            | Self::Parameter(_)
            | Self::Rule(_)
            | Self::Time => Vec::new(),
            Self::Negative(x) | Self::Exp(x) | Self::Ln(x) => vec![x],
            Self::Sum(all) | Self::Product(all) => all.iter().collect(),
            Self::Quotient(two) | Self::Power(two) | Self::Min(two) | Self::Max(two) => {
                two.iter().collect()
            }
            Self::Hill(three) => three.iter().collect(),
            Self::Piecewise(condition, two) => condition.0.iter().chain(two.iter()).collect(),
        }
    }

    /// Shows this formula and every formula in it.
    pub(super) fn visit(&self, see: &mut impl FnMut(&Expr)) {
        see(self);
        for part in self.parts() {
            part.visit(see);
        }
    }
}
