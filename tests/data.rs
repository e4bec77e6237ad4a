//! The built-in tables: complete, sourced, and the numbers of their papers.
// Tests may stop at the first surprise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

use approx::assert_relative_eq;
use jakstat::catalog::{
    AssayAtp, Catalog, CatalogError, ChainRole, Jak, Mechanism, Metric, NakKinase, Relation, Stat,
    StatRole, Verified,
};
use jakstat::units::{Concentration, LigandDose, Quantities};

fn catalog() -> &'static Catalog {
    Catalog::builtin()
}

/// Every name that has to be there, with one thing it is also called.
const CYTOKINES: [(&str, &str); 33] = [
    ("IL-2", "il2"),
    ("IL-4 (type I)", "IL-4"),
    ("IL-4 (type II)", "il-4 type ii"),
    ("IFN-alpha", "IFN-α"),
    ("IFN-beta", "IFNb"),
    ("IFN-gamma", "IFN-γ"),
    ("IFN-lambda", "IL-29"),
    ("IL-13", "il13"),
    ("IL-7", "IL7"),
    ("IL-9", "il 9"),
    ("IL-15", "IL_15"),
    ("IL-21", "IL21"),
    ("TSLP", "tslp"),
    ("IL-3", "IL3"),
    ("IL-5", "IL5"),
    ("GM-CSF", "GMCSF"),
    ("EPO", "erythropoietin"),
    ("TPO", "thrombopoietin"),
    ("GH", "growth hormone"),
    ("prolactin", "PRL"),
    ("leptin", "Leptin"),
    ("G-CSF", "CSF3"),
    ("IL-6", "il6"),
    ("IL-11", "IL11"),
    ("LIF", "lif"),
    ("OSM", "oncostatin M"),
    ("IL-27", "IL27"),
    ("IL-31", "IL31"),
    ("IL-12", "IL12"),
    ("IL-23", "IL23"),
    ("IL-10", "IL10"),
    ("IL-20", "IL20"),
    ("IL-22", "IL22"),
];

#[test]
fn every_cytokine_is_found_by_its_name_and_by_its_aliases() {
    for (name, alias) in CYTOKINES {
        assert_eq!(catalog().cytokine(name).unwrap().name(), name);
        assert_eq!(catalog().cytokine(alias).unwrap().name(), name, "{alias}");
    }
    assert_eq!(catalog().cytokines().len(), CYTOKINES.len());
}

#[test]
fn every_number_of_a_cytokine_has_a_source_and_is_positive_and_finite() {
    for cytokine in catalog().cytokines() {
        for (what, provenance) in cytokine.sources() {
            assert!(!provenance.source.trim().is_empty(), "{} {what}", cytokine.name());
        }
        let dose = cytokine.typical_dose().to_molar(cytokine.molar_mass()).as_nanomolar();
        let affinity = cytokine.affinity().apparent.value.as_nanomolar();
        for number in [cytokine.molar_mass().as_grams_per_mole(), dose, affinity] {
            assert!(number.is_finite() && number > 0.0, "{}", cytokine.name());
        }
    }
}

#[test]
fn every_number_of_a_cell_has_a_source_and_is_positive_and_finite() {
    for cell in catalog().cells() {
        for (what, provenance) in cell.sources() {
            assert!(!provenance.source.trim().is_empty(), "{} {what}", cell.name());
        }
        for jak in Jak::ALL {
            let found = cell.jak_copies(jak);
            assert!(found.low > 0.0 && found.low <= found.copies && found.copies <= found.high);
        }
        for stat in Stat::ALL {
            let nanomolar = cell.stat_copies(stat).in_volume(cell.volume()).as_nanomolar();
            assert!(nanomolar.is_finite() && nanomolar > 0.0, "{} {stat}", cell.name());
        }
    }
}

#[test]
fn every_potency_has_a_source_and_is_positive_and_finite() {
    for drug in catalog().inhibitors() {
        assert!(drug.molar_mass().as_grams_per_mole() > 250.0, "{}", drug.name());
        for panel in drug.panels() {
            assert!(!panel.provenance().source.trim().is_empty());
            for potency in panel.potencies() {
                let nanomolar = potency.value.as_nanomolar();
                assert!(nanomolar.is_finite() && nanomolar > 0.0, "{}", drug.name());
                assert_eq!(potency.provenance.source, panel.provenance().source);
                assert_eq!(potency.metric, panel.metric());
                assert!(potency.provenance.verified <= panel.verified());
            }
        }
    }
}

