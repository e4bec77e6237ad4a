//! From cytokine, cell and drug to a compiled network.

use super::cited::Tables;
use super::draft::Draft;
use super::error::{above_zero, at_least_zero};
use super::model::Ligand;
use super::options::{CytokineSupply, Mutant, Step, Trafficking};
use super::{Antibody, Constants, PathwayError, PathwayModel};
use crate::catalog::{Catalog, Cell, Cytokine, Enzymology, Inhibitor, Jak, Stat};
use crate::pharmacokinetics::Individual;
use crate::units::{CellDensity, Concentration, LigandDose, Quantities};

/// What a pathway is built from: a cell, one or two cytokines, and what else is chosen.
#[derive(Debug, Clone)]
pub struct Pathway<'a> {
    cell: &'a Cell,
    stimuli: Vec<(&'a Cytokine, LigandDose)>,
    inhibitors: Vec<&'a Inhibitor>,
    bodies: Vec<&'a Individual>,
    supply: CytokineSupply,
    antibodies: Vec<&'a Antibody>,
    mutants: Vec<Mutant>,
    enzymology: Option<&'a Enzymology>,
    atp: Option<Concentration>,
    density: CellDensity,
    trafficking: Trafficking,
    inhibited: Vec<Step>,
    constants: Option<Constants>,
}

impl<'a> Pathway<'a> {
    /// A cell at rest, 1e6 cells/mL.
    pub fn new(cell: &'a Cell) -> Self {
        Self {
            cell,
            stimuli: Vec::new(),
            inhibitors: Vec::new(),
            bodies: Vec::new(),
            supply: CytokineSupply::Once,
            antibodies: Vec::new(),
            mutants: Vec::new(),
            enzymology: None,
            atp: None,
            density: 1e6.cells_per_ml(),
            trafficking: Trafficking::On,
            inhibited: Step::ALL.to_vec(),
            constants: None,
        }
    }

    /// Adds a cytokine with its dose; a second one competes for shared chains.
    #[must_use]
    pub fn stimulate(mut self, cytokine: &'a Cytokine, dose: impl Into<LigandDose>) -> Self {
        self.stimuli.push((cytokine, dose.into()));
        self
    }

