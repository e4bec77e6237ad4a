//! Every drug on every cytokine in every cell that has the receptor.

use super::super::Found;
use super::super::alike::experiments;
use super::super::digits::significant;
use super::super::protocol::reading_time;
use jakstat::assay::ScreenRow;
use jakstat::prelude::*;
use rayon::prelude::*;

/// The screen of the whole catalogue, at 100 ng/mL, each cell read when the protocol says.
pub(crate) struct Matrix {
    rows: Vec<ScreenRow>,
    /// Experiments that differ in a number.
    pub(crate) different: usize,
}

impl Matrix {
    pub(crate) fn new() -> Self {
        let experiments = experiments();
        let of = |(cytokine, cells): &(&'static Cytokine, Vec<&'static Cell>)| {
            let screen = Screen::new(Catalog::builtin()).cytokines(&[*cytokine]);
            let screen = screen.cells(&cells[..1]).time(reading_time(cells[0]));
            let rows = screen.run(|| ());
            let on = |row: &ScreenRow, cell: &Cell| ScreenRow {
                cell: cell.name().into(),
                ..row.clone()
            };
            rows.iter().flat_map(|row| cells.iter().map(move |cell| on(row, cell))).collect()
        };
        let rows: Vec<Vec<ScreenRow>> = experiments.par_iter().map(of).collect();
        Self { rows: rows.concat(), different: experiments.len() }
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The pairs whose relation is this.
    pub(crate) fn count(&self, relation: &str) -> usize {
        self.rows.iter().filter(|row| row.relation == relation).count()
    }

    /// A drug on a cytokine in its usual responder; none where nothing can be predicted.
    pub(crate) fn of(&self, drug: &Inhibitor, cytokine: &Cytokine) -> Option<&ScreenRow> {
        self.on(drug.name(), cytokine.name(), cytokine.responder())
    }

    /// The same in any cell, all by name.
    pub(crate) fn on(&self, drug: &str, cytokine: &str, cell: &str) -> Option<&ScreenRow> {
        let wanted = |row: &&ScreenRow| {
            (row.inhibitor.as_str(), row.cytokine.as_str(), row.cell.as_str())
                == (drug, cytokine, cell)
        };
        self.rows.iter().find(wanted).filter(|row| row.relation != "refused")
    }

    /// All of it as a table.
    pub(crate) fn csv(&self) -> Found<String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(HEAD)?;
        for row in &self.rows {
            let ic50 = row.ic50_nanomolar.map_or(String::new(), |ic50| significant(ic50, 3));
            let minutes = significant(row.minutes, 3);
            writer.write_record([
                &row.inhibitor,
                &row.cytokine,
                &row.cell,
                &row.stat,
                &minutes,
                &row.relation,
                &ic50,
                &row.panel,
                &row.ic50_verified,
                &row.reason,
            ])?;
        }
        Ok(String::from_utf8(writer.into_inner()?)?)
    }
}

const HEAD: [&str; 10] = [
    "inhibitor",
    "cytokine",
    "cell",
    "stat",
    "minutes",
    "relation",
    "free_ic50_nM",
    "panel",
    "enzyme_ic50_verified",
    "remark",
];
