//! What is fitted, from `--model` and `--share`.

use crate::arguments::Arguments;
use jakstat::response::{FitOptions, Setting};

pub(crate) fn read(given: &Arguments) -> Result<FitOptions, String> {
    let model = given.text("model").unwrap_or("4pl");
    let mut options = match model {
        "4pl" => FitOptions::default(),
        "3pl" => FitOptions::zero_bottom(),
        other => return Err(format!("--model is {other:?}: give 4pl or 3pl")),
    };
    for name in given.text("share").into_iter().flat_map(|names| names.split(',')).map(str::trim) {
        match name {
            "top" => options.top = Setting::Shared,
            "bottom" if model == "4pl" => options.bottom = Setting::Shared,
            "hill" => options.hill = Setting::Shared,
            "bottom" => return Err("--share bottom: the 3pl has none; give --model 4pl".into()),
            other => return Err(format!("--share {other:?}: give some of top,bottom,hill")),
        }
    }
    Ok(options)
}
