//! Which kinase a chain holds (docs/theory.md, "Kinases on chains").
//!
//! Share of kinase j on chain X: `θ = w_j J_j / (K + Σ w_k J_k)`, with the kinases' concentrations J and the weights w of
//! the table. The chain's kinases compete, and a rare kinase leaves part of the chains without one.

use super::PathwayError;
use super::binding::Complex;
use super::draft::{Draft, sum};
use super::options::Step;
use crate::catalog::{Chain, Jak};
use crate::network::{Expr, Rule};

/// Keeps 0 / 0 from arising where both kinases of a pair are shut off; no activity comes near it.
const LEAST: f64 = 1e-300;

impl Draft<'_> {
    /// Declares the shares of a chain's kinases.
    pub(super) fn share_kinases(&mut self, chain: &Chain) -> Result<(), PathwayError> {
        let dissociation = self.constant("kinase.dissociation")?;
        let mut weighed = Vec::new();
        for partner in &chain.partners {
            let copies = self.cell.jak_copies(partner.jak).clone();
            let concentration = self.abundance(partner.jak.name(), &copies);
            let weight =
                self.parameter(&format!("weight.{}.{}", partner.jak, chain.name), partner.weight);
            weighed.push((partner.jak, weight * concentration));
        }
        let all = sum(weighed.iter().map(|(_, amount)| amount.clone()));
        for (jak, amount) in weighed {
            let key = (chain.name.clone(), jak);
            if !self.shares.contains_key(&key) {
                let share = amount / (dissociation + all.clone());
                let rule = self.net.rule(format!("share.{jak}.{}", chain.name), share);
                self.shares.insert(key, rule);
            }
        }
        Ok(())
    }

    fn holders(&self, chain: &Chain) -> Vec<(Jak, Expr)> {
        let held =
            |jak| self.shares.get(&(chain.name.clone(), jak)).map(|&rule| (jak, rule.into()));
        chain.partners.iter().filter_map(|partner| held(partner.jak)).collect()
    }

    /// Activity of two chains' kinases at a step, 1 for two whole kinases:
    /// `h = Σ θ_j θ_k 2 a_j a_k / (a_j + a_k)` over the kinases j of one chain and k of the other.
    ///
    /// A pair does a step once both kinases have done their half of it, with mean times `1 / a_j` and `1 / a_k`.
    /// `counts` says which pairs to include.
    pub(super) fn pair_activity(
        &self,
        pair: [&Chain; 2],
        step: Step,
        counts: impl Fn(Jak, Jak) -> bool,
    ) -> Expr {
        let mut terms = Vec::new();
        for (j, share_j) in self.holders(pair[0]) {
            for (k, share_k) in self.holders(pair[1]) {
                if counts(j, k) {
                    terms.push(share_j.clone() * share_k * self.both(j, k, step));
                }
            }
        }
        sum(terms)
    }

    fn both(&self, j: Jak, k: Jak, step: Step) -> Expr {
        let a = self.activity(j, step);
        if j == k {
            return a;
        }
        let b = self.activity(k, step);
        2.0 * a.clone() * b.clone() / (a + b).max(LEAST)
    }

    /// The activity of a complex's kinases at a step, as a rule of the network.
    pub(super) fn working_pair(&mut self, complex: &Complex, step: Step) -> Rule {
        let h = self.pair_activity(complex.assembly.pair(), step, |_, _| true);
        self.net.rule(format!("{} kinases at {step}", complex.cytokine), h)
    }
}