    /// Adds drugs, at zero until their concentration is set.
    #[must_use]
    pub fn inhibitors(mut self, inhibitors: &[&'a Inhibitor]) -> Self {
        self.inhibitors.extend_from_slice(inhibitors);
        self
    }

    /// Lets a body take the drug of that name among the inhibitors: what is free in its plasma reaches the cells.
    #[must_use]
    pub fn taken_by(mut self, body: &'a Individual) -> Self {
        self.bodies.push(body);
        self
    }

    /// Sets how long the cytokines last.
    #[must_use]
    pub const fn supply(mut self, supply: CytokineSupply) -> Self {
        self.supply = supply;
        self
    }

    /// Adds neutralising antibodies, absent until they are added to the medium.
    #[must_use]
    pub fn neutralise(mut self, antibodies: &[&'a Antibody]) -> Self {
        self.antibodies.extend_from_slice(antibodies);
        self
    }

    /// Adds a mutant kinase.
    #[must_use]
    pub fn mutant(mut self, mutant: Mutant) -> Self {
        self.mutants.push(mutant);
        self
    }

    /// Takes Km(ATP) and the cell's ATP from here instead of the built-in table.
    #[must_use]
    pub fn enzymology(mut self, enzymology: &'a Enzymology) -> Self {
        self.enzymology = Some(enzymology);
        self
    }

    /// Sets the cell's ATP, 2 mM otherwise.
    #[must_use]
    pub const fn atp(mut self, atp: Concentration) -> Self {
        self.atp = Some(atp);
        self
    }

    /// Sets the cells per volume of medium, which share the ligand; 1e6 cells/mL otherwise.
    #[must_use]
    pub const fn cell_density(mut self, density: CellDensity) -> Self {
        self.density = density;
        self
    }

    /// Sets whether chains are made, lost and taken inside.
    #[must_use]
    pub const fn trafficking(mut self, trafficking: Trafficking) -> Self {
        self.trafficking = trafficking;
        self
    }

    /// Sets at which steps the drugs act; at all of them otherwise.
    #[must_use]
    pub fn inhibited_steps(mut self, steps: &[Step]) -> Self {
        self.inhibited = steps.to_vec();
        self
    }

    /// Takes other constants.
    #[must_use]
    pub fn constants(mut self, constants: Constants) -> Self {
        self.constants = Some(constants);
        self
    }

    /// Writes the network and compiles it.
    ///
    /// # Errors
    /// [`PathwayError`]: no cytokine or more than two, one named twice, a cell without the receptor, a kinase nobody
    /// knows, a drug that does not compete with ATP or was not measured on a kinase in use, a dose, density, ATP or dissociation
    /// constant that is no usable number, a mutant kinase that no chain holds, an antibody against what is not there.
    pub fn build(&self) -> Result<PathwayModel, PathwayError> {
        let doses = self.check()?;
        let constants = self.constants.clone().map_or_else(Constants::builtin, Ok)?;
        let mut enzymology =
            self.enzymology.unwrap_or_else(|| Catalog::builtin().enzymology()).clone();
        if let Some(atp) = self.atp {
            above_zero("the cell's ATP in nM", atp.as_nanomolar())?;
            enzymology = enzymology.with_cell_atp(atp)?;
        }
        let medium = self.density.medium_per_cell();
        let mut draft = Draft::new(self.cell, &constants, medium, &self.inhibited);
        draft.trafficking = self.trafficking;
        draft.supply = self.supply;
        let kinases = self.kinases()?;
        let drugs = draft.inhibit(&kinases, &self.inhibitors, &self.bodies, &enzymology)?;
        draft.declare_socs();
        for (&(cytokine, _), &dose) in self.stimuli.iter().zip(&doses) {
            draft.bind(cytokine, dose)?;
        }
        let mut heterodimers: Vec<(Stat, Stat)> = Vec::new();
        for (i, (cytokine, _)) in self.stimuli.iter().enumerate() {
            for used in cytokine.stats() {
                draft.rest_stat(used.stat)?;
            }
            heterodimers.extend_from_slice(cytokine.heterodimers());
            let mut complex = draft.complexes[i].clone();
            for chain in complex.assembly.pair() {
                draft.share_kinases(chain)?;
            }
            complex.docking = draft.docking_of(cytokine)?;
            draft.mutate(&mut complex, &self.mutants)?;
            draft.activate(&complex)?;
            draft.phosphorylate_receptor(&complex)?;
            draft.dephosphorylate_receptor(&complex)?;
            draft.traffic(&complex)?;
            draft.complexes[i] = complex;
        }
        draft.phosphorylate_stats()?;
        draft.dimerise(&heterodimers)?;
        draft.shuttle()?;
        draft.observe_dimers();
        draft.make_socs()?;
        draft.make_target()?;
        draft.observe();
        let antibodies = draft.neutralise(&self.antibodies)?;
        let ligands = self.stimuli.iter().zip(&draft.complexes);
        let ligands = ligands
            .map(|((cytokine, _), complex)| Ligand {
                cytokine: complex.cytokine.clone(),
                species: complex.ligand.index(),
                parameter: complex.dose.index(),
                molar_mass: cytokine.molar_mass(),
            })
            .collect();
        let model = draft.net.compile()?;
        let tables = Tables {
            cell: self.cell,
            cytokines: self.stimuli.iter().map(|&(cytokine, _)| cytokine).collect(),
            inhibitors: &self.inhibitors,
            antibodies: &self.antibodies,
            enzymology: &enzymology,
            constants: &constants,
        };
        let cited = tables.rows(&model, &kinases)?;
        let constants = constants.clone();
        Ok(PathwayModel { model, ligands, drugs, antibodies, constants, cited })
    }

    /// The doses in nM, once nothing is wrong with what was asked for.
    fn check(&self) -> Result<Vec<f64>, PathwayError> {
        match self.stimuli.len() {
            0 => return Err(PathwayError::NoCytokine),
            1 | 2 => {}
            count => return Err(PathwayError::TooManyCytokines { count }),
        }
        let cytokines = self.stimuli.iter().map(|(cytokine, _)| cytokine.name());
        let drugs = self.inhibitors.iter().map(|drug| drug.name());
        let antibodies = self.antibodies.iter().map(|antibody| antibody.name());
        let names: Vec<&str> = cytokines.chain(drugs).chain(antibodies).collect();
        for (i, name) in names.iter().enumerate() {
            if names[..i].contains(name) {
                return Err(PathwayError::Duplicate { name: (*name).into() });
            }
        }
        for (i, body) in self.bodies.iter().enumerate() {
            if self.bodies[..i].iter().any(|other| other.drug == body.drug) {
                return Err(PathwayError::Duplicate {
                    name: format!("the body that takes {}", body.drug),
                });
            }
            if !self.inhibitors.iter().any(|drug| drug.name() == body.drug) {
                return Err(PathwayError::NotPart {
                    kind: "drug",
                    name: body.drug.clone(),
                    available: self.inhibitors.iter().map(|drug| drug.name().into()).collect(),
                });
            }
        }
        above_zero("the cell density in cells/mL", self.density.as_cells_per_ml())?;
        let mut doses = Vec::new();
        for &(cytokine, dose) in &self.stimuli {
            let molar = dose.to_molar(cytokine.molar_mass()).as_nanomolar();
            doses.push(at_least_zero(format!("the dose of {} in nM", cytokine.name()), molar)?);
            cytokine.receptor()?;
            self.check_receptor(cytokine)?;
        }
        Ok(doses)
    }

    fn check_receptor(&self, cytokine: &Cytokine) -> Result<(), PathwayError> {
        let missing: Vec<String> = cytokine
            .chains()
            .iter()
            .filter(|chain| self.cell.receptor_copies(&chain.name).is_none())
            .map(|chain| chain.name.clone())
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let able = |cell: &&Cell| cell.check_receptor(cytokine).is_ok();
        let cells =
            Catalog::builtin().cells().filter(able).map(|cell| cell.name().into()).collect();
        let (cell, cytokine) = (self.cell.name().into(), cytokine.name().into());
        Err(PathwayError::NoReceptor { cell, cytokine, missing, cells })
    }

    /// The kinases that chains of the receptors hold, in order.
    fn kinases(&self) -> Result<Vec<Jak>, PathwayError> {
        let mut used = Vec::new();
        for (cytokine, _) in &self.stimuli {
            let receptor = cytokine.receptor()?;
            used.extend(Jak::ALL.into_iter().filter(|&jak| receptor.uses(jak)));
        }
        used.sort_unstable();
        used.dedup();
        for mutant in &self.mutants {
            if !used.contains(&mutant.jak()) {
                let names: Vec<&str> =
                    self.stimuli.iter().map(|(cytokine, _)| cytokine.name()).collect();
                let cytokines = names.join(" and ");
                return Err(PathwayError::MutantUnused { jak: mutant.jak(), cytokines });
            }
        }
        Ok(used)
    }
}
