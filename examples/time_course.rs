//! How does the signal rise and fall, with the drug and without?
//!
//! `cargo run --release --example time_course -- [--inhibitor NAME] [--cytokine NAME] [--cell NAME]
//! [--ng-per-ml 100] [--nanomolar 50] [--minutes 120] [--csv FILE] [--svg FILE]`
#![allow(clippy::print_stdout)] // an example speaks

mod arguments;

use arguments::Arguments;
use jakstat::plot::{LineStyle, TimeCoursePlot, TimeSeries};
use jakstat::prelude::*;

const OPTIONS: [&str; 8] =
    ["inhibitor", "cytokine", "cell", "ng-per-ml", "nanomolar", "minutes", "csv", "svg"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse(&OPTIONS)?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(arguments.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(arguments.text("cytokine").unwrap_or("IL-6"))?;
    let cell = catalog.cell(arguments.text("cell").unwrap_or(cytokine.responder()))?;
    let drug = arguments.number("nanomolar", 50.0)?.nanomolar();
    let minutes = arguments.number("minutes", 120.0)?;
    let times: Vec<Time> = (0..=240).map(|k| (minutes * f64::from(k) / 240.0).minutes()).collect();
    let fraction = format!("{} fraction", cytokine.main_stat().phosphorylated());
    let observables = [fraction.as_str(), "active JAK", "SOCS mRNA", "SOCS"];

    let assay =
        Assay::new(cytokine, cell).stimulate(arguments.number("ng-per-ml", 100.0)?.ng_per_ml());
    let course = assay.time_course((inhibitor, &[0.0.nanomolar(), drug]), &observables, &times)?;

    if let Some(file) = arguments.text("csv") {
        let mut table = csv::Writer::from_path(file)?;
        table.write_record(["seconds", "inhibitor_nM", "observable", "value"])?;
        for (concentration, values) in course.concentrations.iter().zip(&course.values) {
            for (name, values) in observables.iter().zip(values) {
                for (seconds, value) in course.seconds.iter().zip(values) {
                    table.serialize((seconds, concentration, name, value))?;
                }
            }
        }
        table.flush()?;
    }
    // Each observable as a share of its own peak without drug, so that all fit one picture.
    let mut plot = TimeCoursePlot::new(format!("{} in {}", cytokine.name(), cell.name()))
        .value_name("share of the peak without drug")
        .meaning(LineStyle::Solid, "without drug")
        .meaning(LineStyle::Dashed, format!("{drug} {} (free)", inhibitor.name()))
        .mark("stimulus", 0.0);
    println!(
        "{:<18} {:>12} {:>10} {:>16} {:>10}",
        "observable", "peak", "at min", "peak with drug", "at min"
    );
    let peak = |values: &[f64]| {
        let k =
            (0..values.len()).fold(0, |best, k| if values[k] > values[best] { k } else { best });
        (values[k], course.seconds[k] / 60.0)
    };
    for (k, name) in observables.iter().enumerate() {
        let ((free, when), (blocked, later)) =
            (peak(&course.values[0][k]), peak(&course.values[1][k]));
        println!("{name:<18} {free:>12.4e} {when:>10.1} {blocked:>16.4e} {later:>10.1}");
        for (values, style) in course.values.iter().zip([LineStyle::Solid, LineStyle::Dashed]) {
            let shares: Vec<f64> = values[k].iter().map(|value| value / free).collect();
            plot = plot.series(TimeSeries::new(*name, &course.seconds, &shares).style(style));
        }
    }
    std::fs::create_dir_all("target")?;
    let file = arguments.text("svg").unwrap_or("target/time_course.svg");
    plot.save(file)?;
    println!("picture: {file}");
    let (free, blocked) = (peak(&course.values[0][0]), peak(&course.values[1][0]));
    println!(
        "{fraction} peaks at {:.3} after {:.0} min; with {drug} of drug at {:.3}",
        free.0, free.1, blocked.0
    );
    Ok(())
}
