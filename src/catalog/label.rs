//! Doses as labels state them, what renal impairment does to exposure, doses given to animals.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::lookup::Named;
use super::{Provenance, RenalCategory};
use crate::units::{Mass, Quantities, Time};

/// What a label says of a category of renal function.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LabelDose {
    /// A dose at each interval, and the largest it may be raised to, if it may.
    Give {
        /// The usual dose.
        usual: Mass,
        /// The largest dose.
        up_to: Option<Mass>,
    },
    /// The drug should not be taken.
    NotRecommended,
}

impl LabelDose {
    /// The usual dose; none where the drug is not recommended.
    pub const fn usual(self) -> Option<Mass> {
        match self {
            Self::Give { usual, .. } => Some(usual),
            Self::NotRecommended => None,
        }
    }
}

impl fmt::Display for LabelDose {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Give { usual, up_to: None } => formatter.pad(&usual.to_string()),
            Self::Give { usual, up_to: Some(most) } => {
                formatter.pad(&format!("{usual}, up to {most}"))
            }
            Self::NotRecommended => formatter.pad("not recommended"),
        }
    }
}

/// The doses of a drug for an indication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    pub(super) drug: String,
    pub(super) indication: String,
    pub(super) aliases: Vec<String>,
    pub(super) interval: Time,
    pub(super) longest: Option<Time>,
    pub(super) doses: Vec<(RenalCategory, LabelDose)>,
    pub(super) provenance: Provenance,
}

impl Label {
    /// The drug.
    pub fn drug(&self) -> &str {
        &self.drug
    }

    /// The indication.
    pub fn indication(&self) -> &str {
        &self.indication
    }

    /// Time from dose to dose.
    pub const fn interval(&self) -> Time {
        self.interval
    }

    /// How long it may be taken, where the label limits it.
    pub const fn longest(&self) -> Option<Time> {
        self.longest
    }

    /// The dose for a category of renal function; every category has one.
    pub fn dose(&self, renal: RenalCategory) -> LabelDose {
        let found = self.doses.iter().find(|(category, _)| *category == renal);
        found.map_or(LabelDose::NotRecommended, |(_, dose)| *dose)
    }

    /// Where it is stated.
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }
}

impl Named for Label {
    fn name(&self) -> &str {
        &self.indication
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }
}

/// Exposure over that with normal renal function.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExposureRatio {
    /// Ratio of the areas under the curve.
    pub area: f64,
    /// Its 90 % interval, where one is stated.
    pub interval: Option<(f64, f64)>,
    /// Ratio of the peaks, where it is stated.
    pub peak: Option<f64>,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// What a category of renal impairment does to the exposure to a drug, by two sources that disagree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RenalExposure {
    /// The drug.
    pub drug: String,
    /// The category.
    pub renal: RenalCategory,
    /// As a study of renal impairment found it.
    pub study: Option<ExposureRatio>,
    /// As the population model has it.
    pub model: Option<ExposureRatio>,
}

/// Doses given to animals in a model of a disease.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preclinical {
    pub(super) drug: String,
    pub(super) animal: String,
    pub(super) disease: String,
    pub(super) aliases: Vec<String>,
    pub(super) mg_per_kg: f64,
    pub(super) interval: Time,
    pub(super) weights: (Mass, Mass),
    pub(super) provenance: Provenance,
}

impl Preclinical {
    /// The drug.
    pub fn drug(&self) -> &str {
        &self.drug
    }

    /// The animal.
    pub fn animal(&self) -> &str {
        &self.animal
    }

    /// The disease it has.
    pub fn disease(&self) -> &str {
        &self.disease
    }

    /// The dose in mg per kg of body weight.
    pub const fn mg_per_kg(&self) -> f64 {
        self.mg_per_kg
    }

    /// The dose for an animal of a weight.
    pub fn dose(&self, weight: Mass) -> Mass {
        (self.mg_per_kg * weight.as_milligrams() / 1e6).milligrams()
    }

    /// Time from dose to dose.
    pub const fn interval(&self) -> Time {
        self.interval
    }

    /// The lightest and the heaviest of the animals.
    pub const fn weights(&self) -> (Mass, Mass) {
        self.weights
    }

    /// Where it is stated.
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }
}

impl Named for Preclinical {
    fn name(&self) -> &str {
        &self.disease
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }
}
