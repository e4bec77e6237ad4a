//! The enzyme assay that the IC50 of a kinase inhibitor come from.

use super::biochemical_error::BiochemicalError;
use super::biochemical_mixture::Mixture;
use crate::catalog::{half_inhibition, inhibition_constant};
use crate::response::{SearchError, crossing};
use crate::units::{Concentration, Time};

/// How much inhibitor there is beside the enzyme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Supply {
    /// So much that what the enzyme binds is not missed: free is what was added.
    #[default]
    Excess,
    /// What was added and no more: what the enzyme binds is missing from the rest (Morrison 1969,
    /// Biochim Biophys Acta 185:269).
    Limited,
}

/// What the assay reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Endpoint {
    /// The rate at which product appears at the start, nM/s.
    #[default]
    InitialRate,
    /// The product there is at the end, nM, the peptide being used up on the way.
    Product,
}

/// A kinase, ATP, a peptide and an inhibitor that competes with ATP, in one well.
///
/// Enzyme, ATP (in excess) and inhibitor are brought to binding equilibrium, with Km for the
/// dissociation constant of ATP; then the peptide is added, and the enzyme with ATP on it turns it
/// over at efficiency · \[E·ATP\] · \[peptide\] nM/s.
///
/// The IC50 that is read, with K = Ki (1 + ATP/Km):
/// * initial rate, inhibitor in excess: K (Cheng and Prusoff 1973);
/// * initial rate, inhibitor limited: K + E/2 (Morrison 1969);
/// * product after a time t, inhibitor in excess: from P = S₀ (1 − exp(−k t / (1 + I/K))) with
///   k = efficiency · E · ATP/(Km + ATP); above K.
///
/// Unless set otherwise: 1 nM enzyme, 1 µM peptide, 1 h, efficiency 10⁻⁵ /(nM s).
///
/// ```
/// use jakstat::assay::BiochemicalAssay;
/// use jakstat::units::Quantities;
///
/// let published = 5.9.nanomolar();
/// let assay = BiochemicalAssay::from_ic50(published, 40.0.micromolar(), 1.0.millimolar());
/// assert!((assay.ic50()?.as_nanomolar() / 5.9 - 1.0).abs() < 1e-6);
/// # Ok::<(), jakstat::assay::BiochemicalError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct BiochemicalAssay {
    pub(super) ki: Concentration,
    pub(super) km: Concentration,
    pub(super) atp: Concentration,
    pub(super) enzyme: Concentration,
    pub(super) peptide: Concentration,
    pub(super) time: Time,
    pub(super) efficiency: f64,
    pub(super) supply: Supply,
    pub(super) reading: Endpoint,
}

impl BiochemicalAssay {
    /// An assay of an inhibitor with a Ki, at an ATP concentration, on an enzyme with a Km for ATP.
    pub const fn new(ki: Concentration, km: Concentration, atp: Concentration) -> Self {
        Self {
            ki,
            km,
            atp,
            enzyme: Concentration::from_nanomolar(1.0),
            peptide: Concentration::from_nanomolar(1000.0),
            time: Time::from_seconds(3600.0),
            efficiency: 1e-5,
            supply: Supply::Excess,
            reading: Endpoint::InitialRate,
        }
    }

    /// An assay of an inhibitor of which an IC50 was published, the Ki taken from
    /// IC50 = Ki (1 + ATP/Km).
    pub fn from_ic50(ic50: Concentration, km: Concentration, atp: Concentration) -> Self {
        Self::new(inhibition_constant(ic50, atp, km), km, atp)
    }

    /// Sets the enzyme, bound and free together.
    #[must_use]
    pub const fn enzyme(self, enzyme: Concentration) -> Self {
        Self { enzyme, ..self }
    }

    /// Sets the peptide at the start.
    #[must_use]
    pub const fn peptide(self, peptide: Concentration) -> Self {
        Self { peptide, ..self }
    }

    /// Sets how long the reaction runs; the initial rate does not depend on it.
    #[must_use]
    pub const fn time(self, time: Time) -> Self {
        Self { time, ..self }
    }

    /// Sets kcat / Km of the peptide for the enzyme with ATP on it, in 1/(nM s).
    #[must_use]
    pub const fn efficiency(self, per_nanomolar_second: f64) -> Self {
        Self { efficiency: per_nanomolar_second, ..self }
    }

    /// Sets how much inhibitor there is beside the enzyme.
    #[must_use]
    pub const fn supply(self, supply: Supply) -> Self {
        Self { supply, ..self }
    }

    /// Sets what is read.
    #[must_use]
    pub const fn reading(self, reading: Endpoint) -> Self {
        Self { reading, ..self }
    }

    /// What is read at each dose (nM, 0 allowed): nM/s for the initial rate, nM for the product.
    ///
    /// # Errors
    /// [`BiochemicalError`] naming the number that cannot be used, or saying what failed.
    pub fn responses(&self, doses: &[f64]) -> Result<Vec<f64>, BiochemicalError> {
        self.check()?;
        let mixture = Mixture::new(self)?;
        doses.iter().map(|&dose| mixture.response(dose)).collect()
    }

    /// The dose that halves what is read without inhibitor, found by root search.
    ///
    /// # Errors
    /// [`BiochemicalError`] naming the number that cannot be used, or saying what failed.
    pub fn ic50(&self) -> Result<Concentration, BiochemicalError> {
        self.check()?;
        let mixture = Mixture::new(self)?;
        let level = mixture.response(0.0)? / 2.0;
        let half = half_inhibition(self.ki, self.atp, self.km).as_nanomolar();
        // Neither depletion nor conversion lowers an IC50; each raises it by no more than this.
        let turnovers = self.efficiency * self.enzyme.as_nanomolar() * self.time.as_seconds();
        let high = 10.0 * (half * (1.0 + turnovers) + self.enzyme.as_nanomolar());
        let evaluate = |doses: &[f64]| doses.iter().map(|&dose| mixture.response(dose)).collect();
        let dose = crossing(half / 2.0, high, level, evaluate).map_err(|error| match error {
            SearchError::Evaluation(failure) => failure,
            SearchError::Response(reason) => BiochemicalError::Search(reason),
        })?;
        Ok(Concentration::from_nanomolar(dose))
    }

    fn check(&self) -> Result<(), BiochemicalError> {
        let numbers = [
            ("ki", self.ki.as_nanomolar(), "nM"),
            ("km", self.km.as_nanomolar(), "nM"),
            ("atp", self.atp.as_nanomolar(), "nM"),
            ("enzyme", self.enzyme.as_nanomolar(), "nM"),
            ("peptide", self.peptide.as_nanomolar(), "nM"),
            ("time", self.time.as_seconds(), "s"),
            ("efficiency", self.efficiency, "1/(nM s)"),
        ];
        match numbers.into_iter().find(|&(_, value, _)| !(value.is_finite() && value > 0.0)) {
            Some((field, value, unit)) => Err(BiochemicalError::Number { field, value, unit }),
            None => Ok(()),
        }
    }
}
