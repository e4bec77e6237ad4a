//! Neutralising antibodies (docs/theory.md, "Neutralisation").
//!
//! Against a cytokine: two equal, independent sites, `A + L ⇌ A:L` and `A:L + L ⇌ A:L2`; what is bound meets no receptor.
//! Against a chain: one chain at a time, `A + X ⇌ A:X`; such a chain joins no receptor and is lost like any other.

use std::fmt;

use super::PathwayError;
use super::draft::Draft;
use super::error::above_zero;
use super::options::Trafficking;
use crate::network::{Network, Species};
use crate::units::Concentration;

/// What a neutralising antibody binds, by its name in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// A cytokine of the medium, while it is free.
    Cytokine(String),
    /// A chain on the cell, while it is in no complex.
    Chain(String),
}

impl Target {
    /// The name.
    pub fn name(&self) -> &str {
        let (Self::Cytokine(name) | Self::Chain(name)) = self;
        name
    }
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// A neutralising antibody: what it binds and how tightly.
///
/// ```
/// use jakstat::pathway::{Antibody, Target};
/// use jakstat::units::Quantities;
///
/// let antibody = Antibody::new("anti-IL-6", Target::Cytokine("IL-6".into()), 0.05.nanomolar());
/// assert_eq!(antibody.target().name(), "IL-6");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Antibody {
    name: String,
    target: Target,
    dissociation: Concentration,
}

impl Antibody {
    /// An antibody with the dissociation constant of one of its sites; for a chain the apparent one on cells, which
    /// holds what the second site adds. Checked when a pathway is built.
    pub fn new(name: impl Into<String>, target: Target, dissociation: Concentration) -> Self {
        Self { name: name.into(), target, dissociation }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it binds.
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// Dissociation constant of one site.
    pub const fn dissociation(&self) -> Concentration {
        self.dissociation
    }
}

/// An antibody of a pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Neutraliser {
    pub(super) antibody: String,
    pub(super) species: usize,
    pub(super) parameter: usize,
}

impl Neutraliser {
    /// Name of the antibody.
    pub fn antibody(&self) -> &str {
        &self.antibody
    }

    /// Index among the states of the free antibody in the medium; zero until it is added.
    pub const fn species(&self) -> usize {
        self.species
    }

    /// Index among the inputs of the dose, nM of antibody in the medium: what the species is set to when it is added.
    pub const fn dose(&self) -> usize {
        self.parameter
    }
}

impl Draft<'_> {
    /// Declares the antibodies, none of them there yet.
    pub(super) fn neutralise(
        &mut self,
        antibodies: &[&Antibody],
    ) -> Result<Vec<Neutraliser>, PathwayError> {
        antibodies.iter().map(|antibody| self.add(antibody)).collect()
    }

    fn add(&mut self, antibody: &Antibody) -> Result<Neutraliser, PathwayError> {
        let name = &antibody.name;
        let tightness = antibody.dissociation.as_nanomolar();
        let tightness =
            above_zero(format!("the dissociation constant of {name} in nM"), tightness)?;
        let target = self.target_of(antibody)?;
        let dose = self.parameter(&format!("antibody.{name}"), 0.0);
        let dissociation = self.parameter(&format!("Kd.{name}"), tightness);
        let on = self.constant("neutralisation.association")?;
        let free = self.absent(name.clone(), self.medium, 1.0);
        let label = format!("{name}:{}", antibody.target);
        match antibody.target {
            Target::Cytokine(_) => {
                let one = self.absent(label.clone(), self.medium, 1.0);
                let two = self.absent(format!("{label}2"), self.medium, 1.0);
                let first = format!("{label} binding");
                self.net.reversible(first, free + target, one, 2.0 * on, on * dissociation)?;
                let second = format!("{label}2 binding");
                self.net.reversible(second, one + target, two, on, 2.0 * on * dissociation)?;
            }
            Target::Chain(_) => {
                let bound = self.absent(label.clone(), self.cytosol, 1.0);
                let reaction = format!("{label} binding");
                self.net.reversible(reaction, free + target, bound, on, on * dissociation)?;
                if self.trafficking == Trafficking::On {
                    let loss = self.constant("trafficking.degradation")?;
                    let reaction = format!("{label} degradation");
                    self.net.irreversible(reaction, bound, Network::nothing(), loss)?;
                }
            }
        }
        let (species, parameter) = (free.index(), dose.index());
        Ok(Neutraliser { antibody: name.clone(), species, parameter })
    }

    fn target_of(&self, antibody: &Antibody) -> Result<Species, PathwayError> {
        let ligands = || self.complexes.iter().map(|c| (c.cytokine.as_str(), c.ligand));
        let chains = || self.chains.iter().map(|(name, &chain)| (name.as_str(), chain));
        let named = |all: &[(&str, Species)]| {
            let found = all.iter().find(|(name, _)| *name == antibody.target.name());
            found.map(|&(_, species)| species).ok_or_else(|| PathwayError::NoTarget {
                antibody: antibody.name.clone(),
                target: antibody.target.clone(),
                available: all.iter().map(|(name, _)| (*name).into()).collect(),
            })
        };
        match antibody.target {
            Target::Cytokine(_) => named(&ligands().collect::<Vec<_>>()),
            Target::Chain(_) => named(&chains().collect::<Vec<_>>()),
        }
    }
}
