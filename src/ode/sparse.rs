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
    /// End of its terms in [`SparseLu::terms`]; they begin where those of the entry before end.
    terms_end: u32,
}

/// A row of the factors: its entries left of the diagonal, the reciprocal pivot, those right of it.
#[derive(Debug, Clone, Copy)]
struct Row {
    begin: u32,
    pivot: u32,
    end: u32,
}

/// The plan of a factorisation.
#[derive(Debug, Clone)]
pub(super) struct SparseLu {
    /// `order[k]`: the state eliminated in the k-th place.
    order: Vec<u32>,
    /// The row of each state, `order` the other way round.
    places: Vec<u32>,
    rows: Vec<Row>,
    entries: Vec<Entry>,
    terms: Vec<(u32, u32)>,
    /// Column of each entry.
    columns: Vec<u32>,
}

impl SparseLu {
    /// Plans the factorisation for a Jacobian with nonzeros at `pattern`.
    pub(super) fn new(dimension: usize, pattern: &[(usize, usize)]) -> Self {
        let mut source = vec![ABSENT; dimension * dimension];
        for (position, &(row, column)) in (0u32..).zip(pattern) {
            source[row * dimension + column] = position;
        }
        let (order, filled) = eliminate(dimension, &source);
        let mut places = vec![0; dimension];
        for (row, &state) in (0u32..).zip(&order) {
            places[state as usize] = row;
        }
        let mut plan = Self {
            order,
            places,
            rows: Vec::new(),
            entries: Vec::new(),
            terms: Vec::new(),
            columns: Vec::new(),
        };
        let mut position = vec![ABSENT; dimension * dimension];
        for row in 0..dimension {
            let begin = plan.entries.len() as u32;
            let mut pivot = begin;
            // Every term of an entry is computed before it is needed.
            for column in (0..=row).chain((row + 1..dimension).rev()) {
                if !filled[row * dimension + column] {
                    continue;
                }
                let here = plan.entries.len() as u32;
                if column == row {
                    pivot = here;
                }
                for k in 0..row.min(column) {
                    let (l, u) = (position[row * dimension + k], position[k * dimension + column]);
                    if l != ABSENT && u != ABSENT {
                        plan.terms.push((l, u));
                    }
                }
                let (i, j) = (plan.order[row] as usize, plan.order[column] as usize);
                let terms_end = plan.terms.len() as u32;
                plan.entries.push(Entry { source: source[i * dimension + j], terms_end });
                plan.columns.push(column as u32);
                position[row * dimension + column] = here;
            }
            plan.rows.push(Row { begin, pivot, end: plan.entries.len() as u32 });
        }
        plan
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
        let mut terms_begin = 0;
        for row in &self.rows {
            let (begin, pivot, end) = (row.begin as usize, row.pivot as usize, row.end as usize);
            let mut reciprocal = zero;
            for here in begin..end {
                let entry = self.entries[here];
                let terms_end = entry.terms_end as usize;
                let mut sum =
                    if entry.source == ABSENT { zero } else { -jacobian[entry.source as usize] };
                if here == pivot {
                    sum = sum + diagonal;
                }
                let before = sum;
                for &(l, u) in &self.terms[terms_begin..terms_end] {
                    sum = factors[l as usize].neg_mul_add(factors[u as usize], sum);
                }
                terms_begin = terms_end;
                if here == pivot {
                    reciprocal = sum.recip();
                    loss = (before * reciprocal).abs().max(loss);
                    sum = reciprocal;
                } else if here > pivot {
                    sum = sum * reciprocal;
                }
                factors[here] = sum;
            }
            for lower in &mut factors[begin..pivot] {
                *lower = *lower * reciprocal;
            }
        }
        loss
    }

    /// The state in each row of the factors.
    pub(super) fn order(&self) -> &[u32] {
        &self.order
    }

    /// The row of a state.
    pub(super) fn row(&self, state: usize) -> usize {
        self.places[state] as usize
    }

    /// Solves for the right-hand side `vector`, row by row, plus `rates`, state by state; leaves the
    /// solution in `vector`.
    ///
    /// No closures: one that was not inlined would lose the instruction set.
    #[inline(always)]
    pub(super) fn solve<L: Lane>(&self, factors: &[L], rates: &[L], vector: &mut [L]) {
        for (here, (&state, row)) in self.order.iter().zip(&self.rows).enumerate() {
            let (begin, pivot) = (row.begin as usize, row.pivot as usize);
            let mut sum = (rates[state as usize] + vector[here]) * factors[pivot];
            for (&l, &other) in factors[begin..pivot].iter().zip(&self.columns[begin..pivot]) {
                sum = l.neg_mul_add(vector[other as usize], sum);
            }
            vector[here] = sum;
        }
        for (here, row) in self.rows.iter().enumerate().rev() {
            let (begin, end) = (row.pivot as usize + 1, row.end as usize);
            let mut sum = vector[here];
            for (&u, &other) in factors[begin..end].iter().zip(&self.columns[begin..end]) {
                sum = u.neg_mul_add(vector[other as usize], sum);
            }
            vector[here] = sum;
        }
    }
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
