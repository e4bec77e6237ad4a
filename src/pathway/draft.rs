//! A network under construction, with what several mechanisms share.

use std::collections::BTreeMap;

use super::PathwayError;
use super::binding::Complex;
use super::constants::Constants;
use super::options::{CytokineSupply, Step, Trafficking};
use super::stat::StatForms;
use crate::catalog::{Abundance, Cell, Jak, Stat};
use crate::network::{Compartment, Expr, Network, Parameter, Rule, Species};
use crate::units::{Concentration, Quantities, Volume};

/// Avogadro's number in molecules per nmol (exact since 2019, SI brochure, 9th edition).
const MOLECULES_PER_NANOMOLE: f64 = 6.022_140_76e14;

/// What the mechanisms write into.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) net: Network,
    pub(super) cell: &'a Cell,
    pub(super) constants: &'a Constants,
    pub(super) trafficking: Trafficking,
    pub(super) supply: CytokineSupply,
    pub(super) inhibited: &'a [Step],
    pub(super) medium: Compartment,
    pub(super) cytosol: Compartment,
    pub(super) nucleus: Compartment,
    declared: BTreeMap<String, Parameter>,
    pub(super) chains: BTreeMap<String, Species>,
    /// Activity of each kinase by step: without drug, and with it.
    pub(super) kinases: BTreeMap<Jak, Activity>,
    pub(super) shares: BTreeMap<(String, Jak), Rule>,
    pub(super) complexes: Vec<Complex>,
    pub(super) stats: BTreeMap<Stat, StatForms>,
    pub(super) socs: Option<Species>,
    pub(super) nuclear_dimers: Option<Rule>,
}

/// Activity of a kinase, 1 for the whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Activity {
    pub(super) without_drug: Parameter,
    pub(super) with_drug: Rule,
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        cell: &'a Cell,
        constants: &'a Constants,
        medium: Volume,
        inhibited: &'a [Step],
    ) -> Self {
        let mut net = Network::new();
        let medium = net.compartment("medium", medium);
        let cytosol = net.compartment("cell", cell.volume());
        let nucleus = net.compartment("nucleus", cell.nucleus());
        Self {
            net,
            cell,
            constants,
            trafficking: Trafficking::On,
            supply: CytokineSupply::Once,
            inhibited,
            medium,
            cytosol,
            nucleus,
            declared: BTreeMap::new(),
            chains: BTreeMap::new(),
            kinases: BTreeMap::new(),
            shares: BTreeMap::new(),
            complexes: Vec::new(),
            stats: BTreeMap::new(),
            socs: None,
            nuclear_dimers: None,
        }
    }

    /// A parameter, declared when first asked for.
    pub(super) fn parameter(&mut self, name: &str, value: f64) -> Parameter {
        let net = &mut self.net;
        *self.declared.entry(name.to_owned()).or_insert_with(|| net.parameter(name, value))
    }

    /// A constant of the table as a parameter of the network.
    pub(super) fn constant(&mut self, name: &str) -> Result<Parameter, PathwayError> {
        let value = self.constants.value(name)?;
        Ok(self.parameter(name, value))
    }

    /// Concentration in the cell's volume of a protein counted in molecules per cell.
    pub(super) fn abundance(&mut self, molecule: &str, abundance: &Abundance) -> Expr {
        let copies = self.parameter(&format!("copies.{molecule}"), abundance.copies);
        copies / (MOLECULES_PER_NANOMOLE * self.cell.volume().as_litres())
    }

    /// A species of the cell that starts at zero, with the size below which its accuracy matters less.
    pub(super) fn absent(&mut self, name: String, place: Compartment, scale: f64) -> Species {
        let species = self.net.species(name, place, 0.0.nanomolar());
        self.net.set_scale(species, Concentration::from_nanomolar(scale));
        species
    }

    /// The activity of a kinase at a step: the drug counts where it acts.
    pub(super) fn activity(&self, jak: Jak, step: Step) -> Expr {
        self.kinases.get(&jak).map_or(Expr::Number(0.0), |activity| {
            if self.inhibited.contains(&step) {
                activity.with_drug.into()
            } else {
                activity.without_drug.into()
            }
        })
    }

    /// Volume of the cell over that of the nucleus.
    pub(super) fn cell_per_nucleus(&self) -> f64 {
        self.cell.volume().as_litres() / self.cell.nucleus().as_litres()
    }
}

/// The sum of formulas; zero where there are none.
pub(super) fn sum(terms: impl IntoIterator<Item = Expr>) -> Expr {
    let mut terms: Vec<Expr> = terms.into_iter().collect();
    match terms.len() {
        0 => Expr::Number(0.0),
        1 => terms.remove(0),
        _ => Expr::Sum(terms),
    }
}
