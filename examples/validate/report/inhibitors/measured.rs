//! IC50s in cells as they were measured, each with its source.

use super::super::Found;
use jakstat::catalog::Verified;
use jakstat::prelude::*;
use serde::Deserialize;

const TABLE: &str = include_str!("measured.csv");

/// What a row is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    /// Its IC50 is scored, and calibrates.
    Scored,
    /// It is scored by its ratio to the other such row.
    Ratio,
    /// A bound, listed beside.
    Bound,
    /// Another endpoint or species, listed beside.
    Secondary,
}

/// One measured IC50.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Measured {
    pub(crate) drug: String,
    pub(crate) cytokine: String,
    pub(crate) endpoint: String,
    pub(crate) matrix: String,
    pub(crate) species: String,
    /// The cell of the catalogue that stands for it, or `none`.
    cell: String,
    dose_ng_per_ml: f64,
    minutes: f64,
    /// `=` or `<`.
    pub(crate) relation: String,
    /// As published, in nM.
    pub(crate) ic50_nm: f64,
    pub(crate) sd_nm: Option<f64>,
    fraction_unbound: f64,
    pub(crate) role: Role,
    pub(crate) source: String,
    pub(crate) doi: String,
    pub(crate) verified: Verified,
    pub(crate) note: String,
}

/// Every row of the table.
pub(crate) fn measured() -> Found<Vec<Measured>> {
    let mut rows = Vec::new();
    for row in csv::Reader::from_reader(TABLE.as_bytes()).deserialize() {
        let row: Measured = row?;
        let numbers = [("ic50_nm", row.ic50_nm), ("minutes", row.minutes)];
        let sd = row.sd_nm.map(|sd| ("sd_nm", sd));
        for (field, value) in numbers.into_iter().chain(sd) {
            if !(value.is_finite() && value > 0.0) {
                return Err(row.bad(field, value, "a finite number above zero"));
            }
        }
        if !(row.dose_ng_per_ml.is_finite() && row.dose_ng_per_ml >= 0.0) {
            return Err(row.bad("dose_ng_per_ml", row.dose_ng_per_ml, "a dose"));
        }
        if !(row.fraction_unbound > 0.0 && row.fraction_unbound <= 1.0) {
            return Err(row.bad("fraction_unbound", row.fraction_unbound, "a share above zero"));
        }
        if !["=", "<"].contains(&row.relation.as_str()) {
            return Err(
                format!("measured.csv: relation is {:?}, write = or <", row.relation).into()
            );
        }
        rows.push(row);
    }
    Ok(rows)
}

impl Measured {
    fn bad(
        &self,
        field: &str,
        value: f64,
        wanted: &str,
    ) -> Box<dyn std::error::Error + Send + Sync> {
        let (drug, cytokine) = (&self.drug, &self.cytokine);
        format!("measured.csv, {drug} on {cytokine}: {field} is {value}, write {wanted}").into()
    }

    /// The concentration that is not bound to plasma proteins, in nM.
    pub(crate) fn free(&self) -> f64 {
        self.ic50_nm * self.fraction_unbound
    }

    /// The signal in a few words.
    pub(crate) fn signal(&self) -> String {
        format!("{}, {}, {}", self.cytokine, self.endpoint, self.matrix)
    }

    /// The drug on the cytokine at its dose, where rows differ by it.
    pub(crate) fn name(&self) -> String {
        let dose = match self.role {
            Role::Ratio => format!(" at {} ng/mL", self.dose_ng_per_ml),
            _ => String::new(),
        };
        format!("{} on {}{dose}", self.drug, self.cytokine)
    }

    pub(crate) fn drug(&self) -> Found<&'static Inhibitor> {
        Ok(Catalog::builtin().inhibitor(&self.drug)?)
    }

    pub(crate) fn cytokine(&self) -> Found<&'static Cytokine> {
        Ok(Catalog::builtin().cytokine(&self.cytokine)?)
    }

    /// The experiment that stands for it, read on the main STAT; none for an endpoint that is no phospho-STAT.
    pub(crate) fn assay(&self) -> Found<Option<Assay>> {
        Ok(if self.cell == "none" {
            None
        } else {
            Some(self.read_on(self.cytokine()?.main_stat())?)
        })
    }

    /// The same, read on the STAT that was measured; none where that is the main one.
    pub(crate) fn assay_as_measured(&self) -> Found<Option<Assay>> {
        let main = self.cytokine()?.main_stat();
        let measured = Stat::ALL.into_iter().find(|stat| stat.phosphorylated() == self.endpoint);
        measured.filter(|stat| *stat != main).map(|stat| self.read_on(stat)).transpose()
    }

    fn read_on(&self, stat: Stat) -> Found<Assay> {
        let assay = Assay::new(self.cytokine()?, Catalog::builtin().cell(&self.cell)?);
        Ok(assay.stimulate(self.dose_ng_per_ml.ng_per_ml()).readout(stat, self.minutes.minutes()))
    }
}
