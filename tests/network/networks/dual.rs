//! Formulas and laws evaluated with dual numbers, independently of the compiler.

use super::Point;
use jakstat::network::{Condition, Expr, Law, RateConstant, Side};
use num_dual::{Dual64, DualNum};

/// Values of states, inputs, rules and time, with their derivatives by one of them.
#[derive(Debug, Clone)]
pub struct Duals<'a> {
    pub y: Vec<Dual64>,
    pub p: &'a [f64],
    pub t: Dual64,
    pub rules: &'a [Expr],
}

impl<'a> Duals<'a> {
    /// Derivatives by state `by`, or by time if there is no such state.
    pub fn new(point: &'a Point, rules: &'a [Expr], by: usize) -> Self {
        let seed = |is| Dual64::new(0.0, f64::from(u8::from(is)));
        let y = point.y.iter().enumerate().map(|(i, &x)| seed(i == by) + x).collect();
        let t = seed(by >= point.y.len()) + point.t;
        Self { y, p: &point.inputs, t, rules }
    }

    pub fn formula(&self, expr: &Expr) -> Dual64 {
        let two = |two: &[Expr; 2]| (self.formula(&two[0]), self.formula(&two[1]));
        match expr {
            Expr::Number(x) => Dual64::from(*x),
            Expr::Species(species) => self.y[species.index()],
            Expr::Parameter(parameter) => Dual64::from(self.p[parameter.index()]),
            Expr::Rule(rule) => self.formula(&self.rules[rule.index()]),
            Expr::Time => self.t,
            Expr::Negative(x) => -self.formula(x),
            Expr::Sum(all) => all.iter().map(|x| self.formula(x)).sum(),
            Expr::Product(all) => {
                all.iter().fold(Dual64::from(1.0), |product, x| product * self.formula(x))
            }
            Expr::Quotient(pair) => two(pair).0 / two(pair).1,
            Expr::Power(pair) => {
                let (base, exponent) = two(pair);
                match pair[1] {
                    Expr::Number(n) if n.fract() == 0.0 && n.abs() <= 64.0 => base.powi(n as i32),
                    _ => power(base, exponent),
                }
            }
            Expr::Exp(x) => self.formula(x).exp(),
            Expr::Ln(x) => self.formula(x).ln(),
            Expr::Min(pair) => {
                let (a, b) = two(pair);
                if a.re < b.re { a } else { b }
            }
            Expr::Max(pair) => {
                let (a, b) = two(pair);
                if a.re < b.re { b } else { a }
            }
            Expr::Hill(three) => {
                let [x, k, n] = three.each_ref().map(|part| self.formula(part));
                hill(x, k, n)
            }
            Expr::Piecewise(condition, pair) => {
                let (value, otherwise) = two(pair);
                if self.holds(condition) { value } else { otherwise }
            }
            _ => panic!("a formula this test does not know"),
        }
    }

    fn holds(&self, condition: &Condition) -> bool {
        let [left, right] = condition.sides().each_ref().map(|side| self.formula(side).re);
        left < right
    }

    pub fn law(&self, law: &Law, reactants: &Side, products: &Side, ratio: f64) -> Dual64 {
        let action = |constant: &RateConstant, side: &Side| {
            let constant = match constant {
                RateConstant::Known(rate) => Dual64::from(rate.value()),
                RateConstant::Formula(formula) => self.formula(formula),
                _ => panic!("a rate constant this test does not know"),
            };
            side.counts().iter().fold(constant, |rate, &(s, n)| rate * self.y[s.index()].powi(n))
        };
        match law {
            Law::MassAction { forward } => action(forward, reactants),
            Law::Reversible { forward, backward } => {
                action(forward, reactants) - action(backward, products) * ratio
            }
            Law::MichaelisMenten { substrate, maximum, half_saturation } => {
                let s = self.y[substrate.index()];
                self.formula(maximum) * s / (self.formula(half_saturation) + s)
            }
            Law::Hill { regulator, maximum, half_saturation, exponent } => {
                let (k, n) = (self.formula(half_saturation), self.formula(exponent));
                self.formula(maximum) * hill(self.y[regulator.index()], k, n)
            }
            Law::Formula(formula) => self.formula(formula),
            _ => panic!("a law this test does not know"),
        }
    }
}

fn power(base: Dual64, exponent: Dual64) -> Dual64 {
    if base.re > 0.0 {
        (exponent * base.ln()).exp()
    } else {
        Dual64::from(0.0_f64.powf(exponent.re))
    }
}

fn hill(x: Dual64, k: Dual64, n: Dual64) -> Dual64 {
    if x.re > 0.0 {
        // Written so that nothing cancels at saturation.
        Dual64::from(1.0) / (power(k / x, n) + 1.0)
    } else {
        Dual64::from(0.0)
    }
}
