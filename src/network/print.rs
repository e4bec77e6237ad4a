//! Writing formulas so that they read back as the same.

use super::lexer::is_plain;
use super::{Expr, Network, Side};

/// How tightly a formula binds; a looser one inside a tighter place needs parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Signed,
    Power,
    Atom,
}

impl Network {
    /// A formula in the form that [`formula`](Self::formula) reads.
    pub fn text(&self, formula: &Expr) -> String {
        let mut text = String::new();
        self.write(formula, Binding::Sum, &mut text);
        text
    }

    /// An equation such as `2 A -> B`.
    pub(super) fn equation(&self, reactants: &Side, products: &Side) -> String {
        format!("{} -> {}", self.side(reactants), self.side(products))
    }

    fn side(&self, side: &Side) -> String {
        let terms: Vec<String> = side
            .counts()
            .iter()
            .map(|&(species, count)| {
                let name = self.name_of(&Expr::Species(species));
                if count == 1 { name } else { format!("{count} {name}") }
            })
            .collect();
        if terms.is_empty() { "0".into() } else { terms.join(" + ") }
    }

    fn name_of(&self, expr: &Expr) -> String {
        let name = match *expr {
            Expr::Species(species) => self.species.get(species.index()).map(|x| &x.name),
            Expr::Parameter(parameter) => self.parameters.get(parameter.index()).map(|x| &x.name),
            Expr::Rule(rule) => self.rules.get(rule.index()).map(|x| &x.name),
            _ => None,
        };
        match name {
            Some(name) if is_plain(name) => name.clone(),
            Some(name) => format!("'{}'", name.replace('\'', "''")),
            None => "'?'".into(),
        }
    }

    fn write(&self, expr: &Expr, place: Binding, text: &mut String) {
        let binding = binding(expr);
        if binding < place {
            text.push('(');
        }
        match expr {
            Expr::Number(x) => *text += &number(*x),
            Expr::Species(_) | Expr::Parameter(_) | Expr::Rule(_) => *text += &self.name_of(expr),
            Expr::Time => *text += "time",
            Expr::Negative(x) => {
                text.push('-');
                self.write(x, Binding::Signed, text);
            }
            Expr::Sum(terms) => self.write_sum(terms, text),
            Expr::Product(factors) => self.write_product(factors, text),
            Expr::Quotient(two) => {
                self.write(&two[0], Binding::Product, text);
                *text += " / ";
                self.write(&two[1], Binding::Signed, text);
            }
            Expr::Power(two) => {
                self.write(&two[0], Binding::Atom, text);
                text.push('^');
                self.write(&two[1], Binding::Atom, text);
            }
            Expr::Exp(x) => self.write_function("exp", &[x], text),
            Expr::Ln(x) => self.write_function("ln", &[x], text),
            Expr::Min(two) => self.write_function("min", &two.each_ref(), text),
            Expr::Max(two) => self.write_function("max", &two.each_ref(), text),
            Expr::Hill(three) => self.write_function("hill", &three.each_ref(), text),
            Expr::Piecewise(condition, two) => {
                let [left, right] = condition.sides().each_ref().map(|side| self.text(side));
                let [value, otherwise] = two.each_ref().map(|part| self.text(part));
                for part in
                    ["piecewise(", &value, ", ", &left, " < ", &right, ", ", &otherwise, ")"]
                {
                    *text += part;
                }
            }
        }
        if binding < place {
            text.push(')');
        }
    }

    fn write_sum(&self, terms: &[Expr], text: &mut String) {
        for (i, term) in terms.iter().enumerate() {
            match term {
                _ if i == 0 => self.write(term, Binding::Product, text),
                Expr::Negative(x) => {
                    *text += " - ";
                    self.write(x, Binding::Product, text);
                }
                Expr::Number(x) if x.is_sign_negative() => {
                    *text += " - ";
                    *text += &number(-x);
                }
                _ => {
                    *text += " + ";
                    self.write(term, Binding::Product, text);
                }
            }
        }
    }

    fn write_product(&self, factors: &[Expr], text: &mut String) {
        for (i, factor) in factors.iter().enumerate() {
            if i > 0 {
                *text += " * ";
            }
            let first = i == 0 && matches!(factor, Expr::Quotient(_));
            self.write(factor, if first { Binding::Product } else { Binding::Signed }, text);
        }
    }

    fn write_function(&self, name: &str, parts: &[&Expr], text: &mut String) {
        let parts: Vec<String> = parts.iter().map(|part| self.text(part)).collect();
        for part in [name, "(", &parts.join(", "), ")"] {
            *text += part;
        }
    }
}

fn binding(expr: &Expr) -> Binding {
    match expr {
        Expr::Number(x) if x.is_sign_negative() => Binding::Signed,
        Expr::Negative(_) => Binding::Signed,
        Expr::Sum(_) => Binding::Sum,
        Expr::Product(_) | Expr::Quotient(_) => Binding::Product,
        Expr::Power(_) => Binding::Power,
        _ => Binding::Atom,
    }
}

/// The shortest text that reads back as the same number.
fn number(x: f64) -> String {
    let size = x.abs();
    if size == 0.0 || (1e-4..1e6).contains(&size) { format!("{x}") } else { format!("{x:e}") }
}
