//! Reading formulas such as `k * A / (K + A)` and equations such as `2 A -> B`.

use super::lexer::{Problem, Quoted, Token, tokens};
use super::{Condition, Expr};
use crate::closest::closest;

/// Formulas nested deeper than this are refused.
const DEEPEST: usize = 100;

const FUNCTIONS: [&str; 7] = ["exp", "ln", "min", "max", "pow", "hill", "piecewise"];

/// Reads a formula; `known` says what a name stands for.
pub(super) fn formula(text: &str, known: &mut dyn FnMut(&str) -> Expr) -> Result<Expr, Problem> {
    let mut reader = Reader::new(text, known)?;
    let formula = reader.sum()?;
    reader.end()?;
    Ok(formula)
}

/// Reads an equation into the names and counts of both sides.
pub(super) fn equation(text: &str) -> Result<[Vec<(String, i32)>; 2], Problem> {
    let mut unused = |_: &str| Expr::Time;
    let mut reader = Reader::new(text, &mut unused)?;
    let left = reader.side()?;
    reader.expect("->")?;
    let right = reader.side()?;
    reader.end()?;
    Ok([left, right])
}

/// A condition, and whether it was written the other way round.
enum Order {
    Less(Condition),
    NotLess(Condition),
}

struct Reader<'a> {
    tokens: Vec<(usize, Token)>,
    next: usize,
    length: usize,
    depth: usize,
    known: &'a mut dyn FnMut(&str) -> Expr,
}

impl<'a> Reader<'a> {
    fn new(text: &str, known: &'a mut dyn FnMut(&str) -> Expr) -> Result<Self, Problem> {
        let length = text.chars().count();
        Ok(Self { tokens: tokens(text)?, next: 0, length, depth: 0, known })
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn wrong<T>(&self, problem: impl Into<String>) -> Result<T, Problem> {
        let at = self.tokens.get(self.next).map_or(self.length, |&(at, _)| at);
        Err(Problem { at, problem: problem.into() })
    }

    /// The next sign if it is one of these.
    fn sign(&mut self, signs: &[&str]) -> Option<&'static str> {
        match self.peek() {
            Some(&Token::Sign(sign)) if signs.contains(&sign) => {
                self.next += 1;
                Some(sign)
            }
            _ => None,
        }
    }

    fn expect(&mut self, sign: &str) -> Result<(), Problem> {
        match self.sign(&[sign]) {
            Some(_) => Ok(()),
            None => self.wrong(format!("`{sign}` is expected here")),
        }
    }

    fn end(&self) -> Result<(), Problem> {
        if self.peek().is_none() { Ok(()) } else { self.wrong("the end is expected here") }
    }

    fn sum(&mut self) -> Result<Expr, Problem> {
        let mut sum = self.product()?;
        while let Some(sign) = self.sign(&["+", "-"]) {
            let term = self.product()?;
            sum = if sign == "+" { sum + term } else { sum - term };
        }
        Ok(sum)
    }

    fn product(&mut self) -> Result<Expr, Problem> {
        let mut product = self.signed()?;
        while let Some(sign) = self.sign(&["*", "/"]) {
            let factor = self.signed()?;
            product = if sign == "*" { product * factor } else { product / factor };
        }
        Ok(product)
    }

    fn signed(&mut self) -> Result<Expr, Problem> {
        self.deeper(|reader| match reader.sign(&["+", "-"]) {
            Some("-") => Ok(-reader.signed()?),
            Some(_) => reader.signed(),
            None => reader.power(),
        })
    }

    /// A power binds tighter than a sign before it, and to the right: −x^y^z is −(x^(y^z)).
    fn power(&mut self) -> Result<Expr, Problem> {
        let base = self.atom()?;
        match self.sign(&["^"]) {
            Some(_) => Ok(base.pow(self.signed()?)),
            None => Ok(base),
        }
    }

