//! A network in unequal volumes with every law and every function, and its rates with dual numbers.

use super::dual::Duals;
use super::{Dice, Point};
use jakstat::network::{Expr, Law, Model, Network, RateConstant, Side};
use jakstat::units::{Quantities, Rate};
use num_dual::Dual64;

/// A reaction as declared, with where its parts are measured.
#[derive(Debug)]
pub struct Known {
    reactants: Side,
    products: Side,
    law: Law,
    forward: f64,
    backward: f64,
}

#[derive(Debug)]
pub struct EveryLaw {
    pub network: Network,
    pub model: Model,
    pub rules: Vec<Expr>,
    known: Vec<Known>,
    volumes: Vec<f64>,
}

pub const SPECIES: usize = 6;
const MEDIUM: f64 = 1e-9;
const CELL: f64 = 2e-13;
const NUCLEUS: f64 = 3e-14;

impl EveryLaw {
    #[allow(clippy::too_many_lines)] // a list
    pub fn new() -> Self {
        let mut net = Network::new();
        let medium = net.compartment("medium", MEDIUM.litres());
        let cell = net.compartment("cell", CELL.litres());
        let nucleus = net.compartment("nucleus", NUCLEUS.litres());
        let a = net.species("A", medium, 5.0.nanomolar());
        let b = net.species("B", cell, 3.0.nanomolar());
        let c = net.species("A:B", cell, 0.0.nanomolar());
        let d = net.species("D", cell, 1.0.nanomolar());
        let n = net.species("nuclear D", nucleus, 0.0.nanomolar());
        let m = net.species("mRNA", nucleus, 0.0.nanomolar());
        let k = net.parameter("k", 0.3);
        let l = net.parameter("l", 2.5);
        let wash = net.parameter("wash", 100.0);
        let h = net.parameter("h", 1.7);
        let pulse = net.rule(
            "pulse",
            Expr::piecewise(1.5 * k, Expr::time().less_than(wash), k * Expr::time() / wash),
        );
        let occupancy = net.rule("occupancy", c / (Expr::from(b) + c + 1e-3));
        let left = net.rule("left", Expr::inhibition([(d, l)]));
        let rules = vec![
            Expr::piecewise(1.5 * k, Expr::time().less_than(wash), k * Expr::time() / wash),
            c / (Expr::from(b) + c + 1e-3),
            Expr::inhibition([(d, l)]),
        ];
        let second: RateConstant = Rate::per_nanomolar_second(0.02).into();
        let first: RateConstant = Rate::per_second(0.1).into();
        let both = |forward, backward| Law::Reversible { forward, backward };
        let one = |forward| Law::MassAction { forward };
        let t = Expr::time;
        let laws: Vec<(Side, Side, Law, f64, f64)> = vec![
            (a + b, c.into(), both(second.clone(), first.clone()), CELL, CELL),
            (2 * b, d.into(), both(second, (k * l).into()), CELL, CELL),
            (d.into(), n.into(), both(first.clone(), k.into()), CELL, NUCLEUS),
            (a + 2 * d, 3 * c, one(RateConstant::from(k)), CELL, CELL),
            (Network::nothing(), b.into(), one(Rate::nanomolar_per_second(0.7).into()), CELL, CELL),
            (Network::nothing(), a.into(), one(RateConstant::from(pulse)), MEDIUM, MEDIUM),
            (n.into(), m + n, one(RateConstant::from(left)), NUCLEUS, NUCLEUS),
            (
                c.into(),
                d.into(),
                Law::MichaelisMenten {
                    substrate: c,
                    maximum: k * d * pulse,
                    half_saturation: l + 0.1 * Expr::from(d).exp(),
                },
                CELL,
                CELL,
            ),
            (
                Network::nothing(),
                m.into(),
                Law::Hill {
                    regulator: n,
                    maximum: 0.4.into(),
                    half_saturation: l.into(),
                    exponent: h.into(),
                },
                NUCLEUS,
                NUCLEUS,
            ),
            (
                Network::nothing(),
                m.into(),
                Law::Hill {
                    regulator: n,
                    maximum: k * occupancy,
                    half_saturation: 3.0.into(),
                    exponent: 3.0.into(),
                },
                NUCLEUS,
                NUCLEUS,
            ),
            (
                m.into(),
                Network::nothing(),
                Law::formula(0.1 * m * occupancy / (l + m)),
                NUCLEUS,
                NUCLEUS,
            ),
            (
                d.into(),
                b.into(),
                Law::formula(k * Expr::from(d).pow(3.0) / (l + d).pow(2.0)),
                CELL,
                CELL,
            ),
            (
                d.into(),
                b.into(),
                Law::formula(k * Expr::from(d).pow(h) * (-0.01 * t()).exp()),
                CELL,
                CELL,
            ),
            (
                b.into(),
                c.into(),
                Law::formula((1.0 + b + t()).ln() * Expr::from(b).min(c)),
                CELL,
                CELL,
            ),
            (
                c.into(),
                b.into(),
                Law::formula(Expr::from(c).max(0.5 * b) * 0.3 - 0.02 * b * c),
                CELL,
                CELL,
            ),
            (
                c.into(),
                b.into(),
                Law::formula(Expr::piecewise(
                    k * c * c,
                    Expr::from(d).less_than(n + l),
                    l * Expr::hill(c, 2.0 * l, 1.3),
                )),
                CELL,
                CELL,
            ),
            (
                d.into(),
                b.into(),
                Law::formula(Expr::from(d).pow(0.5 + 0.001 * t()) * k),
                CELL,
                CELL,
            ),
            (
                d.into(),
                b.into(),
                Law::formula(
                    d * (t() - wash).max(0.0) * 1e-3 * Expr::from(l).pow(h).exp().pow(-2.0),
                ),
                CELL,
                CELL,
            ),
        ];
        let mut known = Vec::new();
        for (i, (reactants, products, law, forward, backward)) in laws.into_iter().enumerate() {
            net.reaction(format!("v{i}"), reactants.clone(), products.clone(), law.clone())
                .unwrap();
            known.push(Known { reactants, products, law, forward, backward });
        }
        let model = net.compile().unwrap();
        let volumes = vec![MEDIUM, CELL, CELL, CELL, NUCLEUS, NUCLEUS];
        Self { network: net, model, rules, known, volumes }
    }

    pub fn random_point(&self, dice: &mut Dice) -> Point {
        let y = (0..SPECIES).map(|_| 10.0 * dice.roll() - 0.3).collect();
        let defaults = self.model.default_parameters();
        let inputs = defaults.iter().map(|p| p * (0.5 + dice.roll())).collect();
        Point { t: 200.0 * dice.roll(), y, inputs }
    }

    /// Rates and their derivatives by state `by`, or by time if there is no such state.
    pub fn duals(&self, point: &Point, by: usize) -> Vec<Dual64> {
        let duals = Duals::new(point, &self.rules, by);
        let mut rates = vec![Dual64::from(0.0); SPECIES];
        for Known { reactants, products, law, forward, backward } in &self.known {
            let rate = duals.law(law, reactants, products, backward / forward);
            for (side, sign) in [(reactants, -1.0), (products, 1.0)] {
                for &(species, count) in side.counts() {
                    let i = species.index();
                    rates[i] += rate * (sign * f64::from(count) * forward / self.volumes[i]);
                }
            }
        }
        rates
    }
}
