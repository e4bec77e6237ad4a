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

/// Index that stands for a structural zero of J.
const ABSENT: u32 = u32::MAX;

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
    /// The state it belongs to.
    state: u32,
    left: u32,
    right: u32,
    /// Whether the row before it is the last of its left side, and the row after it of its right side: what a
    /// solve has just computed need not come back from memory.
    follows: [bool; 2],
    /// Where its reciprocal pivot is kept; its entries left of the diagonal follow.
    pivot: u32,
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
    /// State of each entry left of the diagonal, in the order of the factors.
    left: Vec<u32>,
    /// State of each entry right of it.
    right: Vec<u32>,
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
        let (mut rows, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
        for (row, &state) in order.iter().enumerate() {
            let (before, after) = columns(row);
            let pivot = (left.len() + row) as u32;
            for (&column, place) in core::iter::once(&row).chain(&before).zip(&mut next) {
                position[row * dimension + column] = place;
            }
            let (left_count, right_count) = (before.len() as u32, after.len() as u32);
            left.extend(before.iter().map(|&column| order[column]));
            let follows = [
                before.last().is_some_and(|&column| column + 1 == row),
                after.last().is_some_and(|&column| column == row + 1),
            ];
            rows.push(Row { state, left: left_count, right: right_count, follows, pivot });
        }
        for row in (0..dimension).rev() {
            let (_, after) = columns(row);
            for (&column, place) in after.iter().zip(&mut next) {
                position[row * dimension + column] = place;
                right.push(order[column]);
            }
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
        Self { rows, entries, terms, left, right }
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
        let (mut lower, mut upper) = factors.split_at(self.rows.len() + self.left.len());
        let mut columns = &self.left[..];
        let Some(&(mut known)) = vector.first() else { return };
        for row in &self.rows {
            let Some((&pivot, rest)) = lower.split_first() else { return };
            let (these, rest) = rest.split_at(row.left as usize);
            let (mine, after) = columns.split_at(row.left as usize);
            (lower, columns) = (rest, after);
            let here = row.state as usize;
            let sum = (vector[here] + rates[here]) * pivot;
            known = match these.split_last() {
                Some((&last, these)) if row.follows[0] => {
                    last.neg_mul_add(known, less(sum, these, mine, vector))
                }
                _ => less(sum, these, mine, vector),
            };
            vector[here] = known;
        }
        let mut columns = &self.right[..];
        for row in self.rows.iter().rev() {
            let (these, rest) = upper.split_at(row.right as usize);
            let (mine, after) = columns.split_at(row.right as usize);
            (upper, columns) = (rest, after);
            let here = row.state as usize;
            let sum = vector[here];
            known = match these.split_last() {
                Some((&last, these)) if row.follows[1] => {
                    last.neg_mul_add(known, less(sum, these, mine, vector))
                }
                _ => less(sum, these, mine, vector),
            };
            vector[here] = known;
        }
    }
}

/// `sum` less entries times what is known at their places.
#[inline(always)]
fn less<L: Lane>(mut sum: L, entries: &[L], places: &[u32], vector: &[L]) -> L {
    for (&entry, &place) in entries.iter().zip(places) {
        sum = entry.neg_mul_add(vector[place as usize], sum);
    }
    sum
}

/// Markowitz order and the pattern with its fill, in that order.
fn eliminate(dimension: usize, source: &[u32]) -> (Vec<u32>, Vec<bool>) {
    let mut nonzero: Vec<bool> = source.iter().map(|&s| s != ABSENT).collect();
    for i in 0..dimension {
        nonzero[i * dimension + i] = true;
    }
    let mut order: Vec<u32> = Vec::with_capacity(dimension);
    let mut left: Vec<usize> = (0..dimension).collect();
    while let Some((place, &pivot)) = left.iter().enumerate().min_by_key(|&(_, &k)| {
        let row = left.iter().filter(|&&j| nonzero[k * dimension + j]).count() - 1;
        let column = left.iter().filter(|&&i| nonzero[i * dimension + k]).count() - 1;
        (row * column, k)
    }) {
        left.remove(place);
        for &i in left.iter().filter(|&&i| nonzero[i * dimension + pivot]).collect::<Vec<_>>() {
            for &j in &left {
                nonzero[i * dimension + j] |= nonzero[pivot * dimension + j];
            }
        }
        order.push(pivot as u32);
    }
    let mut filled = vec![false; dimension * dimension];
    for (row, &i) in order.iter().enumerate() {
        for (column, &j) in order.iter().enumerate() {
            filled[row * dimension + column] = nonzero[i as usize * dimension + j as usize];
        }
    }
    (order, filled)
}
