//! Who answers to what: receptors, their kinases and STATs, and the cells that have them.
// Tests may stop at the first surprise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

use jakstat::catalog::{Catalog, ChainRole, Jak, Stat, StatRole, Verified};
use jakstat::units::{LigandDose, Quantities};

fn catalog() -> &'static Catalog {
    Catalog::builtin()
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