    fn atom(&mut self) -> Result<Expr, Problem> {
        match self.peek().cloned() {
            Some(Token::Number(number)) => {
                self.next += 1;
                Ok(Expr::Number(number))
            }
            Some(Token::Name(name, quoted)) => {
                self.next += 1;
                if quoted == Quoted::No && self.peek() == Some(&Token::Sign("(")) {
                    self.next -= 1;
                    self.function(&name)
                } else if quoted == Quoted::No && name == "time" {
                    Ok(Expr::Time)
                } else {
                    Ok((self.known)(&name))
                }
            }
            Some(Token::Sign("(")) => {
                self.next += 1;
                let inner = self.sum()?;
                self.expect(")")?;
                Ok(inner)
            }
            _ => self.wrong("a number, a name or `(` is expected here"),
        }
    }

    fn function(&mut self, name: &str) -> Result<Expr, Problem> {
        if !FUNCTIONS.contains(&name) {
            let like = closest(name, FUNCTIONS.into_iter());
            let like = like.map_or_else(|| FUNCTIONS.join(", "), Into::into);
            return self.wrong(format!("there is no function `{name}`; did you mean {like}?"));
        }
        self.next += 1;
        self.expect("(")?;
        let first = self.sum()?;
        let made = match name {
            "exp" => first.exp(),
            "ln" => first.ln(),
            "piecewise" => {
                self.expect(",")?;
                let condition = self.condition()?;
                let other = self.following()?;
                match condition {
                    Order::Less(condition) => Expr::piecewise(first, condition, other),
                    Order::NotLess(condition) => Expr::piecewise(other, condition, first),
                }
            }
            _ => {
                let second = self.following()?;
                match name {
                    "min" => first.min(second),
                    "max" => first.max(second),
                    "pow" => first.pow(second),
                    _ => Expr::hill(first, second, self.following()?),
                }
            }
        };
        self.expect(")")?;
        Ok(made)
    }

    fn following(&mut self) -> Result<Expr, Problem> {
        self.expect(",")?;
        self.sum()
    }

    fn condition(&mut self) -> Result<Order, Problem> {
        let left = self.sum()?;
        let Some(sign) = self.sign(&["<=", ">=", "<", ">"]) else {
            return self.wrong("`<`, `<=`, `>` or `>=` is expected here");
        };
        let right = self.sum()?;
        Ok(match sign {
            "<" => Order::Less(left.less_than(right)),
            ">" => Order::Less(right.less_than(left)),
            "<=" => Order::NotLess(right.less_than(left)),
            _ => Order::NotLess(left.less_than(right)),
        })
    }

    fn deeper(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Expr, Problem>,
    ) -> Result<Expr, Problem> {
        if self.depth == DEEPEST {
            return self.wrong(format!("nested deeper than {DEEPEST}; use rules for the parts"));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// `A + 2 B`, or nothing, or `0`.
    fn side(&mut self) -> Result<Vec<(String, i32)>, Problem> {
        let mut side = Vec::new();
        if matches!(self.peek(), None | Some(Token::Sign("->"))) {
            return Ok(side);
        }
        loop {
            let mut count = 1;
            if let Some(&Token::Number(number)) = self.peek() {
                if number.fract() != 0.0 || number.abs() > f64::from(i32::MAX) {
                    return self.wrong("a whole count is expected here");
                }
                #[allow(clippy::cast_possible_truncation)] // whole and in range, as just seen
                {
                    count = number as i32;
                }
                self.next += 1;
                self.sign(&["*"]);
            }
            match self.peek().cloned() {
                Some(Token::Name(name, _)) => {
                    self.next += 1;
                    side.push((name, count));
                }
                None | Some(Token::Sign("->")) if count == 0 && side.is_empty() => return Ok(side),
                _ => return self.wrong("the name of a species is expected here"),
            }
            if self.sign(&["+"]).is_none() {
                return Ok(side);
            }
        }
    }
}
