//! The bits of a point depend on that point alone: not on threads, chunks, company or instructions.

use super::check::{Check, Found, apart, count, largest};
use super::credibility::Credibility::{NumericalSolverError, SoftwareQualityAssurance};
use super::reference::{doses, model, sweep};
use jakstat::prelude::*;

const THREADS: [usize; 5] = [1, 2, 3, 7, 16];
const POINTS: u32 = 101;

pub(crate) fn checks() -> Found<Vec<Check>> {
    let model = model()?;
    let points = Conditions::single().vary(&model, "I", &doses(POINTS))?;
    let on = |path| Options { path, ..Options::default() };
    let usual = sweep(&model, on(CodePath::best()))?;
    let wanted = usual.clone().threads(1).chunk(POINTS as usize).run(&points)?;
    Ok(vec![
        threads(&usual, &points, &wanted)?,
        company(&model, &usual, &wanted)?,
        fused(&model, &points)?,
        unfused(&model, &points)?,
    ])
}

/// Outcomes that are not the same to the bit, steps and all.
fn different(found: &[Outcome], wanted: &[Outcome]) -> f64 {
    if found.len() != wanted.len() || found.iter().any(|outcome| outcome.readouts().is_err()) {
        return f64::NAN;
    }
    let bits = |outcome: &Outcome| {
        outcome.readouts().map(|y| y.iter().map(|y| y.to_bits()).collect::<Vec<_>>()).ok()
    };
    count(found.iter().zip(wanted).map(|(a, b)| a != b || bits(a) != bits(b)))
}

fn threads(sweep: &Sweep<'_>, points: &Conditions, wanted: &[Outcome]) -> Found<Check> {
    let mut counts = Vec::new();
    for (threads, chunk) in THREADS.into_iter().zip([5, 1, 64, 7, 3]) {
        counts.push(different(&sweep.clone().threads(threads).chunk(chunk).run(points)?, wanted));
    }
    Ok(Check::new(
        "any number of threads",
        format!(
            "{POINTS} doses of the reference network on 1, 2, 3, 7 and 16 threads, with one thread and one chunk: points with other bits"
        ),
        (largest(counts), 0.0),
        SoftwareQualityAssurance,
    ))
}

/// Points alone, and among the others in the opposite order.
fn company(model: &Model, sweep: &Sweep<'_>, wanted: &[Outcome]) -> Found<Check> {
    let of = |values: &[f64]| -> Found<Vec<Outcome>> {
        Ok(sweep.run(&Conditions::single().vary(model, "I", values)?)?)
    };
    let values = doses(POINTS);
    let backwards: Vec<f64> = values.iter().rev().copied().collect();
    let mut found = of(&backwards)?;
    found.reverse();
    let mut counts = vec![different(&found, wanted)];
    for (value, wanted) in values.iter().zip(wanted).step_by(10) {
        counts.push(different(&of(&[*value])?, std::slice::from_ref(wanted)));
    }
    Ok(Check::new(
        "any company",
        format!(
            "{POINTS} doses in the opposite order and 11 of them alone, with all in order: points with other bits"
        ),
        (largest(counts), 0.0),
        SoftwareQualityAssurance,
    ))
}

/// Every fused code path of this processor against the first of them.
fn fused(model: &Model, points: &Conditions) -> Found<Check> {
    let paths: Vec<CodePath> =
        CodePath::available().into_iter().filter(|&path| path != CodePath::Unfused).collect();
    let mut outcomes = Vec::new();
    for &path in &paths {
        outcomes.push(sweep(model, Options { path, ..Options::default() })?.run(points)?);
    }
    let reached = match outcomes.split_first() {
        // A processor without fused arithmetic has nothing to compare here.
        None => 0.0,
        Some((first, _)) => largest(outcomes.iter().map(|found| different(found, first))),
    };
    let names: Vec<String> = paths.iter().map(ToString::to_string).collect();
    Ok(Check::new(
        "every fused code path",
        format!(
            "{POINTS} doses on each of [{}], forced, with the first: points with other bits",
            names.join(", ")
        ),
        (reached, 0.0),
        SoftwareQualityAssurance,
    ))
}

/// Arithmetic rounded apart against the path in use.
fn unfused(model: &Model, points: &Conditions) -> Found<Check> {
    let tight = |path| -> Found<Vec<Outcome>> {
        let tolerance = Tolerance { relative: 1e-8, absolute: Absolute::Uniform(1e-11) };
        Ok(sweep(model, Options { path, tolerance, ..Options::default() })?.run(points)?)
    };
    let (plain, best) = (tight(CodePath::Unfused)?, tight(CodePath::best())?);
    let mut differences = Vec::new();
    for (plain, best) in plain.iter().zip(&best) {
        let (plain, best) =
            (plain.readouts().map_err(Clone::clone)?, best.readouts().map_err(Clone::clone)?);
        differences.extend(plain.iter().zip(best).map(|(a, b)| apart(*a, *b, 1e-3)));
    }
    Ok(Check::new(
        "the code path without fused arithmetic",
        format!(
            "{POINTS} doses at rtol 1e-8, forced, with {}: largest relative difference",
            CodePath::best()
        ),
        (largest(differences), 1e-9),
        NumericalSolverError,
    ))
}
