//! What the pathways' networks are made of.

use crate::experiment::{Experiment, cytokine};
use jakstat::catalog::{Catalog, CatalogError};
use jakstat::ode::Change;
use jakstat::pathway::{Pathway, PathwayError, PathwayModel, Trafficking, every_builtin_pathway};
use jakstat::units::Quantities;

const DAY: f64 = 86_400.0;

fn two(first: &str, second: &str, cell: &str) -> PathwayModel {
    Pathway::new(Catalog::builtin().cell(cell).unwrap())
        .stimulate(cytokine(first), 100.0.ng_per_ml())
        .stimulate(cytokine(second), 100.0.ng_per_ml())
        .build()
        .unwrap()
}

#[test]
fn every_cytokine_but_interleukin_20_has_a_pathway() {
    let all = every_builtin_pathway();
    assert_eq!(all.len(), 33);
    for (name, pathway) in all {
        match pathway {
            Ok(pathway) => assert!(pathway.model().species_names().len() < 64, "{name}"),
            Err(PathwayError::Catalog(CatalogError::UnknownPartner { cytokine, .. })) => {
                assert_eq!((cytokine.as_str(), name.as_str()), ("IL-20", "IL-20"));
            }
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

#[test]
fn a_chain_of_two_cytokines_is_one_species_they_compete_for() {
    let both = two("IL-7", "IL-4", "CD4 T cell");
    let names = both.model().species_names();
    assert_eq!(names.iter().filter(|name| **name == "IL2RG").count(), 1);
    let mut experiment = Experiment::new(both);
    let crowded = experiment.at("IL-7 receptor, phosphorylated", 600.0);
    let alone =
        experiment.set("dose.IL-4 (type I)", 0.0).at("IL-7 receptor, phosphorylated", 600.0);
    assert!(crowded < 0.8 * alone, "{crowded} with and {alone} nM without the other");
}

#[test]
fn stat_and_chains_are_conserved_when_none_are_made_or_lost() {
    let catalog = Catalog::builtin();
    let pathway = Pathway::new(catalog.cell("CD4 T cell").unwrap())
        .stimulate(cytokine("IL-6"), 100.0.ng_per_ml())
        .trafficking(Trafficking::Off)
        .build()
        .unwrap();
    let experiment = Experiment::new(pathway);
    let model = experiment.pathway.model();
    for (molecule, dimer) in [
        ("STAT3", "STAT3-P:STAT3-P"),
        ("IL6ST", "IL-6 receptor, assembled"),
        ("IL6R", "IL-6 receptor, active"),
    ] {
        let [plain, paired] = [molecule, dimer].map(|name| model.species(name).unwrap());
        let counts = |state, total: &jakstat::network::ConservedTotal| {
            total.counts().iter().find(|(i, _)| *i == state).map(|(_, count)| *count)
        };
        let found = model.conserved().iter().any(|total| {
            !total.is_difference()
                && counts(plain, total) == Some(1)
                && counts(paired, total) == Some(2)
        });
        assert!(
            found,
            "{molecule}: {:?}",
            model
                .conserved()
                .iter()
                .map(jakstat::network::ConservedTotal::name)
                .collect::<Vec<_>>()
        );
    }
    let rows = experiment.rows(&[0.0, 900.0, DAY]);
    for total in model.conserved() {
        let start = total.amount(&rows[0]);
        for row in &rows[1..] {
            assert!(
                (total.amount(row) - start).abs() <= 1e-12 * start.abs().max(1e-9),
                "{}",
                total.name()
            );
        }
    }
}

#[test]
fn stat_stays_whole_while_receptors_come_and_go() {
    let experiment = Experiment::of("IFN-alpha", "CD4 T cell", &[]);
    let totals = experiment.pathway.model().conserved();
    for stat in ["STAT1", "STAT2", "STAT6"] {
        let state = experiment.pathway.model().species(stat).unwrap();
        assert!(totals.iter().any(|total| total.contains(state)), "{stat}");
    }
}

#[test]
fn a_cell_without_ligand_stays_as_it_is() {
    for (name, pathway) in every_builtin_pathway() {
        let Ok(pathway) = pathway else { continue };
        let mut experiment = Experiment::new(pathway);
        let rows = experiment.dose(0.0).rows(&[0.0, DAY]);
        for (before, after) in rows[0].iter().zip(&rows[1]) {
            assert!(
                (after - before).abs() <= 1e-9 * before.abs(),
                "{name}: {before} to {after} nM"
            );
        }
    }
}

#[test]
fn interferon_alpha_pairs_stat1_with_stat2() {
    let experiment = Experiment::of("IFN-alpha", "CD4 T cell", &[]);
    assert!(experiment.at("nuclear STAT1-P:STAT2-P", 900.0) > 1.0);
    let names = experiment.pathway.model().species_names().join(" ");
    assert!(!names.contains("STAT1-P:STAT3-P"));
}

#[test]
fn the_assembly_follows_the_receptor() {
    let species = |name: &str| {
        let experiment = Experiment::of(name, "generic responder", &[]);
        let names = experiment.pathway.model().species_names();
        names
            .into_iter()
            .map(String::from)
            .filter(|n| n.contains(':') && !n.contains("-P"))
            .collect::<Vec<_>>()
    };
    assert_eq!(species("IL-6"), ["IL-6:IL6R", "IL-6:IL6R:IL6ST"]);
    assert_eq!(species("IL-2"), ["IL-2:IL2RA", "IL-2:IL2RA:IL2RB"]);
    assert_eq!(species("EPO"), ["EPO:EPOR"]);
    assert_eq!(species("IFN-alpha"), ["IFN-alpha:IFNAR2"]);
    assert_eq!(species("IFN-gamma"), ["IFN-gamma:IFNGR1"]);
}

#[test]
fn half_of_the_receptors_hold_ligand_at_the_apparent_constant() {
    // With a chain in excess, and long enough, the whole binds with Kd = 0.1 nM.
    let catalog = Catalog::builtin();
    let pathway = Pathway::new(catalog.cell("generic responder").unwrap())
        .stimulate(cytokine("IL-7"), 0.0.ng_per_ml())
        .trafficking(Trafficking::Off)
        .build()
        .unwrap();
    let mut experiment = Experiment::new(pathway);
    experiment.set("activity.JAK1", 0.0).set("dose.IL-7", 1e-4);
    let row = &experiment.rows(&[30.0 * DAY])[0];
    let model = experiment.pathway.model();
    let at = |name: &str| row[model.species(name).unwrap()];
    let bound = at("IL-7:IL7R") + at("IL-7 receptor, assembled");
    let kd = at("IL-7") * at("IL7R") / bound;
    assert!((kd / 0.1 - 1.0).abs() < 0.05, "{kd} nM");
}

#[test]
fn what_can_be_swept_has_a_name() {
    let pathway = Experiment::of("IL-6", "CD4 T cell", &["baricitinib"]).pathway;
    for name in [
        "dose.IL-6",
        "inhibitor.baricitinib",
        "Ki.baricitinib.JAK1",
        "Km.JAK1",
        "ATP",
        "activity.JAK1",
        "copies.IL6ST",
        "copies.JAK1",
        "copies.STAT3",
        "Kd.IL-6",
        "stat.docking",
        "jak.activation",
    ] {
        assert!(pathway.model().parameter(name).is_ok(), "{name}");
    }
    for name in [
        "pSTAT3",
        "pSTAT3 fraction",
        "active JAK",
        "SOCS mRNA",
        "SOCS",
        "target mRNA",
        "target protein",
        "nuclear STAT dimers",
        "K.baricitinib.JAK1",
    ] {
        assert!(pathway.model().observable(name).is_ok(), "{name}");
    }
}

#[test]
fn the_stimulus_sets_each_ligand_to_its_dose() {
    let pathway = two("IL-6", "IFN-gamma", "monocyte");
    let inputs = pathway.model().default_parameters();
    let initial = pathway.model().initial(&inputs);
    let changes = pathway.stimulus(&inputs);
    for (ligand, nanomolar) in pathway.ligands().iter().zip([100.0 / 20.9, 100.0 / 33.8]) {
        assert_eq!(initial[ligand.species()], 0.0);
        let change = changes.iter().find_map(|change| match *change {
            Change::SetState { index, value } if index == ligand.species() => Some(value),
            _ => None,
        });
        assert!((change.unwrap() - nanomolar).abs() < 1e-9);
    }
}

#[test]
fn no_kinase_is_offered_as_phosphorylated() {
    let experiment = Experiment::of("IL-6", "CD4 T cell", &[]);
    let observables = experiment.pathway.model().observables();
    assert!(observables.iter().all(|(name, _)| !name.contains("pJAK")));
}

#[test]
fn phosphorylated_and_plain_stat_add_up_to_the_whole() {
    let cells = Catalog::builtin();
    let cell = cells.cell("CD4 T cell").unwrap();
    let share = cell.nucleus().as_litres() / cell.volume().as_litres();
    for (name, stat) in [("IL-6", "STAT3"), ("IFN-alpha", "STAT1"), ("IFN-alpha", "STAT2")] {
        let experiment = Experiment::of(name, "CD4 T cell", &[]);
        let at = |what: &str| experiment.at(what, 900.0);
        let plain = at(stat) + share * at(&format!("nuclear {stat}"));
        let phosphorylated = at(&format!("p{stat}"));
        let whole = 1e5 / (6.022_140_76e14 * cell.volume().as_litres());
        assert!(((plain + phosphorylated) / whole - 1.0).abs() < 1e-9, "{name}: {stat}");
        let fraction = at(&format!("p{stat} fraction"));
        assert!((fraction * whole / phosphorylated - 1.0).abs() < 1e-9, "{name}: {stat}");
    }
}
