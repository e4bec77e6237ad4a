//! Compiling a declared network to equations.

use super::assemble::{Derived, Operand};
use super::check::invalid;
use super::dag::{Class, Dag, Id, Node};
use super::derivative::Variable;
use super::draft::{draft, numbered_place, reading};
use super::lower::Lowering;
use super::model::{Model, Reading};
use super::prepare::{Constants, Preparation};
use super::{Expr, Fingerprint, Mistake, Network, NetworkError, conserved};
use crate::ode::Layout;
use std::collections::{BTreeSet, HashSet};

impl Network {
    /// Compiles the network.
    ///
    /// # Errors
    /// [`NetworkError::Invalid`] with every mistake, by name.
    pub fn compile(&self) -> Result<Model, NetworkError> {
        let mut mistakes = self.mistakes();
        let order = match self.rule_order() {
            Ok(order) => order,
            Err(circle) => {
                mistakes.push(circle);
                return Err(NetworkError::Invalid(mistakes));
            }
        };
        let unusable = |m: &Mistake| matches!(m, Mistake::Foreign { .. } | Mistake::Count { .. });
        if mistakes.iter().any(unusable) {
            return Err(NetworkError::Invalid(mistakes));
        }
        let mut dag = Dag::new();
        let equations = self.equations(&mut dag, &order, &mut mistakes);
        let initial = Constants::new(&mut dag, &equations.initial, self.parameters.len());
        let defaults: Vec<f64> = self.parameters.iter().map(|p| p.value).collect();
        for (species, &value) in self.species.iter().zip(&initial.values(&defaults)) {
            let sound = value >= 0.0 && value.is_finite();
            // A plain number has been checked already.
            if !sound && !matches!(species.initial, Expr::Number(_)) {
                mistakes.push(Mistake::Initial { species: species.name.clone(), value });
            }
        }
        invalid(mistakes)?;
        let fingerprint =
            Fingerprint::of_json(self).map_err(|source| NetworkError::Json { source })?;
        Ok(Model { fingerprint, ..self.assembled(&mut dag, &equations, initial) })
    }

    /// Everything the model computes, as nodes; with the mistakes that show only now.
    fn equations(&self, dag: &mut Dag, order: &[usize], mistakes: &mut Vec<Mistake>) -> Equations {
        let mut lowering = Lowering::new(self, dag, order);
        let mut terms = vec![Vec::new(); self.species.len()];
        let mut whole = HashSet::new();
        for reaction in &self.reactions {
            let volume =
                |compartment: super::Compartment| self.compartments[compartment.index()].volume;
            let home = |species: super::Species| self.species[species.index()].compartment;
            let (forward, backward) = reaction.volumes(volume, home);
            let rate = lowering.rate(reaction, backward / forward);
            whole.insert(lowering.dag.unscaled(rate).1);
            for (species, change) in reaction.changes() {
                let share = forward / volume(home(species));
                terms[species.index()].push((change as f64 * share, rate));
            }
        }
        let mut initial = Vec::with_capacity(self.species.len());
        for species in &self.species {
            let id = lowering.formula(&format!("species `{}`", species.name), &species.initial);
            if lowering.dag.class(id) > Class::Input {
                mistakes.push(Mistake::InitialNotConstant { species: species.name.clone() });
                initial.push(Dag::ONE);
            } else {
                initial.push(id);
            }
        }
        mistakes.append(&mut lowering.mistakes);
        let (rules, switches, positive) =
            (lowering.rules().to_vec(), lowering.switches, lowering.positive);
        let ids: Vec<Id> = positive.iter().map(|needed| needed.id).collect();
        let defaults: Vec<f64> = self.parameters.iter().map(|p| p.value).collect();
        let values = Constants::new(dag, &ids, defaults.len()).values(&defaults);
        for (needed, value) in positive.into_iter().zip(values) {
            if !(value > 0.0 && value.is_finite()) {
                let (place, what) = (needed.place, needed.what);
                mistakes.push(Mistake::NotPositive { place, what, value });
            }
        }
        let rates: Vec<Id> = terms.into_iter().map(|terms| dag.sum(terms)).collect();
        let mut pattern = Vec::new();
        let mut jacobian = Vec::new();
        for (row, &rate) in rates.iter().enumerate() {
            for column in states(dag, rate) {
                let entry = dag.derivative(rate, Variable::State(column));
                if entry != Dag::ZERO {
                    pattern.push((row, column));
                    jacobian.push(entry);
                }
            }
        }
        let slope = rates.iter().map(|&rate| dag.derivative(rate, Variable::Time)).collect();
        Equations { rates, pattern, jacobian, slope, rules, initial, switches, whole }
    }

