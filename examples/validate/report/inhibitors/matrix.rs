//! Every drug on every cytokine in every cell that has the receptor.

use super::super::Found;
use super::super::digits::significant;
use super::super::protocol::reading_time;
use jakstat::assay::ScreenRow;
use jakstat::prelude::*;

/// The screen of the whole catalogue, at 100 ng/mL, each cell read when the protocol says.
pub(crate) struct Matrix {
    rows: Vec<ScreenRow>,
    /// Experiments that differ in a number.
    pub(crate) different: usize,
}

impl Matrix {
    pub(crate) fn new() -> Self {
        let catalog = Catalog::builtin();
        let (mut rows, mut different) = (Vec::new(), 0);
        for cytokine in catalog.cytokines() {
            // Cells of one kind are read at one time and share every number.
            let mut kinds: Vec<(Time, Vec<u64>, Vec<&Cell>)> = Vec::new();
            for cell in catalog.cells().filter(|cell| cell.check_receptor(cytokine).is_ok()) {
                let (time, numbers) = (reading_time(cell), numbers(cytokine, cell));
                match kinds.iter_mut().find(|(at, known, _)| *at == time && *known == numbers) {
                    Some((_, _, cells)) => cells.push(cell),
                    None => kinds.push((time, numbers, vec![cell])),
                }
            }
            different += kinds.len();
            for (time, _, cells) in &kinds {
                let screen = Screen::new(catalog).cytokines(&[cytokine]).cells(&cells[..1]);
                for row in screen.time(*time).run(|| ()) {
                    let each = cells.iter();
                    rows.extend(
                        each.map(|cell| ScreenRow { cell: cell.name().into(), ..row.clone() }),
                    );
                }
            }
        }
        Self { rows, different }
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
        let wanted = |row: &&ScreenRow| {
            let pair = (row.inhibitor.as_str(), row.cytokine.as_str(), row.cell.as_str());
            pair == (drug.name(), cytokine.name(), cytokine.responder())
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

/// All that tells one cell from another behind a receptor.
fn numbers(cytokine: &Cytokine, cell: &Cell) -> Vec<u64> {
    let chains = cytokine.chains().iter().filter_map(|chain| cell.receptor_copies(&chain.name));
    let jaks = Jak::ALL.into_iter().map(|jak| cell.jak_copies(jak));
    let stats = cytokine.stats().iter().map(|used| cell.stat_copies(used.stat));
    let copies = chains.chain(jaks).chain(stats).map(|abundance| abundance.copies);
    let volumes = [cell.volume().as_litres(), cell.nucleus().as_litres()];
    copies.chain(volumes).map(f64::to_bits).collect()
}
