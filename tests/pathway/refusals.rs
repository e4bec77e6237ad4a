//! What a pathway refuses to be built from, in words.

use jakstat::catalog::{Catalog, Cell, Cytokine};
use jakstat::pathway::{Constants, Mutant, Pathway};
use jakstat::units::Quantities;

fn cell(name: &str) -> &'static Cell {
    Catalog::builtin().cell(name).unwrap()
}

fn cytokine(name: &str) -> &'static Cytokine {
    Catalog::builtin().cytokine(name).unwrap()
}

fn refusal(pathway: &Pathway<'_>) -> String {
    pathway.build().map(|_| ()).unwrap_err().to_string()
}

#[test]
fn a_cell_without_the_receptor_is_named_with_the_chain_and_cells_that_have_it() {
    let pathway = Pathway::new(cell("CD4 T cell")).stimulate(cytokine("EPO"), 10.0.ng_per_ml());
    assert_eq!(
        refusal(&pathway),
        "CD4 T cell has no EPOR, which EPO needs: use a cell that has it, such as erythroid progenitor, generic responder"
    );
}

#[test]
fn an_unknown_kinase_is_no_guess() {
    let pathway =
        Pathway::new(cell("generic responder")).stimulate(cytokine("IL-20"), 10.0.ng_per_ml());
    assert!(
        refusal(&pathway).starts_with("the kinase of IL20RB in the IL-20 receptor is not known")
    );
}

#[test]
fn drugs_that_do_not_compete_with_atp_are_refused() {
    for drug in ["deucravacitinib", "ritlecitinib"] {
        let drug = Catalog::builtin().inhibitor(drug).unwrap();
        let pathway = Pathway::new(cell("CD4 T cell"))
            .stimulate(cytokine("IL-15"), 10.0.ng_per_ml())
            .inhibitors(&[drug]);
        assert!(refusal(&pathway).contains("does not compete with ATP"), "{}", drug.name());
    }
}

#[test]
fn a_kinase_the_drug_was_not_measured_on_is_refused_only_where_it_matters() {
    let drug = Catalog::builtin().inhibitor("momelotinib").unwrap();
    let on = |name: &str, cell: &'static Cell| {
        Pathway::new(cell).stimulate(cytokine(name), 10.0.ng_per_ml()).inhibitors(&[drug]).build()
    };
    assert!(on("EPO", cell("erythroid progenitor")).is_ok());
    let error = on("IFN-alpha", cell("CD4 T cell")).map(|_| ()).unwrap_err().to_string();
    assert!(error.starts_with("momelotinib has no TYK2 value"), "{error}");
}

#[test]
fn a_name_twice_is_refused() {
    let il6 = cytokine("IL-6");
    let twice = Pathway::new(cell("CD4 T cell"))
        .stimulate(il6, 1.0.ng_per_ml())
        .stimulate(il6, 10.0.ng_per_ml());
    assert_eq!(refusal(&twice), "IL-6 was named twice: name it once, with the dose you mean");
    let drug = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let twice =
        Pathway::new(cell("CD4 T cell")).stimulate(il6, 1.0.ng_per_ml()).inhibitors(&[drug, drug]);
    assert!(refusal(&twice).starts_with("baricitinib was named twice"));
}

#[test]
fn none_and_three_cytokines_are_refused() {
    let none = Pathway::new(cell("CD4 T cell"));
    assert!(refusal(&none).starts_with("no cytokine was named: call Pathway::stimulate"));
    let three = ["IL-2", "IL-6", "IL-7"]
        .into_iter()
        .fold(none, |pathway, name| pathway.stimulate(cytokine(name), 1.0.ng_per_ml()));
    assert_eq!(refusal(&three), "3 cytokines were named: stimulate with one or two");
}

#[test]
fn numbers_that_are_none_are_refused_by_name() {
    for (dose, shown) in [(f64::NAN, "NaN"), (-1.0, "-1"), (f64::INFINITY, "inf")] {
        let pathway =
            Pathway::new(cell("CD4 T cell")).stimulate(cytokine("IL-6"), dose.nanomolar());
        assert_eq!(
            refusal(&pathway),
            format!("the dose of IL-6 in nM is {shown}: give a finite number of at least zero")
        );
    }
    let plain = || Pathway::new(cell("CD4 T cell")).stimulate(cytokine("IL-6"), 1.0.nanomolar());
    assert_eq!(
        refusal(&plain().cell_density(0.0.cells_per_ml())),
        "the cell density in cells/mL is 0: give a finite number above zero"
    );
    assert_eq!(
        refusal(&plain().atp(f64::NAN.millimolar())),
        "the cell's ATP in nM is NaN: give a finite number above zero"
    );
}

#[test]
fn a_mutant_no_chain_holds_is_refused() {
    let pathway = Pathway::new(cell("CD4 T cell"))
        .stimulate(cytokine("IL-2"), 1.0.ng_per_ml())
        .mutant(Mutant::Jak2V617F);
    assert_eq!(
        refusal(&pathway),
        "no chain of IL-2 holds JAK2: a mutant JAK2 changes nothing there, leave it out or use another cytokine"
    );
}

#[test]
fn constants_are_read_strictly() {
    let block = |fields: &str| Constants::from_toml(&format!("[[constant]]\n{fields}"));
    let whole =
        "name = \"k\"\nvalue = 1\nunit = \"1/s\"\nsource = \"a paper\"\nverified = \"read\"";
    let text = |result: Result<Constants, _>| {
        result.map(|_| ()).map_err(|e: jakstat::pathway::PathwayError| e.to_string()).unwrap_err()
    };
    assert!(block(&whole.replace("value = 1\n", "value = 1.0\n")).is_ok());
    assert_eq!(
        text(block(&whole.replace("value = 1\n", "value = -1.0\n"))),
        "k is -1: give a finite number above zero"
    );
    assert!(text(block(&whole.replace("value = 1\n", "value = nan\n"))).starts_with("k is NaN"));
    assert!(text(block(&format!("{whole}\nextra = 1"))).contains("unknown field `extra`"));
    assert!(text(block(&whole.replace("a paper", " "))).contains("`k` has an empty source"));
    let twice = format!("[[constant]]\n{whole}\n[[constant]]\n{whole}");
    assert!(text(Constants::from_toml(&twice)).contains("`k` stands there twice"));
}

#[test]
fn an_unknown_constant_answers_with_the_closest_one() {
    let constants = Constants::builtin().unwrap();
    let error = constants.with("stat.doking", 1.0).map(|_| ()).unwrap_err().to_string();
    assert_eq!(
        error,
        "there is no constant called \"stat.doking\": did you mean \"stat.docking\"?"
    );
    let error = constants.with("stat.docking", f64::NAN).map(|_| ()).unwrap_err().to_string();
    assert_eq!(error, "stat.docking is NaN: give a finite number above zero");
}

#[test]
fn a_drug_that_is_not_part_of_the_pathway_answers_with_those_that_are() {
    let drug = Catalog::builtin().inhibitor("baricitinib").unwrap();
    let pathway = Pathway::new(cell("CD4 T cell"))
        .stimulate(cytokine("IL-6"), 1.0.ng_per_ml())
        .inhibitors(&[drug])
        .build()
        .unwrap();
    assert_eq!(
        pathway.drug("ruxolitinib").map(|_| ()).unwrap_err().to_string(),
        "this pathway has no drug called \"ruxolitinib\": it has baricitinib"
    );
    assert_eq!(
        pathway.ligand("IL-2").map(|_| ()).unwrap_err().to_string(),
        "this pathway has no cytokine called \"IL-2\": it has IL-6"
    );
}
