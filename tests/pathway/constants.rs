//! The constants of the pathways against the papers and the documentation.

use jakstat::catalog::Catalog;
use jakstat::pathway::{Antibody, Constants, Mutant, Pathway, Target, every_builtin_pathway};
use jakstat::units::Quantities;

/// Within the nine digits that the table keeps.
fn assert_is(name: &str, expected: f64) {
    let value = Constants::builtin().unwrap().value(name).unwrap();
    assert!((value / expected - 1.0).abs() < 1e-8, "{name}: {value} instead of {expected}");
}

// Sobotta et al. 2017 Front Physiol 8:775, per minute.
#[test]
fn constants_of_the_hepatocyte_are_those_of_the_paper_in_seconds() {
    assert_is("jak.deactivation", 0.078_168_641_290_772_6 / 60.0);
    assert_is("stat.import", 0.059_361_069_150_974_8 / 60.0);
    assert_is("stat.export", 1.970_833_056_892_39 / 60.0);
    assert_is("stat.dimer_import", 0.059_361_069_150_974_8 * (1.0 + 4.971_185_916_336_96) / 60.0);
    assert_is("socs.delay", 0.303_942_466_148_802 / 60.0);
    assert_is("socs.mrna_decay", 0.303_904_943_507_411 / 60.0);
    assert_is("socs.translation", 1.697_803_403_903_34 * 62.053_249_598_173_4 / 60.0);
    assert_is("socs.decay", 0.448_649_426_570_848 / 60.0);
    assert_is("trafficking.degradation", 0.003_807_694_999_875_03 / 60.0);
    assert_is("transcription.exponent", 1.713_296_552_039_01);
    // 1/min per ng/mL to 1/(nM s) through 20.9 ng/mL per nM, rounded to three digits.
    let association = 0.009_075_950_890_566 / 7.919_844_910_158_43 / 60.0 * 20.9;
    let value = Constants::builtin().unwrap().value("binding.association").unwrap();
    assert!((value / association - 1.0).abs() < 1e-3, "{value} instead of {association}");
}

#[test]
fn every_constant_is_a_parameter_of_some_pathway() {
    let catalog = Catalog::builtin();
    let antibody = Antibody::new("anti-EPO", Target::Cytokine("EPO".into()), 0.1.nanomolar());
    let mutant = Pathway::new(catalog.cell("erythroid progenitor").unwrap())
        .stimulate(catalog.cytokine("EPO").unwrap(), 1.0.ng_per_ml())
        .mutant(Mutant::Jak2V617F)
        .neutralise(&[&antibody])
        .build()
        .unwrap();
    let mut used: Vec<String> = Vec::new();
    for pathway in
        every_builtin_pathway().into_iter().filter_map(|(_, built)| built.ok()).chain([mutant])
    {
        used.extend(pathway.model().parameter_names().into_iter().map(String::from));
    }
    for constant in Constants::builtin().unwrap().iter() {
        assert!(used.contains(&constant.name), "{} is in no network", constant.name);
    }
}

#[test]
fn a_changed_constant_reaches_the_network() {
    let catalog = Catalog::builtin();
    let constants = Constants::builtin().unwrap().with("stat.docking", 123.0).unwrap();
    let pathway = Pathway::new(catalog.cell("CD4 T cell").unwrap())
        .stimulate(catalog.cytokine("IL-6").unwrap(), 1.0.ng_per_ml())
        .constants(constants)
        .build()
        .unwrap();
    let index = pathway.model().parameter("stat.docking").unwrap();
    assert!((pathway.model().default_parameters()[index] - 123.0).abs() < f64::EPSILON);
    assert!(!pathway.constants().constant("stat.docking").unwrap().verified.is_checked());
}

#[test]
fn the_documentation_has_every_constant_with_value_and_mark() {
    let theory = include_str!("../../docs/theory.md");
    for constant in Constants::builtin().unwrap().iter() {
        let row = format!(
            "| `{}` | {:?} | {} | {} |",
            constant.name, constant.value, constant.unit, constant.verified
        );
        assert!(theory.contains(&row), "docs/theory.md lacks the row\n{row}");
    }
    let rows = theory.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows, Constants::builtin().unwrap().iter().len());
}

#[test]
fn each_mechanism_has_its_section() {
    let theory = include_str!("../../docs/theory.md");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pathway");
    let mut named = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let Some((_, rest)) = text.split_once("(docs/theory.md, \"") else { continue };
        let section = rest.split('"').next().unwrap();
        assert!(theory.contains(&format!("## {section}\n")), "no section called {section}");
        named += 1;
    }
    assert!(named >= 15, "{named} files name a section");
}
