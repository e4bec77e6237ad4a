//! Where a network starts, from `--set name=value`.

use crate::arguments::finite;
use jakstat::network::Model;
use std::error::Error;

/// Initial concentrations and parameters, some of them set by name.
pub(crate) fn start(
    model: &Model,
    settings: &[&str],
) -> Result<(Vec<f64>, Vec<f64>), Box<dyn Error>> {
    let (mut parameters, mut species) = (model.default_parameters(), Vec::new());
    for setting in settings {
        let (name, value) =
            setting.split_once('=').ok_or(format!("--set {setting}: give name=value"))?;
        let value = finite(&format!("--set {name}"), value)?;
        match model.parameter(name) {
            Ok(index) => parameters[index] = value,
            Err(no_parameter) => match model.species(name) {
                Ok(_) if value < 0.0 => Err(format!("--set {setting}: give 0 nM or more"))?,
                Ok(index) => species.push((index, value)),
                Err(no_species) => Err(format!("{no_parameter}\n{no_species}"))?,
            },
        }
    }
    let mut initial = model.initial(&parameters);
    for (index, value) in species {
        initial[index] = value;
    }
    Ok((initial, parameters))
}