    fn assembled(&self, dag: &mut Dag, equations: &Equations, initial: Constants) -> Model {
        let Equations { rates, jacobian, slope, rules, switches, whole, .. } = equations;
        let mut derived = Derived::default();
        let plain = draft(dag, &mut derived, whole, [rates]);
        let full = draft(dag, &mut derived, whole, [rates, jacobian, slope]);
        let rules: Vec<_> = rules.iter().map(|&rule| reading(dag, &mut derived, rule)).collect();
        let switches: Vec<Operand> = switches
            .iter()
            .map(|&when| match *dag.node(when) {
                Node::Parameter(i) => Operand::Parameter(i),
                _ => Operand::Derived(derived.slot(when)),
            })
            .collect();
        let inputs = self.parameters.len();
        let preparation = Preparation::new(dag, &mut derived, inputs);
        let scratch = rules.iter().map(|(draft, _)| draft.scratch);
        let scratch = scratch.chain([plain.scratch, full.scratch]).max();
        let layout = Layout {
            parameters: preparation.length,
            states: self.species.len(),
            scratch: scratch.unwrap_or(0),
        };
        let switches = switches.into_iter().map(|place| numbered_place(place, layout, inputs));
        let switches = switches.collect();
        let timed = equations.rates.iter().any(|&rate| depends_on_time(dag, rate));
        let conserved = conserved::totals(self);
        let defaults: Vec<f64> = self.parameters.iter().map(|p| p.value).collect();
        let scales = self.scales(&initial.values(&defaults), &conserved);
        Model {
            network: self.clone(),
            fingerprint: Fingerprint::EMPTY,
            layout,
            pattern: equations.pattern.clone(),
            timed,
            preparation,
            switches,
            rates: plain.finish(layout, inputs),
            linearised: full.finish(layout, inputs),
            rules: rules
                .into_iter()
                .zip(&equations.rules)
                .map(|((draft, out), &rule)| Reading {
                    out: draft.place(out, layout, inputs) as u32,
                    block: draft.finish(layout, inputs).work,
                    linear: linear(dag, rule),
                })
                .collect(),
            initial,
            conserved,
            scales,
        }
    }

    /// Rules so that each comes after those it needs.
    pub(super) fn rule_order(&self) -> Result<Vec<usize>, Mistake> {
        let mut needs: Vec<HashSet<usize>> = Vec::new();
        for rule in &self.rules {
            let mut needed = HashSet::new();
            rule.formula.visit(&mut |part| {
                if let Expr::Rule(other) = part {
                    needed.insert(other.index());
                }
            });
            needed.retain(|&other| other < self.rules.len());
            needs.push(needed);
        }
        let mut order = Vec::new();
        let mut waiting: Vec<usize> = (0..self.rules.len()).collect();
        let mut done = HashSet::new();
        while !waiting.is_empty() {
            let before = order.len();
            waiting.retain(|&rule| {
                let ready = needs[rule].is_subset(&done);
                if ready {
                    order.push(rule);
                    done.insert(rule);
                }
                !ready
            });
            if order.len() == before {
                let rules = circle(&waiting, &needs);
                let rules = rules.into_iter().map(|rule| self.rules[rule].name.clone()).collect();
                return Err(Mistake::Circle { rules });
            }
        }
        Ok(order)
    }

    /// The size of each species below which its relative accuracy no longer matters much, in nM.
    fn scales(&self, initial: &[f64], conserved: &[conserved::ConservedTotal]) -> Vec<f64> {
        let largest = initial.iter().copied().fold(0.0, f64::max);
        let fallback = if largest > 0.0 { largest } else { 1.0 };
        (0..self.species.len())
            .map(|i| {
                let species = &self.species[i];
                let volume = self.compartments[species.compartment.index()].volume;
                let total = conserved
                    .iter()
                    .filter(|total| total.contains(i) && !total.is_difference())
                    .map(|total| total.amount(initial) / volume)
                    .fold(0.0, f64::max);
                species.scale.unwrap_or(if total > 0.0 { total } else { fallback })
            })
            .collect()
    }
}

/// Everything a model computes, as nodes.
#[derive(Debug)]
struct Equations {
    rates: Vec<Id>,
    pattern: Vec<(usize, usize)>,
    jacobian: Vec<Id>,
    slope: Vec<Id>,
    rules: Vec<Id>,
    initial: Vec<Id>,
    switches: Vec<Id>,
    whole: HashSet<Id>,
}

/// The states a node depends on, ascending.
fn states(dag: &Dag, root: Id) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    each_part(dag, root, |node| {
        if let Node::State(i) = *node {
            found.insert(i);
        }
    });
    found
}

fn depends_on_time(dag: &Dag, root: Id) -> bool {
    let mut found = false;
    each_part(dag, root, |node| found |= *node == Node::Time);
    found
}

fn each_part(dag: &Dag, root: Id, mut see: impl FnMut(&Node)) {
    let (mut open, mut seen) = (vec![root], HashSet::new());
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            see(dag.node(id));
            open.extend(dag.parts(id));
        }
    }
}

/// The states and their weights, if a node is a weighted sum of states.
fn linear(dag: &Dag, root: Id) -> Option<Vec<(usize, f64)>> {
    let state = |id: Id| match *dag.node(id) {
        Node::State(i) => Some(i),
        _ => None,
    };
    match dag.node(root) {
        Node::Sum(terms) => terms.iter().map(|&(c, id)| Some((state(id)?, c.value()))).collect(),
        _ => Some(vec![(state(root)?, 1.0)]),
    }
}

/// Follows needs among rules that all wait until one comes up again.
fn circle(waiting: &[usize], needs: &[HashSet<usize>]) -> Vec<usize> {
    let mut path: Vec<usize> = Vec::new();
    let mut next = waiting.first().copied();
    while let Some(rule) = next {
        if let Some(start) = path.iter().position(|&known| known == rule) {
            return path.split_off(start);
        }
        path.push(rule);
        next = waiting.iter().copied().find(|other| needs[rule].contains(other));
    }
    path
}
