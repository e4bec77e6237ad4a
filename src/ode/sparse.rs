//! Sparse LU of 1/(γh) I − J with a factorisation fixed in advance.
//!
//! The order of elimination is Markowitz's (least fill, first index on a tie), with pivots on the
//! diagonal: near a solution 1/(γh) makes it dominant, and a pivot that loses its digits all the
//! same is noticed and rejects the step. The plan is made once per system; each lane then factors
//! its own matrix in one pass, one store per entry.

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
    part: Part,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    /// Multiplied by the reciprocal pivot at this position.
    Lower(u32),
    /// Kept as its reciprocal.
    Pivot,
    Upper,
}

/// A row of a triangle: its entries are `(position, column)` up to `end` in the triangle's list.
#[derive(Debug, Clone, Default)]
struct Triangle {
    ends: Vec<u32>,
    entries: Vec<(u32, u32)>,
}

/// The plan of a factorisation.
#[derive(Debug, Clone)]
pub(super) struct SparseLu {
    /// `order[k]`: the state eliminated in the k-th place.
    order: Vec<u32>,
    entries: Vec<Entry>,
    terms: Vec<(u32, u32)>,
    lower: Triangle,
    upper: Triangle,
    /// Position of the reciprocal pivot of each row.
    pivots: Vec<u32>,
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
            entries: Vec::new(),
            terms: Vec::new(),
            lower: Triangle::default(),
            upper: Triangle::default(),
            pivots: Vec::new(),
        };
        // Row by row, column by column: every term of an entry is stored before it is needed.
        let mut position = vec![ABSENT; dimension * dimension];
        for row in 0..dimension {
            for column in (0..dimension).filter(|c| filled[row * dimension + c]) {
                let here = plan.entries.len() as u32;
                for k in 0..row.min(column) {
                    let (l, u) = (position[row * dimension + k], position[k * dimension + column]);
                    if l != ABSENT && u != ABSENT {
                        plan.terms.push((l, u));
                    }
                }
                let part = match column.cmp(&row) {
                    core::cmp::Ordering::Less => {
                        plan.lower.entries.push((here, column as u32));
                        Part::Lower(plan.pivots[column])
                    }
                    core::cmp::Ordering::Equal => {
                        plan.pivots.push(here);
                        Part::Pivot
                    }
                    core::cmp::Ordering::Greater => {
                        plan.upper.entries.push((here, column as u32));
                        Part::Upper
                    }
                };
                let (i, j) = (plan.order[row] as usize, plan.order[column] as usize);
                let terms_end = plan.terms.len() as u32;
                plan.entries.push(Entry { source: source[i * dimension + j], terms_end, part });
                position[row * dimension + column] = here;
            }
            plan.lower.ends.push(plan.lower.entries.len() as u32);
            plan.upper.ends.push(plan.upper.entries.len() as u32);
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
        let mut begin = 0;
        for (here, entry) in self.entries.iter().enumerate() {
            let end = entry.terms_end as usize;
            let mut sum =
                if entry.source == ABSENT { zero } else { -jacobian[entry.source as usize] };
            if matches!(entry.part, Part::Pivot) {
                sum = sum + diagonal;
            }
            let before = sum;
            for &(l, u) in &self.terms[begin..end] {
                sum = factors[l as usize].neg_mul_add(factors[u as usize], sum);
            }
            begin = end;
            factors[here] = match entry.part {
                Part::Lower(pivot) => sum * factors[pivot as usize],
                Part::Upper => sum,
                Part::Pivot => {
                    let reciprocal = sum.recip();
                    loss = (before * reciprocal).abs().max(loss);
                    reciprocal
                }
            };
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
        let mut begin = 0;
        for (row, (&state, &end)) in self.order.iter().zip(&self.lower.ends).enumerate() {
            let mut sum = sides[0][state as usize] + sides[1][state as usize];
            for &(position, other) in &self.lower.entries[begin..end as usize] {
                sum = factors[position as usize].neg_mul_add(work[other as usize], sum);
            }
            work[row] = sum;
            begin = end as usize;
        }
        let mut end = self.upper.entries.len();
        for row in (0..self.order.len()).rev() {
            let begin = if row == 0 { 0 } else { self.upper.ends[row - 1] as usize };
            let mut sum = work[row];
            for &(position, other) in &self.upper.entries[begin..end] {
                sum = factors[position as usize].neg_mul_add(work[other as usize], sum);
            }
            end = begin;
            let value = sum * factors[self.pivots[row] as usize];
            work[row] = value;
            vectors[self.order[row] as usize * stride + column] = value;
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
