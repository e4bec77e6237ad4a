//! Which drug closes which kinase (docs/theory.md, "Inhibition"): the only place that knows.
//!
//! What is left of kinase j is `1 / (1 + Σ I / K_j)` with `K_j = Ki_j (1 + ATP / Km_j)`, over all drugs. Concentrations
//! are free ones, in nM: what is added to the cells, and what a body that takes the drug has free in its plasma.

use std::collections::BTreeMap;

use super::PathwayError;
use super::draft::{Activity, Draft};
use super::model::{Drug, Potency};
use crate::catalog::{CatalogError, Enzymology, Inhibitor, Jak, Mechanism};
use crate::network::{Expr, Rule};
use crate::pharmacokinetics::Individual;

impl Draft<'_> {
    /// Declares the activity of the kinases in use, with and without the drugs.
    pub(super) fn inhibit(
        &mut self,
        jaks: &[Jak],
        inhibitors: &[&Inhibitor],
        bodies: &[&Individual],
        enzymology: &Enzymology,
    ) -> Result<Vec<Drug>, PathwayError> {
        let mut drugs = Vec::new();
        let mut closed: BTreeMap<Jak, Vec<(Expr, Rule)>> = BTreeMap::new();
        for inhibitor in inhibitors {
            if inhibitor.mechanism() != Mechanism::AtpCompetitive {
                let (drug, mechanism) = (inhibitor.name().into(), inhibitor.mechanism());
                return Err(CatalogError::NotCompetitive { drug, mechanism }.into());
            }
            let name = inhibitor.name();
            let added = self.parameter(&format!("inhibitor.{name}"), 0.0);
            let mut concentration = Expr::from(added);
            let body = bodies.iter().find(|body| body.drug == name);
            let kinetics = body.map(|body| body.declare(&mut self.net, name)).transpose()?;
            if let Some(kinetics) = &kinetics {
                concentration = concentration + kinetics.free.clone();
            }
            let mut potencies = Vec::new();
            for &jak in jaks {
                let effective = inhibitor.effective(jak, enzymology)?;
                let atp = self.parameter("ATP", enzymology.cell_atp().as_nanomolar());
                let km = self.parameter(&format!("Km.{jak}"), effective.km.as_nanomolar());
                let ki = format!("Ki.{name}.{jak}");
                let constant = self.parameter(&ki, effective.ki.as_nanomolar());
                let k = self.net.rule(format!("K.{name}.{jak}"), constant * (1.0 + atp / km));
                closed.entry(jak).or_default().push((concentration.clone(), k));
                potencies.push(Potency { effective, parameter: constant.index() });
            }
            let parameter = added.index();
            drugs.push(Drug { name: name.into(), parameter, potencies, kinetics });
        }
        for &jak in jaks {
            let without_drug = self.parameter(&format!("activity.{jak}"), 1.0);
            let left = closed
                .remove(&jak)
                .map_or(Expr::from(without_drug), |pairs| without_drug * Expr::inhibition(pairs));
            let with_drug = self.net.rule(format!("inhibited.{jak}"), left);
            self.kinases.insert(jak, Activity { without_drug, with_drug });
        }
        Ok(drugs)
    }
}
