//! Ligand binding and assembly of the receptor (docs/theory.md, "Binding and assembly").
//!
//! `L + A ⇌ L:A`, `L:A + B ⇌ L:A:B`, and where the complex has two halves `2 L:A:B ⇌ (L:A:B)2`. With the gain g of each
//! joining chain and the tabulated apparent constant Kd the first contact has `Kd (1 + g + g² …)`, so that at low dose
//! the whole binds with Kd; a joining chain at its tabulated number is bound over free in the ratio g.

use super::PathwayError;
use super::assembly::Assembly;
use super::draft::Draft;
use crate::catalog::{Chain, Cytokine, Stat};
use crate::network::{Expr, Network, Parameter, Species};
use crate::units::Quantities;

/// The receptor of one cytokine once it is together.
#[derive(Debug, Clone)]
pub(super) struct Complex {
    pub(super) cytokine: String,
    pub(super) assembly: Assembly,
    pub(super) ligand: Species,
    /// Concentration of the ligand in the medium after the stimulus, nM.
    pub(super) dose: Parameter,
    /// Species on the way, each holding chains.
    pub(super) intermediates: Vec<Species>,
    /// Together, kinases at rest.
    pub(super) assembled: Species,
    /// Kinases on.
    pub(super) active: Species,
    /// Kinases on, tyrosines phosphorylated.
    pub(super) phosphorylated: Species,
    /// Active without ligand, then with phosphorylated tyrosines; only with a mutant kinase.
    pub(super) unliganded: Option<[Species; 2]>,
    /// STATs with their affinity for the docking sites relative to a main one.
    pub(super) docking: Vec<(Stat, Expr)>,
    /// A typical size, nM.
    pub(super) scale: f64,
}

impl Draft<'_> {
    /// The free chain on the surface, one species however many cytokines use it.
    pub(super) fn chain(&mut self, name: &str) -> Result<Species, PathwayError> {
        if let Some(&species) = self.chains.get(name) {
            return Ok(species);
        }
        let copies =
            self.cell.receptor_copies(name).cloned().ok_or_else(|| PathwayError::NoReceptor {
                cell: self.cell.name().into(),
                cytokine: name.into(),
                missing: vec![name.into()],
                cells: Vec::new(),
            })?;
        let initial = self.abundance(name, &copies);
        let species = self.net.species(name, self.cytosol, 0.0.nanomolar());
        self.net.set_initial(species, initial.clone());
        self.net.set_scale(species, copies.in_volume(self.cell.volume()));
        self.chains.insert(name.into(), species);
        self.turnover_of(name, species, initial)?;
        Ok(species)
    }

    /// Declares ligand, chains and complexes of a cytokine, and how they come together.
    pub(super) fn bind(&mut self, cytokine: &Cytokine, dose: f64) -> Result<(), PathwayError> {
        let assembly = Assembly::of(cytokine)?;
        let name = cytokine.name();
        let ligand = self.absent(name.to_owned(), self.medium, 1.0);
        let dose = self.parameter(&format!("dose.{name}"), dose);
        self.supply_with(name, ligand, dose)?;
        let affinity = cytokine.affinity().apparent.value.as_nanomolar();
        let apparent = self.parameter(&format!("Kd.{name}"), affinity);
        let on = self.constant("binding.association")?;
        let gain = self.constant("binding.assembly_gain")?;
        let joins = assembly.sequence.len() - 1;
        let loosening = (1..=joins).fold(Expr::Number(1.0), |total, _| 1.0 + gain * total);

        let first = &assembly.sequence[0];
        let first_chain = self.chain(&first.name)?;
        let scale = self.scale_of(first);
        let mut label = format!("{name}:{}", first.name);
        let only = joins == 0 && assembly.halves == 1;
        let mut bound = self.absent(labelled(name, &label, only), self.cytosol, scale);
        let off = on * (apparent * loosening);
        self.net.reversible(format!("{label} binding"), ligand + first_chain, bound, on, off)?;
        let mut intermediates = Vec::new();
        for (i, chain) in assembly.sequence.iter().enumerate().skip(1) {
            intermediates.push(bound);
            let joining = self.chain(&chain.name)?;
            label = format!("{label}:{}", chain.name);
            let last = i == joins && assembly.halves == 1;
            let next = self.absent(labelled(name, &label, last), self.cytosol, scale);
            let (on, off) = self.joining(chain)?;
            self.net.reversible(format!("{label} assembly"), bound + joining, next, on, off)?;
            bound = next;
        }
        if assembly.halves == 2 {
            intermediates.push(bound);
            let whole = self.absent(labelled(name, &label, true), self.cytosol, scale);
            let (on, off) = self.joining(&assembly.sequence[joins])?;
            self.net.reversible(format!("({label})2 assembly"), 2 * bound, whole, on, off)?;
            bound = whole;
        }
        let active = self.absent(format!("{name} receptor, active"), self.cytosol, scale);
        let phosphorylated =
            self.absent(format!("{name} receptor, phosphorylated"), self.cytosol, scale);
        self.complexes.push(Complex {
            cytokine: name.into(),
            assembly,
            ligand,
            dose,
            intermediates,
            assembled: bound,
            active,
            phosphorylated,
            unliganded: None,
            docking: Vec::new(),
            scale,
        });
        Ok(())
    }

    /// Rates at which a chain joins and leaves: its tabulated number fixes the constant, a swept number does not.
    fn joining(&mut self, chain: &Chain) -> Result<(Parameter, Expr), PathwayError> {
        let on = self.constant("binding.assembly_association")?;
        let gain = self.constant("binding.assembly_gain")?;
        let tabulated = self.scale_of(chain);
        let usual = self.parameter(&format!("usual.{}", chain.name), tabulated);
        Ok((on, on * usual / gain))
    }

    fn scale_of(&self, chain: &Chain) -> f64 {
        let copies = self.cell.receptor_copies(&chain.name);
        copies.map_or(1.0, |copies| copies.in_volume(self.cell.volume()).as_nanomolar())
    }

    /// The side of a reaction that holds every chain of the complex, free.
    pub(super) fn all_chains(
        &mut self,
        assembly: &Assembly,
    ) -> Result<crate::network::Side, PathwayError> {
        let mut side = Network::nothing();
        for (name, copies) in assembly.copies() {
            let chain = self.chain(name)?;
            for _ in 0..copies {
                side = side + chain;
            }
        }
        Ok(side)
    }
}

fn labelled(cytokine: &str, label: &str, whole: bool) -> String {
    if whole { format!("{cytokine} receptor, assembled") } else { label.to_owned() }
}
