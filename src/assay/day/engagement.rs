//! How much of each kinase a drug holds over a day.

use super::super::{Assay, AssayError};
use super::{Day, Inhibition};
use crate::catalog::{Inhibitor, Jak, Relation, Verified};
use crate::pharmacokinetics::Exposure;
use crate::units::{Concentration, Time};
use serde::{Deserialize, Serialize};

/// A kinase under a drug over a day: the share of it that the drug holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Engagement {
    /// The kinase.
    pub kinase: String,
    /// The free concentration that holds half of it: in a cell with its ATP for a JAK, without ATP for the others.
    pub half: Concentration,
    /// Whether that is the value, or only a lower bound.
    pub relation: Relation,
    /// How far it was checked.
    pub verified: Verified,
    /// `C / (C + half)` over the day; where only a bound is known, the most it can be.
    pub occupancy: Inhibition,
    /// How the exposure was carried beyond the bodies it was found in, if it was.
    pub extrapolated: Option<String>,
}

impl Assay {
    /// How much of each JAK, and of AAK1, BIKE and GAK, the drug holds on the day that begins at `from`; those that
    /// were not measured are left out.
    ///
    /// # Errors
    /// [`AssayError`] if the drug does not compete with ATP, or the exposure is to another one.
    pub fn engagement(
        &self,
        inhibitor: &Inhibitor,
        exposure: &Exposure,
        from: Time,
    ) -> Result<Vec<Engagement>, AssayError> {
        let day = Day::of(inhibitor, exposure, from)?;
        let mut kinases = Vec::new();
        for jak in Jak::ALL {
            if inhibitor.potency(jak).is_err() {
                continue;
            }
            let effective = inhibitor.effective(jak, &self.enzymology)?;
            let half = effective.half_inhibition;
            kinases.push((jak.to_string(), half, effective.relation, effective.verified));
        }
        for affinity in inhibitor.nak_affinities() {
            let (half, verified) = (affinity.dissociation, affinity.provenance.verified);
            kinases.push((affinity.kinase.to_string(), half, affinity.relation, verified));
        }
        let summary = exposure.summary(day.from, day.to)?;
        kinases
            .into_iter()
            .map(|(kinase, half, relation, verified)| {
                let held = |free: Concentration| {
                    let free = free.as_nanomolar();
                    free / (free + half.as_nanomolar())
                };
                let occupancy = Inhibition {
                    average: exposure.average_of(held, day.from, day.to)?,
                    peak: held(summary.free_peak()),
                    trough: held(summary.free_trough()),
                };
                let extrapolated = summary.extrapolated.clone();
                Ok(Engagement { kinase, half, relation, verified, occupancy, extrapolated })
            })
            .collect()
    }
}
