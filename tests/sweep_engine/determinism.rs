//! The bits of an outcome depend on its point alone: not on threads, chunks, order, company or lanes.

use crate::explosive::explosive;
use crate::points::calm;
use jakstat::network::Observable;
use jakstat::prelude::*;

#[allow(dead_code, unreachable_pub)] // written for the example
#[path = "../../examples/il6_sweep/network.rs"]
mod network;

const THREADS: [usize; 5] = [1, 2, 3, 7, 16];
const CHUNKS: [usize; 3] = [1, 5, 64];

/// The numbers below `count`, each once, in an order without a pattern.
fn shuffled(count: usize) -> Vec<usize> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut order: Vec<usize> = (0..count).collect();
    for k in (1..count).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(k, (state >> 33) as usize % (k + 1));
    }
    order
}

/// A network, what is varied, values that do well and badly, and a sweep with readouts.
struct Case<'m> {
    model: &'m Model,
    varied: &'m str,
    values: Vec<f64>,
    sweep: Sweep<'m>,
}

impl Case<'_> {
    /// The outcomes in the order of the values, when points come in another order.
    fn outcomes(&self, sweep: &Sweep<'_>, order: &[usize]) -> Vec<Outcome> {
        let values: Vec<f64> = order.iter().map(|&k| self.values[k]).collect();
        let points = Conditions::single().vary(self.model, self.varied, &values).unwrap();
        let mut found: Vec<_> = order.iter().zip(sweep.run(&points).unwrap()).collect();
        found.sort_by_key(|&(&k, _)| k);
        found.into_iter().map(|(_, outcome)| outcome).collect()
    }

    /// Asserts that nothing but the point matters, for such pairs of a number of threads and a chunk's length.
    fn check(&self, pairs: &[(usize, usize)]) {
        let count = self.values.len();
        let forward: Vec<usize> = (0..count).collect();
        let backward: Vec<usize> = (0..count).rev().collect();
        let mut fused: Option<Vec<Outcome>> = None;
        for path in CodePath::available() {
            let options = Options { path, ..Options::default() };
            let sweep = self.sweep.clone().options(options);
            let wanted = self.outcomes(&sweep.clone().threads(1).chunk(count), &forward);
            for &(threads, chunk) in pairs {
                for order in [&forward, &backward, &shuffled(count)] {
                    let sweep = sweep.clone().threads(threads).chunk(chunk);
                    let found = self.outcomes(&sweep, order);
                    assert_eq!(found, wanted, "{path}, {threads} threads, chunks of {chunk}");
                }
            }
            for k in (0..count).step_by(7) {
                let alone = self.outcomes(&sweep, &[k]);
                assert_eq!(alone[0], wanted[k], "{path}, point {k} alone");
            }
            if path != CodePath::Unfused {
                let first = fused.get_or_insert_with(|| wanted.clone());
                assert_eq!(&wanted, first, "{path} against the other fused ones");
            }
        }
    }
}

fn sweep(model: &Model, observable: Observable, end: f64) -> Sweep<'_> {
    let readouts = [Measure::At(end), Measure::Area(0.0, end), Measure::Peak(0.1 * end, 0.5 * end)]
        .map(|measure| Readout { observable, measure });
    Sweep::new(model, Protocol { end, ..Protocol::default() }).readouts(&readouts)
}

#[test]
fn outcomes_depend_on_their_point_alone_where_some_fail() {
    let model = explosive();
    let mut values = calm(41);
    for bad in values.iter_mut().skip(4).step_by(10) {
        *bad = 1.0;
    }
    let sweep = sweep(&model, Observable::Species(0), 10.0);
    let pairs: Vec<(usize, usize)> =
        THREADS.iter().flat_map(|&threads| CHUNKS.map(|chunk| (threads, chunk))).collect();
    Case { model: &model, varied: "k", values, sweep }.check(&pairs);
}

#[test]
fn outcomes_depend_on_their_point_alone_in_the_reference_network() {
    let model = network::network().unwrap().compile().unwrap();
    let values: Vec<f64> = (0..150).map(|k| 0.01 * 1e7_f64.powf(f64::from(k) / 149.0)).collect();
    let sweep = sweep(&model, model.observable("pSTAT").unwrap(), 3600.0);
    let pairs = [(1, 5), (2, 11), (3, 64), (7, 5), (16, 3)];
    Case { model: &model, varied: "I", values, sweep }.check(&pairs);
}
