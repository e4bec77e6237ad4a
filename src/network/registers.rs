//! Temporaries share places: one whose last reader has run gives its place to the next.

use super::assemble::{Operand, Pending};

/// A place for every register of `work`, and the number of places; those among `kept` keep theirs to
/// the end.
pub(super) fn places(
    work: &[Pending],
    kept: impl IntoIterator<Item = Operand>,
    registers: usize,
) -> (Vec<usize>, usize) {
    let mut last = vec![0; registers];
    for (position, pending) in work.iter().enumerate() {
        for register in read(pending) {
            last[register] = position;
        }
    }
    for operand in kept {
        if let Operand::Register(register) = operand {
            last[register] = usize::MAX;
        }
    }
    let mut places = vec![0; registers];
    let (mut free, mut count) = (Vec::new(), 0);
    for (position, pending) in work.iter().enumerate() {
        // An instruction has read everything before it stores, so it may store over what it read.
        let mut done: Vec<usize> = read(pending).filter(|&r| last[r] == position).collect();
        done.sort_unstable();
        done.dedup();
        free.extend(done.into_iter().map(|register| places[register]));
        if let Operand::Register(register) = pending.out {
            places[register] = free.pop().unwrap_or_else(|| {
                count += 1;
                count - 1
            });
        }
    }
    (places, count)
}

fn read(pending: &Pending) -> impl Iterator<Item = usize> + '_ {
    pending.terms.iter().flat_map(|term| &term.factors).filter_map(|operand| match operand {
        Operand::Register(register) => Some(*register),
        _ => None,
    })
}
