//! What stays the same whatever the rates: conserved totals, from the stoichiometry in amounts.

use super::Network;

/// More candidate totals than this and the search for sums without a minus is given up.
const LARGEST_SEARCH: usize = 1500;

/// A sum of amounts that no reaction changes.
#[derive(Debug, Clone, PartialEq)]
pub struct ConservedTotal {
    name: String,
    counts: Vec<(usize, i64)>,
    weights: Vec<f64>,
}

impl ConservedTotal {
    /// The sum in words of the species: `SHP2 + Dpp:SHP2`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Molecules counted per molecule of each species in it, by index of the state.
    pub fn counts(&self) -> &[(usize, i64)] {
        &self.counts
    }

    /// Weights w in litres, one per state, so that Σ w y of concentrations y in nM is the total in nmol.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The total in nmol at concentrations `y` in nM.
    pub fn amount(&self, y: &[f64]) -> f64 {
        self.counts.iter().map(|&(i, _)| self.weights[i] * y.get(i).copied().unwrap_or(0.0)).sum()
    }

    /// Whether a species is counted in it.
    pub fn contains(&self, state: usize) -> bool {
        self.counts.iter().any(|&(i, _)| i == state)
    }

    /// Whether some of its species are counted with a minus.
    pub fn is_difference(&self) -> bool {
        self.counts.iter().any(|&(_, count)| count < 0)
    }
}

/// The conserved totals of a network: as many as are independent, sums without a minus first.
pub(super) fn totals(network: &Network) -> Vec<ConservedTotal> {
    let n = network.species.len();
    let mut changes = vec![vec![0i128; network.reactions.len()]; n];
    for (r, reaction) in network.reactions.iter().enumerate() {
        for (species, change) in reaction.changes() {
            changes[species.index()][r] = i128::from(change);
        }
    }
    let basis = null_space(&changes);
    let mut chosen = Echelon::default();
    let mut found: Vec<Vec<i128>> = Vec::new();
    let sums = sums_without_minus(&changes, &basis).unwrap_or_default();
    for candidate in sums.into_iter().chain(basis) {
        if chosen.extend(&candidate) {
            found.push(candidate);
        }
    }
    found.into_iter().filter_map(|counts| total(network, &counts)).collect()
}

fn total(network: &Network, counts: &[i128]) -> Option<ConservedTotal> {
    let mut name = String::new();
    let mut sparse = Vec::new();
    let mut weights = vec![0.0; counts.len()];
    for (i, &count) in counts.iter().enumerate().filter(|&(_, &count)| count != 0) {
        let species = &network.species[i];
        let count = i64::try_from(count).ok()?;
        name += match (name.is_empty(), count < 0) {
            (true, true) => "-",
            (true, false) => "",
            (false, true) => " - ",
            (false, false) => " + ",
        };
        if count.abs() != 1 {
            name += &count.abs().to_string();
            name.push(' ');
        }
        name += &species.name;
        weights[i] = count as f64 * network.compartments[species.compartment.index()].volume;
        sparse.push((i, count));
    }
    Some(ConservedTotal { name, counts: sparse, weights })
}

/// Rows w with w · changes = 0, one per dimension; the first entry that is not zero is positive.
fn null_space(changes: &[Vec<i128>]) -> Vec<Vec<i128>> {
    let n = changes.len();
    let reactions = changes.first().map_or(0, Vec::len);
    let mut rows: Vec<(Vec<i128>, Vec<i128>)> =
        changes.iter().enumerate().map(|(i, row)| (row.clone(), unit(n, i))).collect();
    for r in 0..reactions {
        let Some(at) = rows.iter().position(|(left, _)| left[r] != 0) else { continue };
        let (pivot_left, pivot_right) = rows.remove(at);
        rows = rows
            .into_iter()
            .filter_map(|(left, right)| {
                let (a, b) = (pivot_left[r], left[r]);
                if b == 0 {
                    return Some((left, right));
                }
                let left = combined(a, &left, -b, &pivot_left)?;
                let right = combined(a, &right, -b, &pivot_right)?;
                Some(reduced(left, right))
            })
            .collect();
    }
    rows.into_iter()
        .map(|(_, right)| {
            let sign = right.iter().find(|&&x| x != 0).map_or(1, |x| x.signum());
            right.into_iter().map(|x| x * sign).collect()
        })
        .collect()
}

