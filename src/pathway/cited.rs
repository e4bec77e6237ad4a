//! The rows of tables that a pathway's numbers come from.

use super::{Antibody, Constants, PathwayError};
use crate::catalog::{Cell, Cited, Cytokine, Enzymology, Inhibitor, Jak, Provenance, Verified};
use crate::network::Model;

/// What every model has from its cell; the rest are molecules.
const ANY_MODEL: [&str; 4] = ["volume", "nucleus", "set of chains", "every chain"];

/// The tables that a pathway is built from.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    pub(super) cell: &'a Cell,
    pub(super) cytokines: Vec<&'a Cytokine>,
    pub(super) inhibitors: &'a [&'a Inhibitor],
    pub(super) antibodies: &'a [&'a Antibody],
    pub(super) enzymology: &'a Enzymology,
    pub(super) constants: &'a Constants,
}

impl Tables<'_> {
    /// The rows behind a model with these kinases.
    pub(super) fn rows(&self, model: &Model, kinases: &[Jak]) -> Result<Vec<Cited>, PathwayError> {
        let mut rows = Vec::new();
        let mut row = |table: &str, row: String, provenance: &Provenance| {
            rows.push(Cited { table: table.into(), row, provenance: provenance.clone() });
        };
        let has = |name: &str| model.parameter(name).is_ok();
        for (what, provenance) in self.cell.sources() {
            // Molecules that the pathway does not hold are left out.
            if !ANY_MODEL.contains(&what.as_str()) && !has(&format!("copies.{what}")) {
                continue;
            }
            row("cells", format!("{}: {what}", self.cell.name()), provenance);
        }
        for cytokine in &self.cytokines {
            for (what, provenance) in cytokine.sources() {
                row("cytokines", format!("{}: {what}", cytokine.name()), provenance);
            }
        }
        for drug in self.inhibitors {
            for &jak in kinases {
                let (panel, potency) = (drug.panel().name(), drug.potency(jak)?);
                let what = format!(
                    "{} on {jak}: {} {} {} at {}, panel {panel}",
                    drug.name(),
                    potency.metric,
                    potency.relation,
                    potency.value,
                    potency.assay_atp
                );
                row("inhibitors", what, &potency.provenance);
            }
        }
        for antibody in self.antibodies {
            let (name, target) = (antibody.name(), antibody.target());
            let provenance = Provenance {
                source: "given by the caller".into(),
                doi: None,
                verified: Verified::Assumed,
                note: String::new(),
            };
            let what = format!("{name} on {target}: Kd {}", antibody.dissociation());
            row("antibodies", what, &provenance);
        }
        for &jak in kinases {
            let km = &self.enzymology.km_atp()[jak].value.provenance;
            row("enzymology", format!("Km(ATP) of {jak}: {}", self.enzymology.km(jak)), km);
        }
        let atp = &self.enzymology.cellular().value.provenance;
        row("enzymology", format!("ATP in the cell: {}", self.enzymology.cell_atp()), atp);
        for constant in self.constants.iter().filter(|constant| has(&constant.name)) {
            let provenance = Provenance {
                source: constant.source.clone(),
                doi: constant.doi.clone(),
                verified: constant.verified,
                note: constant.note.clone().unwrap_or_default(),
            };
            let what = format!("{}: {:?} {}", constant.name, constant.value, constant.unit);
            row("constants", what, &provenance);
        }
        Ok(rows)
    }
}