#[test]
fn there_are_fourteen_drugs_and_a_metabolite() {
    let names: Vec<_> = catalog().inhibitors().map(|drug| drug.name()).collect();
    assert_eq!(
        names,
        [
            "baricitinib",
            "tofacitinib",
            "upadacitinib",
            "ruxolitinib",
            "filgotinib",
            "GS-829845",
            "fedratinib",
            "peficitinib",
            "abrocitinib",
            "ritlecitinib",
            "deucravacitinib",
            "pacritinib",
            "momelotinib",
            "delgocitinib",
            "oclacitinib",
        ]
    );
    let rows: usize = catalog()
        .inhibitors()
        .flat_map(|drug| drug.panels())
        .map(|panel| panel.potencies().count())
        .sum();
    assert_eq!(rows, 91, "92 rows, one of them a ratio");
}

#[test]
fn baricitinib_starts_from_the_given_row_at_an_assumed_millimolar_atp() {
    let baricitinib = catalog().inhibitor("Baricitinib").unwrap();
    assert_eq!(baricitinib.panel().name(), "fridman2010");
    assert_eq!(baricitinib.molar_mass(), 371.42.grams_per_mole());
    let expected = [
        (Jak::Jak1, 5.9, Relation::Equal),
        (Jak::Jak2, 5.7, Relation::Equal),
        (Jak::Jak3, 400.0, Relation::GreaterThan),
        (Jak::Tyk2, 53.0, Relation::Equal),
    ];
    for (jak, nanomolar, relation) in expected {
        let potency = baricitinib.potency(jak).unwrap();
        assert_eq!(potency.value, nanomolar.nanomolar());
        assert_eq!(potency.relation, relation);
        assert_eq!(potency.metric, Metric::Ic50);
        assert_eq!(potency.provenance.verified, Verified::Given);
        let assumed =
            AssayAtp::Concentration { atp: 1.0.millimolar(), verified: Verified::Assumed };
        assert_eq!(potency.assay_atp, assumed);
        assert_eq!(potency.assay_atp.to_string(), "1 mM ATP (assumed)");
    }
}

