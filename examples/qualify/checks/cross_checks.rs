//! The same problem by other solvers, here and elsewhere.

use super::check::{Check, Found, apart, largest};
use super::credibility::Credibility::NumericalCodeVerification;
use super::reference;
use super::solving::{Solve, furthest, options, until};
use super::stimulated::{every, stimulated};
use jakstat::pathway::PathwayModel;
use jakstat::prelude::*;
use rayon::prelude::*;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let mut checks = vec![stored()?, robertson(Method::Rodas5P)?, robertson(Method::Rodas4)?];
    for (other, relative, bar) in
        [(Method::Dop853, 1e-11, 1e-8), (Method::Dopri5, 1e-9, 1e-6), (Method::Rodas4, 1e-9, 1e-6)]
    {
        checks.push(against(other, relative, bar)?);
    }
    Ok(checks)
}

/// Our default method and another one over two hours.
fn against(other: Method, relative: f64, bar: f64) -> Found<Check> {
    let times: Vec<f64> =
        [1.0, 10.0, 60.0].into_iter().chain((1..=24).map(|k| 300.0 * f64::from(k))).collect();
    let pathways = every()?;
    let difference = |pathway: &PathwayModel| -> Found<f64> {
        let by = |method| stimulated(pathway, 7200.0, options(method, relative)).states(&times);
        Ok(furthest(pathway.model(), &by(Method::Rodas5P)?, &by(other)?))
    };
    let side_by_side = pathways.par_iter();
    let worst = side_by_side.map(|pathway| difference(pathway).map_err(|why| why.to_string()));
    let worst = worst.collect::<Result<Vec<f64>, String>>()?;
    let compared = format!(
        "every species of the {} built-in pathways at 27 times over 2 h by Rodas5P, with {other:?}, both at rtol {relative:e}: largest difference over the value or a thousandth of the peak",
        pathways.len()
    );
    Ok(Check::new(
        format!("Rodas5P against {other:?}"),
        compared,
        (largest(worst), bar),
        NumericalCodeVerification,
    ))
}

/// The reference network against the stored solution of the same equations by CVODE (BDF, rtol 1e-13).
fn stored() -> Found<Check> {
    let reached = reference::error(options(Method::Rodas5P, 1e-8))?;
    Ok(Check::new(
        "Rodas5P against CVODE, reference network",
        "phospho-STAT at 8 doses and 72 times, with the stored solution by CVODE at rtol 1e-13: largest relative error at rtol 1e-8",
        (reached, 1e-7),
        NumericalCodeVerification,
    ))
}

/// Robertson's three reactions until t = 1e11, with the reference of Mazzia and Magherini's Test Set for IVP Solvers
/// (release 2.4).
fn robertson(method: Method) -> Found<Check> {
    const END: f64 = 1e11;
    let published = [0.2083340149701255e-7, 0.8333360770334713e-13, 0.999999979166505];
    let mut net = Network::new();
    let all = net.compartment("all", 1.0.litres());
    let [a, b, c] = [("A", 1.0), ("B", 0.0), ("C", 0.0)]
        .map(|(name, start)| net.species(name, all, start.nanomolar()));
    for species in [a, b, c] {
        net.set_scale(species, 1e-12.nanomolar());
    }
    let (of_a, of_b, of_c) = (Expr::from(a), Expr::from(b), Expr::from(c));
    net.reaction("slow", a, b, Law::formula(0.04 * of_a))?;
    net.reaction("fast", 2 * b, b + c, Law::formula(3e7 * of_b.clone() * of_b.clone()))?;
    net.reaction("back", b + c, a + c, Law::formula(1e4 * of_b * of_c))?;
    let model = net.compile()?;
    let solve = Solve { model: &model, protocol: until(END), options: options(method, 1e-10) };
    let rows = solve.states(&[END])?;
    let found = rows.first().ok_or("no state at the end")?;
    let reached = largest(found.iter().zip(published).map(|(y, wanted)| apart(*y, wanted, 0.0)));
    Ok(Check::new(
        format!("Robertson's problem by {method:?}"),
        "t = 1e11 at rtol 1e-10, with the Test Set for IVP Solvers: largest relative error",
        (reached, 1e-6),
        NumericalCodeVerification,
    ))
}
