//! The front door refuses what it cannot answer, in words, whichever way it is asked.

use crate::{assay, drug};
use jakstat::assay::AssayError;
use jakstat::catalog::{CatalogError, Mechanism};
use jakstat::pathway::PathwayError;
use jakstat::prelude::*;

fn grid() -> DoseGrid {
    DoseGrid::log(1.0.nanomolar(), 1.0.micromolar(), 4)
}

/// The error of every way to ask.
fn errors(assay: &Assay, drug: &Inhibitor) -> Vec<AssayError> {
    let free = [0.0.nanomolar(), 10.0.nanomolar()];
    vec![
        assay.dose_response(drug, &grid()).map(|_| ()).unwrap_err(),
        assay.cytokine_dose_response((drug, &free), &grid()).map(|_| ()).unwrap_err(),
        assay.uncertainty(drug, &grid()).map(|_| ()).unwrap_err(),
        assay.time_course((drug, &free), &["pSTAT3"], &[15.0.minutes()]).map(|_| ()).unwrap_err(),
    ]
}

fn assert_refused(assay: &Assay, drug: &Inhibitor, text: &str) {
    for error in errors(assay, drug) {
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_drug_that_binds_the_regulatory_domain_is_refused_as_allosteric() {
    let (assay, drug) = (assay("IFN-alpha", "CD4 T cell"), drug("deucravacitinib"));
    assert_refused(
        &assay,
        drug,
        "deucravacitinib is allosteric and does not compete with ATP, so its IC50 cannot be carried from an assay to a cell: use an ATP-competitive inhibitor",
    );
    for error in errors(&assay, drug) {
        let AssayError::Pathway(PathwayError::Catalog(CatalogError::NotCompetitive {
            mechanism,
            ..
        })) = error
        else {
            panic!("{error:?}");
        };
        assert_eq!(mechanism, Mechanism::Allosteric);
    }
}

#[test]
fn a_drug_that_stays_on_its_kinase_is_refused_as_covalent() {
    assert_refused(
        &assay("IL-15", "CD4 T cell"),
        drug("ritlecitinib"),
        "ritlecitinib is covalent and does not compete with ATP, so its IC50 cannot be carried from an assay to a cell: use an ATP-competitive inhibitor",
    );
}

#[test]
fn a_kinase_on_which_a_drug_was_not_measured_is_refused_where_the_cytokine_uses_it() {
    let momelotinib = drug("momelotinib");
    let interferon = assay("IFN-alpha", "CD4 T cell");
    assert_refused(
        &interferon,
        momelotinib,
        "momelotinib has no TYK2 value in panel \"pardanani2009\": choose another panel of it, or a cytokine that does not use TYK2",
    );
    for error in errors(&interferon, momelotinib) {
        let AssayError::Pathway(PathwayError::Catalog(CatalogError::NotMeasured { jak, .. })) =
            error
        else {
            panic!("{error:?}");
        };
        assert_eq!(jak, Jak::Tyk2);
    }
    // Erythropoietin uses JAK2 alone, on which it was measured.
    let doses = DoseGrid::log(1.0.nanomolar(), 100.0.micromolar(), 13);
    let response = assay("EPO", "erythroid progenitor").dose_response(momelotinib, &doses).unwrap();
    assert!(response.ic50().exact().is_some(), "{}", response.ic50());
}

#[test]
fn a_metabolite_of_which_only_a_ratio_is_known_is_refused() {
    let catalog = Catalog::builtin();
    let unknown = |drug: &&Inhibitor| {
        matches!(drug.potency(Jak::Jak1), Err(CatalogError::OnlyRatioKnown { .. }))
    };
    let metabolite = catalog.inhibitors().find(unknown).unwrap();
    for error in errors(&assay("IL-6", "CD4 T cell"), metabolite) {
        let text = error.to_string();
        assert!(text.ends_with("bring a table with its IC50, or use its parent"), "{text}");
    }
}

#[test]
fn a_cell_without_the_receptor_is_refused_with_cells_that_have_it() {
    assert_refused(
        &assay("EPO", "CD4 T cell"),
        drug("baricitinib"),
        "CD4 T cell has no EPOR, which EPO needs: use a cell that has it, such as erythroid progenitor, generic responder",
    );
}

#[test]
fn a_screen_says_why_it_refuses() {
    let catalog = Catalog::builtin();
    let drugs = ["momelotinib", "deucravacitinib", "ritlecitinib"].map(drug);
    let cytokines = ["EPO", "IFN-alpha"].map(|name| catalog.cytokine(name).unwrap());
    let rows = Screen::new(catalog).inhibitors(&drugs).cytokines(&cytokines).run(|| ());
    let told: Vec<(&str, &str)> =
        rows.iter().map(|row| (row.relation.as_str(), row.reason.as_str())).collect();
    assert_eq!(told[0], ("=", ""));
    for (row, start) in [
        (1, "momelotinib has no TYK2 value"),
        (2, "deucravacitinib is allosteric"),
        (3, "deucravacitinib is allosteric"),
        (4, "ritlecitinib is covalent"),
        (5, "ritlecitinib is covalent"),
    ] {
        assert_eq!(told[row].0, "refused");
        assert!(told[row].1.starts_with(start), "{}", told[row].1);
        assert_eq!((rows[row].ic50_nanomolar, rows[row].hill, rows[row].emax), (None, None, None));
    }
}

#[test]
fn concentrations_and_times_that_are_none_are_refused_by_name() {
    let (assay, drug) = (assay("IL-6", "CD4 T cell"), drug("baricitinib"));
    let course = |nanomolar: f64, minutes: f64, names: &[&str]| {
        let free = [nanomolar.nanomolar()];
        let found = assay.time_course((drug, &free), names, &[minutes.minutes()]);
        found.map(|_| ()).unwrap_err().to_string()
    };
    for (bad, shown) in [(-1.0, "-1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
        let text = format!(
            "the drug = {shown} nM cannot be used: give a finite concentration of 0 nM or more"
        );
        assert_eq!(course(bad, 15.0, &["pSTAT3"]), text);
        let free = [0.0.nanomolar(), bad.nanomolar()];
        let curves = assay.cytokine_dose_response((drug, &free), &grid());
        assert_eq!(curves.map(|_| ()).unwrap_err().to_string(), text);
    }
    assert_eq!(
        assay.cytokine_dose_response((drug, &[]), &grid()).map(|_| ()).unwrap_err().to_string(),
        "no drug concentration is given: give 0 nM for the curve without drug, and others"
    );
    let text = course(0.0, f64::NAN, &["pSTAT3"]);
    assert!(text.starts_with("the readout from NaN s to NaN s cannot be taken"), "{text}");
    let text = course(0.0, 15.0, &["pSTTA3"]);
    assert!(text.ends_with("did you mean `pSTAT3`?"), "{text}");
    assert_eq!(course(0.0, 15.0, &[]), "no readout was asked for: give at least one");
    let of = |assay: Assay| assay.dose_response(drug, &grid()).map(|_| ()).unwrap_err().to_string();
    assert_eq!(
        of(assay.clone().preincubate((-1.0).minutes())),
        "the pre-incubation = -6e1 s cannot be used: give a time from 0 to 1e8 s"
    );
    assert_eq!(
        of(assay.clone().reading(Stat::Stat3, jakstat::assay::Reading::Peak(f64::NAN.minutes()))),
        "the reading = NaN s cannot be used: give a time from 0 to 1e8 s"
    );
    assert_eq!(
        of(assay.clone().cell_density(0.0.cells_per_ml())),
        "the cell density in cells/mL is 0: give a finite number above zero"
    );
    assert!(
        of(assay.clone().options(Options { max_steps: 0, ..Options::default() }))
            .starts_with("max_steps = 0 cannot be used")
    );
    assert!(assay.clone().cell_atp((-1.0).millimolar()).is_err());
}

#[test]
fn without_a_signal_there_is_nothing_to_halve() {
    let drug = drug("baricitinib");
    let area = jakstat::assay::Reading::Area(15.0.minutes());
    for (cytokine, cell) in
        [("IL-6", "CD4 T cell"), ("IL-15", "NK cell"), ("EPO", "generic responder")]
    {
        let usual = assay(cytokine, cell);
        let silent = usual.clone().stimulate(0.0.ng_per_ml());
        let summed = silent.clone().reading(silent.stat(), area);
        for error in [
            silent.dose_response(drug, &grid()).map(|_| ()).unwrap_err(),
            summed.dose_response(drug, &grid()).map(|_| ()).unwrap_err(),
            silent.uncertainty(drug, &grid()).map(|_| ()).unwrap_err(),
        ] {
            let text = error.to_string();
            assert!(text.starts_with("the control response is "), "{text}");
        }
        // A faint signal is a signal.
        let faint = usual.stimulate(1e-4.ng_per_ml()).dose_response(drug, &grid()).unwrap();
        assert!(faint.curve().control() < 1.0, "{}", faint.curve().control());
    }
}
