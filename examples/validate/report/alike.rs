//! Cells that no number of the tables tells apart, so that one experiment serves all of them.

use super::protocol::reading_time;
use jakstat::prelude::*;

/// All experiments that differ in a number: a cytokine and the cells that answer it alike.
pub(crate) fn experiments() -> Vec<(&'static Cytokine, Vec<&'static Cell>)> {
    let of = |cytokine| alike(cytokine).into_iter().map(move |cells| (cytokine, cells));
    Catalog::builtin().cytokines().flat_map(of).collect()
}

/// The cells with the receptor of a cytokine, those together that are read at one time and share every number.
fn alike(cytokine: &Cytokine) -> Vec<Vec<&'static Cell>> {
    let mut kinds: Vec<(Time, Vec<u64>, Vec<&Cell>)> = Vec::new();
    let catalog = Catalog::builtin();
    for cell in catalog.cells().filter(|cell| cell.check_receptor(cytokine).is_ok()) {
        let (time, numbers) = (reading_time(cell), numbers(cytokine, cell));
        match kinds.iter_mut().find(|(at, known, _)| *at == time && *known == numbers) {
            Some((_, _, cells)) => cells.push(cell),
            None => kinds.push((time, numbers, vec![cell])),
        }
    }
    kinds.into_iter().map(|(.., cells)| cells).collect()
}

/// All that tells one cell from another behind a receptor.
fn numbers(cytokine: &Cytokine, cell: &Cell) -> Vec<u64> {
    let chains = cytokine.chains().iter().filter_map(|chain| cell.receptor_copies(&chain.name));
    let jaks = Jak::ALL.into_iter().map(|jak| cell.jak_copies(jak));
    let stats = cytokine.stats().iter().map(|used| cell.stat_copies(used.stat));
    let known = chains.chain(jaks).chain(stats);
    let copies = known.flat_map(|abundance| [abundance.copies, abundance.low, abundance.high]);
    let volumes = [cell.volume().as_litres(), cell.nucleus().as_litres()];
    copies.chain(volumes).map(f64::to_bits).collect()
}
