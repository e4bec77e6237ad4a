//! A pathway ready to be solved: the compiled network, and which of its numbers are what.

use super::{Constants, Neutraliser, PathwayError};
use crate::catalog::{Cited, Effective, Jak, Relation, Verified};
use crate::network::Model;
use crate::ode::Change;
use crate::pharmacokinetics::Declared;
use crate::units::MolarMass;

/// A cytokine of the pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Ligand {
    pub(super) cytokine: String,
    pub(super) species: usize,
    pub(super) parameter: usize,
    pub(super) molar_mass: MolarMass,
}

impl Ligand {
    /// Its name.
    pub fn cytokine(&self) -> &str {
        &self.cytokine
    }

    /// Index of the species among the states; zero before the stimulus.
    pub const fn species(&self) -> usize {
        self.species
    }

    /// Index of the dose among the inputs, nM in the medium: what the species is set to at the stimulus.
    pub const fn dose(&self) -> usize {
        self.parameter
    }

    /// The molar mass that turns ng/mL into nM.
    pub const fn molar_mass(&self) -> MolarMass {
        self.molar_mass
    }
}

/// The potency of a drug on one kinase, as the pathway uses it.
#[derive(Debug, Clone, PartialEq)]
pub struct Potency {
    pub(super) effective: Effective,
    pub(super) parameter: usize,
}

impl Potency {
    /// The value with panel, ATP and marks.
    pub const fn effective(&self) -> &Effective {
        &self.effective
    }

    /// Index of Ki among the inputs, nM.
    pub const fn ki(&self) -> usize {
        self.parameter
    }
}

/// A drug of the pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Drug {
    pub(super) name: String,
    pub(super) parameter: usize,
    pub(super) potencies: Vec<Potency>,
    pub(super) kinetics: Option<Declared>,
}

impl Drug {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Index of the free concentration that is added to the cells among the inputs, nM; zero unless set.
    pub const fn concentration(&self) -> usize {
        self.parameter
    }

    /// Its potency on each kinase of the pathway.
    pub fn potencies(&self) -> &[Potency] {
        &self.potencies
    }

    /// The species of the body that takes it, where there is one.
    pub const fn kinetics(&self) -> Option<&Declared> {
        self.kinetics.as_ref()
    }

    /// The weakest mark among its potencies.
    pub fn verified(&self) -> Verified {
        let marks = self.potencies.iter().map(|potency| potency.effective.verified);
        marks.max().unwrap_or(Verified::Assumed)
    }

    /// Kinases on which only a lower bound of the potency is known; the bound is used.
    pub fn bounds(&self) -> impl Iterator<Item = Jak> {
        let bound = |potency: &&Potency| potency.effective.relation != Relation::Equal;
        self.potencies.iter().filter(bound).map(|potency| potency.effective.jak)
    }
}

/// A compiled pathway. Doses, potencies, abundances and constants are inputs of the model: sweeping them changes
/// numbers, never structure.
///
/// Inputs by name: `dose.<cytokine>`, `inhibitor.<drug>` and `antibody.<antibody>` in nM, `Ki.<drug>.<JAK>`, `Km.<JAK>` and `ATP` in nM,
/// `activity.<JAK>` (1; 0 for a dead kinase), `copies.<molecule>` in molecules per cell, `Kd.<cytokine>` in nM, and every
/// [`Constants`] entry in use. Observables: `pSTAT3` and `pSTAT3 fraction` for each STAT, `active JAK`, `SOCS mRNA`,
/// `SOCS`, `target mRNA`, `target protein`, `nuclear STAT dimers`, and every species and rule.
#[derive(Debug, Clone, PartialEq)]
pub struct PathwayModel {
    pub(super) model: Model,
    pub(super) ligands: Vec<Ligand>,
    pub(super) drugs: Vec<Drug>,
    pub(super) antibodies: Vec<Neutraliser>,
    pub(super) constants: Constants,
    pub(super) cited: Vec<Cited>,
}

impl PathwayModel {
    /// The compiled network.
    pub const fn model(&self) -> &Model {
        &self.model
    }

    /// The cytokines, in the order they were named.
    pub fn ligands(&self) -> &[Ligand] {
        &self.ligands
    }

    /// The drugs, in the order they were named.
    pub fn drugs(&self) -> &[Drug] {
        &self.drugs
    }

    /// The antibodies, in the order they were named.
    pub fn antibodies(&self) -> &[Neutraliser] {
        &self.antibodies
    }

    /// The constants it was built with.
    pub const fn constants(&self) -> &Constants {
        &self.constants
    }

    /// The rows of tables that its numbers come from, for [`Sweep::citing`](crate::sweep::Sweep::citing) say.
    pub fn cited(&self) -> &[Cited] {
        &self.cited
    }

    /// A drug by name.
    ///
    /// # Errors
    /// [`PathwayError::NotPart`] with the drugs there are.
    pub fn drug(&self, name: &str) -> Result<&Drug, PathwayError> {
        let available = || self.drugs.iter().map(|drug| drug.name.clone()).collect();
        self.drugs.iter().find(|drug| drug.name == name).ok_or_else(|| PathwayError::NotPart {
            kind: "drug",
            name: name.into(),
            available: available(),
        })
    }

    /// A cytokine by name.
    ///
    /// # Errors
    /// [`PathwayError::NotPart`] with the cytokines there are.
    pub fn ligand(&self, cytokine: &str) -> Result<&Ligand, PathwayError> {
        let available = || self.ligands.iter().map(|ligand| ligand.cytokine.clone()).collect();
        self.ligands.iter().find(|ligand| ligand.cytokine == cytokine).ok_or_else(|| {
            PathwayError::NotPart {
                kind: "cytokine",
                name: cytokine.into(),
                available: available(),
            }
        })
    }

    /// What happens at the stimulus, for parameters of one run: each ligand takes its dose, in nM.
    ///
    /// A dose that `parameters` does not hold is not a number, and a solver refuses it.
    pub fn stimulus(&self, parameters: &[f64]) -> Vec<Change> {
        let dose = |ligand: &Ligand| Change::SetState {
            index: ligand.species,
            value: parameters.get(ligand.parameter).copied().unwrap_or(f64::NAN),
        };
        self.ligands.iter().map(dose).collect()
    }
}
