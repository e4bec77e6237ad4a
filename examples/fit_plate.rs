//! How potent are the drugs on my plate, and are they different?
//!
//! `cargo run --release --example fit_plate -- data.csv --model 3pl --share top,hill --svg FILE`
#![allow(clippy::print_stdout)]

use arguments::Arguments;
use jakstat::plot::{DoseResponsePlot, DoseSeries};
use jakstat::prelude::*;
use jakstat::response::{CurveFit, FitOptions, PlateData, PlateFit, Setting};
use std::process::ExitCode;

mod arguments;

fn main() -> ExitCode {
    let Err(error) = fit_plate() else { return ExitCode::SUCCESS };
    println!("{error}");
    ExitCode::FAILURE
}

fn fit_plate() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse(&["model", "share", "svg"])?;
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/plate.csv");
    let file = arguments.positional().first().map_or(shipped, String::as_str);
    let model = arguments.text("model").unwrap_or("4pl");
    let shared = arguments.text("share").unwrap_or("");
    let mut options = match model {
        "4pl" => FitOptions::default(),
        "3pl" => FitOptions::zero_bottom(),
        other => Err(format!("{other:?} is not 4pl or 3pl"))?,
    };
    for name in shared.split(',').filter(|name| !name.is_empty()) {
        match name {
            "top" => options.top = Setting::Shared,
            "bottom" if model == "4pl" => options.bottom = Setting::Shared,
            "hill" => options.hill = Setting::Shared,
            other => Err(format!("{other:?} cannot be shared in the {model}"))?,
        }
    }

    let data = PlateData::from_csv_file(file)?;
    let fit = data.fit(&options)?;
    println!("{file}\nestimate (95 % interval)");
    fit.curves.iter().for_each(report);
    println!("\nresidual sd {:.3}, {} degrees of freedom", fit.residual_sd, fit.degrees_of_freedom);
    match fit.lack_of_fit {
        Some(test) => println!("lack of fit: F = {:.2}, p = {:.3}", test.f, test.p),
        None => println!("lack of fit: not testable without replicates"),
    }
    std::fs::create_dir_all("target")?;
    let picture = arguments.text("svg").unwrap_or("target/fit_plate.svg");
    draw(&data, &fit).save(picture)?;
    println!("picture: {picture}");
    let first = &fit.curves[0];
    println!("IC50 of {} = {}", first.name, first.relative_ic50);
    for other in &fit.curves[1..] {
        print!("IC50 of {} = {}; ", other.name, other.relative_ic50);
        match fit.compare(&other.name, &first.name) {
            Ok(comparison) => println!("ratio to the first {comparison}"),
            Err(reason) => println!("{reason}"),
        }
    }
    Ok(())
}

fn report(curve: &CurveFit) {
    println!("\n{} ({:?}, area {:.3} of top)", curve.name, curve.direction, curve.area);
    println!("  top            {}", curve.top);
    println!("  bottom         {}", curve.bottom);
    println!("  Hill slope     {}", curve.hill);
    println!("  relative IC50  {}", curve.relative_ic50);
    println!("  absolute IC50  {}", curve.absolute_ic50);
}

/// The wells and the fitted curves; control wells at dose 0 have no place on a log axis.
fn draw(data: &PlateData, fit: &PlateFit) -> DoseResponsePlot {
    let mut plot = DoseResponsePlot::new("Plate").dose_name("dose").response_name("response");
    for curve in &fit.curves {
        let wells = data.rows().iter().filter(|row| row.curve == curve.name);
        let (doses, responses): (Vec<f64>, Vec<f64>) = wells
            .map(|row| (row.dose.as_nanomolar(), row.response))
            .filter(|(dose, _)| *dose > 0.0)
            .unzip();
        let (low, high) =
            doses.iter().fold((f64::INFINITY, 0.0), |(low, high), &x| (x.min(low), x.max(high)));
        let step = (high / low).powf(0.01);
        let fine: Vec<f64> = (0..=100).map(|k| low * step.powi(k)).collect();
        let fitted: Vec<f64> = fine.iter().map(|x| curve.response(x.nanomolar())).collect();
        let mut series =
            DoseSeries::new(&curve.name).curve(&fine, &fitted).points(&doses, &responses);
        if let Some(ic50) = curve.relative_ic50.potency.exact() {
            series = series.mark("IC50", ic50.as_nanomolar());
        }
        plot = plot.series(series);
    }
    plot
}