/// All sums without a minus that contain no smaller one, smallest first; none if there are too many.
fn sums_without_minus(changes: &[Vec<i128>], basis: &[Vec<i128>]) -> Option<Vec<Vec<i128>>> {
    let n = changes.len();
    let mut rows: Vec<(Vec<i128>, Vec<i128>)> = (0..n)
        .filter(|&i| basis.iter().any(|w| w[i] != 0))
        .map(|i| (changes[i].clone(), unit(n, i)))
        .collect();
    let mut left: Vec<usize> = (0..changes.first().map_or(0, Vec::len)).collect();
    while !left.is_empty() {
        // The reaction that makes the fewest combinations first.
        let (mut up, mut down) = (vec![0usize; changes[0].len()], vec![0; changes[0].len()]);
        for (row, _) in &rows {
            for ((&x, up), down) in row.iter().zip(&mut up).zip(&mut down) {
                *up += usize::from(x > 0);
                *down += usize::from(x < 0);
            }
        }
        let (at, _) = left.iter().enumerate().min_by_key(|&(_, &r)| up[r] * down[r])?;
        let r = left.remove(at);
        let (mut next, open): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(row, _)| row[r] == 0);
        let compared = next.len();
        for (up, up_right) in open.iter().filter(|(row, _)| row[r] > 0) {
            for (down, down_right) in open.iter().filter(|(row, _)| row[r] < 0) {
                let (a, b) = (-down[r], up[r]);
                let row = combined(a, up, b, down)?;
                next.push(reduced(row, combined(a, up_right, b, down_right)?));
                if next.len() > LARGEST_SEARCH {
                    return None;
                }
            }
        }
        rows = smallest(next, compared);
    }
    let mut sums: Vec<Vec<i128>> = rows.into_iter().map(|(_, right)| right).collect();
    sums.sort_by_key(|w| {
        let support: Vec<usize> = (0..n).filter(|&i| w[i] != 0).collect();
        (support.len(), w.iter().sum::<i128>(), support)
    });
    Some(sums)
}

/// Rows whose species are not a superset of another row's; of the first, `compared` ones that is known
/// among themselves.
fn smallest(rows: Vec<(Vec<i128>, Vec<i128>)>, compared: usize) -> Vec<(Vec<i128>, Vec<i128>)> {
    let inside = |a: &[i128], b: &[i128]| a.iter().zip(b).all(|(&a, &b)| a == 0 || b != 0);
    let keep: Vec<bool> = (0..rows.len())
        .map(|i| {
            let larger = |j: usize| {
                let (this, other) = (&rows[i].1, &rows[j].1);
                j != i && inside(other, this) && (!inside(this, other) || j < i)
            };
            let others = if i < compared { compared } else { 0 };
            !(others..rows.len()).any(larger)
        })
        .collect();
    rows.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(row, _)| row).collect()
}

fn unit(n: usize, i: usize) -> Vec<i128> {
    (0..n).map(|j| i128::from(i == j)).collect()
}

/// a · x + b · y, unless a number grows out of range.
fn combined(a: i128, x: &[i128], b: i128, y: &[i128]) -> Option<Vec<i128>> {
    x.iter().zip(y).map(|(&x, &y)| a.checked_mul(x)?.checked_add(b.checked_mul(y)?)).collect()
}

/// Both parts divided by their greatest common divisor.
fn reduced(left: Vec<i128>, right: Vec<i128>) -> (Vec<i128>, Vec<i128>) {
    let divisor = left.iter().chain(&right).fold(0, |a, &b| gcd(a, b.abs())).max(1);
    let divided = |row: Vec<i128>| row.into_iter().map(|x| x / divisor).collect();
    (divided(left), divided(right))
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Rows in echelon form, to tell whether another is independent of them.
#[derive(Debug, Default)]
struct Echelon(Vec<(usize, Vec<i128>)>);

impl Echelon {
    /// Adds a row if it is independent of those before.
    fn extend(&mut self, row: &[i128]) -> bool {
        let mut row = row.to_vec();
        for (pivot, known) in &self.0 {
            if row[*pivot] != 0 {
                let Some(next) = combined(known[*pivot], &row, -row[*pivot], known) else {
                    return false;
                };
                row = reduced(next, Vec::new()).0;
            }
        }
        match row.iter().position(|&x| x != 0) {
            Some(pivot) => {
                self.0.push((pivot, row));
                true
            }
            None => false,
        }
    }
}
