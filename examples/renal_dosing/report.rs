//! The table, the two sources beside each other, and the answer.

use crate::arguments::output::Table;
use crate::table::{Row, SOURCES};
use jakstat::catalog::Label;
use jakstat::prelude::*;
use std::io::{self, Write};

const HEAD: [&str; 9] = [
    "renal_function",
    "label",
    "dose_mg",
    "source",
    "auc24_ng_h_ml",
    "cavg_nM",
    "free_cavg_nM",
    "daily_inhibition_static",
    "daily_inhibition_dynamic",
];

pub(crate) fn write(file: &str, rows: &[Row]) -> Result<(), String> {
    let mut table = Table::create(file, &HEAD)?;
    for row in rows {
        let exposure = &row.day.exposure;
        table.row((
            (row.renal.name(), &row.label, row.dose.as_milligrams(), row.source),
            exposure.area_by_mass(),
            exposure.average.as_nanomolar(),
            exposure.free_average().as_nanomolar(),
            row.day.static_inhibition.map(|whole| whole.average),
            row.day.dynamic_inhibition.average,
        ))?;
    }
    table.finish()
}

pub(crate) fn print(
    out: &mut dyn Write,
    catalog: &Catalog,
    label: &Label,
    rows: &[Row],
) -> io::Result<()> {
    writeln!(out, "{} for {}: {}", label.drug(), label.indication(), label.provenance().source)?;
    for renal in RenalCategory::ALL {
        if let Some(both) = catalog.renal_exposure(label.drug(), renal) {
            let ratio = |found: &Option<jakstat::catalog::ExposureRatio>| {
                found.as_ref().map_or("unknown".into(), |found| found.area.to_string())
            };
            writeln!(
                out,
                "{renal}: exposure times {} in the renal study, times {} in the population model's table",
                ratio(&both.study),
                ratio(&both.model)
            )?;
        }
    }
    writeln!(
        out,
        "{:<10} {:<16} {:>6} {:<17} {:>9} {:>10} {:>8} {:>8}",
        "kidneys", "label", "dose", "source", "AUC", "free avg", "static", "dynamic"
    )?;
    for row in rows {
        let exposure = &row.day.exposure;
        let area = exposure.area_by_mass().map_or("-".into(), |area| format!("{area:.0}"));
        let percent = |fraction: f64| format!("{:.0} %", 100.0 * fraction);
        let by_hill = row.day.static_inhibition.map_or("-".into(), |whole| percent(whole.average));
        writeln!(
            out,
            "{:<10} {:<16} {:>6} {:<17} {area:>9} {:>10} {by_hill:>8} {:>8}",
            row.renal.name(),
            row.label,
            row.dose.to_string(),
            row.source,
            exposure.free_average().to_string(),
            percent(row.day.dynamic_inhibition.average)
        )?;
    }
    writeln!(
        out,
        "AUC in ng h/mL over 24 h, free average in plasma, inhibition over the day; no advice on dosing"
    )
}

/// Exposure over that of normal kidneys, by each source.
pub(crate) fn answer(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let average = |row: &Row| row.day.exposure.average.as_nanomolar();
    let Some(normal) = rows.first() else { return Ok(()) };
    let of = |source: &str, as_labelled: bool| {
        let chosen = rows.iter().filter(|row| {
            row.source == source
                && row.renal != RenalCategory::Normal
                && row.as_labelled == as_labelled
        });
        chosen.map(|row| average(row) / average(normal)).fold((f64::INFINITY, 0.0), range)
    };
    for source in SOURCES {
        let ((low, high), (least, most)) = (of(source, true), of(source, false));
        writeln!(
            out,
            "By the {source} the label's doses keep the average exposure at {low:.2} to {high:.2} times that of normal kidneys, unreduced ones at {least:.2} to {most:.2} times"
        )?;
    }
    Ok(())
}

fn range((low, high): (f64, f64), value: f64) -> (f64, f64) {
    (low.min(value), high.max(value))
}
