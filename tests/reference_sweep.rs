//! The reference network against a tight solution of the same equations by another solver.
#![allow(clippy::unwrap_used, clippy::float_cmp, clippy::print_stdout, missing_docs)] // tests may stop

#[allow(unreachable_pub)] // public for nobody here
#[path = "../examples/il6_sweep/network.rs"]
mod network;

use jakstat::prelude::*;

/// Dose in nM, time in seconds, pSTAT in nM.
const REFERENCE: &str = include_str!("fixtures/il6_sweep_pstat.csv");
const TIMES: usize = 73;

/// Dose, time and pSTAT of each row.
fn reference() -> Vec<[f64; 3]> {
    let row = |line: &str| {
        let fields: Vec<f64> = line.split(',').map(|field| field.parse().unwrap()).collect();
        fields.try_into().unwrap()
    };
    let rows: Vec<[f64; 3]> = REFERENCE.lines().skip(1).map(row).collect();
    assert_eq!((rows.len(), rows[TIMES - 1][1]), (8 * TIMES, 7200.0));
    rows
}

/// pSTAT in the order of the reference.
fn sweep(path: CodePath) -> Vec<f64> {
    let rows = reference();
    let doses: Vec<f64> = rows.iter().step_by(TIMES).map(|row| row[0]).collect();
    let model = network::network().unwrap().compile().unwrap();
    let observable = model.observable("pSTAT").unwrap();
    let readouts: Vec<Readout> = rows[..TIMES]
        .iter()
        .map(|row| Readout { observable, measure: Measure::At(row[1]) })
        .collect();
    let tolerance = Tolerance { relative: 1e-8, absolute: Absolute::Uniform(1e-11) };
    let outcomes = Sweep::new(&model, Protocol { end: 7200.0, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { tolerance, path, ..Options::default() })
        .run(&Conditions::single().vary(&model, "I", &doses).unwrap())
        .unwrap();
    outcomes.iter().flat_map(|outcome| outcome.readouts().unwrap().to_vec()).collect()
}

#[test]
fn the_sweep_reproduces_the_reference_phospho_stat() {
    let (rows, found) = (reference(), sweep(CodePath::best()));
    assert_eq!(rows.len(), found.len());
    let mut worst = (0.0, 0.0, 0.0);
    for ([dose, time, wanted], value) in rows.into_iter().zip(found) {
        let error = (value - wanted).abs() / wanted.abs().max(1e-3);
        assert!(!error.is_nan());
        if time > 0.0 && error > worst.0 {
            worst = (error, dose, time);
        }
    }
    let (error, dose, time) = worst;
    println!("largest error {error:.2e} at {dose} nM, {time} s");
    assert!(error < 1e-7, "{error:e} at {dose} nM, {time} s");
}

#[test]
fn without_fused_multiply_add_it_is_the_same_to_nine_digits() {
    let mut worst = 0.0;
    for (fused, plain) in sweep(CodePath::best()).into_iter().zip(sweep(CodePath::Unfused)) {
        let error = (fused - plain).abs() / fused.abs().max(1e-3);
        assert!(error < 1e-9, "{fused} {plain}");
        worst = error.max(worst);
    }
    println!("largest difference {worst:.2e}");
}
