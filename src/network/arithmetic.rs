//! `+ - * /` between formulas, numbers and declared names.

use super::{Expr, Parameter, Rule, Species};
use core::ops::{Add, Div, Mul, Neg, Sub};

macro_rules! becomes {
    ($($name:ident),*) => {$(
        impl From<$name> for Expr {
            fn from(name: $name) -> Self {
                Self::$name(name)
            }
        }
    )*};
}
becomes!(Species, Parameter, Rule);

impl From<f64> for Expr {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&Expr> for Expr {
    fn from(expr: &Expr) -> Self {
        expr.clone()
    }
}

// Sums and products grow to the right, so that one built in a loop stays flat.
impl<T: Into<Expr>> Add<T> for Expr {
    type Output = Expr;
    fn add(self, other: T) -> Expr {
        let mut terms = match self {
            Expr::Sum(terms) => terms,
            single => vec![single],
        };
        terms.push(other.into());
        Expr::Sum(terms)
    }
}

impl<T: Into<Expr>> Mul<T> for Expr {
    type Output = Expr;
    fn mul(self, other: T) -> Expr {
        let mut factors = match self {
            Expr::Product(factors) => factors,
            single => vec![single],
        };
        factors.push(other.into());
        Expr::Product(factors)
    }
}

impl<T: Into<Expr>> Sub<T> for Expr {
    type Output = Expr;
    fn sub(self, other: T) -> Expr {
        self + -other.into()
    }
}

impl<T: Into<Expr>> Div<T> for Expr {
    type Output = Expr;
    fn div(self, other: T) -> Expr {
        Expr::Quotient(Box::new([self, other.into()]))
    }
}

impl Neg for Expr {
    type Output = Expr;
    fn neg(self) -> Expr {
        match self {
            Expr::Number(x) => Expr::Number(-x),
            other => Expr::Negative(Box::new(other)),
        }
    }
}

macro_rules! operator {
    ($trait:ident $method:ident: any on $($left:ty),*; $(number on $right:ty),*) => {
        $(impl<T: Into<Expr>> $trait<T> for $left {
            type Output = Expr;
            fn $method(self, other: T) -> Expr {
                $trait::$method(Expr::from(self), other)
            }
        })*
        $(impl $trait<$right> for f64 {
            type Output = Expr;
            fn $method(self, other: $right) -> Expr {
                $trait::$method(Expr::Number(self), other)
            }
        })*
    };
}
operator!(Add add: any on Parameter, Rule;
    number on Expr, number on Species, number on Parameter, number on Rule);
operator!(Sub sub: any on Species, Parameter, Rule;
    number on Expr, number on Species, number on Parameter, number on Rule);
operator!(Mul mul: any on Species, Parameter, Rule;
    number on Expr, number on Species, number on Parameter, number on Rule);
operator!(Div div: any on Species, Parameter, Rule;
    number on Expr, number on Species, number on Parameter, number on Rule);

macro_rules! species_plus {
    ($($right:ty),*) => {$(
        impl Add<$right> for Species {
            type Output = Expr;
            fn add(self, other: $right) -> Expr {
                Expr::Species(self) + other
            }
        }
    )*};
}
species_plus!(Expr, Parameter, Rule, f64);

macro_rules! negative {
    ($($name:ty),*) => {$(
        impl Neg for $name {
            type Output = Expr;
            fn neg(self) -> Expr {
                -Expr::from(self)
            }
        }
    )*};
}
negative!(Species, Parameter, Rule);
