//! From an assay to a cell: which panel a drug starts from, and what its potency becomes.
// Tests may stop at the first surprise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

use approx::assert_relative_eq;
use jakstat::catalog::{
    AssayAtp, Catalog, CatalogError, Inhibitor, Jak, Mechanism, Relation, Verified,
};
use jakstat::units::{Concentration, Quantities};

fn catalog() -> &'static Catalog {
    Catalog::builtin()
}

fn in_panel(drug: &str, panel: &str) -> Inhibitor {
    catalog().inhibitor(drug).unwrap().with_panel(panel).unwrap()
}

#[test]
fn each_drug_starts_from_the_panel_nearest_to_the_atp_of_a_cell() {
    for (drug, panel) in [
        ("tofacitinib", "dowty2019"),
        ("upadacitinib", "dowty2019"),
        ("ruxolitinib", "quintas2010"),
        ("filgotinib", "dowty2019"),
        ("fedratinib", "wernig2008"),
        ("peficitinib", "ito2017"),
        ("abrocitinib", "vazquez2018"),
        ("pacritinib", "hart2011"),
        ("momelotinib", "pardanani2009"),
        ("delgocitinib", "tanimoto2015"),
        ("oclacitinib", "gonzales2014"),
    ] {
        let drug = catalog().inhibitor(drug).unwrap();
        assert_eq!(drug.default_panel().name(), panel);
        assert_eq!(drug.panel(), drug.default_panel());
        assert_eq!(drug.mechanism(), Mechanism::AtpCompetitive);
    }
}

#[test]
fn an_unstated_assay_atp_is_marked_assumed() {
    let atp = |drug, panel| in_panel(drug, panel).potency(Jak::Jak1).unwrap().assay_atp.to_string();
    assert_eq!(atp("ruxolitinib", "quintas2010"), "1 mM ATP (assumed)");
    assert_eq!(atp("oclacitinib", "gonzales2014"), "ATP at Km (assumed)");
    assert_eq!(atp("upadacitinib", "parmentier2018"), "100 µM ATP (read)");
    assert_eq!(atp("tofacitinib", "meyer2010"), "ATP at Km (unverified)");
}

#[test]
fn a_potency_moves_from_assay_to_cell_as_cheng_and_prusoff_say() {
    let enzymology = catalog().enzymology();
    let shift = |drug: &str, jak| {
        let drug = match drug {
            "upadacitinib" => in_panel(drug, "parmentier2018"),
            "tofacitinib" => in_panel(drug, "meyer2010"),
            drug => catalog().inhibitor(drug).unwrap().clone(),
        };
        let measured = drug.potency(jak).unwrap().value.as_nanomolar();
        drug.effective(jak, enzymology).unwrap().half_inhibition.as_nanomolar() / measured
    };
    assert_relative_eq!(shift("baricitinib", Jak::Jak1), 51.0 / 26.0, max_relative = 1e-12);
    assert_relative_eq!(shift("baricitinib", Jak::Jak1), 1.96, max_relative = 2e-3);
    assert_relative_eq!(shift("upadacitinib", Jak::Jak1), 14.6, max_relative = 3e-3);
    assert_relative_eq!(shift("tofacitinib", Jak::Jak1), 25.5, max_relative = 1e-12);
    assert_relative_eq!(shift("tofacitinib", Jak::Jak2), 250.5, max_relative = 1e-12);
    assert_relative_eq!(shift("tofacitinib", Jak::Jak3), 250.5, max_relative = 1e-12);
    assert_relative_eq!(shift("tofacitinib", Jak::Tyk2), 143.4, max_relative = 1e-3);
}

#[test]
fn the_inhibition_constants_of_baricitinib_are_sub_nanomolar() {
    let baricitinib = catalog().inhibitor("baricitinib").unwrap();
    let ki = |jak| baricitinib.effective(jak, catalog().enzymology()).unwrap().ki.as_nanomolar();
    assert_relative_eq!(ki(Jak::Jak1), 5.9 / 26.0, max_relative = 1e-12);
    assert_relative_eq!(ki(Jak::Jak2), 5.7 / 251.0, max_relative = 1e-12);
}

#[test]
fn a_bound_stays_a_bound_in_the_cell() {
    let baricitinib = catalog().inhibitor("baricitinib").unwrap();
    let jak3 = baricitinib.effective(Jak::Jak3, catalog().enzymology()).unwrap();
    assert_eq!(jak3.relation, Relation::GreaterThan);
    assert_relative_eq!(jak3.half_inhibition.as_nanomolar(), 400.0 * 501.0 / 251.0);
    assert_eq!((jak3.panel.as_str(), jak3.verified), ("fridman2010", Verified::Given));
}

