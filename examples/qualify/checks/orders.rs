//! Convergence orders: halving fixed steps on problems whose solutions are known.

use super::check::{Check, Found, largest};
use super::credibility::Credibility::NumericalCodeVerification;
use super::solving::{Solve, options, until};
use jakstat::prelude::*;
use jakstat::sweep::{Action, Event, Source};

/// Methods with their order and the steps of the coarsest run: as few as show the order, so that rounding does not hide it
/// in the finest, which has eight times as many.
const METHODS: [(Method, f64, u32); 2] = [(Method::Rodas5P, 5.0, 32), (Method::Rodas4, 4.0, 64)];
/// Where within each step dense output is read.
const WITHIN: f64 = 0.37;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let mut checks = Vec::new();
    for (method, nominal, coarsest) in METHODS {
        let finest = 8 * coarsest;
        for problem in [oscillator()?, tracking()?] {
            let orders = orders(&problem, method, coarsest)?;
            let end = largest(orders.iter().map(|order| (order.0 - nominal).abs()));
            let compared = format!(
                "{} and its solution, {coarsest} to {finest} equal steps: largest distance of an observed order from {nominal}",
                problem.what
            );
            let name = format!("order of {method:?}, {}", problem.name);
            checks.push(Check::new(name, compared, (end, 0.2), NumericalCodeVerification));
            let missing = largest(orders.iter().map(|order| nominal - 1.0 - order.1));
            let compared = format!(
                "{} within every step, {coarsest} to {finest} of them: how far an observed order of the largest error falls short of {}",
                problem.what,
                nominal - 1.0
            );
            let name = format!("order of dense output of {method:?}, {}", problem.name);
            checks.push(Check::new(name, compared, (missing, 0.2), NumericalCodeVerification));
        }
    }
    Ok(checks)
}

/// A problem over two seconds whose solution is known.
struct Problem {
    name: &'static str,
    what: &'static str,
    model: Model,
    /// Of a species at a time.
    exact: fn(usize, f64) -> f64,
}

const END: f64 = 2.0;

/// The radius of the oscillator from 0.5: r² = 1 / (1 + 3 exp(−2 t)).
fn radius(t: f64) -> f64 {
    (1.0 + 3.0 * (-2.0 * t).exp()).sqrt().recip()
}

/// x′ = x (1 − r²) − 3 y, y′ = y (1 − r²) + 3 x with r² = x² + y², moved by 2 so that nothing is negative.
fn oscillator() -> Found<Problem> {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let [a, b] =
        [("x", 2.5), ("y", 2.0)].map(|(name, start)| net.species(name, all, start.nanomolar()));
    let (x, y) = (Expr::from(a) - 2.0, Expr::from(b) - 2.0);
    let left = 1.0 - x.clone() * x.clone() - y.clone() * y.clone();
    let (of_x, of_y) = (x.clone() * left.clone() - 3.0 * y.clone(), y * left + 3.0 * x);
    net.reaction("of x", Network::nothing(), a, Law::formula(of_x))?;
    net.reaction("of y", Network::nothing(), b, Law::formula(of_y))?;
    net.parameter("idle", 0.0);
    let exact = |species, t: f64| {
        let turn = if species == 0 { (3.0 * t).cos() } else { (3.0 * t).sin() };
        2.0 + radius(t) * turn
    };
    let (name, what) = ("autonomous", "Stuart and Landau's oscillator");
    Ok(Problem { name, what, model: net.compile()?, exact })
}

/// y′ = −(y − φ) + φ′ with φ = 1 / (1 + t), which is its solution (Prothero and Robinson).
fn tracking() -> Found<Problem> {
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let y = net.species("y", all, 1.0.nanomolar());
    let target = 1.0 / (1.0 + Expr::time());
    let rate = target.clone() - y - target.clone() * target;
    net.reaction("of y", Network::nothing(), y, Law::formula(rate))?;
    net.parameter("idle", 0.0);
    let (name, what) = ("dependent on time", "Prothero and Robinson's problem");
    Ok(Problem { name, what, model: net.compile()?, exact: |_, t| 1.0 / (1.0 + t) })
}

/// Observed orders at the end and within steps, for each halving.
fn orders(problem: &Problem, method: Method, coarsest: u32) -> Found<Vec<(f64, f64)>> {
    let errors: Vec<(f64, f64)> =
        (0..4).map(|k| errors(problem, method, coarsest << k)).collect::<Found<_>>()?;
    let order = |coarse: f64, fine: f64| (coarse / fine).log2();
    Ok(errors
        .windows(2)
        .map(|two| (order(two[0].0, two[1].0), order(two[0].1, two[1].1)))
        .collect())
}

/// Errors after so many equal steps: each ends at a stop at which nothing happens, and none is refused.
fn errors(problem: &Problem, method: Method, steps: u32) -> Found<(f64, f64)> {
    let step = END / f64::from(steps);
    let idle = Action::SetParameter(0, Source::Value(0.0));
    let stops = (1..steps).map(|k| Event { time: step * f64::from(k), action: idle });
    let loose = Tolerance { relative: 0.1, absolute: Absolute::Uniform(1e30) };
    let solve = Solve {
        model: &problem.model,
        protocol: Protocol { events: stops.collect(), ..until(END) },
        options: Options { tolerance: loose, first_step: Some(2.0 * step), ..options(method, 0.1) },
    };
    let within = (0..steps).map(|k| step * (f64::from(k) + WITHIN));
    let times: Vec<f64> = within.chain([END]).collect();
    let (rows, done) = solve.states_and_cost(&times)?;
    if done.accepted != u64::from(steps) {
        return Err(format!("{} steps were taken instead of {steps}", done.accepted).into());
    }
    let error = |(row, &time): (&Vec<f64>, &f64)| {
        let species = row.iter().enumerate();
        largest(species.map(|(index, y)| (y - (problem.exact)(index, time)).abs()))
    };
    let errors: Vec<f64> = rows.iter().zip(&times).map(error).collect();
    let (end, within) = errors.split_last().ok_or("nothing was read")?;
    Ok((*end, largest(within.iter().copied())))
}
