//! Pharmacokinetics: curves known on paper, the library's closed forms, and the same body as species of a network.

use super::check::{Check, Found, apart, largest};
use super::credibility::Credibility::NumericalCodeVerification;
use super::solving::{Solve, options};
use jakstat::pharmacokinetics::{Absorption, Disposition, Individual, Peripheral};
use jakstat::prelude::*;
use jakstat::sweep::Event;

pub(crate) fn checks() -> Found<Vec<Check>> {
    Ok(vec![tablets()?, bolus()?, engine()?, area()?])
}

/// Clearance in L/h, volume in L, absorption in 1/h, hours between doses.
const CLEARANCE: f64 = 10.0;
const VOLUME: f64 = 50.0;
const ABSORPTION: f64 = 1.3;
const INTERVAL: f64 = 12.0;
/// Exchange in L/h with a second compartment, and its volume in L.
const EXCHANGE: f64 = 5.0;
const SECOND: f64 = 20.0;
/// nM in the first compartment if a dose of 1 mg of 1000 g/mol were in it at once.
const DOSE: f64 = 1000.0 / VOLUME;

fn body(peripheral: Option<Peripheral>) -> Individual {
    let disposition = Disposition {
        clearance: CLEARANCE / 3600.0,
        renal_clearance: None,
        volume: VOLUME.litres(),
        peripheral,
    };
    let absorption = Absorption::FirstOrder { rate: ABSORPTION / 3600.0 };
    Individual::new("drug", 1000.0.grams_per_mole(), absorption, disposition)
}

fn second() -> Peripheral {
    Peripheral { exchange: EXCHANGE / 3600.0, volume: SECOND.litres() }
}

/// Total concentrations in nM at these hours.
fn totals(exposure: &Exposure, hours: &[f64]) -> Vec<f64> {
    hours.iter().map(|&t| exposure.total(t.hours()).as_nanomolar()).collect()
}

/// Largest relative error over hours between 0.5 and 60.
fn error(found: &[f64], hours: &[f64], exact: impl Fn(f64) -> f64) -> f64 {
    largest(found.iter().zip(hours).map(|(found, &t)| apart(*found, exact(t), 0.0)))
}

fn hours() -> Vec<f64> {
    (1..=120).map(|k| 0.5 * f64::from(k)).collect()
}

/// Bateman's function after each of five tablets.
fn tablets() -> Found<Check> {
    let k = CLEARANCE / VOLUME;
    let one =
        |t: f64| DOSE * ABSORPTION / (ABSORPTION - k) * ((-k * t).exp() - (-ABSORPTION * t).exp());
    let exact = |t: f64| {
        let since = (0..5).map(|dose| t - INTERVAL * f64::from(dose));
        since.filter(|&t| t > 0.0).map(one).sum()
    };
    let regimen = Regimen::oral(1.0.milligrams()).every(INTERVAL.hours()).doses(5);
    let found = totals(&Exposure::new(&body(None), &regimen)?, &hours());
    Ok(Check::new(
        "one compartment, tablets",
        "an exposure to five tablets at 120 times, with the sum of Bateman's functions: largest relative error",
        (error(&found, &hours(), exact), 1e-11),
        NumericalCodeVerification,
    ))
}

/// Two exponentials after a bolus into the first of two compartments.
fn bolus() -> Found<Check> {
    let (out, back) = (EXCHANGE / VOLUME, EXCHANGE / SECOND);
    let (sum, product) = (CLEARANCE / VOLUME + out + back, CLEARANCE / VOLUME * back);
    let root = (sum * sum - 4.0 * product).sqrt();
    let (fast, slow) = (f64::midpoint(sum, root), f64::midpoint(sum, -root));
    let exact = |t: f64| {
        DOSE * ((fast - back) * (-fast * t).exp() + (back - slow) * (-slow * t).exp())
            / (fast - slow)
    };
    let found =
        totals(&Exposure::new(&body(Some(second())), &Regimen::bolus(1.0.milligrams()))?, &hours());
    Ok(Check::new(
        "two compartments, bolus",
        "an exposure to a bolus at 120 times, with the two exponentials: largest relative error",
        (error(&found, &hours(), exact), 1e-11),
        NumericalCodeVerification,
    ))
}

/// The body as species of a network, solved by the engine.
fn engine() -> Found<Check> {
    let mut worst = Vec::new();
    for (body, regimen) in [
        (body(None), Regimen::oral(1.0.milligrams()).every(INTERVAL.hours()).doses(5)),
        (
            body(Some(second())),
            Regimen::oral(1.0.milligrams()).every(INTERVAL.hours()).at_steady_state(),
        ),
        (
            body(Some(second())),
            Regimen::infusion(9.0.milligrams(), 6.0.hours()).starting(7.0.hours()),
        ),
    ] {
        let exposure = Exposure::new(&body, &regimen)?;
        let mut net = Network::new();
        let drug = body.declare(&mut net, "drug")?;
        let model = net.compile()?;
        let end = 60.0 * 3600.0;
        let stops = drug.stops(&exposure, 0.0, end)?;
        let events = stops.into_iter().flat_map(Event::of).collect();
        let observable = model.observable("drug plasma")?;
        // Just before and after doses as well; nothing has been taken in before 8 h of the infusion.
        let hours: Vec<f64> = (32..=240).map(|k| 0.25 * f64::from(k)).collect();
        let readouts: Vec<Readout> = hours
            .iter()
            .map(|t| Readout { observable, measure: Measure::At(3600.0 * t) })
            .collect();
        let protocol = Protocol { end, events, ..Protocol::default() };
        let solve = Solve { model: &model, protocol, options: options(Method::Rodas5P, 1e-11) };
        let found = solve.readouts(&readouts)?.readouts;
        let wanted = totals(&exposure, &hours);
        worst.extend(found.iter().zip(wanted).map(|(found, wanted)| apart(*found, wanted, 1e-6)));
    }
    Ok(Check::new(
        "engine and closed form",
        "tablets, tablets at steady state and an infusion as species of a network at 209 times, with exposures in closed form: largest relative difference at rtol 1e-11",
        (largest(worst), 1e-8),
        NumericalCodeVerification,
    ))
}

/// Area over an interval at steady state: dose / clearance.
fn area() -> Found<Check> {
    let regimen = Regimen::oral(1.0.milligrams()).every(INTERVAL.hours()).at_steady_state();
    let mut errors = Vec::new();
    for body in [body(None), body(Some(second()))] {
        let exposure = Exposure::new(&body, &regimen)?;
        let area = exposure.area(0.0.hours(), INTERVAL.hours())?.as_nanomolar_hours();
        errors.push(apart(area, 1000.0 / CLEARANCE, 0.0));
    }
    Ok(Check::new(
        "area at steady state",
        "the area over an interval in one and two compartments, with dose over clearance: largest relative error",
        (largest(errors), 1e-10),
        NumericalCodeVerification,
    ))
}
