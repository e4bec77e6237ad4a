//! In which order the rows of a sparse matrix are eliminated, and what fills up on the way.

use super::sparse::ABSENT;

/// Markowitz order and the pattern with its fill, in that order.
pub(super) fn eliminate(dimension: usize, source: &[u32]) -> (Vec<u32>, Vec<bool>) {
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
