//! Points spread evenly over a cube: a Sobol' sequence, scrambled (Owen 1995; Burley 2020 J Comput Graph Tech 9(4):1).
//!
//! Each coordinate depends on the seed, the row and the dimension alone. Coordinates have 23 bits and lie in
//! the middle of their cells, never at 0 or 1.

/// Rows a sequence has at most.
pub(super) const ROWS: u32 = 1 << 16;
/// Dimensions it has at most.
pub(super) const DIMENSIONS: usize = sobol_burley::NUM_DIMENSIONS as usize;

/// Half of the distance between neighbouring coordinates.
const HALF_CELL: f64 = 1.0 / (1u64 << 24) as f64;

/// A scrambling of the sequence, independent of all others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scrambling(u32);

impl Scrambling {
    /// That of a seed, of which every bit counts.
    pub(super) const fn new(seed: u64) -> Self {
        Self((mix(seed) >> 32) as u32)
    }

    /// A coordinate, above 0 and below 1.
    pub(super) fn coordinate(self, row: u32, dimension: usize) -> f64 {
        f64::from(sobol_burley::sample(row, dimension as u32, self.0)) + HALF_CELL
    }
}

/// The finaliser of `SplitMix64` (Steele et al. 2014).
const fn mix(seed: u64) -> u64 {
    let z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::Scrambling;

    #[test]
    fn every_scrambling_puts_one_point_in_each_cell() {
        for seed in 0..8 {
            let scrambling = Scrambling::new(seed);
            for dimension in [0, 1, 63, 255] {
                let mut cells = [0; 256];
                for row in 0..256 {
                    let coordinate = scrambling.coordinate(row, dimension);
                    assert!(coordinate > 0.0 && coordinate < 1.0);
                    #[expect(clippy::cast_sign_loss, reason = "above zero")]
                    let cell = (coordinate * 256.0) as usize;
                    cells[cell] += 1;
                }
                assert!(cells.iter().all(|&count| count == 1), "{dimension}: {cells:?}");
            }
        }
    }

    #[test]
    fn seeds_differ_in_every_bit() {
        let first = |bit: u32| Scrambling::new(1 << bit).coordinate(0, 0).to_bits();
        let mut seen: Vec<u64> = (0..64).map(first).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 64);
    }
}
