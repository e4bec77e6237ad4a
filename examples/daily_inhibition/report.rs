//! The table of the days, and what they say.

use crate::arguments::output::Table;
use crate::choice::Treatment;
use jakstat::assay::DailyInhibition;
use std::io::{self, Write};

pub(crate) type Row<'a> = (&'a Treatment<'a>, &'a DailyInhibition);

const HEAD: [&str; 10] = [
    "drug",
    "regimen",
    "cytokine",
    "cell",
    "stat",
    "cavg_nM",
    "free_cavg_nM",
    "hours_above_ic50",
    "daily_inhibition_static",
    "daily_inhibition_dynamic",
];

pub(crate) fn write(file: &str, rows: &[Row<'_>]) -> Result<(), String> {
    let mut table = Table::create(file, &HEAD)?;
    for (treatment, day) in rows {
        table.row((
            (treatment.inhibitor.name(), &treatment.regimen),
            (&day.cytokine, &day.cell, &day.stat),
            day.exposure.average.as_nanomolar(),
            day.exposure.free_average().as_nanomolar(),
            day.hours_above_ic50,
            day.static_inhibition.map(|whole| whole.average),
            day.dynamic_inhibition.average,
        ))?;
    }
    table.finish()
}

pub(crate) fn print(
    out: &mut dyn Write,
    panel: &str,
    treatments: &[Treatment<'_>],
    rows: &[Row<'_>],
) -> io::Result<()> {
    writeln!(
        out,
        "enzyme IC50 from {panel}; each drug in the reference patient of its own kinetics, so compare cytokines rather than drugs"
    )?;
    for treatment in treatments {
        let of = |(other, _): &&Row<'_>| std::ptr::eq(*other, treatment);
        if let Some((_, day)) = rows.iter().find(of) {
            writeln!(out, "{}: {}", treatment.name(), day.exposure)?;
        }
    }
    writeln!(
        out,
        "{:<26} {:<14} {:<22} {:<6} {:>10} {:>7} {:>8} {:>8}",
        "regimen", "cytokine", "cell", "stat", "IC50", "h above", "static", "dynamic"
    )?;
    let percent = |fraction: f64| format!("{:.0} %", 100.0 * fraction);
    for (treatment, day) in rows {
        let hours = day.hours_above_ic50.map_or("-".into(), |hours| format!("{hours:.1}"));
        let by_hill = day.static_inhibition.map_or("-".into(), |whole| percent(whole.average));
        writeln!(
            out,
            "{:<26} {:<14} {:<22} {:<6} {:>10} {hours:>7} {by_hill:>8} {:>8}",
            treatment.name(),
            day.cytokine,
            day.cell,
            day.stat,
            day.ic50.to_string(),
            percent(day.dynamic_inhibition.average)
        )?;
    }
    Ok(())
}

/// How an average is found, in words, and where it stands.
type Told = (&'static str, fn(&Row<'_>) -> f64);

/// Which regimen and cytokine stand at the ends, in both ways.
pub(crate) fn answer(out: &mut dyn Write, rows: &[Row<'_>]) -> io::Result<()> {
    let ways: [Told; 2] = [
        ("by the Hill equation", |row| row.1.static_inhibition.map_or(0.0, |whole| whole.average)),
        ("through the network", |row| row.1.dynamic_inhibition.average),
    ];
    for (words, average) in ways {
        let most = rows.iter().max_by(|a, b| average(a).total_cmp(&average(b)));
        let least = rows.iter().min_by(|a, b| average(a).total_cmp(&average(b)));
        let Some((most, least)) = most.zip(least) else { return Ok(()) };
        let say = |row: &Row<'_>| {
            format!("{} from {} ({:.0} %)", row.0.name(), row.1.cytokine, 100.0 * average(row))
        };
        writeln!(out, "{words} most is taken by {}, least by {}", say(most), say(least))?;
    }
    Ok(())
}
