//! Doses that do the same.

use super::super::{Assay, AssayError};
use super::by_curve::ByCurve;
use super::by_network::ByNetwork;
use super::{Day, Way};
use crate::catalog::{Catalog, Inhibitor};
use crate::pharmacokinetics::Exposure;
use crate::response::crossing;
use crate::units::{Concentration, Time};
use serde::{Deserialize, Serialize};

/// The factors on a regimen between which a dose is looked for.
const FACTORS: (f64, f64) = (1e-4, 1e5);

/// A regimen changed in its amounts until it does what was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EqualDose {
    /// What every amount of the regimen is multiplied with.
    pub factor: f64,
    /// Average free concentration of the day at that dose.
    pub free_average: Concentration,
    /// The average inhibition of the day that it reaches.
    pub inhibition: f64,
    /// How the exposure was carried beyond the bodies it was found in, if it was.
    pub extrapolated: Option<String>,
}

/// How well a drug spares JAK2.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Jak2Sparing {
    /// The free average for half of EPO and pSTAT5 over that for half of IL-6 and pSTAT3.
    pub ratio: f64,
    /// The dose for EPO.
    pub epo: EqualDose,
    /// The dose for IL-6.
    pub il6: EqualDose,
}

/// How well a drug spares JAK2: the free average concentration for half of the average daily inhibition of EPO and pSTAT5
/// over that for IL-6 and pSTAT3, each at its usual dose on its usual responder; above 1 where IL-6 is hit first.
///
/// # Errors
/// As [`Assay::equal_dose`].
pub fn jak2_sparing_ratio(
    catalog: &Catalog,
    asked: (&Inhibitor, Way),
    exposure: &Exposure,
    from: Time,
) -> Result<Jak2Sparing, AssayError> {
    let half = |cytokine: &str| -> Result<EqualDose, AssayError> {
        let cytokine = catalog.cytokine(cytokine)?;
        let assay = Assay::new(cytokine, catalog.responder(cytokine)?);
        assay.equal_dose(asked, exposure, from, 0.5)
    };
    let (epo, il6) = (half("EPO")?, half("IL-6")?);
    let ratio = epo.free_average.as_nanomolar() / il6.free_average.as_nanomolar();
    Ok(Jak2Sparing { ratio, epo, il6 })
}

impl Assay {
    /// How many times the regimen reaches this average inhibition (0 to 1) on the day that begins at `from`.
    ///
    /// Doses of two drugs are equal where they reach the same; the ratio of two free averages at one inhibition is
    /// how much more of a drug one signal takes than another.
    ///
    /// # Errors
    /// [`AssayError`]; [`AssayError::Inhibition`] for an inhibition that is none, [`AssayError::Response`] where no factor between 1e-4 and 1e5 reaches it, or, in the static
    /// way, where the Hill equation does not describe the curve.
    pub fn equal_dose(
        &self,
        (inhibitor, way): (&Inhibitor, Way),
        exposure: &Exposure,
        from: Time,
        inhibition: f64,
    ) -> Result<EqualDose, AssayError> {
        let day = Day::of(inhibitor, exposure, from)?;
        if !(inhibition > 0.0 && inhibition < 1.0) {
            return Err(AssayError::Inhibition { inhibition });
        }
        let scaled = |factor: f64| {
            Exposure::new(exposure.individual(), &exposure.regimen().clone().times(factor))
        };
        let averages = match way {
            Way::Static => Averages::Static(ByCurve::of(self, inhibitor)?, inhibitor),
            Way::Dynamic => {
                Averages::Dynamic(Box::new(ByNetwork::of(self, &[(inhibitor, exposure)])?))
            }
        };
        let averages = |factors: &[f64]| -> Result<Vec<f64>, AssayError> {
            let one = |&factor: &f64| averages.of(&Day { exposure: &scaled(factor)?, ..day });
            factors.iter().map(one).collect()
        };
        let factor = crossing(FACTORS.0, FACTORS.1, inhibition, averages)?;
        let reached = averages(&[factor])?;
        let summary = scaled(factor)?.summary(day.from, day.to)?;
        Ok(EqualDose {
            factor,
            free_average: summary.free_average(),
            inhibition: reached[0],
            extrapolated: summary.extrapolated,
        })
    }
}

/// Average inhibition over a day, in one of the ways.
enum Averages<'a> {
    Static(ByCurve, &'a Inhibitor),
    Dynamic(Box<ByNetwork<'a>>),
}

impl Averages<'_> {
    fn of(&self, day: &Day<'_>) -> Result<f64, AssayError> {
        Ok(match self {
            Self::Static(curve, inhibitor) => curve.known_over(day, inhibitor)?.average,
            Self::Dynamic(network) => network.over(&[day.exposure], day.from)?.inhibition.average,
        })
    }
}
