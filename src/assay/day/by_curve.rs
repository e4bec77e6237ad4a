//! The static way: the Hill equation at the free concentration of the moment.

use super::super::{Assay, AssayError, DoseGrid};
use super::{Day, Inhibition};
use crate::catalog::Inhibitor;
use crate::response::Potency;
use crate::units::{Concentration, Quantities};

/// What the static way needs of a curve.
pub(super) struct ByCurve {
    pub(super) ic50: Potency,
    pub(super) hill: Option<f64>,
}

impl ByCurve {
    /// From the assay's curve over 0.01 nM to 1 mM.
    pub(super) fn of(assay: &Assay, inhibitor: &Inhibitor) -> Result<Self, AssayError> {
        let doses = DoseGrid::log(0.01.nanomolar(), 1.0.millimolar(), 49);
        let curve = assay.dose_response(inhibitor, &doses)?;
        Ok(Self { ic50: curve.ic50(), hill: curve.fit_hill().ok().map(|fit| fit.hill) })
    }

    /// `C^h / (IC50^h + C^h)`, where IC50 and slope are known.
    pub(super) fn inhibition(&self, free: Concentration) -> Option<f64> {
        let (ic50, hill) = (self.ic50.exact()?, self.hill?);
        let ratio = free.as_nanomolar() / ic50.as_nanomolar();
        let power = libm::pow(ratio.max(0.0), hill);
        Some(if power.is_finite() { power / (1.0 + power) } else { 1.0 })
    }

    pub(super) fn over(&self, day: &Day<'_>) -> Result<Option<Inhibition>, AssayError> {
        let summary = day.exposure.summary(day.from, day.to)?;
        let at = |free| self.inhibition(free);
        let Some((peak, trough)) = at(summary.free_peak()).zip(at(summary.free_trough())) else {
            return Ok(None);
        };
        let effect = |free| self.inhibition(free).unwrap_or(f64::NAN);
        let average = day.exposure.average_of(effect, day.from, day.to)?;
        Ok(Some(Inhibition { average, peak, trough }))
    }

    /// The same where nothing else will do.
    pub(super) fn known_over(
        &self,
        day: &Day<'_>,
        inhibitor: &Inhibitor,
    ) -> Result<Inhibition, AssayError> {
        self.over(day)?.ok_or_else(|| AssayError::NoHill { drug: inhibitor.name().into() })
    }

    /// The day and its moments where nothing else will do.
    pub(super) fn told(
        &self,
        day: &Day<'_>,
        inhibitor: &Inhibitor,
    ) -> Result<(Inhibition, Vec<f64>), AssayError> {
        let whole = self.known_over(day, inhibitor)?;
        let at = |time| self.inhibition(day.exposure.free(time));
        Ok((whole, day.moments().filter_map(at).collect()))
    }

    pub(super) fn hours_above(&self, day: &Day<'_>) -> Result<Option<f64>, AssayError> {
        let Some(ic50) = self.ic50.exact() else { return Ok(None) };
        let above = day.exposure.time_free_above(ic50, day.from, day.to)?;
        Ok(Some(above.as_seconds() / 3600.0))
    }
}
