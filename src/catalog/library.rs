//! The catalog itself: everything by name.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::kinetics_table::Fragment;
use super::label_table::Labels;
use super::lookup::{find, key, unknown};
use super::tables::{Table, Tables};
use super::{
    CatalogError, Cell, Cytokine, Enzymology, Inhibitor, Kind, Kinetics, Panel, cell_table,
    cytokine_table, enzymology_table, inhibitor_table, kinetics_table, label_table,
};

/// Cytokines, cells and inhibitors by name, and the enzymology that goes with them.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// Every drug with its default panel.
    pub(super) drugs: Vec<Inhibitor>,
    /// The drugs in use: all of them, or those of a single source.
    inhibitors: Vec<Inhibitor>,
    /// The panel every drug in use is in, where only one is wanted.
    source: Option<String>,
    cytokines: Vec<Cytokine>,
    cells: Vec<Cell>,
    enzymology: Enzymology,
    pub(super) kinetics: Vec<Kinetics>,
    /// What is known of drugs without a full set.
    pub(super) fragments: Vec<Fragment>,
    pub(super) labels: Labels,
}

impl Catalog {
    /// The catalog that comes with the library; it is read once.
    pub fn builtin() -> &'static Self {
        static BUILT_IN: LazyLock<Catalog> =
            LazyLock::new(|| match Catalog::from_tables(&Tables::built_in()) {
                Ok(catalog) => catalog,
                Err(error) => unreachable!("the built-in tables are part of the tests: {error}"),
            });
        &BUILT_IN
    }

    pub(super) fn from_tables(tables: &Tables) -> Result<Self, CatalogError> {
        let drugs = inhibitor_table::read(&tables.inhibitors, &tables.nak_kinases)?;
        let enzymology = enzymology_table::read(&tables.enzymology)?;
        let cytokines = cytokine_table::read(&tables.cytokines)?;
        let mut chains = chains_of(&cytokines);
        if tables.cytokines.brought {
            // The built-in cells have chains of cytokines that a user's own table may leave out.
            chains.extend(chains_of(&cytokine_table::read(&Tables::built_in().cytokines)?));
        }
        let cells = cell_table::read(&tables.cells, &chains)?;
        let inhibitors = drugs.clone();
        let (kinetics, fragments) = kinetics_table::read(&tables.kinetics, &drugs)?;
        let labels = label_table::read(&tables.labels)?;
        let catalog = Self {
            drugs,
            inhibitors,
            source: None,
            cytokines,
            cells,
            enzymology,
            kinetics,
            fragments,
            labels,
        };
        catalog.check_responders(&tables.cytokines)?;
        Ok(catalog)
    }

    /// The cytokines of a user's own table must name a responder that is there and has their receptor.
    fn check_responders(&self, table: &Table) -> Result<(), CatalogError> {
        if !table.brought {
            return Ok(());
        }
        for cytokine in &self.cytokines {
            self.responder(cytokine).map_err(|error| {
                let remedy = match error {
                    CatalogError::NoReceptor { missing, .. } => {
                        format!("it lacks {}, name a cell that has them", missing.join(", "))
                    }
                    other => other.to_string(),
                };
                table.place(cytokine.name()).bad("responder", cytokine.responder(), remedy)
            })?;
        }
        Ok(())
    }

    /// A cytokine by any of its names, in any case.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownName`] with the closest name there is.
    pub fn cytokine(&self, name: &str) -> Result<&Cytokine, CatalogError> {
        find(&self.cytokines, Kind::Cytokine, name)
    }

    /// A cell by any of its names, in any case.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownName`] with the closest name there is.
    pub fn cell(&self, name: &str) -> Result<&Cell, CatalogError> {
        find(&self.cells, Kind::Cell, name)
    }

    /// An inhibitor by any of its names, in any case.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownName`] with the closest name there is; in a single-source catalog
    /// [`CatalogError::NotInPanel`] for a drug that the source did not measure.
    pub fn inhibitor(&self, name: &str) -> Result<&Inhibitor, CatalogError> {
        if let Some(panel) = &self.source {
            find(&self.drugs, Kind::Inhibitor, name)?.with_panel(panel)?;
        }
        find(&self.inhibitors, Kind::Inhibitor, name)
    }

    /// Every cytokine, in the order of the table.
    pub fn cytokines(&self) -> impl ExactSizeIterator<Item = &Cytokine> {
        self.cytokines.iter()
    }

    /// Every cell, in the order of the table.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &Cell> {
        self.cells.iter()
    }

    /// Every inhibitor, in the order of the table; in a single-source catalog those the source measured.
    pub fn inhibitors(&self) -> impl ExactSizeIterator<Item = &Inhibitor> {
        self.inhibitors.iter()
    }

    /// Km(ATP) of the kinases and the ATP of a cell.
    pub const fn enzymology(&self) -> &Enzymology {
        &self.enzymology
    }

    /// The cell a cytokine is usually tested on.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownName`] where the catalog lacks that cell, [`CatalogError::NoReceptor`] where that cell
    /// lacks a chain.
    pub fn responder(&self, cytokine: &Cytokine) -> Result<&Cell, CatalogError> {
        let cell = self.cell(cytokine.responder())?;
        cell.check_receptor(cytokine)?;
        Ok(cell)
    }

    /// The same catalog with every drug in one panel, so that all numbers come from one laboratory.
    ///
    /// A drug that was not measured there is refused by [`inhibitor`](Self::inhibitor) and absent from
    /// [`inhibitors`](Self::inhibitors). Of the built-in panels, `dowty2019` and `clark2014` hold four drugs each at
    /// 1 mM ATP.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownName`] where no drug has such a panel.
    pub fn single_source(&self, panel: &str) -> Result<Self, CatalogError> {
        let panels = || self.drugs.iter().flat_map(Inhibitor::panels).map(Panel::name);
        if !panels().any(|known| key(known) == key(panel)) {
            return Err(unknown(Kind::Panel, panel, panels()));
        }
        let inhibitors = self.drugs.iter().filter_map(|drug| drug.with_panel(panel).ok()).collect();
        Ok(Self { inhibitors, source: Some(panel.into()), ..self.clone() })
    }
}

fn chains_of(cytokines: &[Cytokine]) -> BTreeSet<String> {
    cytokines.iter().flat_map(Cytokine::chains).map(|chain| chain.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_tables_are_sound() {
        let catalog = Catalog::from_tables(&Tables::built_in());
        assert!(
            catalog.is_ok(),
            "{}",
            catalog.map_or_else(|error| error.to_string(), |_| String::new())
        );
    }
}