#[test]
fn an_inhibition_constant_knows_no_assay_atp() {
    let delgocitinib = catalog().inhibitor("delgocitinib").unwrap();
    let by_ki = delgocitinib.with_panel("tanimoto2015-ki").unwrap();
    let effective = by_ki.effective(Jak::Jak1, catalog().enzymology()).unwrap();
    assert_eq!(effective.ki, 2.1.nanomolar());
    assert_eq!(effective.assay_atp, AssayAtp::NotApplicable);
    assert_relative_eq!(effective.half_inhibition.as_nanomolar(), 2.1 * 51.0);
}

#[test]
fn more_atp_in_the_cell_needs_more_drug() {
    let baricitinib = catalog().inhibitor("baricitinib").unwrap();
    let (low, high) = catalog().enzymology().cell_atp_range();
    assert_eq!((low, high), (1.0.millimolar(), 5.0.millimolar()));
    let at = |atp: Concentration| {
        let enzymology = catalog().enzymology().with_cell_atp(atp).unwrap();
        baricitinib.effective(Jak::Jak1, &enzymology).unwrap().half_inhibition.as_nanomolar()
    };
    assert_relative_eq!(at(low), 5.9, max_relative = 1e-12);
    assert_relative_eq!(at(high), 5.9 * 126.0 / 26.0, max_relative = 1e-12);
    let error = catalog().enzymology().with_cell_atp(f64::NAN.nanomolar()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the cell's ATP is NaN nM: give a positive finite concentration such as 2 mM"
    );
    assert!(catalog().enzymology().with_km(Jak::Jak1, 0.0.nanomolar()).is_err());
}

#[test]
fn drugs_that_do_not_compete_with_atp_are_refused() {
    for (drug, jak, mechanism) in
        [("deucravacitinib", Jak::Tyk2, "allosteric"), ("ritlecitinib", Jak::Jak3, "covalent")]
    {
        let drug = catalog().inhibitor(drug).unwrap();
        assert!(drug.potency(jak).is_ok());
        let error = drug.effective(jak, catalog().enzymology()).unwrap_err();
        assert!(matches!(error, CatalogError::NotCompetitive { .. }));
        assert_eq!(
            error.to_string(),
            format!(
                "{} is {mechanism} and does not compete with ATP, so its IC50 cannot be carried from an assay to a \
                 cell: use an ATP-competitive inhibitor",
                drug.name()
            )
        );
    }
}

#[test]
fn a_metabolite_known_by_a_ratio_alone_is_refused() {
    let metabolite = catalog().inhibitor("filgotinib metabolite").unwrap();
    let error = metabolite.effective(Jak::Jak1, catalog().enzymology()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "GS-829845 has no potency of its own, only a ratio (ten times less potent than filgotinib with similar \
         selectivity: a ratio to its parent, no concentration; namour2022): bring a table with its IC50, or use its \
         parent"
    );
}

#[test]
fn a_kinase_measured_elsewhere_is_not_borrowed() {
    let momelotinib = catalog().inhibitor("momelotinib").unwrap();
    let error = momelotinib.potency(Jak::Tyk2).unwrap_err();
    assert_eq!(
        error.to_string(),
        "momelotinib has no TYK2 value in panel \"pardanani2009\": choose another panel of it, or a cytokine that does \
         not use TYK2"
    );
    let other = momelotinib.with_panel("Tyner 2010").unwrap();
    assert_eq!(other.potency(Jak::Tyk2).unwrap().value, 17.0.nanomolar());
    assert!(other.potency(Jak::Jak1).is_err());
}

#[test]
fn a_panel_is_chosen_by_name_and_must_be_one_of_the_drugs_own() {
    let baricitinib = catalog().inhibitor("baricitinib").unwrap();
    let chosen = baricitinib.with_panel("dowty2019").unwrap();
    assert_eq!(chosen.potency(Jak::Jak1).unwrap().value, 0.78.nanomolar());
    assert_eq!(chosen.default_panel().name(), "fridman2010");
    let error = baricitinib.with_panel("meyer2010").unwrap_err();
    assert_eq!(
        error.to_string(),
        "baricitinib was not measured in panel \"meyer2010\": choose one of its own, fridman2010, clark2014, dowty2019"
    );
}

#[test]
fn a_single_source_catalog_holds_the_drugs_of_that_source_and_refuses_the_rest() {
    let one = catalog().single_source("dowty2019").unwrap();
    let names: Vec<_> = one.inhibitors().map(Inhibitor::name).collect();
    assert_eq!(names, ["baricitinib", "tofacitinib", "upadacitinib", "filgotinib"]);
    assert!(one.inhibitors().all(|drug| drug.panel().name() == "dowty2019"));
    let error = one.inhibitor("INCB018424").unwrap_err();
    assert_eq!(
        error.to_string(),
        "ruxolitinib was not measured in panel \"dowty2019\": choose one of its own, quintas2010, clark2014"
    );
    let other = one.single_source("clark2014").unwrap();
    assert!(other.inhibitor("ruxolitinib").is_ok() && other.inhibitor("upadacitinib").is_err());
    let error = catalog().single_source("dowty2020").unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no panel called \"dowty2020\": did you mean \"dowty2019\"?"
    );
}
