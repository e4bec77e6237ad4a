//! Which kinase a chain holds (docs/theory.md, "Kinases on chains").
//!
//! Share of kinase j on chain X: `θ = w_j J_j / (K + Σ w_k J_k)`, with the kinases' concentrations J and the weights w of
//! the table. The chain's kinases compete, and a rare kinase leaves part of the chains without one.

use super::PathwayError;
use super::draft::{Draft, sum};
use super::options::Step;
use crate::catalog::{Chain, Jak};
use crate::network::Expr;

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
            let weight = self.parameter(
                &format!("weight.{}.{}", partner.jak, chain.name),
                partner.weight,
            );
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
        let held = |jak| self.shares.get(&(chain.name.clone(), jak)).map(|&rule| (jak, rule.into()));
        chain.partners.iter().filter_map(|partner| held(partner.jak)).collect()
    }

    /// How fast two chains' kinases switch each other on, 1 for two whole kinases:
    /// `Σ θ_j θ_k 2 a_j a_k / (a_j + a_k)` over the kinases j of one chain and k of the other.
    ///
    /// Each pair needs two phosphorylations, one by either kinase, with mean times `1 / a_j` and `1 / a_k`.
    /// `counts` says which pairs to include.
    pub(super) fn pair_activity(
        &self,
        pair: [&Chain; 2],
        counts: impl Fn(Jak, Jak) -> bool,
    ) -> Expr {
        let mut terms = Vec::new();
        for (j, share_j) in self.holders(pair[0]) {
            for (k, share_k) in self.holders(pair[1]) {
                if counts(j, k) {
                    let rate = self.both(j, k);
                    terms.push(share_j.clone() * share_k * rate);
                }
            }
        }
        sum(terms)
    }

    fn both(&self, j: Jak, k: Jak) -> Expr {
        let a = self.activity(j, Step::JakActivation);
        if j == k {
            return a;
        }
        let b = self.activity(k, Step::JakActivation);
        2.0 * a.clone() * b.clone() / (a + b).max(LEAST)
    }

    /// Mean activity of the kinases of two chains at a step: `½ Σ_X Σ_j θ_Xj a_j`.
    pub(super) fn mean_activity(&self, pair: [&Chain; 2], step: Step) -> Expr {
        let of = |chain| {
            let parts = self.holders(chain);
            sum(parts.into_iter().map(|(jak, share)| share * self.activity(jak, step)))
        };
        0.5 * (of(pair[0]) + of(pair[1]))
    }
}
