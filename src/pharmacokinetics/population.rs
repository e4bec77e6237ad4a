//! Virtual patients: draws from a population model.

use nalgebra::{DMatrix, DVector};

use super::draw::standard_normals;
use super::patient::Covariates;
use super::typical::Source;
use super::{Individual, Patient, PharmacokineticsError};
use crate::catalog::{KineticQuantity, Kinetics, Variability};

/// Patients with the same properties who differ as people do: parameters are log-normal and correlated.
///
/// A parameter of a patient is `typical · exp(η)`, or `typical · exp((exp(λη) − 1)/λ)` where the source has a shape λ
/// (Box and Cox); the η are normal with the covariance of the set. A patient is a matter of seed and number alone:
/// each has a stream of `ChaCha12` of its own, so that neither order nor threads matter.
///
/// ```
/// use jakstat::catalog::Catalog;
/// use jakstat::pharmacokinetics::{Patient, Population};
///
/// let kinetics = Catalog::builtin().kinetics("baricitinib")?;
/// let population = Population::new(kinetics, &Patient::reference(), 2024)?;
/// assert_eq!(population.individual(7)?, population.individual(7)?);
/// assert_ne!(population.individual(7)?, population.individual(8)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Population {
    kinetics: Kinetics,
    covariates: Covariates,
    varied: Vec<(KineticQuantity, Variability)>,
    /// Lower triangular L with L Lᵀ the covariance of the η.
    factor: DMatrix<f64>,
    seed: u64,
}

impl Population {
    /// The population of a set, of patients with these properties.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::NoVariability`] where the set states none,
    /// [`PharmacokineticsError::NotPositiveDefinite`] where its covariances contradict one another, and those of
    /// [`Individual::typical`].
    pub fn new(
        kinetics: &Kinetics,
        patient: &Patient,
        seed: u64,
    ) -> Result<Self, PharmacokineticsError> {
        let set = || format!("{} ({})", kinetics.name(), kinetics.drug());
        let varied: Vec<_> = kinetics
            .parameters()
            .iter()
            .filter_map(|parameter| Some((parameter.quantity, parameter.variability?)))
            .collect();
        if varied.is_empty() {
            return Err(PharmacokineticsError::NoVariability { set: set() });
        }
        let factor = covariance(kinetics, &varied)
            .cholesky()
            .ok_or_else(|| PharmacokineticsError::NotPositiveDefinite { set: set() })?
            .unpack();
        let covariates = patient.over(kinetics.reference())?;
        Ok(Self { kinetics: kinetics.clone(), covariates, varied, factor, seed })
    }

    /// The seed of its draws.
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The parameters in which its patients differ.
    pub fn varied(&self) -> impl ExactSizeIterator<Item = KineticQuantity> {
        self.varied.iter().map(|(quantity, _)| *quantity)
    }

    /// The deviations η of a patient on the logarithmic scale, in the order of [`varied`](Self::varied).
    pub fn deviations(&self, number: u64) -> Vec<f64> {
        let draws = standard_normals(self.seed, number, self.varied.len());
        let independent = DVector::from_vec(draws);
        (&self.factor * independent).as_slice().to_vec()
    }

    /// A patient by number.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::OutOfRange`] should a parameter of the patient be no finite number.
    pub fn individual(&self, number: u64) -> Result<Individual, PharmacokineticsError> {
        self.with(&self.deviations(number), &format!("patient {number} (seed {})", self.seed))
    }

    /// The patient with these deviations η, in the order of [`varied`](Self::varied); what is missing is 0.
    ///
    /// # Errors
    ///
    /// [`PharmacokineticsError::OutOfRange`] should a parameter of the patient be no finite number.
    pub fn individual_with(&self, deviations: &[f64]) -> Result<Individual, PharmacokineticsError> {
        self.with(deviations, "patient with given deviations")
    }

    fn with(&self, deviations: &[f64], who: &str) -> Result<Individual, PharmacokineticsError> {
        let deviation = |quantity| {
            let mut varied = self.varied.iter().zip(deviations);
            let found = varied.find(|((known, _), _)| *known == quantity);
            found.map_or(1.0, |((_, variability), &eta)| multiple(variability, eta))
        };
        let (kinetics, covariates) = (&self.kinetics, self.covariates);
        Source { kinetics, covariates, deviation: &deviation }.body(who)
    }
}

/// What a parameter is multiplied with at a deviation η.
fn multiple(variability: &Variability, eta: f64) -> f64 {
    match variability.box_cox {
        None => eta.exp(),
        Some(shape) => ((shape * eta).exp_m1() / shape).exp(),
    }
}

fn covariance(kinetics: &Kinetics, varied: &[(KineticQuantity, Variability)]) -> DMatrix<f64> {
    let mut matrix = DMatrix::zeros(varied.len(), varied.len());
    for (i, (_, variability)) in varied.iter().enumerate() {
        matrix[(i, i)] = variability.omega2;
    }
    let place = |quantity| varied.iter().position(|(known, _)| *known == quantity);
    for stated in kinetics.covariances() {
        let [first, second] = stated.between.map(place);
        if let Some((i, j)) = first.zip(second) {
            matrix[(i, j)] = stated.omega2;
            matrix[(j, i)] = stated.omega2;
        }
    }
    matrix
}
