//! Solutions known on paper.

use super::check::{Check, Found, apart, largest};
use super::credibility::Credibility::{NumericalCodeVerification, NumericalSolverError};
use super::solving::{METHODS, Solve, options, until};
use jakstat::prelude::*;
use jakstat::units::Rate;

pub(crate) fn checks() -> Found<Vec<Check>> {
    Ok(vec![decay()?, ramp()?, binding_over_time()?, binding_at_rest()?, hill_at_rest()?])
}

/// A model of one compartment, declared by a closure.
fn declared(declare: impl FnOnce(&mut Network) -> Found<()>) -> Found<Model> {
    let mut net = Network::new();
    declare(&mut net)?;
    Ok(net.compile()?)
}

/// Largest relative error of a species' course over all methods at a relative tolerance of 1e-10.
fn error(model: &Model, (name, end): (&str, f64), exact: impl Fn(f64) -> f64) -> Found<f64> {
    let times: Vec<f64> = (1..=20).map(|k| end * f64::from(k) / 20.0).collect();
    let index = model.species(name)?;
    let mut errors = Vec::new();
    for method in METHODS {
        let solve = Solve { model, protocol: until(end), options: options(method, 1e-10) };
        let rows = solve.states(&times)?;
        let pairs = rows.iter().zip(&times);
        errors.push(largest(pairs.map(|(row, &t)| apart(row[index], exact(t), 0.0))));
    }
    Ok(largest(errors))
}

fn decay() -> Found<Check> {
    let model = declared(|net| {
        let cell = net.compartment("cell", 1.0.picolitres());
        let a = net.species("A", cell, 80.0.nanomolar());
        net.irreversible("loss", a, Network::nothing(), Rate::per_second(0.03))?;
        Ok(())
    })?;
    let reached = error(&model, ("A", 230.0), |t| 80.0 * (-0.03 * t).exp())?;
    Ok(Check::new(
        "exponential decay",
        "ten half-lives by Rodas5P, Rodas4, Dopri5 and Dop853, with A exp(-k t): largest relative error",
        (reached, 1e-7),
        NumericalCodeVerification,
    ))
}

/// y′ = y + t from 1: y = 2 eᵗ − t − 1.
fn ramp() -> Found<Check> {
    let model = declared(|net| {
        let all = net.compartment("all", 1.0.litres());
        let y = net.species("y", all, 1.0.nanomolar());
        net.reaction("grow", Network::nothing(), y, Law::formula(Expr::from(y) + Expr::time()))?;
        Ok(())
    })?;
    let reached = error(&model, ("y", 3.0), |t| 2.0 * t.exp() - t - 1.0)?;
    Ok(Check::new(
        "a law that depends on time",
        "y' = y + t by the four methods, with 2 exp(t) - t - 1: largest relative error",
        (reached, 1e-8),
        NumericalCodeVerification,
    ))
}

const A: f64 = 5.0;
const B: f64 = 8.0;
const ON: f64 = 1e-3;
const OFF: f64 = 2e-3;

/// A + B ⇌ A:B.
fn binding() -> Found<Model> {
    declared(|net| {
        let cell = net.compartment("cell", 1.0.picolitres());
        let a = net.species("A", cell, A.nanomolar());
        let b = net.species("B", cell, B.nanomolar());
        let complex = net.species("A:B", cell, 0.0.nanomolar());
        let (on, off) = (Rate::per_nanomolar_second(ON), Rate::per_second(OFF));
        net.reversible("binding", a + b, complex, on, off)?;
        Ok(())
    })
}

/// The two roots of C² − (A + B + Kd) C + A B = 0, the smaller one first.
fn roots() -> (f64, f64) {
    let sum = A + B + OFF / ON;
    let larger = f64::midpoint(sum, (sum * sum - 4.0 * A * B).sqrt());
    (A * B / larger, larger)
}

fn binding_over_time() -> Found<Check> {
    let (small, large) = roots();
    let exact = |t: f64| {
        let fading = (-ON * (large - small) * t).exp();
        small * large * (1.0 - fading) / (large - small * fading)
    };
    let reached = error(&binding()?, ("A:B", 900.0), exact)?;
    Ok(Check::new(
        "binding over time",
        "A + B = A:B by the four methods, with the solution of the quadratic rate: largest relative error",
        (reached, 1e-8),
        NumericalCodeVerification,
    ))
}

/// The value of a species in the state of rest that a model comes to.
fn at_rest(model: &Model, name: &str) -> Found<f64> {
    let readout = Readout { observable: model.observable(name)?, measure: Measure::At(0.0) };
    let protocol = Protocol { end: 0.0, rest: Some(Vec::new()), ..Protocol::default() };
    let solve = Solve { model, protocol, options: Options::default() };
    Ok(solve.readouts(&[readout])?.readouts[0])
}

fn binding_at_rest() -> Found<Check> {
    let reached = apart(at_rest(&binding()?, "A:B")?, roots().0, 0.0);
    Ok(Check::new(
        "binding equilibrium",
        "the state of rest of A + B = A:B, with the root of its quadratic: relative error",
        (reached, 1e-10),
        NumericalSolverError,
    ))
}

fn hill_at_rest() -> Found<Check> {
    let (maximum, half, exponent, loss, regulator) =
        (0.4_f64, 30.0_f64, 1.7_f64, 2e-3_f64, 55.0_f64);
    let model = declared(|net| {
        let cell = net.compartment("cell", 1.0.picolitres());
        let x = net.species("x", cell, regulator.nanomolar());
        let y = net.species("y", cell, 0.0.nanomolar());
        let made = Law::formula(maximum * Expr::hill(x, half, exponent));
        net.reaction("making", Network::nothing(), y, made)?;
        net.irreversible("loss", y, Network::nothing(), Rate::per_second(loss))?;
        Ok(())
    })?;
    let share = regulator.powf(exponent) / (half.powf(exponent) + regulator.powf(exponent));
    let reached = apart(at_rest(&model, "y")?, maximum / loss * share, 0.0);
    Ok(Check::new(
        "Hill law at rest",
        "the state of rest of making by a Hill law and first-order loss, with its formula: relative error",
        (reached, 1e-10),
        NumericalSolverError,
    ))
}
