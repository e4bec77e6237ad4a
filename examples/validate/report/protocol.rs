//! What decision 14 fixes for every experiment: when a cell is read, what halves a signal, which papers are a drug's own.

use super::Found;
use jakstat::prelude::*;

/// Cells that are read when hepatocytes were.
const HEPATOCYTES: [&str; 2] = ["hepatocyte", "human hepatocyte"];

/// The papers in which three drugs were first described; the others have theirs by default.
const ORIGINAL: [(&str, &str); 3] = [
    ("tofacitinib", "meyer2010"),
    ("upadacitinib", "parmentier2018"),
    ("filgotinib", "vanrompaey2013"),
];

/// Minutes after the cytokine, of every cell but those.
const MINUTES: f64 = 15.0;
/// How such a cell is read.
pub(crate) const READING: Measure = Measure::At(60.0 * MINUTES);

/// How long after the cytokine a cell is read.
pub(crate) fn reading_time(cell: &Cell) -> Time {
    if HEPATOCYTES.contains(&cell.name()) { 20.0.minutes() } else { MINUTES.minutes() }
}

/// A cytokine at 100 ng/mL on a cell, its main STAT read when that cell is.
pub(crate) fn assay(cytokine: &Cytokine, cell: &Cell) -> Assay {
    let assay = Assay::new(cytokine, cell).stimulate(100.0.ng_per_ml());
    assay.readout(cytokine.main_stat(), reading_time(cell))
}

/// The concentration of a drug that halves the signal of an experiment.
pub(crate) fn half_inhibition(assay: &Assay, drug: &Inhibitor) -> Found<Potency> {
    let doses = DoseGrid::log(0.01.nanomolar(), 1.0.millimolar(), 33);
    Ok(assay.dose_response(drug, &doses)?.ic50())
}

/// An IC50 in nM; not a number where it is not known as one.
pub(crate) fn nanomolar(potency: Potency) -> f64 {
    potency.exact().map_or(f64::NAN, Concentration::as_nanomolar)
}

/// The drug with the panel of its original paper.
pub(crate) fn original(drug: &Inhibitor) -> Found<Inhibitor> {
    let paper = ORIGINAL.iter().find(|(name, _)| *name == drug.name());
    Ok(paper.map_or_else(|| Ok(drug.clone()), |(_, panel)| drug.with_panel(panel))?)
}
