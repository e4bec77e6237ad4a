//! Sparse LU of 1/(γh) I − J with a factorisation fixed in advance.
//!
//! The order of elimination is Markowitz's (least fill, first index on a tie), with pivots on the
//! diagonal: near a solution 1/(γh) makes it dominant, and a pivot that loses its digits all the
//! same is noticed and rejects the step. The plan is made once per system; each lane then factors
//! its own matrix in one pass.
//!
//! Both triangles are kept divided by the pivot of their row, so that the two sweeps of a solve are
//! chains of multiply-adds, and each row subtracts last what is known last.

use super::Lane;
use super::elimination::eliminate;

/// Index that stands for a structural zero of J.
pub(super) const ABSENT: u32 = u32::MAX;

/// One entry of the factors, computed as source − Σ lower × upper over its terms.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Position in the Jacobian's entries, or [`ABSENT`].
    source: u32,
    /// Where it is kept among the factors.
    place: u32,
    /// End of its terms in [`SparseLu::terms`]; they begin where those of the entry before end.
    terms_end: u32,
}

/// A row of the factors, and how many entries it has on either side of the diagonal.
#[derive(Debug, Clone, Copy)]
struct Row {
    left: u32,
    right: u32,
    /// Where its reciprocal pivot is kept; its entries left of the diagonal follow.
    pivot: u32,
}

/// What a sweep of a solve does for one row.
#[derive(Debug, Clone, Copy)]
struct Visit {
    /// The state it belongs to.
    state: u32,
    /// How many terms it has whose states are looked up.
    looked_up: u32,
    /// Whether its last term is the row visited just before: that need not come back from memory.
    follows: bool,
}

impl Visit {
    /// `columns` are the rows it needs, `before` the one visited before it.
    fn new(state: u32, columns: &[usize], before: Option<usize>) -> Self {
        let follows = before.is_some() && columns.last().copied() == before;
        Self { state, looked_up: columns.len() as u32 - u32::from(follows), follows }
    }

    /// `sum` less its terms: the next factors times the states at the next places, and times what was
    /// known last.
    #[inline(always)]
    fn less<L: Lane>(
        self,
        mut sum: L,
        known: L,
        factors: &mut core::slice::Iter<'_, L>,
        places: &mut core::slice::Iter<'_, u32>,
        vector: &[L],
    ) -> L {
        for _ in 0..self.looked_up {
            let (Some(&factor), Some(&place)) = (factors.next(), places.next()) else { break };
            sum = factor.neg_mul_add(vector[place as usize], sum);
        }
        match factors.as_slice().first() {
            Some(&factor) if self.follows => {
                factors.next();
                factor.neg_mul_add(known, sum)
            }
            _ => sum,
        }
    }
}

/// The plan of a factorisation.
///
/// The factors are kept as a solve reads them: first each row's reciprocal pivot and the entries left of
/// it, from the first row to the last, then each row's entries right of it, from the last row to the first.
#[derive(Debug, Clone)]
pub(super) struct SparseLu {
    /// In the order of elimination.
    rows: Vec<Row>,
    /// Row by row: left of the diagonal, on it, and right of it from the last to the first.
    entries: Vec<Entry>,
    terms: Vec<(u32, u32)>,
    /// The two sweeps of a solve.
    forward: Vec<Visit>,
    backward: Vec<Visit>,
    /// The states they look up, one after the other.
    looked_up: Vec<u32>,
}

impl SparseLu {
    /// Plans the factorisation for a Jacobian with nonzeros at `pattern`.
    pub(super) fn new(dimension: usize, pattern: &[(usize, usize)]) -> Self {
        let mut source = vec![ABSENT; dimension * dimension];
        for (position, &(row, column)) in (0u32..).zip(pattern) {
            source[row * dimension + column] = position;
        }
        let (order, filled) = eliminate(dimension, &source);
        let columns = |row: usize| {
            let entries = &filled[row * dimension..(row + 1) * dimension];
            let filled = move |column: &usize| entries[*column];
            // What a solve knows last comes last.
            let right = (row + 1..dimension).rev().filter(filled);
            ((0..row).filter(filled).collect::<Vec<_>>(), right.collect::<Vec<_>>())
        };
        let (mut position, mut next) = (vec![ABSENT; dimension * dimension], 0..);
        let (mut rows, mut looked_up) = (Vec::new(), Vec::new());
        let (mut forward, mut backward) = (Vec::new(), Vec::new());
        let mut look_up = |visit: &Visit, columns: &[usize]| {
            let columns = &columns[..visit.looked_up as usize];
            looked_up.extend(columns.iter().map(|&column| order[column]));
        };
        for (row, &state) in order.iter().enumerate() {
            let (before, after) = columns(row);
            let pivot = next.start;
            for (&column, place) in core::iter::once(&row).chain(&before).zip(&mut next) {
                position[row * dimension + column] = place;
            }
            rows.push(Row { left: before.len() as u32, right: after.len() as u32, pivot });
            let visit = Visit::new(state, &before, row.checked_sub(1));
            look_up(&visit, &before);
            forward.push(visit);
        }
        for (row, &state) in order.iter().enumerate().rev() {
            let (_, after) = columns(row);
            for (&column, place) in after.iter().zip(&mut next) {
                position[row * dimension + column] = place;
            }
            let visit = Visit::new(state, &after, Some(row + 1).filter(|&row| row < dimension));
            look_up(&visit, &after);
            backward.push(visit);
        }
        let (mut entries, mut terms) = (Vec::new(), Vec::new());
        for row in 0..dimension {
            let (before, after) = columns(row);
            // Every term of an entry is computed before it is needed.
            for column in before.into_iter().chain([row]).chain(after) {
                for k in 0..row.min(column) {
                    let (l, u) = (position[row * dimension + k], position[k * dimension + column]);
                    if l != ABSENT && u != ABSENT {
                        terms.push((l, u));
                    }
                }
                let (i, j) = (order[row] as usize, order[column] as usize);
                entries.push(Entry {
                    source: source[i * dimension + j],
                    place: position[row * dimension + column],
                    terms_end: terms.len() as u32,
                });
            }
        }
        Self { rows, entries, terms, forward, backward, looked_up }
    }

