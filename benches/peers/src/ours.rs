//! Our own library on the same network.

#[path = "../../../examples/il6_sweep/network.rs"]
mod reference;

use crate::network::{START, activities, rates};
use crate::{END, Failure, TIMES, time};
use jakstat::ode::Evaluator;
use jakstat::prelude::*;

pub(crate) fn model() -> Result<Model, Failure> {
    Ok(reference::network()?.compile()?)
}

/// pSTAT at the output times, one row per dose.
pub(crate) fn sweep(model: &Model, doses: &[f64], rtol: f64) -> Result<Vec<Vec<f64>>, Failure> {
    let observable = model.observable("pSTAT")?;
    let readouts: Vec<Readout> =
        (0..TIMES).map(|k| Readout { observable, measure: Measure::At(time(k)) }).collect();
    let tolerance = Tolerance { relative: rtol, absolute: Absolute::Uniform(1e-3 * rtol) };
    let outcomes = Sweep::new(model, Protocol { end: END, ..Protocol::default() })
        .readouts(&readouts)
        .options(Options { tolerance, ..Options::default() })
        .threads(1)
        .run(&Conditions::single().vary(model, "I", doses)?)?;
    let row = |outcome: &Outcome| Ok(outcome.readouts().map_err(Clone::clone)?.to_vec());
    outcomes.iter().map(row).collect()
}

/// An error unless the equations written out by hand are those of the network.
pub(crate) fn same_equations() -> Result<(), Failure> {
    let model = model()?;
    let mut parameters = model.default_parameters();
    let inhibitor = 30.0;
    parameters[model.parameter("I")?] = inhibitor;
    // Every species present, none as much as another.
    let y: [f64; 22] = std::array::from_fn(|i| 0.5 * START[i] + 3.0 + 0.7 * i as f64);
    let (mut wanted, mut found) = (vec![0.0; y.len()], [0.0; 22]);
    Evaluator::of_inputs(&model, &parameters, 0.0).rates(0.0, &y, &mut wanted);
    rates(&y, activities(inhibitor), &mut found);
    for (name, (found, wanted)) in model.species_names().iter().zip(found.iter().zip(wanted)) {
        if (found - wanted).abs() > 1e-12 * wanted.abs().max(1.0) {
            return Err(format!("{name}: {found} by hand, {wanted} from the network").into());
        }
    }
    Ok(())
}
