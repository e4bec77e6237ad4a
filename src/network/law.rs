//! Rate laws.

use super::{Expr, Parameter, Rule, Species};
use crate::units::Rate;

/// A rate constant: a [`Rate`], whose order is checked, or a formula, whose order is taken on trust.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RateConstant {
    /// A number that knows its order.
    Known(Rate),
    /// A formula in nM and seconds.
    Formula(Expr),
}

impl From<Rate> for RateConstant {
    fn from(rate: Rate) -> Self {
        Self::Known(rate)
    }
}

macro_rules! formula {
    ($($name:ty),*) => {$(
        impl From<$name> for RateConstant {
            fn from(formula: $name) -> Self {
                Self::Formula(formula.into())
            }
        }
    )*};
}
formula!(Expr, Parameter, Rule);

/// How fast a reaction runs, in nM/s of the compartment where it is measured.
///
/// That is the smallest compartment of the reactants, or of the products where there are no
/// reactants; the backward part of a reversible law is measured in the smallest compartment of
/// the products. [`Declared::within`](super::Declared::within) names another for both.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Law {
    /// k · ∏ reactants.
    MassAction {
        /// k, in nM and seconds.
        forward: RateConstant,
    },
    /// k₊ · ∏ reactants − k₋ · ∏ products.
    Reversible {
        /// k₊, in nM and seconds.
        forward: RateConstant,
        /// k₋, in nM and seconds.
        backward: RateConstant,
    },
    /// V · S / (K + S).
    MichaelisMenten {
        /// S.
        substrate: Species,
        /// V, in nM/s.
        maximum: Expr,
        /// K, in nM, above zero.
        half_saturation: Expr,
    },
    /// V · Sⁿ / (Kⁿ + Sⁿ), of max(S, 0).
    Hill {
        /// S.
        regulator: Species,
        /// V, in nM/s.
        maximum: Expr,
        /// K, in nM, above zero.
        half_saturation: Expr,
        /// n, above zero.
        exponent: Expr,
    },
    /// Any formula, in nM/s.
    Formula(Expr),
}

impl Law {
    /// A law that is any formula, in nM/s.
    pub fn formula(formula: impl Into<Expr>) -> Self {
        Self::Formula(formula.into())
    }

    /// Every formula in the law, with what it is there.
    pub(super) fn formulas(&self) -> Vec<(&'static str, &Expr)> {
        fn constant<'a>(
            what: &'static str,
            constant: &'a RateConstant,
        ) -> Option<(&'static str, &'a Expr)> {
            match constant {
                RateConstant::Known(_) => None,
                RateConstant::Formula(formula) => Some((what, formula)),
            }
        }
        match self {
            Self::MassAction { forward } => constant("forward", forward).into_iter().collect(),
            Self::Reversible { forward, backward } => constant("forward", forward)
                .into_iter()
                .chain(constant("backward", backward))
                .collect(),
            Self::MichaelisMenten { maximum, half_saturation, .. } => {
                vec![("maximum", maximum), ("half saturation", half_saturation)]
            }
            Self::Hill { maximum, half_saturation, exponent, .. } => vec![
                ("maximum", maximum),
                ("half saturation", half_saturation),
                ("exponent", exponent),
            ],
            Self::Formula(formula) => vec![("rate", formula)],
        }
    }

    /// The species the law names outside its formulas.
    pub(super) fn species(&self) -> Option<Species> {
        match *self {
            Self::MichaelisMenten { substrate, .. } => Some(substrate),
            Self::Hill { regulator, .. } => Some(regulator),
            _ => None,
        }
    }
}