    /// Number of entries in the factors.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Factors `diagonal` I − J into `factors`, of length [`len`](Self::len).
    ///
    /// Returns the largest |entry on the diagonal / pivot|: digits lost in a pivot.
    #[inline(always)]
    pub(super) fn factor<L: Lane>(&self, jacobian: &[L], diagonal: L, factors: &mut [L]) -> L {
        let zero = diagonal.splat(0.0);
        let mut loss = zero;
        let (mut entries, mut terms, mut terms_begin) = (&self.entries[..], &self.terms[..], 0);
        for row in &self.rows {
            let (left, pivot) = (row.left as usize, row.pivot as usize);
            let (these, rest) = entries.split_at(left + 1 + row.right as usize);
            entries = rest;
            let mut reciprocal = zero;
            for (column, entry) in these.iter().enumerate() {
                let (mine, rest) = terms.split_at((entry.terms_end - terms_begin) as usize);
                (terms, terms_begin) = (rest, entry.terms_end);
                let mut sum =
                    if entry.source == ABSENT { zero } else { -jacobian[entry.source as usize] };
                if column == left {
                    sum = sum + diagonal;
                }
                let before = sum;
                for &(l, u) in mine {
                    sum = factors[l as usize].neg_mul_add(factors[u as usize], sum);
                }
                if column == left {
                    reciprocal = sum.recip();
                    loss = (before * reciprocal).abs().max(loss);
                    sum = reciprocal;
                } else if column > left {
                    sum = sum * reciprocal;
                }
                factors[entry.place as usize] = sum;
            }
            for lower in &mut factors[pivot + 1..=pivot + left] {
                *lower = *lower * reciprocal;
            }
        }
        loss
    }

    /// Solves for the right-hand side `vector` + `rates` and leaves the solution in `vector`; all state
    /// by state.
    ///
    /// No closures: one that was not inlined would lose the instruction set.
    #[inline(always)]
    pub(super) fn solve<L: Lane>(&self, factors: &[L], rates: &[L], vector: &mut [L]) {
        let rates = &rates[..vector.len()];
        let (mut factors, mut places) = (factors.iter(), self.looked_up.iter());
        let Some(&(mut known)) = vector.first() else { return };
        for visit in &self.forward {
            let here = visit.state as usize;
            let Some(&pivot) = factors.next() else { return };
            let sum = (vector[here] + rates[here]) * pivot;
            known = visit.less(sum, known, &mut factors, &mut places, vector);
            vector[here] = known;
        }
        for visit in &self.backward {
            let here = visit.state as usize;
            known = visit.less(vector[here], known, &mut factors, &mut places, vector);
            vector[here] = known;
        }
        debug_assert!(factors.len() + places.len() == 0, "a plan uses each number once");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ode::lane::Unfused;
    use nalgebra::{DMatrix, DVector};

    #[test]
    fn a_solve_agrees_with_a_dense_one_on_every_pattern() {
        let mut seed = 7_u64;
        let mut random = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 11) as f64 / (1_u64 << 53) as f64
        };
        // From rows without a neighbour to full ones, chains among them.
        for case in 0..300 {
            let n = 1 + case % 13;
            let share = [0.0, 0.1, 0.3, 1.0][case % 4];
            let chain = case % 3 == 0;
            let mut pattern = Vec::new();
            for i in 0..n {
                for j in 0..n {
                    if random() < share || (chain && i.abs_diff(j) <= 1) {
                        pattern.push((i, j));
                    }
                }
            }
            let entries: Vec<f64> = pattern.iter().map(|_| random() - 0.5).collect();
            let rhs: [Vec<f64>; 2] = [0, 1].map(|_| (0..n).map(|_| random()).collect());
            let diagonal = 2.0 + n as f64;
            let mut dense = DMatrix::from_diagonal_element(n, n, diagonal);
            for (&(i, j), &entry) in pattern.iter().zip(&entries) {
                dense[(i, j)] -= entry;
            }
            let sum = DVector::from_fn(n, |i, _| rhs[0][i] + rhs[1][i]);
            let wanted = dense.lu().solve(&sum);
            assert!(wanted.is_some());

            let lanes = |x: &[f64]| x.iter().copied().map(Unfused::new).collect::<Vec<_>>();
            let plan = SparseLu::new(n, &pattern);
            let mut factors = lanes(&vec![f64::NAN; plan.len()]);
            let loss = plan.factor(&lanes(&entries), Unfused::new(diagonal), &mut factors);
            assert!(loss.0 < 10.0);
            let mut found = lanes(&rhs[0]);
            plan.solve(&factors, &lanes(&rhs[1]), &mut found);
            for (found, wanted) in found.iter().zip(wanted.iter().flatten()) {
                assert!((found.0 - wanted).abs() < 1e-13, "case {case}: {} {wanted}", found.0);
            }
        }
    }
}
