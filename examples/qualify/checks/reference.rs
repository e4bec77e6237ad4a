//! The reference network of `examples/il6_sweep` and its stored solution by other software.

use super::check::{Found, apart, largest};
use super::network;
use super::solving::until;
use jakstat::prelude::*;

/// Dose in nM, time in seconds, pSTAT in nM.
const STORED: &str = include_str!("../../../tests/fixtures/il6_sweep_pstat.csv");
/// Times of each dose.
const TIMES: usize = 73;
const END: f64 = 7200.0;

/// The network, compiled.
pub(crate) fn model() -> Found<Model> {
    Ok(network::network()?.compile()?)
}

/// pSTAT at all times for each of these doses, in one sweep.
pub(crate) fn sweep(model: &Model, options: Options) -> Found<Sweep<'_>> {
    let observable = model.observable("pSTAT")?;
    let at = |k: usize| Readout { observable, measure: Measure::At(100.0 * k as f64) };
    let readouts: Vec<Readout> = (0..TIMES).map(at).collect();
    Ok(Sweep::new(model, until(END)).readouts(&readouts).options(options))
}

/// So many doses of the inhibitor from 0.01 to 100000 nM, evenly in their logarithm.
pub(crate) fn doses(count: u32) -> Vec<f64> {
    let last = f64::from(count.max(2) - 1);
    (0..count).map(|k| 0.01 * 1e7_f64.powf(f64::from(k) / last)).collect()
}

/// Largest |Δ| / max(|y|, 1e-3 nM) over the stored doses and times.
pub(crate) fn error(options: Options) -> Found<f64> {
    let rows: Vec<Vec<f64>> = STORED
        .lines()
        .skip(1)
        .map(|line| Ok(line.split(',').map(str::parse).collect::<Result<_, _>>()?))
        .collect::<Found<_>>()?;
    let doses: Vec<f64> = rows.iter().step_by(TIMES).map(|row| row[0]).collect();
    let model = model()?;
    let points = Conditions::single().vary(&model, "I", &doses)?;
    let mut errors = Vec::new();
    for (outcome, stored) in sweep(&model, options)?.run(&points)?.iter().zip(rows.chunks(TIMES)) {
        let found = outcome.readouts().map_err(Clone::clone)?;
        // Nothing has happened at the first time.
        let pairs = found.iter().zip(stored).skip(1);
        errors.extend(pairs.map(|(found, row)| apart(*found, row[2], 1e-3)));
    }
    Ok(largest(errors))
}
