//! How potent are the drugs on my plate, and are they different?
//!
//! `cargo run --release --example fit_plate -- data.csv --model 3pl --share top,hill`
#![allow(clippy::print_stdout)]

use jakstat::response::{CurveFit, FitOptions, PlateData, Setting};
use std::process::ExitCode;

const USAGE: &str = "fit_plate [data.csv] [--model 4pl|3pl] [--share top,bottom,hill]";

fn main() -> ExitCode {
    let Err(error) = fit_plate() else { return ExitCode::SUCCESS };
    println!("{error}");
    ExitCode::FAILURE
}

fn fit_plate() -> Result<(), Box<dyn std::error::Error>> {
    let mut file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/plate.csv").to_owned();
    let (mut model, mut shared) = ("4pl".to_owned(), String::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value: {USAGE}"));
        match argument.as_str() {
            "--model" => model = value()?,
            "--share" => shared = value()?,
            flag if flag.starts_with('-') => Err(format!("unknown option {flag}: {USAGE}"))?,
            path => path.clone_into(&mut file),
        }
    }
    let mut options = match model.as_str() {
        "4pl" => FitOptions::default(),
        "3pl" => FitOptions::zero_bottom(),
        other => Err(format!("{other:?} is not 4pl or 3pl: {USAGE}"))?,
    };
    for name in shared.split(',').filter(|name| !name.is_empty()) {
        match name {
            "top" => options.top = Setting::Shared,
            "bottom" if model == "4pl" => options.bottom = Setting::Shared,
            "hill" => options.hill = Setting::Shared,
            other => Err(format!("{other:?} cannot be shared in the {model}: {USAGE}"))?,
        }
    }

    let fit = PlateData::from_csv_file(&file)?.fit(&options)?;
    println!("{file}\nestimate (95 % interval)");
    fit.curves.iter().for_each(report);
    println!("\nresidual sd {:.3}, {} degrees of freedom", fit.residual_sd, fit.degrees_of_freedom);
    match fit.lack_of_fit {
        Some(test) => println!("lack of fit: F = {:.2}, p = {:.3}", test.f, test.p),
        None => println!("lack of fit: not testable without replicates"),
    }
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
