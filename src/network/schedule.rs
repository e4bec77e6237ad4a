//! The order of instructions: those that are alike side by side, each after what it reads.

use super::assemble::{Operand, Pending};
use super::shape::Shape;
use super::tape::Op;
use std::collections::{BTreeMap, HashMap};

/// Instructions of one kind that are still to be placed.
#[derive(Debug, Default)]
struct Waiting {
    /// Those that read nothing that is still to be computed.
    ready: Vec<usize>,
    /// Those that do.
    blocked: usize,
}

/// `work` in as few runs of like instructions as can be had step by step: a kind is placed when the last
/// of its instructions is ready, or, where no kind is that far, the one with most that are.
pub(super) fn scheduled(work: Vec<Pending>) -> Vec<Pending> {
    let makers: HashMap<Operand, usize> =
        work.iter().enumerate().map(|(i, pending)| (pending.out, i)).collect();
    let mut readers = vec![Vec::new(); work.len()];
    let mut unmet = vec![0; work.len()];
    let mut kinds: BTreeMap<(Op, Shape), Waiting> = BTreeMap::new();
    for (i, pending) in work.iter().enumerate() {
        let read = pending.terms.iter().flat_map(|term| &term.factors);
        for &maker in read.filter_map(|operand| makers.get(operand)) {
            readers[maker].push(i);
            unmet[i] += 1;
        }
        let waiting = kinds.entry(kind(pending)).or_default();
        if unmet[i] == 0 { waiting.ready.push(i) } else { waiting.blocked += 1 }
    }
    let mut order = Vec::with_capacity(work.len());
    // Complete kinds before others, and among either the one with most instructions that are ready.
    while let Some(waiting) = kinds
        .values_mut()
        .filter(|waiting| !waiting.ready.is_empty())
        .min_by_key(|waiting| (waiting.blocked > 0, core::cmp::Reverse(waiting.ready.len())))
    {
        let run = core::mem::take(&mut waiting.ready);
        for reader in run.iter().flat_map(|&i| &readers[i]) {
            unmet[*reader] -= 1;
            if unmet[*reader] == 0
                && let Some(waiting) = kinds.get_mut(&kind(&work[*reader]))
            {
                waiting.blocked -= 1;
                waiting.ready.push(*reader);
            }
        }
        order.extend(run);
    }
    debug_assert_eq!(order.len(), work.len(), "each once, and none waits for itself");
    let mut work: Vec<Option<Pending>> = work.into_iter().map(Some).collect();
    order.into_iter().filter_map(|i| work[i].take()).collect()
}

fn kind(pending: &Pending) -> (Op, Shape) {
    (pending.op, pending.shape())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::assemble::Term;

    /// An instruction that reads the registers `reads` and a state.
    fn pending(op: Op, out: usize, reads: &[usize]) -> Pending {
        let term = |&register| Term { negative: false, factors: vec![Operand::Register(register)] };
        let mut terms: Vec<Term> = reads.iter().map(term).collect();
        terms.push(Term { negative: false, factors: vec![Operand::State(0)] });
        Pending { op, out: Operand::Register(out), terms }
    }

    fn runs(work: &[Pending]) -> usize {
        work.chunk_by(|a, b| kind(a) == kind(b)).count()
    }

    #[test]
    fn everything_comes_once_and_after_what_it_reads() {
        // A graph of 400 instructions, each reading up to three of those before it.
        let mut seed = 1_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        let ops = [Op::Sum, Op::Reciprocal, Op::Exp];
        let work: Vec<Pending> = (0..400)
            .map(|out| {
                let reads: Vec<usize> =
                    (0..random(4).min(out)).map(|_| random(out.max(1))).collect();
                pending(ops[random(3)], out, &reads)
            })
            .collect();
        let ordered = scheduled(work.clone());
        let mut seen = std::collections::HashSet::new();
        for one in &ordered {
            for operand in one.terms.iter().flat_map(|term| &term.factors) {
                assert!(!matches!(operand, Operand::Register(_)) || seen.contains(operand));
            }
            assert!(seen.insert(one.out));
        }
        assert_eq!(ordered.len(), work.len());
        assert_eq!(ordered, scheduled(work), "the same every time");
    }

    #[test]
    fn a_kind_waits_until_all_of_it_can_run() {
        // The second reciprocal needs an exponential first: as soon as each can, they would run apart.
        let work = vec![
            pending(Op::Reciprocal, 0, &[]),
            pending(Op::Exp, 1, &[]),
            pending(Op::Reciprocal, 2, &[]),
            pending(Op::Ln, 3, &[0]),
            pending(Op::Ln, 4, &[1]),
        ];
        let mut late = work.clone();
        late[2].terms[0].factors = vec![Operand::Register(1)];
        assert_eq!(runs(&scheduled(work)), 3);
        let late = scheduled(late);
        assert_eq!(runs(&late), 3);
        assert_eq!(late[0].op, Op::Exp);
    }
}
