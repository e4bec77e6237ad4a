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
use core::cmp::Ordering;

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

/// An entry of a triangle.
#[derive(Debug, Clone, Copy)]
struct Offdiagonal {
    position: u32,
    row: u32,
    column: u32,
}

/// The plan of a factorisation.
#[derive(Debug, Clone)]
pub(super) struct SparseLu {
    /// `order[k]`: the state eliminated in the k-th place.
    order: Vec<u32>,
    rows: Vec<Row>,
    entries: Vec<Entry>,
    terms: Vec<(u32, u32)>,
    /// Entries left of the diagonal, in the order in which a solve needs them.
    lower: Vec<Offdiagonal>,
    /// Entries right of it, likewise.
    upper: Vec<Offdiagonal>,
}

impl SparseLu {
    /// Plans the factorisation for a Jacobian with nonzeros at `pattern`.
    pub(super) fn new(dimension: usize, pattern: &[(usize, usize)]) -> Self {
        let mut source = vec![ABSENT; dimension * dimension];
        for (position, &(row, column)) in (0u32..).zip(pattern) {
            source[row * dimension + column] = position;
        }
        let (order, filled) = eliminate(dimension, &source);
        let mut plan = Self {
            order,
            rows: Vec::new(),
            entries: Vec::new(),
            terms: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
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
                for k in 0..row.min(column) {
                    let (l, u) = (position[row * dimension + k], position[k * dimension + column]);
                    if l != ABSENT && u != ABSENT {
                        plan.terms.push((l, u));
                    }
                }
                let (i, j) = (plan.order[row] as usize, plan.order[column] as usize);
                let terms_end = plan.terms.len() as u32;
                plan.entries.push(Entry { source: source[i * dimension + j], terms_end });
                let offdiagonal =
                    Offdiagonal { position: here, row: row as u32, column: column as u32 };
                match column.cmp(&row) {
                    Ordering::Less => plan.lower.push(offdiagonal),
                    Ordering::Equal => pivot = here,
                    Ordering::Greater => plan.upper.push(offdiagonal),
                }
                position[row * dimension + column] = here;
            }
            plan.rows.push(Row { begin, pivot, end: plan.entries.len() as u32 });
        }
        // Column by column, so that sums into one row stand apart.
        plan.lower.sort_by_key(|entry| (entry.column, entry.row));
        plan.upper.sort_by_key(|entry| core::cmp::Reverse((entry.column, entry.row)));
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

    /// Solves for a right-hand side, the sum of two `sides`, and leaves the solution in column
    /// `column` of `vectors`, which holds `stride` numbers per state; `work` has one per state.
    ///
    /// No closures: one that was not inlined would lose the instruction set.
    #[inline(always)]
    pub(super) fn solve<L: Lane>(
        &self,
        factors: &[L],
        sides: [&[L]; 2],
        work: &mut [L],
        (vectors, column, stride): (&mut [L], usize, usize),
    ) {
        for ((sum, &state), row) in work.iter_mut().zip(&self.order).zip(&self.rows) {
            let side = sides[0][state as usize] + sides[1][state as usize];
            *sum = side * factors[row.pivot as usize];
        }
        // Flat loops over all entries: short ones, row by row, would end unforeseen by the processor.
        for entries in [&self.lower, &self.upper] {
            for &Offdiagonal { position, row, column } in entries {
                let known = work[column as usize];
                work[row as usize] =
                    factors[position as usize].neg_mul_add(known, work[row as usize]);
            }
        }
        for (&value, &state) in work.iter().zip(&self.order) {
            vectors[state as usize * stride + column] = value;
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
