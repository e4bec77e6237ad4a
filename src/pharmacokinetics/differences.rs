//! Tables of divided differences, and how they multiply.
//!
//! A table holds f[xᵢ, …, xⱼ] for all i ≤ j of up to three exponents. Leibniz's rule makes the table of a product
//! the product of the tables, as upper triangular matrices (Opitz 1964): doses, infusions and endless trains of
//! doses are products of three functions, and every term of these products is positive.

use super::divided::exponential;

/// Most exponents of a model: two compartments and a depot.
pub(super) const MOST: usize = 3;

/// f[xᵢ, …, xⱼ] in row i and column j; zeros below the diagonal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Differences {
    count: usize,
    entries: [[f64; MOST]; MOST],
}

impl Differences {
    fn from_fn(count: usize, entry: impl Fn(usize, usize) -> f64) -> Self {
        let mut entries = [[0.0; MOST]; MOST];
        for (i, row) in entries.iter_mut().enumerate().take(count) {
            for (j, value) in row.iter_mut().enumerate().take(count).skip(i) {
                *value = entry(i, j);
            }
        }
        Self { count, entries }
    }

    /// That of exp(x t).
    pub(super) fn decay(exponents: &[f64], t: f64) -> Self {
        Self::from_fn(exponents.len(), |i, j| exponential(&exponents[i..=j], t))
    }

    /// That of ∫₀ᵗ exp(x s) ds.
    pub(super) fn integral(exponents: &[f64], t: f64) -> Self {
        Self::with_zeros(exponents, 1, t)
    }

    /// That of ∫₀ᵗ (t − s) exp(x s) ds.
    pub(super) fn double_integral(exponents: &[f64], t: f64) -> Self {
        Self::with_zeros(exponents, 2, t)
    }

    fn with_zeros(exponents: &[f64], zeros: usize, t: f64) -> Self {
        Self::from_fn(exponents.len(), |i, j| {
            let mut all = [0.0; MOST + 2];
            let own = j + 1 - i;
            all[..own].copy_from_slice(&exponents[i..=j]);
            exponential(&all[..own + zeros], t)
        })
    }

    /// That of 1 / (1 − exp(x τ)) = 1 + exp(x τ) + exp(2 x τ) + …; the exponents are below zero.
    pub(super) fn endless(exponents: &[f64], interval: f64) -> Self {
        let step = Self::decay(exponents, interval);
        let count = exponents.len();
        let mut entries = [[0.0; MOST]; MOST];
        for i in 0..count {
            entries[i][i] = -1.0 / (exponents[i] * interval).exp_m1();
            for j in i + 1..count {
                let reached: f64 = (i..j).map(|k| entries[i][k] * step.entries[k][j]).sum();
                entries[i][j] = reached / -(exponents[j] * interval).exp_m1();
            }
        }
        Self { count, entries }
    }

    /// That of 1 + exp(x τ) + … of `count` terms, by halving: sums of 2n terms are sums of n, and those later.
    pub(super) fn repeated(exponents: &[f64], interval: f64, count: u64) -> Self {
        let mut sum = Self::zero(exponents.len());
        let (mut terms, mut block) = (0_u64, 1_u64);
        let mut of_block = Self::decay(exponents, 0.0);
        let mut left = count;
        while left > 0 {
            if left & 1 == 1 {
                // The block comes after the terms summed so far.
                let later = Self::decay(exponents, terms as f64 * interval);
                sum = sum.plus(&of_block.times(&later));
                terms += block;
            }
            left >>= 1;
            let next = of_block.times(&Self::decay(exponents, block as f64 * interval));
            of_block = of_block.plus(&next);
            block = block.saturating_mul(2);
        }
        sum
    }

    /// That of the product of two functions.
    pub(super) fn times(&self, other: &Self) -> Self {
        Self::from_fn(self.count, |i, j| {
            (i..=j).map(|k| self.entries[i][k] * other.entries[k][j]).sum()
        })
    }

    /// That of the sum of two functions.
    pub(super) fn plus(&self, other: &Self) -> Self {
        Self::from_fn(self.count, |i, j| self.entries[i][j] + other.entries[i][j])
    }

    /// That of a multiple of the function.
    pub(super) fn scaled(&self, factor: f64) -> Self {
        Self::from_fn(self.count, |i, j| self.entries[i][j] * factor)
    }

    /// That of nothing.
    pub(super) fn zero(count: usize) -> Self {
        Self { count, entries: [[0.0; MOST]; MOST] }
    }

    /// f[xᵢ, …, xⱼ].
    pub(super) fn entry(&self, i: usize, j: usize) -> f64 {
        self.entries[i][j]
    }
}

#[cfg(test)]
mod tests {
    use super::Differences;
    use approx::assert_relative_eq;

    const EXPONENTS: [f64; 3] = [-0.1, -0.9, -0.9];

    #[test]
    fn two_stretches_make_one() {
        let whole = Differences::decay(&EXPONENTS, 5.0);
        let parts = Differences::decay(&EXPONENTS, 2.0).times(&Differences::decay(&EXPONENTS, 3.0));
        for (i, j) in [(0, 0), (0, 1), (1, 2), (0, 2)] {
            assert_relative_eq!(whole.entry(i, j), parts.entry(i, j), max_relative = 1e-14);
        }
    }

    #[test]
    fn an_endless_train_is_the_sum_of_its_doses() {
        let endless = Differences::endless(&EXPONENTS, 2.0);
        let mut sum = Differences::zero(3);
        for k in 0..400 {
            sum = sum.plus(&Differences::decay(&EXPONENTS, 2.0 * f64::from(k)));
        }
        for (i, j) in [(0, 0), (0, 1), (1, 2), (0, 2)] {
            assert_relative_eq!(endless.entry(i, j), sum.entry(i, j), max_relative = 1e-13);
        }
    }

    #[test]
    fn doses_are_counted_one_by_one() {
        for count in [0_u32, 1, 2, 3, 7, 12] {
            let mut sum = Differences::zero(3);
            for k in 0..count {
                sum = sum.plus(&Differences::decay(&EXPONENTS, 2.0 * f64::from(k)));
            }
            let repeated = Differences::repeated(&EXPONENTS, 2.0, u64::from(count));
            for (i, j) in [(0, 0), (0, 1), (1, 2), (0, 2)] {
                assert_relative_eq!(repeated.entry(i, j), sum.entry(i, j), max_relative = 1e-13);
            }
        }
    }
}
