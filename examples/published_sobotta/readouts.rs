//! The numbers by which the published model and the generic pathway are compared.

use super::experiment::{Experiment, Ruxolitinib};
use jakstat::prelude::*;
use jakstat::response::{Curve, Halfway, HillFit};
use std::error::Error;

/// Doses of IL-6 in ng/mL whose peaks are compared.
pub(crate) const DOSES: [f64; 5] = [1.0, 10.0, 40.0, 100.0, 500.0];
/// Doses of IL-6 in ng/mL against which ruxolitinib is titrated.
pub(crate) const AGAINST: [f64; 2] = [10.0, 40.0];
/// Ruxolitinib beside IL-6's own curve, nM at the start of the pre-incubation.
pub(crate) const BESIDE: f64 = 500.0;

/// The dose of which the course is read, ng/mL.
const USUAL: f64 = 40.0;
const MINUTE: f64 = 60.0;
/// When doses are compared, s.
const READING: f64 = 20.0 * MINUTE;
/// Long enough for every peak, s.
const LONGEST: f64 = 120.0 * MINUTE;

/// What a model says in the experiment; fractions are of all STAT3, by amount.
#[derive(Debug, Clone)]
pub(crate) struct Readouts {
    /// Phosphorylated before IL-6.
    pub(crate) at_rest: f64,
    /// Time of the peak in minutes and its height, for each of [`DOSES`].
    pub(crate) peaks: Vec<(f64, f64)>,
    /// At 60 min as a share of the peak, 40 ng/mL.
    pub(crate) after_an_hour: f64,
    /// Dose of IL-6 half way up at 20 min, ng/mL.
    pub(crate) ec50: f64,
    /// The same after 500 nM ruxolitinib that is slowly lost, ng/mL.
    pub(crate) ec50_with_drug: f64,
    /// Time of the peak of SOCS3 messenger in minutes, 40 ng/mL.
    pub(crate) messenger_minutes: f64,
    /// Constant ruxolitinib that halves the reading at 20 min, nM, against each of [`AGAINST`].
    pub(crate) ic50: [f64; 2],
    /// Hill slopes of the same curves.
    pub(crate) hill: [f64; 2],
}

impl Readouts {
    /// Does the experiment.
    ///
    /// # Errors
    /// If a condition cannot be solved, or a curve has no half-way dose.
    pub(crate) fn of(experiment: &Experiment) -> Result<Self, Box<dyn Error>> {
        let constant = Ruxolitinib::Constant;
        let course = [Measure::PeakTime(0.0, LONGEST), Measure::Peak(0.0, LONGEST)];
        let peaks = experiment.fraction(constant, &DOSES.map(|dose| [dose, 0.0]), &course)?;
        let usual = [Measure::At(0.0), Measure::At(60.0 * MINUTE), course[1]];
        let usual = &experiment.fraction(constant, &[[USUAL, 0.0]], &usual)?[0];
        let messenger = Readout { observable: experiment.messenger, measure: course[0] };
        let messenger = &experiment.read(constant, &[[USUAL, 0.0]], &[messenger])?[0];
        let [lower, higher] = AGAINST.map(|dose| titrated(experiment, dose));
        let ((lower, flat), (higher, steep)) = (lower?, higher?);
        Ok(Self {
            at_rest: usual[0],
            peaks: peaks.iter().map(|peak| (peak[0] / MINUTE, peak[1])).collect(),
            after_an_hour: usual[1] / usual[2],
            ec50: half_way(experiment, constant)?,
            ec50_with_drug: half_way(experiment, Ruxolitinib::Fading(BESIDE))?,
            messenger_minutes: messenger[0] / MINUTE,
            ic50: [lower, higher],
            hill: [flat.hill, steep.hill],
        })
    }

    /// Time of the peak in minutes and its height, 40 ng/mL.
    pub(crate) fn usual_peak(&self) -> (f64, f64) {
        let place = DOSES.iter().position(|&dose| dose == USUAL);
        place.map_or((f64::NAN, f64::NAN), |place| self.peaks[place])
    }

    /// Fold by which 500 nM ruxolitinib raises the EC50.
    pub(crate) fn shift(&self) -> f64 {
        self.ec50_with_drug / self.ec50
    }

    /// IC50 against the higher dose over that against the lower.
    pub(crate) fn ratio(&self) -> f64 {
        self.ic50[1] / self.ic50[0]
    }
}

/// Half way between no IL-6 and the largest response over all doses at 20 min, ng/mL.
fn half_way(experiment: &Experiment, ruxolitinib: Ruxolitinib) -> Result<f64, Box<dyn Error>> {
    let molar_mass = Catalog::builtin().cytokine("IL-6")?.molar_mass();
    let at = |doses: &[f64]| -> Result<Vec<f64>, Told> {
        let mass = |&dose: &f64| [dose.nanomolar().to_mass(molar_mass).as_ng_per_ml(), 0.0];
        let pairs: Vec<[f64; 2]> = doses.iter().map(mass).collect();
        let rows = experiment.fraction(ruxolitinib, &pairs, &[Measure::At(READING)]);
        Ok(rows.map_err(|why| Told(why.to_string()))?.iter().map(|row| row[0]).collect())
    };
    let doses: Vec<f64> = (0..=72).map(|k| 10_f64.powf(-3.0 + f64::from(k) / 8.0)).collect();
    let responses = at(&[&[0.0], &doses[..]].concat())?;
    let curve = Curve::new(doses, responses[1..].to_vec(), responses[0])?.up_to_maximum()?;
    let found = curve.potency(Halfway::BetweenPlateaus, at)?;
    let ec50 = found.exact().ok_or(format!("IL-6 has no EC50 but {found}"))?;
    Ok(ec50.to_mass(molar_mass).as_ng_per_ml())
}

/// IC50 of constant ruxolitinib in nM against a dose of IL-6 in ng/mL, and the Hill curve nearest to the titration.
fn titrated(experiment: &Experiment, il6: f64) -> Result<(f64, HillFit), Box<dyn Error>> {
    let at = |drugs: &[f64]| -> Result<Vec<f64>, Told> {
        let pairs: Vec<[f64; 2]> = drugs.iter().map(|&drug| [il6, drug]).collect();
        let rows = experiment.fraction(Ruxolitinib::Constant, &pairs, &[Measure::At(READING)]);
        Ok(rows.map_err(|why| Told(why.to_string()))?.iter().map(|row| row[0]).collect())
    };
    let drugs: Vec<f64> = (0..=40).map(|k| 10_f64.powf(f64::from(k) / 8.0)).collect();
    let responses = at(&[&[0.0], &drugs[..]].concat())?;
    let curve = Curve::new(drugs, responses[1..].to_vec(), responses[0])?;
    let found = curve.potency(Halfway::OfControl, at)?;
    let ic50 = found.exact().ok_or(format!("ruxolitinib has no IC50 but {found}"))?;
    Ok((ic50.as_nanomolar(), curve.fit_hill()?))
}

/// Why a point could not be read.
#[derive(Debug)]
struct Told(String);

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Told {}
