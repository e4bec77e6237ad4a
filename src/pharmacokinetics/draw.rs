//! Random numbers that are a matter of seed and number alone.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use statrs::distribution::{ContinuousCDF, Normal};

/// The first `count` independent standard normal numbers of a stream of `ChaCha12`.
pub(crate) fn standard_normals(seed: u64, stream: u64, count: usize) -> Vec<f64> {
    let mut random = ChaCha12Rng::seed_from_u64(seed);
    random.set_stream(stream);
    let normal = Normal::standard();
    (0..count).map(|_| normal.inverse_cdf(open_unit(&mut random))).collect()
}

/// A number between 0 and 1, neither of them, from 53 random bits.
fn open_unit(random: &mut ChaCha12Rng) -> f64 {
    ((random.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
}
