//! Which cytokines does this drug spare?
//!
//! `cargo run --release --example screen -- [--inhibitors a,b] [--cytokines x,y] [--cells p,q]
//! [--minutes 15] [--csv FILE] [--svg FILE]`: every pair, at each cytokine's main STAT and usual dose.
#![allow(clippy::print_stdout)] // an example speaks

mod arguments;

use arguments::Arguments;
use jakstat::assay::ScreenRow;
use jakstat::plot::{HeatCell, HeatMap};
use jakstat::prelude::*;
use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The named entries, or all of them.
fn chosen<'a, T>(
    names: Option<&str>,
    all: impl Iterator<Item = &'a T>,
    find: impl Fn(&str) -> Result<&'a T, jakstat::catalog::CatalogError>,
) -> Result<Vec<&'a T>, jakstat::catalog::CatalogError> {
    names
        .map_or(Ok(all.collect()), |names| names.split(',').map(|name| find(name.trim())).collect())
}

fn cell(row: &ScreenRow) -> HeatCell {
    match (row.relation.as_str(), row.ic50_nanomolar) {
        ("=" | "<", Some(ic50)) => HeatCell::Value(ic50),
        (">", Some(bound)) => HeatCell::Above(bound),
        ("not_sigmoid", _) => HeatCell::NotSigmoid,
        _ => HeatCell::Refused,
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments =
        Arguments::parse(&["inhibitors", "cytokines", "cells", "minutes", "csv", "svg"])?;
    let catalog = Catalog::builtin();
    let inhibitors =
        chosen(arguments.text("inhibitors"), catalog.inhibitors(), |name| catalog.inhibitor(name))?;
    let cytokines =
        chosen(arguments.text("cytokines"), catalog.cytokines(), |name| catalog.cytokine(name))?;
    let cells = chosen(arguments.text("cells"), [].iter(), |name| catalog.cell(name))?;
    let screen = Screen::new(catalog)
        .inhibitors(&inhibitors)
        .cytokines(&cytokines)
        .cells(&cells)
        .time(arguments.number("minutes", 15.0)?.minutes());

    let (done, total) = (AtomicUsize::new(0), screen.len());
    let rows = screen.run(|| {
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        let bar = "#".repeat(40 * done / total);
        // On standard error, so that the table can be piped.
        let _ = write!(std::io::stderr(), "\r[{bar:<40}] {done}/{total}");
    });
    let _ = writeln!(std::io::stderr());

    if let Some(file) = arguments.text("csv") {
        let mut table = csv::Writer::from_path(file)?;
        rows.iter().try_for_each(|row| table.serialize(row))?;
        table.flush()?;
    }
    println!(
        "{:<16} {:<16} {:<22} {:<7} {:>12} {:>6}",
        "inhibitor", "cytokine", "cell", "stat", "IC50 nM", "Hill"
    );
    for row in &rows {
        let ic50 = row.ic50_nanomolar.map_or(String::new(), |x| format!("{x:.3}"));
        let ic50 = if row.relation == "=" { ic50 } else { format!("{} {ic50}", row.relation) };
        let hill = row.hill.map_or(String::new(), |x| format!("{x:.2}"));
        println!(
            "{:<16} {:<16} {:<22} {:<7} {ic50:>12} {hill:>6}",
            row.inhibitor, row.cytokine, row.cell, row.stat
        );
    }
    let width = rows.len() / inhibitors.len().max(1);
    let columns: Vec<String> = rows
        .iter()
        .take(width)
        .map(|row| {
            if cells.is_empty() {
                row.cytokine.clone()
            } else {
                format!("{}, {}", row.cytokine, row.cell)
            }
        })
        .collect();
    let mut map = HeatMap::new("IC50 in cells", columns)
        .axis_names("inhibitor", "cytokine")
        .value_name("free IC50 (nM)");
    for line in rows.chunks(width.max(1)) {
        map = map.row(&line[0].inhibitor, &line.iter().map(cell).collect::<Vec<_>>());
    }
    std::fs::create_dir_all("target")?;
    let file = arguments.text("svg").unwrap_or("target/screen.svg");
    map.save(file)?;
    println!("picture: {file}");
    let answered = rows.iter().filter(|row| row.relation == "=").count();
    println!("{answered} of {total} pairs have an IC50 within the doses");
    Ok(())
}
