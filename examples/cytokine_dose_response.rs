//! Can more cytokine overcome the drug?
//!
//! `cargo run --release --example cytokine_dose_response -- [--inhibitor NAME] [--cytokine NAME]
//! [--cell NAME] [--minutes 15] [--csv FILE] [--svg FILE]`: the cytokine's curve at 0, 1, 10 and 100
//! times the drug's IC50 against the usual dose.
#![allow(clippy::print_stdout)] // an example speaks

mod arguments;

use arguments::Arguments;
use jakstat::plot::{DoseResponsePlot, DoseSeries};
use jakstat::prelude::*;
use jakstat::response::schild;

const OPTIONS: [&str; 6] = ["inhibitor", "cytokine", "cell", "minutes", "csv", "svg"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse(&OPTIONS)?;
    let catalog = Catalog::builtin();
    let inhibitor = catalog.inhibitor(arguments.text("inhibitor").unwrap_or("baricitinib"))?;
    let cytokine = catalog.cytokine(arguments.text("cytokine").unwrap_or("IL-6"))?;
    let cell = catalog.cell(arguments.text("cell").unwrap_or(cytokine.responder()))?;
    let time = arguments.number("minutes", 15.0)?.minutes();
    let assay = Assay::new(cytokine, cell).readout(cytokine.main_stat(), time);

    let drug_doses = DoseGrid::log(0.1.nanomolar(), 100.0.micromolar(), 37);
    let ic50 = assay.dose_response(inhibitor, &drug_doses)?.ic50();
    let ic50 = ic50.exact().ok_or(format!("no IC50 to take multiples of: {ic50}"))?;
    let levels = [0.0, 1.0, 10.0, 100.0].map(|fold| (fold * ic50.as_nanomolar()).nanomolar());
    let doses = DoseGrid::log(1e-4.nanomolar(), 20.0.nanomolar(), 43);
    let curves = assay.cytokine_dose_response((inhibitor, &levels), &doses)?;

    let top = curves[0].curve.responses().iter().copied().fold(0.0, f64::max);
    let mut plot = DoseResponsePlot::new(format!(
        "{} in {}, with {}",
        cytokine.name(),
        cell.name(),
        inhibitor.name()
    ))
    .dose_name(cytokine.name())
    .response_name("% of the maximum without drug");
    println!("{:>14} {:>16} {:>12}", "free drug", "EC50", "maximum %");
    for response in &curves {
        let percent: Vec<f64> =
            response.curve.responses().iter().map(|y| 100.0 * y / top).collect();
        let highest = percent.iter().copied().fold(0.0, f64::max);
        println!(
            "{:>14} {:>16} {highest:>12.1}",
            response.inhibitor.to_string(),
            response.ec50.to_string()
        );
        plot = plot.series(
            DoseSeries::new(response.inhibitor.to_string()).curve(response.curve.doses(), &percent),
        );
    }
    if let Some(file) = arguments.text("csv") {
        let mut table = csv::Writer::from_path(file)?;
        table.write_record(["inhibitor_nM", "dose_nM", "response_nM"])?;
        for response in &curves {
            for (dose, value) in response.curve.doses().iter().zip(response.curve.responses()) {
                table.serialize((response.inhibitor.as_nanomolar(), dose, value))?;
            }
        }
        table.flush()?;
    }
    std::fs::create_dir_all("target")?;
    let file = arguments.text("svg").unwrap_or("target/cytokine_dose_response.svg");
    plot.save(file)?;
    println!("picture: {file}");

    let agonists: Vec<_> = curves.iter().map(jakstat::assay::CytokineResponse::agonist).collect();
    match schild(&agonists) {
        Err(reason) => println!("no Schild analysis: {reason}"),
        Ok(analysis) => {
            for ratio in &analysis.dose_ratios {
                let value = ratio.ratio.map_or("unknown".to_owned(), |value| format!("{value:.2}"));
                println!("dose ratio at {}: {value}", ratio.antagonist);
            }
            if let Some(line) = analysis.line {
                println!("Schild slope {:.2}, pA2 {:.2}", line.slope, line.pa2);
            }
            println!("the block is {:?}", analysis.surmountability);
        }
    }
    Ok(())
}
