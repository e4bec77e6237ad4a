//! A day for each category of renal function, at the label's dose and at the unreduced one.

use jakstat::assay::DailyInhibition;
use jakstat::catalog::Label;
use jakstat::pharmacokinetics::Individual;
use jakstat::prelude::*;
use jakstat::units::Mass;
use std::error::Error;

/// Where the change of clearance is taken from.
pub(crate) const SOURCES: [&str; 2] = ["population model", "renal study"];

pub(crate) struct Row {
    pub(crate) renal: RenalCategory,
    /// What the label says of it.
    pub(crate) label: String,
    pub(crate) dose: Mass,
    /// Whether the dose is the label's for this category.
    pub(crate) as_labelled: bool,
    pub(crate) source: &'static str,
    pub(crate) exposure: Exposure,
    pub(crate) day: DailyInhibition,
}

pub(crate) fn rows(
    catalog: &Catalog,
    label: &Label,
    assay: &Assay,
) -> Result<Vec<Row>, Box<dyn Error>> {
    let full = label.dose(RenalCategory::Normal).usual().ok_or("the label gives no dose")?;
    let mut rows = Vec::new();
    for renal in RenalCategory::ALL {
        let labelled = label.dose(renal).usual();
        let mut doses = vec![(full, labelled == Some(full))];
        doses.extend(labelled.filter(|&dose| dose != full).map(|dose| (dose, true)));
        for source in SOURCES {
            let Some(body) = body(catalog, label.drug(), renal, source)? else { continue };
            for &(dose, as_labelled) in &doses {
                let regimen = Regimen::oral(dose).every(label.interval()).at_steady_state();
                let exposure = Exposure::new(&body, &regimen)?;
                let inhibitor = catalog.inhibitor(label.drug())?;
                let day = assay.daily_inhibition(inhibitor, &exposure, 0.0.hours())?;
                let label = label.dose(renal).to_string();
                rows.push(Row { renal, label, dose, as_labelled, source, exposure, day });
            }
        }
    }
    Ok(rows)
}

/// The typical patient of a category; none where the source does not know it.
fn body(
    catalog: &Catalog,
    drug: &str,
    renal: RenalCategory,
    source: &str,
) -> Result<Option<Individual>, Box<dyn Error>> {
    let kinetics = catalog.kinetics(drug)?;
    if source == SOURCES[0] {
        // No model was made of end-stage disease.
        if renal == RenalCategory::EndStage {
            return Ok(None);
        }
        let patient = Patient::reference().with_renal_function(renal);
        return Ok(Some(Individual::typical(kinetics, &patient)?));
    }
    let Some(found) = catalog.renal_exposure(drug, renal).and_then(|both| both.study.as_ref())
    else {
        return Ok(None);
    };
    // The study tells the area: the clearance is lower by as much.
    let mut body = Individual::typical(kinetics, &Patient::reference())?;
    body.disposition.clearance /= found.area;
    body.disposition.renal_clearance = None;
    Ok(Some(body))
}
