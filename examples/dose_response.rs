//! How much baricitinib halves IL-6 signalling in CD4 T cells?
//!
//! `cargo run --release --example dose_response -- [--inhibitor NAME] [--cytokine NAME] [--cell NAME]
//! [--stat STAT3] [--ng-per-ml 100] [--minutes 15] [--dose-min 0.1] [--dose-max 10000] [--points 41]
//! [--csv FILE] [--svg FILE]`, doses in nM (free).
#![allow(clippy::print_stdout)] // an example speaks

mod arguments;

use arguments::Arguments;
use jakstat::plot::{Band, DoseResponsePlot, DoseSeries};
use jakstat::prelude::*;

const OPTIONS: [&str; 11] = [
    "inhibitor",
    "cytokine",
    "cell",
    "stat",
    "ng-per-ml",
    "minutes",
    "dose-min",
    "dose-max",
    "points",
    "csv",
    "svg",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse(&OPTIONS)?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(arguments.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(arguments.text("cytokine").unwrap_or("IL-6"))?;
    let cell = match arguments.text("cell") {
        Some(name) => catalog.cell(name)?,
        None => catalog.responder(cytokine)?,
    };
    let stat: Stat = arguments.text("stat").map_or(Ok(cytokine.main_stat()), str::parse)?;
    let minutes = arguments.number("minutes", 15.0)?;
    let dose = arguments.number("ng-per-ml", 100.0)?.ng_per_ml();
    let low = arguments.number("dose-min", 0.1)?.nanomolar();
    let high = arguments.number("dose-max", 1e4)?.nanomolar();
    let doses = DoseGrid::log(low, high, arguments.text("points").unwrap_or("41").parse()?);

    let assay = Assay::new(cytokine, cell).stimulate(dose).readout(stat, minutes.minutes());
    let response = assay.dose_response(inhibitor, &doses)?;
    let uncertainty = assay.uncertainty(inhibitor, &doses)?;

    let curve = response.curve();
    let percent = |share: &f64| 100.0 * share;
    let responses: Vec<f64> =
        curve.responses().iter().map(|y| percent(&(y / curve.control()))).collect();
    let (lower, upper): (Vec<f64>, Vec<f64>) = (
        uncertainty.lower.iter().map(percent).collect(),
        uncertainty.upper.iter().map(percent).collect(),
    );
    let phospho = stat.phosphorylated();
    println!(
        "{} against {} ({dose}) in {}: {phospho} at {minutes} min",
        inhibitor.name(),
        cytokine.name(),
        cell.name()
    );
    println!(
        "{:>12} {:>14} {:>10} {:>18}",
        "free nM",
        format!("{phospho} nM"),
        "% control",
        "envelope %"
    );
    for (k, (x, y)) in curve.doses().iter().zip(curve.responses()).enumerate() {
        println!(
            "{x:>12.4} {y:>14.4} {:>10.2} {:>8.1} – {:>7.1}",
            responses[k], lower[k], upper[k]
        );
    }
    println!("band: {}", uncertainty.description);
    println!(
        "enzyme IC50: panel {}, {}; relative IC50 = {}",
        response.panel(),
        response.verified(),
        response.relative_ic50()
    );
    match response.fit_hill() {
        Ok(fit) => println!(
            "Hill slope {:.2}, lack of fit {:.1} % of the span",
            fit.hill,
            100.0 * fit.lack_of_fit
        ),
        Err(reason) => println!("no Hill description: {reason}"),
    }
    println!("maximal effect {:.1} %", 100.0 * response.maximal_effect()?);

    if let Some(file) = arguments.text("csv") {
        let mut table = csv::Writer::from_path(file)?;
        table.write_record([
            "dose_nM",
            "response_nM",
            "percent_of_control",
            "band_lower",
            "band_upper",
        ])?;
        for (k, (x, y)) in curve.doses().iter().zip(curve.responses()).enumerate() {
            table.serialize((x, y, responses[k], lower[k], upper[k]))?;
        }
        table.flush()?;
    }
    std::fs::create_dir_all("target")?;
    let file = arguments.text("svg").unwrap_or("target/dose_response.svg");
    let mut series = DoseSeries::new(inhibitor.name())
        .curve(curve.doses(), &responses)
        .points(curve.doses(), &responses)
        .band(Band::new(&uncertainty.description, curve.doses(), &lower, &upper));
    if let Some(ic50) = response.ic50().exact() {
        series = series.mark("IC50", ic50.as_nanomolar());
    }
    DoseResponsePlot::new(format!("{} in {}, {dose}, {minutes} min", cytokine.name(), cell.name()))
        .dose_name(format!("free {}", inhibitor.name()))
        .response_name(format!("{phospho} (% of control)"))
        .series(series)
        .save(file)?;
    println!("picture: {file}");
    match response.ic50().exact() {
        Some(ic50) => println!("IC50 = {:.4} nM", ic50.as_nanomolar()),
        None => println!("IC50: {}", response.ic50()),
    }
    Ok(())
}
