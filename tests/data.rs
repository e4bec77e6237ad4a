//! The built-in tables: complete, sourced, and the numbers of their papers.
// Tests may stop at the first surprise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

use approx::assert_relative_eq;
use jakstat::catalog::{
    Abundance, AssayAtp, Catalog, Inhibitor, Jak, KineticQuantity, Metric, NakKinase, Relation,
    Stat, Verified,
};
use jakstat::units::Quantities;

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
fn every_kinetic_parameter_has_a_source_and_is_positive_and_finite() {
    assert_eq!(catalog().every_kinetics().len(), 7);
    for set in catalog().every_kinetics() {
        let which = format!("{}, {}", set.drug(), set.name());
        assert!(!set.provenance().source.trim().is_empty() && !set.population().is_empty());
        let molar_mass = catalog().inhibitor(set.drug()).unwrap().molar_mass();
        assert_eq!(set.molar_mass(), Some(molar_mass), "{which}");
        for parameter in set.parameters() {
            assert!(!parameter.provenance.source.trim().is_empty(), "{which}");
            let scales = [parameter.value, parameter.factor];
            assert!(
                scales.iter().all(|x| x.is_finite() && *x > 0.0),
                "{which} {}",
                parameter.quantity
            );
            let variance = parameter.variability.map_or(1.0, |found| found.omega2);
            assert!(variance.is_finite() && variance > 0.0, "{which} {}", parameter.quantity);
        }
    }
    for label in catalog().labels_of("baricitinib") {
        assert!(!label.provenance().source.trim().is_empty(), "{}", label.indication());
    }
    assert_eq!(catalog().labels_of("baricitinib").count(), 3);
}

#[test]
fn the_published_kinetics_are_those_of_the_table() {
    use KineticQuantity as Quantity;
    let value = |set: &str, quantity| {
        let found = catalog().kinetics_named("baricitinib", set).unwrap();
        found.parameter(quantity).unwrap().value
    };
    let table = [
        (Quantity::AbsorptionDuration, 0.457, 0.263),
        (Quantity::Lag, 0.147, 0.144),
        (Quantity::NonRenalClearance, 3.36, 2.76),
        (Quantity::RenalClearance, 6.34, 7.9),
        (Quantity::CentralVolume, 92.6, 119.0),
        (Quantity::Exchange, 2.67, 2.4),
        (Quantity::PeripheralVolume, 25.6, 46.8),
        (Quantity::BloodPlasmaRatio, 1.29, 1.32),
    ];
    for (quantity, first, second) in table {
        assert_eq!(value("Decker 2024", quantity), first, "{quantity}");
        assert_eq!(value("Decker 2026", quantity), second, "{quantity}");
    }
    let decker = catalog().kinetics("baricitinib").unwrap();
    let renal = decker.parameter(Quantity::RenalClearance).unwrap().variability.unwrap();
    assert_relative_eq!(renal.omega2, (1.0_f64 + 0.395 * 0.395).ln(), max_relative = 1e-14);
    let unbound = |drug: &str| {
        let set = catalog().kinetics(drug).unwrap();
        let found = set.parameter(Quantity::FractionUnbound).unwrap();
        (found.value, found.provenance.verified)
    };
    assert_eq!(unbound("baricitinib"), (0.5, Verified::Read));
    assert_eq!(unbound("upadacitinib"), (0.48, Verified::Unverified));
    assert_eq!(unbound("tofacitinib"), (0.6, Verified::Unverified));
}

#[test]
fn there_are_fourteen_drugs_and_a_metabolite() {
    let names: Vec<_> = catalog().inhibitors().map(Inhibitor::name).collect();
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
        .flat_map(Inhibitor::panels)
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
    let names: Vec<&str> = catalog().inhibitors().map(Inhibitor::name).collect();
    assert_eq!(
        nothing_like_it.to_string(),
        format!("there is no inhibitor called \"water\": choose one of {}", names.join(", "))
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
fn copy_numbers_give_the_published_concentrations() {
    let hepatocyte = catalog().cell("hepatocyte").unwrap();
    let nanomolar = |found: &Abundance| found.in_volume(hepatocyte.volume()).as_nanomolar();
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
        .map(Inhibitor::name)
        .collect();
    assert_eq!(checked, ["baricitinib", "GS-829845"]);
}
