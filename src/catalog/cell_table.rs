//! From the blocks of `cells.toml` to [`Cell`]s.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::cell::Receptors;
use super::lookup::{unambiguous, unknown};
use super::place::{Entry, Place};
use super::tables::{Table, sourced_row};
use super::{Abundance, CatalogError, Cell, Jak, Kind, PerJak, PerStat, Stat};
use crate::units::Volume;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    cell: Vec<Block>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    name: String,
    also_called: Vec<String>,
    volume: Size,
    nucleus: Size,
    receptors: Presence,
    each_chain: Count,
    each_jak: Count,
    each_stat: Count,
    #[serde(default)]
    measured: Vec<Measured>,
}

sourced_row!(Size { picolitres: f64 });
sourced_row!(Presence {
    #[serde(default)]
    every: bool,
    #[serde(default)]
    chains: Vec<String>,
});
sourced_row!(Count { copies: f64, low: f64, high: f64 });
sourced_row!(Measured { molecule: String, copies: f64, low: f64, high: f64 });

/// Reads the cells; `known_chains` are the chains of all receptors.
pub(super) fn read(
    table: &Table,
    known_chains: &BTreeSet<String>,
) -> Result<Vec<Cell>, CatalogError> {
    let document: Document = table.document()?;
    let cells = document
        .cell
        .iter()
        .map(|block| cell(&table.place(&block.name), block, known_chains))
        .collect::<Result<Vec<_>, _>>()?;
    unambiguous(table.file, &cells)?;
    Ok(cells)
}

fn cell(
    place: &Place,
    block: &Block,
    known_chains: &BTreeSet<String>,
) -> Result<Cell, CatalogError> {
    let mut measured = measured(place, block)?;
    let each_jak = block.each_jak.abundance(place, "each_jak")?;
    let each_stat = block.each_stat.abundance(place, "each_stat")?;
    let jaks =
        PerJak::from_fn(|jak: Jak| measured.remove(jak.name()).unwrap_or_else(|| each_jak.clone()));
    let stats = PerStat::from_fn(|stat: Stat| {
        measured.remove(stat.name()).unwrap_or_else(|| each_stat.clone())
    });
    let receptors = receptors(place, block, known_chains, &mut measured)?;
    if let Some(molecule) = measured.into_keys().next() {
        let remedy = "name a JAK, a STAT, or a chain listed under receptors.chains";
        return Err(place.bad("measured.molecule", &molecule, remedy));
    }
    Ok(Cell {
        name: place.filled("name", &block.name)?,
        aliases: block.also_called.clone(),
        volume: place.sourced(block.volume.volume(place, "volume")?, &block.volume.entry())?,
        nucleus: place.sourced(block.nucleus.volume(place, "nucleus")?, &block.nucleus.entry())?,
        receptors,
        presence: place.provenance(&block.receptors.entry())?,
        jaks,
        stats,
    })
}

fn receptors(
    place: &Place,
    block: &Block,
    known_chains: &BTreeSet<String>,
    measured: &mut BTreeMap<String, Abundance>,
) -> Result<Receptors, CatalogError> {
    let each = block.each_chain.abundance(place, "each_chain")?;
    let (every, names) = (block.receptors.every, &block.receptors.chains);
    if every != names.is_empty() {
        let remedy = "list the chains the cell has, or write every = true";
        return Err(place.bad("receptors.chains", &names.join(", "), remedy));
    }
    if every {
        return Ok(Receptors::Every(each));
    }
    let mut chains = BTreeMap::new();
    for name in names {
        if !known_chains.contains(name) {
            let known = known_chains.iter().map(String::as_str);
            let error = unknown(Kind::Chain, name, known);
            return Err(place.bad("receptors.chains", name, error.to_string()));
        }
        let found = measured.remove(name).unwrap_or_else(|| each.clone());
        if chains.insert(name.clone(), found).is_some() {
            return Err(place.bad("receptors.chains", name, "give each chain once"));
        }
    }
    Ok(Receptors::Listed(chains))
}

fn measured(place: &Place, block: &Block) -> Result<BTreeMap<String, Abundance>, CatalogError> {
    let mut measured = BTreeMap::new();
    for row in &block.measured {
        let numbers = [row.copies, row.low, row.high];
        let found = abundance(place, "measured", numbers, &row.entry())?;
        if measured.insert(row.molecule.clone(), found).is_some() {
            let remedy = "give each molecule once";
            return Err(place.bad("measured.molecule", &row.molecule, remedy));
        }
    }
    Ok(measured)
}

impl Size {
    fn volume(&self, place: &Place, block: &str) -> Result<Volume, CatalogError> {
        let picolitres = place.positive(&format!("{block}.picolitres"), self.picolitres)?;
        Ok(Volume::from_litres(picolitres * 1e-12))
    }
}

impl Count {
    fn abundance(&self, place: &Place, block: &str) -> Result<Abundance, CatalogError> {
        abundance(place, block, [self.copies, self.low, self.high], &self.entry())
    }
}

fn abundance(
    place: &Place,
    block: &str,
    [copies, low, high]: [f64; 3],
    entry: &Entry<'_>,
) -> Result<Abundance, CatalogError> {
    for (field, value) in [("copies", copies), ("low", low), ("high", high)] {
        place.positive(&format!("{block}.{field}"), value)?;
    }
    if !(low <= copies && copies <= high) {
        let range = format!("{low} to {high}");
        return Err(place.bad(block, &range, "the range must hold the number of copies"));
    }
    Ok(Abundance { copies, low, high, provenance: place.provenance(entry)? })
}
