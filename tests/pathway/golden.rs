//! Numbers that may move only with an entry under "Numbers" in CHANGELOG.md.
//!
//! They stand in `tests/fixtures/golden.csv` and are solved at a relative tolerance of 1e-9, so that
//! they belong to the tables, the constants and the equations; how the solver takes its steps, on
//! which instructions, does not show in them.
//!
//! When one moves and should: write under "Numbers" in CHANGELOG.md what moved, from what to what, and
//! why; then put the rows that the failed test prints into the file. When one moves and you do not
//! know why, that is what this test is for.

use crate::experiment::{Experiment, minutes, peak};
use jakstat::assay::Reading;
use jakstat::prelude::*;
use std::fmt::Write as _;

const TABLE: &str = include_str!("../fixtures/golden.csv");

/// Relative tolerance of the solver.
const RELATIVE: f64 = 1e-9;

/// Allowed relative difference.
const TOLERANCE: f64 = 1e-6;

const CYTOKINES: [&str; 12] = [
    "IL-2",
    "IL-4 (type I)",
    "IL-6",
    "IL-10",
    "IL-12",
    "IL-15",
    "IL-23",
    "IFN-alpha",
    "IFN-gamma",
    "EPO",
    "GM-CSF",
    "G-CSF",
];

fn options() -> Options {
    Options { tolerance: Tolerance::relative(RELATIVE), ..Options::default() }
}

fn on_responder(cytokine: &str) -> Assay {
    let catalog = Catalog::builtin();
    let cytokine = catalog.cytokine(cytokine).unwrap();
    Assay::new(cytokine, catalog.responder(cytokine).unwrap()).options(options())
}

/// Free baricitinib that halves the main phospho-STAT at 15 min, in nM.
fn ic50(assay: &Assay) -> f64 {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let doses = DoseGrid::log(0.1.nanomolar(), 100.0.micromolar(), 13);
    let response = assay.dose_response(baricitinib, &doses).unwrap();
    response.ic50().exact().unwrap().as_nanomolar()
}

/// Dose of the cytokine that gives half of the largest response, in nM.
fn ec50(assay: &Assay) -> f64 {
    let baricitinib = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let doses = DoseGrid::log(1e-4.nanomolar(), 1.0.micromolar(), 15);
    let none = [0.0.nanomolar()];
    let curves = assay.cytokine_dose_response((baricitinib, &none), &doses).unwrap();
    let ec50 = curves.curves[0].ec50;
    ec50.exact().unwrap_or_else(|| panic!("{ec50}")).as_nanomolar()
}

/// pSTAT3 after 40 ng/mL IL-6 in a hepatocyte, sampled every 30 s: time of the peak in s, height in nM,
/// share left at 60 min.
fn hepatocyte() -> [f64; 3] {
    let mut experiment = Experiment::of("IL-6", "hepatocyte", &[]);
    experiment.relative = RELATIVE;
    let times = minutes(60);
    let course = experiment.dose(40.0).course("pSTAT3", &times);
    let (time, height) = peak(&times, &course);
    [time, height, course[120] / height]
}

fn computed() -> Vec<(String, &'static str, f64)> {
    let catalog = Catalog::builtin();
    let mut all: Vec<(String, &str, f64)> = CYTOKINES
        .iter()
        .map(|name| (format!("baricitinib IC50 against {name}"), "nM", ic50(&on_responder(name))))
        .collect();
    let area = Reading::Area(60.0.minutes());
    let area = on_responder("IL-6").reading(Stat::Stat3, area);
    all.push(("baricitinib IC50 against IL-6 by area to 60 min".into(), "nM", ic50(&area)));
    let [time, height, left] = hepatocyte();
    all.push(("IL-6 hepatocyte pSTAT3 peak time".into(), "s", time));
    all.push(("IL-6 hepatocyte pSTAT3 peak height".into(), "nM", height));
    all.push(("IL-6 hepatocyte pSTAT3 at 60 min over peak".into(), "1", left));
    let il6 = catalog.cytokine("IL-6").unwrap();
    for cell in ["hepatocyte", "CD4 T cell"] {
        let assay = Assay::new(il6, catalog.cell(cell).unwrap()).options(options());
        let peak = assay.reading(Stat::Stat3, Reading::Peak(60.0.minutes()));
        all.push((format!("IL-6 {cell} pSTAT3 peak EC50"), "nM", ec50(&peak)));
    }
    all
}

#[test]
fn golden_numbers_stay_where_they_are() {
    let (computed, mut moved) = (computed(), Vec::new());
    let mut now = String::from("quantity,unit,value\n");
    let known: Vec<Vec<&str>> =
        TABLE.lines().skip(1).map(|line| line.split(',').collect()).collect();
    for (k, (quantity, unit, value)) in computed.iter().enumerate() {
        writeln!(now, "{quantity},{unit},{value:.9e}").unwrap();
        let pinned = known.get(k).filter(|row| row[..2] == [quantity, *unit]);
        let pinned = pinned.map_or(f64::NAN, |row| row[2].parse().unwrap());
        let change = (value / pinned - 1.0).abs();
        // Not a number where the table has no such row.
        if change.is_nan() || change > TOLERANCE {
            moved.push(format!("{quantity}: {value:.9e} {unit} instead of {pinned:.9e}"));
        }
    }
    assert!(
        moved.is_empty() && known.len() == computed.len(),
        "{moved:#?}\nwrite an entry under Numbers in CHANGELOG.md, then the table is\n{now}"
    );
}
