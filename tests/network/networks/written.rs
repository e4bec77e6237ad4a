//! A network as its JSON says it is, reaction by reaction, evaluated with dual numbers.
//!
//! Shares nothing with the compiler: laws, stoichiometry and volumes are read from the file form.

use super::Point;
use super::dual::Duals;
use jakstat::network::{Expr, Law, Model, Network, RateConstant, Side, Species};
use num_dual::Dual64;
use serde_json::Value;

/// A reaction as written.
#[derive(Debug)]
struct Written {
    reactants: Side,
    products: Side,
    law: Law,
    /// Volume where the backward part is measured over that of the forward part.
    ratio: f64,
    /// Each species that changes, with its change in nM per nM of the law.
    changes: Vec<(usize, f64)>,
    /// States the law depends on.
    reads: Vec<usize>,
    /// Whether the law depends on time itself.
    timed: bool,
}

/// Every reaction of a network.
#[derive(Debug)]
pub struct Reactions {
    all: Vec<Written>,
    rules: Vec<Expr>,
    states: usize,
}

/// A sum over reactions, and the sum of the sizes of its terms.
#[derive(Debug, Clone, Copy, Default)]
pub struct Total {
    pub value: f64,
    pub size: f64,
}

impl Reactions {
    pub fn of(model: &Model) -> Self {
        let net = model.network();
        let document: Value = serde_json::from_str(&net.to_json().unwrap()).unwrap();
        let each = |what: &str| document[what].as_object().cloned().unwrap_or_default();
        let mut rules: Vec<(usize, Expr)> = each("rules")
            .iter()
            .map(|(name, formula)| match named(net, name) {
                Expr::Rule(rule) => (rule.index(), quantity(net, formula)),
                other => panic!("{name} is {other:?}"),
            })
            .collect();
        rules.sort_by_key(|rule| rule.0);
        let rules: Vec<Expr> = rules.into_iter().map(|rule| rule.1).collect();
        let (volumes, compartments) = (model.volumes(), &document["compartments"]);
        let read = |(_, entry): (&String, &Value)| {
            let within = entry["within"].as_str().map(|name| compartments[name].as_f64().unwrap());
            written(net, entry, &volumes, within, &rules)
        };
        let all = each("reactions").iter().map(read).collect();
        Self { all, rules, states: volumes.len() }
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The rate of change of each species.
    pub fn rates(&self, point: &Point) -> Vec<Total> {
        self.totals(&Duals::new(point, &self.rules, self.states), |_| true, |rate| rate.re)
    }

    /// Its derivative by state `by`, or by time if there is no such state.
    pub fn derivatives(&self, point: &Point, by: usize) -> Vec<Total> {
        let depends = |reaction: &Written| {
            if by < self.states { reaction.reads.contains(&by) } else { reaction.timed }
        };
        self.totals(&Duals::new(point, &self.rules, by), depends, |rate| rate.eps)
    }

    fn totals(
        &self,
        duals: &Duals<'_>,
        counts: impl Fn(&Written) -> bool,
        part: impl Fn(Dual64) -> f64,
    ) -> Vec<Total> {
        let mut totals = vec![Total::default(); self.states];
        for reaction in self.all.iter().filter(|reaction| counts(reaction)) {
            let Written { reactants, products, law, ratio, changes, .. } = reaction;
            let rate = part(duals.law(law, reactants, products, *ratio));
            for &(species, change) in changes {
                totals[species].value += change * rate;
                totals[species].size += (change * rate).abs();
            }
        }
        totals
    }
}

/// What a name stands for.
fn named(net: &Network, name: &str) -> Expr {
    net.formula(&format!("'{}'", name.replace('\'', "''"))).unwrap()
}

/// A number, or a formula in words.
fn quantity(net: &Network, value: &Value) -> Expr {
    match value {
        Value::Number(number) => Expr::Number(number.as_f64().unwrap()),
        Value::String(text) => net.formula(text).unwrap(),
        other => panic!("{other} is no quantity"),
    }
}

fn species(formula: &Expr) -> Species {
    match formula {
        Expr::Species(species) => *species,
        other => panic!("{other:?} is no species"),
    }
}

fn written(
    net: &Network,
    entry: &Value,
    volumes: &[f64],
    within: Option<f64>,
    rules: &[Expr],
) -> Written {
    let equation = entry["equation"].as_str().unwrap();
    let sides = outside_quotes(equation, '>');
    let [reactants, products] = [sides[0].trim_end_matches('-'), sides[1]].map(|s| side(net, s));
    let law = law(net, &entry["law"]);
    let smallest =
        |side: &Side| side.counts().iter().map(|&(s, _)| volumes[s.index()]).reduce(f64::min);
    let (left, right) = (smallest(&reactants), smallest(&products));
    let forward = within.or(left).or(right).unwrap();
    let backward = within.or(right).or(left).unwrap();
    let mut net_counts = vec![0; volumes.len()];
    for (side, sign) in [(&reactants, -1), (&products, 1)] {
        for &(s, count) in side.counts() {
            net_counts[s.index()] += sign * count;
        }
    }
    let changes = (0..volumes.len())
        .filter(|&i| net_counts[i] != 0)
        .map(|i| (i, f64::from(net_counts[i]) * forward / volumes[i]))
        .collect();
    let (reads, timed) = dependence(&law, [&reactants, &products], rules);
    Written { reactants, products, law, ratio: backward / forward, changes, reads, timed }
}

/// The parts of a text between signs that are not inside a quoted name.
fn outside_quotes(text: &str, sign: char) -> Vec<&str> {
    let mut quoted = false;
    let parts = text.split(|c| {
        quoted ^= c == '\'';
        c == sign && !quoted
    });
    parts.map(str::trim).collect()
}

/// `2 A + 'IL-6:B'`.
fn side(net: &Network, text: &str) -> Side {
    let mut side = Network::nothing();
    for term in outside_quotes(text, '+').into_iter().filter(|&term| term != "0") {
        let (count, name) = match term.split_once(' ') {
            Some((count, name)) if count.parse::<i32>().is_ok() => (count.parse().unwrap(), name),
            _ => (1, term),
        };
        side = side + count * species(&net.formula(name).unwrap());
    }
    side
}

fn law(net: &Network, value: &Value) -> Law {
    let (kind, of) = value.as_object().unwrap().iter().next().unwrap();
    let part = |name: &str| quantity(net, &of[name]);
    let named = |what: &str| species(&named(net, of[what].as_str().unwrap()));
    let constant = |value: &Value| {
        let number = if value.is_object() { &value["value"] } else { value };
        RateConstant::Formula(quantity(net, number))
    };
    match kind.as_str() {
        "mass-action" => Law::MassAction { forward: constant(of) },
        "reversible" => Law::Reversible {
            forward: constant(&of["forward"]),
            backward: constant(&of["backward"]),
        },
        "formula" => Law::formula(quantity(net, of)),
        "michaelis-menten" => Law::MichaelisMenten {
            substrate: named("substrate"),
            maximum: part("maximum"),
            half_saturation: part("half-saturation"),
        },
        "hill" => Law::Hill {
            regulator: named("regulator"),
            maximum: part("maximum"),
            half_saturation: part("half-saturation"),
            exponent: part("exponent"),
        },
        other => panic!("a law this test does not know: {other}"),
    }
}

/// The states a law depends on, through rules too, and whether it depends on time.
fn dependence(law: &Law, sides: [&Side; 2], rules: &[Expr]) -> (Vec<usize>, bool) {
    let (mut reads, mut timed) = (Vec::new(), false);
    let mut look = |formula: &Expr| {
        let mut open = vec![formula];
        while let Some(part) = open.pop() {
            match part {
                Expr::Species(species) => reads.push(species.index()),
                Expr::Rule(rule) => open.push(&rules[rule.index()]),
                Expr::Time => timed = true,
                other => open.extend(other.parts()),
            }
        }
    };
    let mut constant = |constant: &RateConstant| match constant {
        RateConstant::Formula(formula) => look(formula),
        other => panic!("{other:?} was read as a formula"),
    };
    match law {
        Law::MassAction { forward } => constant(forward),
        Law::Reversible { forward, backward } => {
            constant(forward);
            constant(backward);
        }
        Law::MichaelisMenten { substrate, maximum, half_saturation } => {
            look(&Expr::from(*substrate));
            look(maximum);
            look(half_saturation);
        }
        Law::Hill { regulator, maximum, half_saturation, exponent } => {
            look(&Expr::from(*regulator));
            look(maximum);
            look(half_saturation);
            look(exponent);
        }
        Law::Formula(formula) => look(formula),
        other => panic!("a law this test does not know: {other:?}"),
    }
    let by_action = match law {
        Law::MassAction { .. } => 1,
        Law::Reversible { .. } => 2,
        _ => 0,
    };
    let acting = sides[..by_action].iter().flat_map(|side| side.counts());
    reads.extend(acting.map(|&(species, _)| species.index()));
    reads.sort_unstable();
    reads.dedup();
    (reads, timed)
}
