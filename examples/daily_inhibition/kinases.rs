//! What each regimen holds of the kinases, and how well it spares JAK2.

use crate::choice::Treatment;
use jakstat::assay::{Bound, Way};
use jakstat::prelude::*;
use std::error::Error;
use std::io::Write;

pub(crate) fn print(
    out: &mut dyn Write,
    catalog: &Catalog,
    treatments: &[Treatment<'_>],
) -> Result<(), Box<dyn Error>> {
    let assay = |cytokine| -> Result<Assay, Box<dyn Error>> {
        let cytokine = catalog.cytokine(cytokine)?;
        Ok(Assay::new(cytokine, catalog.responder(cytokine)?))
    };
    let (epo, il6) = (assay("EPO")?, assay("IL-6")?);
    for treatment in treatments {
        let (inhibitor, exposure) = (treatment.inhibitor, &treatment.exposure);
        write!(out, "{} holds over the day on average", treatment.name())?;
        for held in il6.engagement(inhibitor, exposure, 0.0.hours())? {
            let bound = if held.bound == Bound::Exactly { "" } else { "at most " };
            write!(out, " {bound}{:.0} % of {}", 100.0 * held.occupancy.average, held.kinase)?;
        }
        let half =
            |assay: &Assay| assay.equal_dose((inhibitor, Way::Static), exposure, 0.0.hours(), 0.5);
        match (half(&epo), half(&il6)) {
            (Ok(epo), Ok(il6)) => {
                let ratio = epo.free_average.as_nanomolar() / il6.free_average.as_nanomolar();
                writeln!(
                    out,
                    "; half of EPO/pSTAT5 takes {ratio:.1} times the free average that half of IL-6/pSTAT3 takes ({})",
                    il6.free_average
                )?;
            }
            (Err(why), _) | (_, Err(why)) => writeln!(out, "; JAK2-sparing ratio unknown: {why}")?,
        }
    }
    Ok(())
}
