//! Estimates with their intervals, and the comparison of the curves.

use jakstat::response::{Comparison, CurveFit, PlateFit};
use std::io::{self, Write};

/// A table of one curve need not name it.
pub(crate) fn name(curve: &CurveFit) -> &str {
    if curve.name.is_empty() { "the drug" } else { &curve.name }
}

pub(crate) fn print(out: &mut dyn Write, fit: &PlateFit) -> io::Result<()> {
    writeln!(out, "estimate (95 % interval)")?;
    for curve in &fit.curves {
        let direction = format!("{:?}", curve.direction).to_lowercase();
        writeln!(out, "\n{} ({direction}, area {:.3} of top)", name(curve), curve.area)?;
        writeln!(out, "  top            {}", curve.top)?;
        writeln!(out, "  bottom         {}", curve.bottom)?;
        writeln!(out, "  Hill slope     {}", curve.hill)?;
        writeln!(out, "  relative IC50  {}", curve.relative_ic50)?;
        writeln!(out, "  absolute IC50  {}", curve.absolute_ic50)?;
    }
    let (sd, degrees) = (fit.residual_sd, fit.degrees_of_freedom);
    writeln!(out, "\nresidual sd {sd:.3}, {degrees} degrees of freedom")?;
    match fit.lack_of_fit {
        Some(test) => writeln!(out, "lack of fit: F = {:.2}, p = {}", test.f, small(test.p)),
        None => writeln!(out, "lack of fit: not testable without replicates"),
    }
}

/// A probability that is not written as zero.
fn small(p: f64) -> String {
    if p < 1e-3 { format!("{p:.1e}") } else { format!("{p:.3}") }
}

/// The potency of each curve, and whether it differs from the first.
pub(crate) fn answer(out: &mut dyn Write, fit: &PlateFit) -> io::Result<()> {
    let Some((first, others)) = fit.curves.split_first() else { return Ok(()) };
    writeln!(out, "relative IC50 of {} = {}", name(first), first.relative_ic50)?;
    for other in others {
        write!(out, "relative IC50 of {} = {}; ", name(other), other.relative_ic50)?;
        match fit.compare(&other.name, &first.name) {
            Ok(comparison) => writeln!(out, "{}: ratio {comparison}", verdict(&comparison))?,
            Err(reason) => writeln!(out, "{reason}")?,
        }
    }
    Ok(())
}

fn verdict(comparison: &Comparison) -> &'static str {
    if comparison.p < 0.05 { "different from the first" } else { "not shown to be different" }
}
