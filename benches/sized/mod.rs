//! Networks of any number of species: a chain, and a sparse one drawn at random.

use jakstat::network::NetworkError;
use jakstat::prelude::*;
use jakstat::units::Rate;

/// Numbers between 0 and 1 that look random, the same each time.
struct Draw(u64);

impl Draw {
    fn bits(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 32) as u32
    }

    /// Evenly in the logarithm.
    fn between(&mut self, low: f64, high: f64) -> f64 {
        low * (high / low).powf(f64::from(self.bits()) / f64::from(u32::MAX))
    }

    /// Three different numbers below `count`, which is 3 or more.
    fn three(&mut self, count: usize) -> [usize; 3] {
        loop {
            let [a, b, c] = [(); 3].map(|()| self.bits() as usize % count);
            if a != b && b != c && c != a {
                return [a, b, c];
            }
        }
    }
}

/// s0 ⇌ s1 ⇌ s2 …: constants from 0.003 to 3 per second, 100 nM at the start in the first.
pub(crate) fn chain(species: usize) -> Result<Model, NetworkError> {
    let mut draw = Draw(1);
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let factor = net.parameter("factor", 1.0);
    let mut links = Vec::new();
    for k in 0..species {
        let start = if k == 0 { 100.0 } else { 0.0 };
        links.push(net.species(format!("s{k}"), all, start.nanomolar()));
    }
    for (k, pair) in links.windows(2).enumerate() {
        let forward = draw.between(0.03, 3.0);
        let backward = Rate::per_second(draw.between(0.003, 0.3));
        net.reversible(format!("r{k}"), pair[0], pair[1], factor * forward, backward)?;
    }
    net.compile()
}

/// One and a half reactions per species, half of them a + b ⇌ c, half a ⇌ c, each among any species;
/// nothing is made and nothing lost but by binding, so every concentration stays in bounds.
pub(crate) fn random(species: usize) -> Result<Model, NetworkError> {
    let mut draw = Draw(2);
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let factor = net.parameter("factor", 1.0);
    let mut members = Vec::new();
    for k in 0..species {
        let start = draw.between(1.0, 100.0);
        members.push(net.species(format!("s{k}"), all, start.nanomolar()));
    }
    for k in 0..species * 3 / 2 {
        let [a, b, c] = draw.three(species).map(|k| members[k]);
        let backward = Rate::per_second(draw.between(0.001, 0.1));
        let name = format!("r{k}");
        if k % 2 == 0 {
            let forward = draw.between(1e-5, 1e-3);
            net.reversible(name, a + b, c, factor * forward, backward)?;
        } else {
            let forward = draw.between(0.001, 0.1);
            net.reversible(name, a, c, factor * forward, backward)?;
        }
    }
    net.compile()
}
