//! The order of instructions: those that are alike side by side, each after what it reads.

use super::assemble::{Operand, Pending};
use std::collections::HashMap;

/// `work` in ranks: an instruction's rank is one above the highest of those it reads from. Within a
/// rank none waits for another, so they can stand in any order.
pub(super) fn scheduled(work: Vec<Pending>) -> Vec<Pending> {
    let mut ranks: HashMap<Operand, usize> = HashMap::new();
    let mut ranked = Vec::with_capacity(work.len());
    for pending in work {
        let read = pending.terms.iter().flat_map(|term| &term.factors);
        let rank = read.filter_map(|operand| ranks.get(operand)).max().map_or(0, |rank| rank + 1);
        ranks.insert(pending.out, rank);
        ranked.push((rank, pending));
    }
    ranked.sort_by_key(|(rank, pending)| (*rank, pending.op, pending.shape()));
    ranked.into_iter().map(|(_, pending)| pending).collect()
}
