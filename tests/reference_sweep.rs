//! The reference network against a tight solution of the same equations by another solver.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::print_stdout, missing_docs)] // tests may stop

#[allow(unreachable_pub)] // public for nobody here
#[path = "../examples/il6_sweep/network.rs"]
mod network;

use jakstat::prelude::*;

/// Dose in nM, time in seconds, pSTAT in nM.
const REFERENCE: &str = include_str!("fixtures/il6_sweep_pstat.csv");
const TIMES: usize = 73;

#[test]
fn the_sweep_reproduces_the_reference_phospho_stat() {
    let rows: Vec<Vec<f64>> = REFERENCE
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|field| field.parse().unwrap()).collect())
        .collect();
    let doses: Vec<f64> = rows.iter().step_by(TIMES).map(|row| row[0]).collect();
    let times: Vec<f64> = rows.iter().take(TIMES).map(|row| row[1]).collect();
    assert_eq!((rows.len(), doses.len(), times[TIMES - 1]), (584, 8, 7200.0));

    let model = network::network().unwrap().compile().unwrap();
    let observable = model.observable("pSTAT").unwrap();
    let readouts: Vec<Readout> =
        times.iter().map(|&t| Readout { observable, measure: Measure::At(t) }).collect();
    let tolerance = Tolerance { relative: 1e-8, absolute: Absolute::Uniform(1e-11) };
    let outcomes = Sweep::new(&model, Protocol { end: 7200.0, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { tolerance, ..Options::default() })
        .run(&Conditions::single().vary(&model, "I", &doses).unwrap())
        .unwrap();

    let mut worst = (0.0, 0.0, 0.0);
    for (k, outcome) in outcomes.iter().enumerate() {
        let found = outcome.readouts().unwrap();
        for (row, value) in rows[k * TIMES..(k + 1) * TIMES].iter().zip(found).skip(1) {
            assert_eq!(row[0], doses[k]);
            let error = (value - row[2]).abs() / row[2].abs().max(1e-3);
            assert!(!error.is_nan());
            if error > worst.0 {
                worst = (error, row[0], row[1]);
            }
        }
    }
    let (error, dose, time) = worst;
    println!("largest error {error:.2e} at {dose} nM, {time} s");
    assert!(error < 1e-7, "{error:e} at {dose} nM, {time} s");
}
