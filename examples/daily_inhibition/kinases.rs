//! What each regimen holds of the kinases, and how well it spares JAK2.

use crate::choice::Treatment;
use jakstat::assay::{Way, jak2_sparing_ratio};
use jakstat::catalog::Relation;
use jakstat::prelude::*;
use std::error::Error;
use std::io::Write;

pub(crate) fn print(
    out: &mut dyn Write,
    catalog: &Catalog,
    treatments: &[Treatment<'_>],
) -> Result<(), Box<dyn Error>> {
    let il6 = Assay::new(catalog.cytokine("IL-6")?, catalog.cell("CD4 T cell")?);
    for treatment in treatments {
        let (inhibitor, exposure) = (treatment.inhibitor, &treatment.exposure);
        let held = il6.engagement(inhibitor, exposure, 0.0.hours())?;
        let words: Vec<String> = held
            .iter()
            .map(|held| {
                let bound = if held.relation == Relation::Equal { "" } else { "at most " };
                format!("{bound}{:.0} % of {}", 100.0 * held.occupancy.average, held.kinase)
            })
            .collect();
        write!(out, "{} holds over the day {}", treatment.name(), words.join(", "))?;
        match jak2_sparing_ratio(catalog, (inhibitor, Way::Static), exposure, 0.0.hours()) {
            Ok(found) => writeln!(
                out,
                "; half of EPO/pSTAT5 takes {:.1} times the free average of half of IL-6/pSTAT3",
                found.ratio
            )?,
            Err(why) => writeln!(out, "; JAK2-sparing ratio unknown: {why}")?,
        }
    }
    Ok(())
}
