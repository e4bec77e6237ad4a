//! An experiment: which cell, which stimulus, what is read and when.

use super::{AssayError, Reading};
use crate::catalog::{Catalog, Cell, Cytokine, Enzymology, Stat};
use crate::ode::Options;
use crate::pathway::Mutant;
use crate::units::{CellDensity, Concentration, LigandDose, Quantities, Time};

/// A cell assay. Defaults: the cytokine's usual dose and main STAT, read at 15 min; the drug goes in
/// 60 min before the stimulus; 2 mM ATP; 1e6 cells/mL.
#[derive(Debug, Clone)]
pub struct Assay {
    pub(super) cell: Cell,
    pub(super) stimuli: Vec<(Cytokine, LigandDose)>,
    pub(super) stat: Stat,
    pub(super) reading: Reading,
    pub(super) preincubation: Time,
    pub(super) enzymology: Enzymology,
    pub(super) density: CellDensity,
    pub(super) mutants: Vec<Mutant>,
    pub(super) options: Options,
}

impl Assay {
    /// The cytokine on the cell, everything else at its default.
    pub fn new(cytokine: &Cytokine, cell: &Cell) -> Self {
        Self {
            cell: cell.clone(),
            stimuli: vec![(cytokine.clone(), cytokine.typical_dose())],
            stat: cytokine.main_stat(),
            reading: Reading::At(15.0.minutes()),
            preincubation: 1.0.hours(),
            enzymology: Catalog::builtin().enzymology().clone(),
            density: 1e6.cells_per_ml(),
            mutants: Vec::new(),
            options: Options::default(),
        }
    }

    /// Intracellular flow cytometry of whole blood or PBMC: `cytokine` (usually IL-6 or IL-15) at
    /// 100 ng/mL on CD4, CD8 or `CD11b` cells, phospho-STAT3 at 15 min.
    pub fn flow_cytometry(cytokine: &Cytokine, cell: &Cell) -> Self {
        Self::new(cytokine, cell).stimulate(100.0.ng_per_ml()).readout(Stat::Stat3, 15.0.minutes())
    }

    /// Sets the dose of the cytokine.
    #[must_use]
    pub fn stimulate(mut self, dose: impl Into<LigandDose>) -> Self {
        self.stimuli[0].1 = dose.into();
        self
    }

    /// Adds a second cytokine at the same time, which competes for shared chains.
    #[must_use]
    pub fn and_stimulate(mut self, cytokine: &Cytokine, dose: impl Into<LigandDose>) -> Self {
        self.stimuli.push((cytokine.clone(), dose.into()));
        self
    }

    /// Reads a phospho-STAT at a time after the stimulus.
    #[must_use]
    pub const fn readout(mut self, stat: Stat, time: Time) -> Self {
        self.stat = stat;
        self.reading = Reading::At(time);
        self
    }

    /// Reads a phospho-STAT another way.
    #[must_use]
    pub const fn reading(mut self, stat: Stat, reading: Reading) -> Self {
        self.stat = stat;
        self.reading = reading;
        self
    }

    /// Adds the drug this long before the stimulus.
    #[must_use]
    pub const fn preincubate(mut self, time: Time) -> Self {
        self.preincubation = time;
        self
    }

    /// Sets the ATP of the cell.
    ///
    /// # Errors
    /// [`AssayError::Catalog`] if it is not positive and finite.
    pub fn cell_atp(mut self, atp: Concentration) -> Result<Self, AssayError> {
        self.enzymology = self.enzymology.with_cell_atp(atp)?;
        Ok(self)
    }

    /// Takes Km(ATP) and the ATP of the cell from here.
    #[must_use]
    pub fn enzymology(mut self, enzymology: &Enzymology) -> Self {
        self.enzymology = enzymology.clone();
        self
    }

    /// Sets the density of the cells, which share the medium and its cytokine.
    #[must_use]
    pub const fn cell_density(mut self, density: CellDensity) -> Self {
        self.density = density;
        self
    }

    /// Gives the cell a mutant kinase.
    #[must_use]
    pub fn mutant(mut self, mutant: Mutant) -> Self {
        self.mutants.push(mutant);
        self
    }

    /// Solves in another way.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The cytokine.
    pub fn cytokine(&self) -> &Cytokine {
        &self.stimuli[0].0
    }

    /// The cell.
    pub const fn cell(&self) -> &Cell {
        &self.cell
    }

    /// The STAT that is read.
    pub const fn stat(&self) -> Stat {
        self.stat
    }
}
