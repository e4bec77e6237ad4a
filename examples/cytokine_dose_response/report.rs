//! Shifts and depressions of the cytokine's curve, and whether more cytokine overcomes the drug.

use crate::arguments::answer::Answer;
use crate::arguments::output::Table;
use jakstat::assay::{CytokineCurve, CytokineCurves};
use jakstat::prelude::Potency;
use jakstat::response::{SURMOUNTABLE_SHARE, Surmountability};
use std::io::{self, Write};

pub(crate) const HEAD: [&str; 3] = ["inhibitor_nM", "dose_nM", "response_nM"];

pub(crate) fn write(mut table: Table, found: &CytokineCurves) -> Result<(), String> {
    for curve in &found.curves {
        for (dose, value) in curve.curve.doses().iter().zip(curve.curve.responses()) {
            table.row((curve.inhibitor.as_nanomolar(), dose, value))?;
        }
    }
    table.finish()
}

pub(crate) fn print(out: &mut dyn Write, found: &CytokineCurves) -> io::Result<()> {
    let Some(first) = found.curves.first() else { return Ok(()) };
    let percent = 100.0 / first.maximum().1;
    let same = format!("dose for {:.2} %", percent * found.level);
    let head = ["free drug", "maximum %", "EC50", "shift", "ratio"];
    writeln!(
        out,
        "{:>10} {:>10} {:>12} {:>8} {same:>16} {:>8}",
        head[0], head[1], head[2], head[3], head[4]
    )?;
    for curve in &found.curves {
        let [ec50, dose] = [curve.ec50, curve.equieffective].map(short);
        writeln!(
            out,
            "{:>10} {:>10.2} {ec50:>12} {:>8} {dose:>16} {:>8}",
            curve.inhibitor.to_string(),
            percent * curve.maximum().1,
            fold(curve.ec50, first.ec50),
            fold(curve.equieffective, first.equieffective)
        )?;
    }
    if found.curves.iter().any(CytokineCurve::turns_back) {
        writeln!(
            out,
            "At high doses a curve turns back (feedback comes earlier, or ligand keeps the chains apart);\n\
             each is read up to its own maximum."
        )?;
    }
    writeln!(
        out,
        "The EC50 is half of each curve's own maximum. Where the maxima differ, only doses for one and\n\
         the same response can be compared: the ratios behind the Schild slope are theirs."
    )
}

fn short(dose: Potency) -> String {
    match dose {
        Potency::NotSigmoid { .. } => "not sigmoid".into(),
        dose => dose.to_string(),
    }
}

/// How many times more of the cytokine is needed; none where one of the two is only a bound.
fn fold(with: Potency, without: Potency) -> String {
    match (with.exact(), without.exact()) {
        (Some(with), Some(without)) => {
            format!("{:.2}x", with.as_nanomolar() / without.as_nanomolar())
        }
        _ => "–".into(),
    }
}

pub(crate) fn answer(
    out: &mut dyn Write,
    (cytokine, drug): (&str, &str),
    found: &CytokineCurves,
) -> Answer {
    let analysis = found.schild()?;
    match analysis.line {
        Some(line) => {
            writeln!(out, "Schild slope {:.2}, pA2 {:.2} (mol/L)", line.slope, line.pa2)?;
        }
        None => writeln!(out, "no Schild slope: fewer than two dose ratios above 1")?,
    }
    match analysis.surmountability {
        Surmountability::Insurmountable { antagonist, share } => writeln!(
            out,
            "The block is not surmountable: at {antagonist} {drug} the most that {cytokine} reaches is \
             {:.0} % of its maximum.",
            100.0 * share
        )?,
        _ => writeln!(
            out,
            "The block is surmountable: enough {cytokine} reaches {:.0} % of its maximum or more.",
            100.0 * SURMOUNTABLE_SHARE
        )?,
    }
    Ok(())
}
