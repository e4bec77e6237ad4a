//! From the blocks of `labels.toml` to [`Label`], [`RenalExposure`] and [`Preclinical`].

use std::collections::BTreeSet;

use serde::Deserialize;

use super::place::Place;
use super::tables::{Table, sourced_row};
use super::{
    CatalogError, ExposureRatio, Label, LabelDose, Preclinical, RenalCategory, RenalExposure,
};
use crate::units::{Mass, Quantities};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default)]
    label: Vec<LabelRow>,
    #[serde(default)]
    renal_exposure: Vec<RatioRow>,
    #[serde(default)]
    preclinical: Vec<PreclinicalRow>,
}

sourced_row!(LabelRow {
    drug: String,
    indication: String,
    #[serde(default)]
    also_called: Vec<String>,
    interval_h: f64,
    longest_days: Option<f64>,
    doses: Vec<DoseRow>,
});

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DoseRow {
    renal: String,
    mg: Option<f64>,
    up_to_mg: Option<f64>,
    #[serde(default)]
    not_recommended: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RatioRow {
    drug: String,
    renal: String,
    study: Option<Ratio>,
    model: Option<Ratio>,
}

sourced_row!(Ratio { area: f64, low: Option<f64>, high: Option<f64>, peak: Option<f64> });

sourced_row!(PreclinicalRow {
    drug: String,
    animal: String,
    disease: String,
    #[serde(default)]
    also_called: Vec<String>,
    mg_per_kg: f64,
    interval_h: f64,
    lightest_g: f64,
    heaviest_g: f64,
});

/// What the file holds.
#[derive(Debug, Clone)]
pub(super) struct Labels {
    pub(super) doses: Vec<Label>,
    pub(super) ratios: Vec<RenalExposure>,
    pub(super) preclinical: Vec<Preclinical>,
}

pub(super) fn read(table: &Table) -> Result<Labels, CatalogError> {
    let document: Document = table.document()?;
    Ok(Labels {
        doses: document.label.iter().map(|row| label(table, row)).collect::<Result<_, _>>()?,
        ratios: document
            .renal_exposure
            .iter()
            .map(|row| exposure(table, row))
            .collect::<Result<_, _>>()?,
        preclinical: document
            .preclinical
            .iter()
            .map(|row| preclinical(table, row))
            .collect::<Result<_, _>>()?,
    })
}

fn label(table: &Table, row: &LabelRow) -> Result<Label, CatalogError> {
    let place = table.place(format!("{}, {}", row.drug, row.indication));
    let mut seen = BTreeSet::new();
    let mut doses = Vec::new();
    for dose in &row.doses {
        let renal: RenalCategory = place.word("doses.renal", &dose.renal)?;
        if !seen.insert(renal) {
            return Err(place.bad("doses.renal", &dose.renal, "give each category once"));
        }
        doses.push((renal, label_dose(&place, dose)?));
    }
    if let Some(missing) = RenalCategory::ALL.iter().find(|renal| !seen.contains(renal)) {
        let remedy = "give a dose or not_recommended = true for every category";
        return Err(place.bad("doses.renal", &format!("without {missing}"), remedy));
    }
    let longest = row.longest_days.map(|days| place.positive("longest_days", days)).transpose()?;
    Ok(Label {
        drug: place.filled("drug", &row.drug)?,
        indication: place.filled("indication", &row.indication)?,
        aliases: row.also_called.clone(),
        interval: place.positive("interval_h", row.interval_h)?.hours(),
        longest: longest.map(Quantities::days),
        doses,
        provenance: place.provenance(&row.entry())?,
    })
}

fn label_dose(place: &Place, row: &DoseRow) -> Result<LabelDose, CatalogError> {
    match (row.mg, row.up_to_mg, row.not_recommended) {
        (None, None, true) => Ok(LabelDose::NotRecommended),
        (Some(usual), up_to, false) => {
            let usual = place.positive("doses.mg", usual)?.milligrams();
            let most = up_to.map(|most| place.positive("doses.up_to_mg", most)).transpose()?;
            let up_to: Option<Mass> = most.map(Quantities::milligrams);
            match up_to.filter(|most| *most <= usual) {
                Some(most) => {
                    Err(place.bad("doses.up_to_mg", &most, "it must exceed the usual dose"))
                }
                None => Ok(LabelDose::Give { usual, up_to }),
            }
        }
        _ => Err(place.bad("doses", &row.renal, "give mg, or not_recommended = true")),
    }
}

fn exposure(table: &Table, row: &RatioRow) -> Result<RenalExposure, CatalogError> {
    let place = table.place(format!("{}, {}", row.drug, row.renal));
    let read = |given: &Option<Ratio>| given.as_ref().map(|row| ratio(&place, row)).transpose();
    Ok(RenalExposure {
        drug: place.filled("drug", &row.drug)?,
        renal: place.word("renal", &row.renal)?,
        study: read(&row.study)?,
        model: read(&row.model)?,
    })
}

fn ratio(place: &Place, row: &Ratio) -> Result<ExposureRatio, CatalogError> {
    let area = place.positive("area", row.area)?;
    let interval = match (row.low, row.high) {
        (None, None) => None,
        (Some(low), Some(high)) if low > 0.0 && low <= area && area <= high => Some((low, high)),
        _ => {
            let remedy = "the interval has two ends that hold the ratio between them";
            return Err(place.bad("low, high", &format!("{:?} {:?}", row.low, row.high), remedy));
        }
    };
    Ok(ExposureRatio {
        area,
        interval,
        peak: row.peak.map(|peak| place.positive("peak", peak)).transpose()?,
        provenance: place.provenance(&row.entry())?,
    })
}

fn preclinical(table: &Table, row: &PreclinicalRow) -> Result<Preclinical, CatalogError> {
    let place = table.place(format!("{}, {}", row.drug, row.disease));
    let lightest = place.positive("lightest_g", row.lightest_g)?;
    let heaviest = place.positive("heaviest_g", row.heaviest_g)?;
    if heaviest < lightest {
        return Err(place.bad("heaviest_g", &heaviest, "it must not be below lightest_g"));
    }
    Ok(Preclinical {
        drug: place.filled("drug", &row.drug)?,
        animal: place.filled("animal", &row.animal)?,
        disease: place.filled("disease", &row.disease)?,
        aliases: row.also_called.clone(),
        mg_per_kg: place.positive("mg_per_kg", row.mg_per_kg)?,
        interval: place.positive("interval_h", row.interval_h)?.hours(),
        weights: (lightest.grams(), heaviest.grams()),
        provenance: place.provenance(&row.entry())?,
    })
}