#[test]
fn each_drug_starts_from_its_own_original_paper() {
    for (drug, panel) in [
        ("tofacitinib", "meyer2010"),
        ("upadacitinib", "parmentier2018"),
        ("ruxolitinib", "quintas2010"),
        ("filgotinib", "vanrompaey2013"),
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
    let atp = |drug: &str| {
        catalog().inhibitor(drug).unwrap().potency(Jak::Jak1).unwrap().assay_atp.to_string()
    };
    assert_eq!(atp("ruxolitinib"), "1 mM ATP (assumed)");
    assert_eq!(atp("oclacitinib"), "ATP at Km (assumed)");
    assert_eq!(atp("upadacitinib"), "100 µM ATP (read)");
    assert_eq!(atp("tofacitinib"), "ATP at Km (unverified)");
}

#[test]
fn a_potency_moves_from_assay_to_cell_as_cheng_and_prusoff_say() {
    let enzymology = catalog().enzymology();
    let shift = |drug: &str, jak| {
        let drug = catalog().inhibitor(drug).unwrap();
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
    let names: Vec<_> = one.inhibitors().map(|drug| drug.name()).collect();
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

#[test]
fn unknown_names_answer_with_the_closest_one() {
    let drug = catalog().inhibitor("baricitinb").unwrap_err();
    assert_eq!(
        drug.to_string(),
        "there is no inhibitor called \"baricitinb\": did you mean \"baricitinib\"?"
    );
    let cytokine = catalog().cytokine("IFN-gama").unwrap_err();
    assert_eq!(
        cytokine.to_string(),
        "there is no cytokine called \"IFN-gama\": did you mean \"IFN-gamma\"?"
    );
    let cell = catalog().cell("CD4 T-cel").unwrap_err();
    assert_eq!(
        cell.to_string(),
        "there is no cell called \"CD4 T-cel\": did you mean \"CD4 T cell\"?"
    );
    let nothing_like_it = catalog().inhibitor("water").unwrap_err();
    assert_eq!(
        nothing_like_it.to_string(),
        "there is no inhibitor called \"water\": Catalog::inhibitors lists the known ones"
    );
}

#[test]
fn km_and_cell_atp_are_those_of_the_table() {
    let enzymology = catalog().enzymology();
    let km = Jak::ALL.map(|jak| enzymology.km(jak).as_nanomolar() / 1e3);
    assert_eq!(km, [40.0, 4.0, 4.0, 7.0]);
    assert_eq!(enzymology.cell_atp(), 2.0.millimolar());
    assert_eq!(enzymology.km_atp()[Jak::Tyk2].high, 12.0.micromolar());
}

#[test]
fn every_default_responder_has_the_receptor_and_generic_is_the_last_resort() {
    for cytokine in catalog().cytokines() {
        let responder = catalog().responder(cytokine).unwrap();
        if responder.name() == "generic responder" {
            let others = catalog().cells().filter(|cell| cell.check_receptor(cytokine).is_ok());
            assert_eq!(others.count(), 1, "{} has a real cell", cytokine.name());
        }
    }
    let responder = |name: &str| catalog().cytokine(name).unwrap().responder();
    assert_eq!(responder("IL-6"), "CD4 T cell");
    assert_eq!(responder("EPO"), "erythroid progenitor");
    assert_eq!(responder("IFN-gamma"), "monocyte");
    assert_eq!(responder("GH"), "hepatocyte");
    assert_eq!(responder("TPO"), "generic responder");
}

#[test]
fn a_cell_without_the_receptor_is_an_error_that_names_one_with_it() {
    let epo = catalog().cytokine("EPO").unwrap();
    let error = catalog().cell("hepatocyte").unwrap().check_receptor(epo).unwrap_err();
    assert_eq!(
        error.to_string(),
        "hepatocyte has no EPOR, which EPO needs: try erythroid progenitor"
    );
    let tslp = catalog().cytokine("TSLP").unwrap();
    let error = catalog().cell("B cell").unwrap().check_receptor(tslp).unwrap_err();
    assert_eq!(
        error.to_string(),
        "B cell has no CRLF2, no IL7R, which TSLP needs: try generic responder"
    );
}

#[test]
fn the_cells_of_the_blood_cytometry_protocol_answer_to_both_of_its_cytokines() {
    for name in ["CD4", "CD8", "CD11b"] {
        for cytokine in ["IL-6", "IL-15"] {
            let cytokine = catalog().cytokine(cytokine).unwrap();
            assert_eq!(cytokine.typical_dose(), LigandDose::from(100.0.ng_per_ml()));
            catalog().cell(name).unwrap().check_receptor(cytokine).unwrap();
        }
    }
}

#[test]
fn copy_numbers_give_the_published_concentrations() {
    let hepatocyte = catalog().cell("hepatocyte").unwrap();
    let nanomolar =
        |found: &jakstat::catalog::Abundance| found.in_volume(hepatocyte.volume()).as_nanomolar();
    assert_relative_eq!(
        nanomolar(hepatocyte.receptor_copies("IL6ST").unwrap()),
        0.613,
        max_relative = 2e-3
    );
    assert_relative_eq!(nanomolar(hepatocyte.jak_copies(Jak::Jak1)), 0.703, max_relative = 2e-3);
    assert_relative_eq!(nanomolar(hepatocyte.stat_copies(Stat::Stat3)), 28.2, max_relative = 2e-3);
    let progenitor = catalog().cell("CFU-E").unwrap();
    let epor = progenitor.receptor_copies("EPOR").unwrap().in_volume(progenitor.volume());
    assert_relative_eq!(epor.as_nanomolar(), 3.976, max_relative = 1e-3);
    let stat5 = progenitor.stat_copies(Stat::Stat5).in_volume(progenitor.volume());
    assert_relative_eq!(stat5.as_nanomolar(), 79.75, max_relative = 1e-3);
    let lymphocyte = catalog().cell("CD4 T cell").unwrap();
    let gp130 = lymphocyte.receptor_copies("IL6ST").unwrap();
    assert_relative_eq!(
        gp130.in_volume(lymphocyte.volume()).as_nanomolar(),
        8.3,
        max_relative = 1e-3
    );
    assert_eq!(gp130.provenance.verified, Verified::Assumed);
    assert_relative_eq!(gp130.high / gp130.low, 10.0, max_relative = 1e-3);
}

#[test]
fn receptors_carry_their_copies_kinases_and_roles() {
    let il6 = catalog().cytokine("IL-6").unwrap().receptor().unwrap();
    assert_eq!(il6.stoichiometry(), "2:2:2");
    assert_eq!(il6.chains[0].role, ChainRole::Alpha);
    let partners: Vec<_> =
        il6.chains[1].partners.iter().map(|partner| (partner.jak, partner.weight)).collect();
    assert_eq!(partners, [(Jak::Jak1, 1.0), (Jak::Jak2, 0.1), (Jak::Tyk2, 0.1)]);
    assert_eq!(il6.chains[1].partners[1].verified, Verified::Assumed);
    let of = |name: &str| catalog().cytokine(name).unwrap().receptor().unwrap().stoichiometry();
    assert_eq!(of("IFN-gamma"), "2:2:2");
    assert_eq!(of("EPO"), "1:2");
    let il2 = catalog().cytokine("IL-2").unwrap().receptor().unwrap();
    assert!(il2.uses(Jak::Jak1) && il2.uses(Jak::Jak3) && !il2.uses(Jak::Jak2));
}

#[test]
fn a_receptor_with_an_unknown_kinase_is_refused_not_guessed() {
    let il20 = catalog().cytokine("IL-20").unwrap();
    assert_eq!(
        il20.receptor().unwrap_err().to_string(),
        "the kinase of IL20RB in the IL-20 receptor is not known: bring a table that names it, or use another cytokine"
    );
    let refused = catalog().cytokines().filter(|cytokine| cytokine.receptor().is_err());
    assert_eq!(refused.count(), 1);
}

#[test]
fn stats_are_ordered_and_interferons_pair_stat1_with_stat2() {
    let il27 = catalog().cytokine("IL-27").unwrap();
    assert_eq!(il27.main_stat(), Stat::Stat1);
    assert_eq!(il27.stats()[1].stat, Stat::Stat3);
    assert_eq!(il27.stats()[1].role, StatRole::Main);
    assert_eq!(il27.stats()[2].role, StatRole::Secondary);
    for cytokine in catalog().cytokines() {
        let expected: &[(Stat, Stat)] = match cytokine.name() {
            "IFN-alpha" | "IFN-beta" | "IFN-lambda" => &[(Stat::Stat1, Stat::Stat2)],
            _ => &[],
        };
        assert_eq!(cytokine.heterodimers(), expected, "{}", cytokine.name());
    }
}

#[test]
fn affinities_are_those_measured_on_cells_or_a_marked_assumption() {
    let affinity = |name: &str| {
        let apparent = &catalog().cytokine(name).unwrap().affinity().apparent;
        (apparent.value.as_nanomolar(), apparent.provenance.verified)
    };
    assert_eq!(affinity("IL-6"), (0.05, Verified::Unverified));
    assert_eq!(affinity("IL-2"), (0.01, Verified::Read));
    assert_eq!(affinity("IL-9"), (0.1, Verified::Assumed));
    let il6 = catalog().cytokine("IL-6").unwrap().affinity();
    assert_eq!(il6.first_chain.value, "IL6R");
    assert_eq!(il6.first_contact, Some(9.0.nanomolar()));
}

#[test]
fn drugs_against_jaks_bind_the_kinases_of_endocytosis_too() {
    let affinities = catalog().inhibitor("baricitinib").unwrap().nak_affinities();
    let found: Vec<_> =
        affinities.iter().map(|one| (one.kinase, one.dissociation.as_nanomolar())).collect();
    assert_eq!(found, [(NakKinase::Aak1, 17.0), (NakKinase::Bike, 40.0), (NakKinase::Gak, 136.0)]);
    assert!(catalog().inhibitor("tofacitinib").unwrap().nak_affinities().is_empty());
}

#[test]
fn a_user_can_see_and_exclude_what_nobody_checked() {
    let checked: Vec<_> = catalog()
        .inhibitors()
        .filter(|drug| drug.panel().verified().is_checked())
        .map(|drug| drug.name())
        .collect();
    assert_eq!(checked, ["baricitinib", "GS-829845"]);
}
