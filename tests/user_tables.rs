//! A folder of one's own tables: the same checks, and an error that says where and what to do.
// Tests may stop at the first surprise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use jakstat::catalog::{Catalog, CatalogError, Jak};
use jakstat::pharmacokinetics::{Exposure, Patient, Population, Regimen};
use jakstat::units::Quantities;

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("jakstat-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        for (file, text) in files {
            fs::write(path.join(file), text).unwrap();
        }
        Self(path)
    }

    fn read(&self) -> Result<Catalog, CatalogError> {
        Catalog::from_folder(&self.0)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn built_in(file: &str) -> String {
    let tables = Catalog::built_in_tables();
    tables.iter().find(|(name, _)| *name == file).unwrap().1.clone().into_owned()
}

/// The complaint about a built-in table after one slip.
fn after_slip(file: &str, right: &str, wrong: &str) -> String {
    let text = built_in(file);
    assert!(text.contains(right), "{right:?} is not in {file}");
    let error = Folder::with(&[(file, &text.replacen(right, wrong, 1))]).read();
    error.expect_err(&format!("{wrong:?} in {file} was let through")).to_string()
}

const FIRST: &str = ",JAK1,JH1,IC50,=,5.9,1000,assumed,";

#[test]
fn the_built_in_tables_pass_as_a_users_own() {
    let tables = Catalog::built_in_tables();
    let files: Vec<_> = tables.iter().map(|(name, text)| (*name, text.as_ref())).collect();
    let catalog = Folder::with(&files).read().unwrap();
    assert_eq!(catalog.inhibitors().len(), Catalog::builtin().inhibitors().len());
    for file in files {
        Folder::with(&[file]).read().unwrap();
    }
}

#[test]
fn a_drug_is_added_by_rows_in_one_table() {
    let mut text = built_in("inhibitors.csv");
    text += "mytinib,none,400,atp-competitive,ours2026,yes,JAK1,JH1,IC50,=,2.5,Km,read,our laboratory,none,read,\n";
    let catalog =
        Folder::with(&[("inhibitors.csv", &text), ("notes.txt", "ignored")]).read().unwrap();
    let potency = catalog.inhibitor("Mytinib").unwrap().potency(Jak::Jak1).unwrap();
    assert_eq!(potency.value, 2.5.nanomolar());
    assert!(catalog.inhibitor("baricitinib").unwrap().nak_affinities().len() == 3);
}

#[test]
fn a_cytokine_is_added_by_a_block_in_one_table() {
    let mut text = built_in("cytokines.toml");
    text += r#"
[[cytokine]]
name = "designer cytokine"
also_called = []
responder = "generic responder"
molar_mass = { g_per_mol = 12000, form = "monomer", source = "our laboratory", verified = "read" }
dose = { ng_per_ml = 50, source = "our laboratory", verified = "read" }
receptor = { ligand_copies = 1, ligand_chains = 1, source = "our laboratory", verified = "read", assignment_verified = "read" }
chains = [{ name = "NEWR", copies = 2, jaks = ["JAK2"] }]
stats = { main = ["STAT5"], secondary = [], source = "our laboratory", verified = "read" }
affinity = { kd_nm = 1.0, source = "our laboratory", verified = "read" }
first_contact = { chain = "NEWR", source = "our laboratory", verified = "read" }
"#;
    let catalog = Folder::with(&[("cytokines.toml", &text)]).read().unwrap();
    let cytokine = catalog.cytokine("Designer-Cytokine").unwrap();
    assert_eq!(catalog.responder(cytokine).unwrap().name(), "generic responder");
    assert_eq!(cytokine.receptor().unwrap().stoichiometry(), "1:2");
}

#[test]
fn a_table_with_fewer_things_leaves_the_other_tables_standing() {
    let text = built_in("inhibitors.csv");
    let few: Vec<_> = text.lines().filter(|row| !row.starts_with("ruxolitinib")).collect();
    let catalog = Folder::with(&[("inhibitors.csv", &few.join("\n"))]).read().unwrap();
    assert!(catalog.inhibitor("ruxolitinib").is_err());
    let cells = built_in("cells.toml");
    let generic = &cells[cells.find("[[cell]]\nname = \"generic").unwrap()..];
    let catalog = Folder::with(&[("cells.toml", generic)]).read().unwrap();
    let il6 = catalog.cytokine("IL-6").unwrap();
    let error = catalog.responder(il6).unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no cell called \"CD4 T cell\": choose one of generic responder"
    );
}

#[test]
fn numbers_that_are_none_are_named_with_place_and_remedy() {
    for (wrong, value) in [("NaN", "NaN"), ("-5.9", "-5.9"), ("0", "0"), ("inf", "inf")] {
        assert_eq!(
            after_slip("inhibitors.csv", FIRST, &FIRST.replace("5.9", wrong)),
            format!(
                "inhibitors.csv, line 2: value_nm is \"{value}\": it must be a positive finite number"
            )
        );
    }
    for wrong in ["", "5,9", "five", "none"] {
        let quoted = format!("\"{wrong}\"");
        assert_eq!(
            after_slip("inhibitors.csv", FIRST, &FIRST.replace("5.9", &quoted)),
            format!("inhibitors.csv, line 2: value_nm is \"{wrong}\": write a number such as 5.9")
        );
    }
    assert_eq!(
        after_slip("cytokines.toml", "g_per_mol = 15400", "g_per_mol = nan"),
        "cytokines.toml, IL-2: molar_mass.g_per_mol is \"NaN\": it must be a positive finite number"
    );
    assert_eq!(
        after_slip("cells.toml", "picolitres = 0.2", "picolitres = -0.2"),
        "cells.toml, CD4 T cell: volume.picolitres is \"-0.2\": it must be a positive finite number"
    );
    assert_eq!(
        after_slip("enzymology.csv", "JAK1,40,", "JAK1,0,"),
        "enzymology.csv, line 2: value_um is \"0\": it must be a positive finite number"
    );
    assert_eq!(
        after_slip("nak_kinases.csv", "=,17,", "=,-17,"),
        "nak_kinases.csv, line 2: value_nm is \"-17\": it must be a positive finite number"
    );
}

#[test]
fn words_outside_the_vocabulary_are_refused() {
    for (right, wrong, complaint) in [
        (
            FIRST,
            FIRST.replace("JAK1", "JAK5"),
            "jak is \"JAK5\": there is no JAK called \"JAK5\": did you mean \"JAK1\"?",
        ),
        (FIRST, FIRST.replace("JH1", "JH7"), "domain is \"JH7\": write JH1 or JH2"),
        (FIRST, FIRST.replace('=', "~"), "relation is \"~\": write = for a value or > for a bound"),
        (
            FIRST,
            FIRST.replace("IC50", "EC50"),
            "metric is \"EC50\": write IC50, Ki, displacement or ratio",
        ),
        (
            FIRST,
            FIRST.replace("1000", "n/a"),
            "assay_atp_um is \"n/a\": an IC50 needs an ATP: write a number or Km",
        ),
        (
            FIRST,
            FIRST.replace("assumed", "maybe"),
            "assay_atp_verified is \"maybe\": write given, read, derived, unverified or assumed",
        ),
        (
            "atp-competitive",
            "ATP".into(),
            "mechanism is \"ATP\": write atp-competitive, allosteric or covalent",
        ),
        (",yes,", ",maybe,".into(), "default is \"maybe\": write yes or no"),
    ] {
        assert_eq!(
            after_slip("inhibitors.csv", right, &wrong),
            format!("inhibitors.csv, line 2: {complaint}")
        );
    }
    assert_eq!(
        after_slip("cytokines.toml", "main = [\"STAT5\"]", "main = [\"STAT7\"]"),
        "cytokines.toml, IL-2: stats.main is \"STAT7\": there is no STAT called \"STAT7\": did you mean \"STAT1\"?"
    );
    assert_eq!(
        after_slip("cells.toml", "\"IL2RA\"", "\"IL2RZ\""),
        "cells.toml, CD4 T cell: receptors.chains is \"IL2RZ\": there is no receptor chain called \"IL2RZ\": did you \
         mean \"IL2RA\"?"
    );
    assert_eq!(
        after_slip("cells.toml", "molecule = \"EPOR\"", "molecule = \"MPL\""),
        "cells.toml, erythroid progenitor: measured.molecule is \"MPL\": name a JAK, a STAT, or a chain listed under \
         receptors.chains"
    );
}

#[test]
fn an_empty_source_is_refused() {
    assert_eq!(
        after_slip(
            "inhibitors.csv",
            "\"Fridman et al. 2010 J Immunol 184:5298, as given in two BenchChem guides on baricitinib (December 2025)\"",
            " "
        ),
        "inhibitors.csv, line 2: source is \"\": it must not be empty"
    );
    assert_eq!(
        after_slip("cytokines.toml", "source = \"textbook\"", "source = \" \""),
        "cytokines.toml, IL-2: source is \" \": it must not be empty"
    );
}

#[test]
fn a_panel_is_one_source_one_metric_and_each_kinase_once() {
    assert_eq!(
        after_slip("inhibitors.csv", "JAK2,JH1,IC50,=,5.7", "JAK1,JH1,IC50,=,5.7"),
        "inhibitors.csv, line 3: jak is \"JAK1\": it is in this panel already, give each kinase once"
    );
    let dowty = "Dowty et al. 2019 Pharmacol Res Perspect 7:e00537";
    assert_eq!(
        after_slip(
            "inhibitors.csv",
            &format!("JAK2,JH1,IC50,=,2.0,1000,unverified,{dowty}"),
            "JAK2,JH1,IC50,=,2.0,1000,unverified,hearsay"
        ),
        format!(
            "inhibitors.csv, line 11: source is \"hearsay\": panel \"dowty2019\" has the source \"{dowty}\", give each \
             source a panel of its own"
        )
    );
    assert_eq!(
        after_slip(
            "inhibitors.csv",
            "JAK2,JH1,IC50,=,5.7,1000,assumed",
            "JAK2,JH1,Ki,=,5.7,n/a,n/a"
        ),
        "inhibitors.csv, line 3: metric is \"Ki\": give each metric a panel of its own"
    );
    assert_eq!(
        after_slip(
            "inhibitors.csv",
            "JAK2,JH1,IC50,=,5.7,1000,assumed",
            "JAK2,JH1,Ki,=,5.7,1000,assumed"
        ),
        "inhibitors.csv, line 3: assay_atp_um is \"1000\": only an IC50 has an assay ATP, write n/a twice"
    );
}

#[test]
fn a_drug_has_one_default_panel_and_says_the_same_on_every_row() {
    assert_eq!(
        after_slip("inhibitors.csv", "clark2014,no,JAK1", "clark2014,yes,JAK1"),
        "inhibitors.csv, line 6: default is \"yes\": a drug has one default panel, write no"
    );
    assert_eq!(
        after_slip("inhibitors.csv", "fridman2010,yes,JAK2", "fridman2010,no,JAK2"),
        "inhibitors.csv, line 3: default is \"no\": it must be the same on every row of the panel"
    );
    assert_eq!(
        after_slip("inhibitors.csv", "fridman2010,yes,JAK1", "fridman2010,no,JAK1"),
        "inhibitors.csv, line 3: default is \"yes\": it must be the same on every row of the panel"
    );
    assert_eq!(
        after_slip("inhibitors.csv", "namour2022,yes", "namour2022,no"),
        "inhibitors.csv, GS-829845: default is \"no\": write yes on the rows of one of its panels"
    );
    assert_eq!(
        after_slip(
            "inhibitors.csv",
            "371.42,atp-competitive,fridman2010,yes,JAK2",
            "371.4,atp-competitive,fridman2010,yes,JAK2"
        ),
        "inhibitors.csv, line 3: molar_mass_g_per_mol is \"371.4\": it must be the same on every row of the drug"
    );
}

#[test]
fn names_are_given_once_in_whatever_spelling() {
    assert_eq!(
        after_slip("cytokines.toml", "also_called = [\"IL-4\"]", "also_called = [\"il2\"]"),
        "cytokines.toml, IL-4 (type I): name is \"il2\": \"IL-2\" answers to it already, give each name once"
    );
    assert_eq!(
        after_slip("cells.toml", "\"helper T cell\"", "\"NK\""),
        "cells.toml, NK cell: name is \"NK\": \"CD4 T cell\" answers to it already, give each name once"
    );
    assert_eq!(
        after_slip("cells.toml", "\"helper T cell\"", "\"+\""),
        "cells.toml, CD4 T cell: name is \"+\": it must hold a letter or a digit"
    );
}

#[test]
fn what_one_table_says_of_another_must_be_true() {
    assert_eq!(
        after_slip("cytokines.toml", "responder = \"CD4 T cell\"", "responder = \"hepatocyte\""),
        "cytokines.toml, IL-2: responder is \"hepatocyte\": it lacks IL2RA, IL2RB, IL2RG, name a cell that has \
         them"
    );
    assert_eq!(
        after_slip("nak_kinases.csv", "baricitinib,AAK1", "baricitinb,AAK1"),
        "nak_kinases.csv, line 2: drug is \"baricitinb\": there is no inhibitor called \"baricitinb\": did you mean \
         \"baricitinib\"?"
    );
}

#[test]
fn a_receptor_must_make_sense() {
    assert_eq!(
        after_slip("cytokines.toml", "affinity = { kd_nm = 0.01,", "affinity = { kd_nm = 11,"),
        "cytokines.toml, IL-2: affinity.kd_nm is \"11\": a receptor cannot bind more weakly than its first contact"
    );
    assert_eq!(
        after_slip(
            "cytokines.toml",
            "first_contact = { chain = \"IL2RA\"",
            "first_contact = { chain = \"IL4R\""
        ),
        "cytokines.toml, IL-2: first_contact.chain is \"IL4R\": name one of the chains of this receptor"
    );
    assert_eq!(
        after_slip("cytokines.toml", "jaks = [\"JAK3\"]", "jaks = []"),
        "cytokines.toml, IL-2: chains is \"1\": two kinases must face each other in a complex"
    );
    assert_eq!(
        after_slip("cytokines.toml", "\"IL2RB\", copies = 1", "\"IL2RA\", copies = 1"),
        "cytokines.toml, IL-2: chains.name is \"IL2RA\": give each chain once, with its copies"
    );
    assert_eq!(
        after_slip("cytokines.toml", "\"IL2RA\", copies = 1", "\"IL2RA\", copies = 0"),
        "cytokines.toml, IL-2: chains.copies is \"0\": write a number from 1 to 12"
    );
    assert_eq!(
        after_slip("cytokines.toml", "[[\"STAT1\", \"STAT2\"]]", "[[\"STAT1\", \"STAT1\"]]"),
        "cytokines.toml, IFN-alpha: stats.heterodimers is \"STAT1, STAT1\": pair two different STATs of this cytokine"
    );
}

#[test]
fn ranges_hold_their_value() {
    assert_eq!(
        after_slip("cells.toml", "low = 316,", "low = 1001,"),
        "cells.toml, CD4 T cell: each_chain is \"1001 to 3160\": the range must hold the number of copies"
    );
    assert_eq!(
        after_slip("enzymology.csv", "TYK2,7,7,12", "TYK2,7,8,12"),
        "enzymology.csv, line 5: low_um, high_um is \"8 to 12\": the range must hold the value"
    );
    assert_eq!(
        after_slip("enzymology.csv", "Km(ATP),JAK3", "Km(ATP),JAK2"),
        "enzymology.csv, line 4: quantity is \"Km(ATP)\": it is there already, give it once"
    );
}

#[test]
fn malformed_tables_say_where() {
    assert_eq!(
        after_slip("inhibitors.csv", "value_nm", "value"),
        "inhibitors.csv, line 2 is malformed (unknown field `value`, expected one of `drug`, `also_called`, `molar_mass_g_per_mol`, `mechanism`, `panel`, `default`, \
         `jak`, `domain`, `metric`, `relation`, `value_nm`, `assay_atp_um`, `assay_atp_verified`, `source`, `doi`, \
         `verified`, `note`): compare its columns with the built-in table"
    );
    let ragged = after_slip("inhibitors.csv", ",5.9,", ",5,9,");
    assert_eq!(
        ragged,
        "inhibitors.csv, line 2 is malformed (18 fields below a header of 17): compare its columns with the built-in \
         table"
    );
    let unknown = after_slip("cytokines.toml", "responder = ", "respnder = ");
    assert!(
        unknown.starts_with("cytokines.toml, line 21 is malformed (unknown field `respnder`"),
        "{unknown}"
    );
    let broken = after_slip("cells.toml", "[[cell]]", "[[cell]");
    assert!(broken.starts_with("cells.toml, line 8 is malformed ("), "{broken}");
    assert!(broken.ends_with("): compare its keys with the built-in table"), "{broken}");
    let header = built_in("inhibitors.csv").lines().next().unwrap().to_owned();
    let empty = Folder::with(&[("inhibitors.csv", &header)]).read().unwrap_err();
    assert_eq!(
        empty.to_string(),
        "inhibitors.csv, rows: number of rows is \"0\": add a row below the header"
    );
}

#[test]
fn folders_without_tables_are_refused() {
    let missing = Catalog::from_folder("/nowhere/at/all").unwrap_err();
    assert_eq!(
        missing.to_string(),
        "/nowhere/at/all cannot be read: check that the path is right, open to you, and text in UTF-8"
    );
    assert!(std::error::Error::source(&missing).is_some());
    let empty = Folder::with(&[]);
    assert_eq!(
        empty.read().unwrap_err().to_string(),
        format!(
            "{} holds no table: put one of inhibitors.csv, nak_kinases.csv, enzymology.csv, cytokines.toml, cells.toml, \
             pharmacokinetics.toml, labels.toml there",
            empty.0.display()
        )
    );
    let misspelt = Folder::with(&[("inhibitor.csv", "drug")]).read().unwrap_err();
    assert_eq!(
        misspelt.to_string(),
        "there is no table called \"inhibitor.csv\": did you mean \"inhibitors.csv\"?"
    );
}

#[test]
fn a_mistake_in_a_kinetic_set_is_named() {
    let slip = |right: &str, wrong: &str| after_slip("pharmacokinetics.toml", right, wrong);
    let place = "pharmacokinetics.toml, baricitinib, Decker 2024: ";
    let cases = [
        (
            "value = 3.36, unit = \"L/h\"",
            "value = 3.36, unit = \"mL/min\"",
            "unit is \"mL/min\": the unit of non-renal clearance is L/h",
        ),
        (
            "value = 3.36",
            "value = -3.36",
            "non-renal clearance is \"-3.36\": it must be a positive finite number",
        ),
        (
            "value = 3.36",
            "value = nan",
            "non-renal clearance is \"NaN\": it must be a positive finite number",
        ),
        (
            "value = 0.5, unit = \"fraction\"",
            "value = 50, unit = \"fraction\"",
            "fraction unbound is \"50\": a fraction is at most 1",
        ),
        (
            "cv_percent = 84.6",
            "cv_percent = 84.6, omega2 = 0.5",
            "omega2 is \"0.5\": give a CV or a variance, not both",
        ),
        (
            "cv_percent = 138.4, box_cox",
            "box_cox",
            "box_cox is \"0.501\": give the variance it shapes",
        ),
        (
            "between = [\"non-renal clearance\", \"renal clearance\"]",
            "between = [\"lag\", \"renal clearance\"]",
            "covariances.between is \"lag, renal clearance\": name two different parameters that have a variance",
        ),
        (
            "quantity = \"lag\"",
            "quantity = \"central volume\"",
            "unit is \"h\": the unit of central volume is L",
        ),
        (
            "weight_exponent = 0.75",
            "weight_exponent = 75",
            "exponent is \"75\": write an exponent from -3 to 3",
        ),
    ];
    for (right, wrong, complaint) in cases {
        assert_eq!(slip(right, wrong), format!("{place}{complaint}"));
    }
    assert!(
        slip("quantity = \"lag\"", "quantity = \"delay\"")
            .contains("quantity is \"delay\": write one of clearance, ")
    );
    assert!(
        slip("absorption = \"zero-order\"", "absorption = \"first-order\"")
            .ends_with("add for this absorption absorption rate and none else")
    );
    assert_eq!(
        slip("default = false", "default = true"),
        "pharmacokinetics.toml, baricitinib: default is \"2\": a drug has one default set"
    );
    assert!(
        slip("verified = \"read\"", "verified = \"yes\"")
            .contains("verified is \"yes\": write given, read,")
    );
    assert!(
        slip("omega2 = 0.272", "omega = 0.272").contains("is malformed (unknown field `omega`")
    );
}

#[test]
fn covariances_that_cannot_be_are_refused_when_patients_are_drawn() {
    let text = built_in("pharmacokinetics.toml").replacen("omega2 = 0.272", "omega2 = 0.372", 1);
    let catalog = Folder::with(&[("pharmacokinetics.toml", &text)]).read().unwrap();
    let kinetics = catalog.kinetics("baricitinib").unwrap();
    let error = Population::new(kinetics, &Patient::reference(), 0).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the covariances of Decker 2024 (baricitinib) are not positive definite: correlations beyond 1 or at odds with one another; correct its covariances"
    );
}

#[test]
fn a_drug_of_ones_own_has_kinetics_with_a_molar_mass_of_its_own() {
    let text = r#"
[[set]]
drug = "mytinib"
name = "ours"
default = true
kind = "textbook"
population = "nobody yet"
reference = { weight_kg = 70, filtration_ml_per_min = 100, filtration_is = "eGFR per 1.73 m2" }
absorption = "first-order"
apparent = false
source = "our laboratory"
verified = "assumed"
parameters = [
    { quantity = "absorption rate", value = 1, unit = "1/h" },
    { quantity = "clearance", value = 10, unit = "L/h" },
    { quantity = "central volume", value = 50, unit = "L" },
    { quantity = "fraction unbound", value = 0.1, unit = "fraction" },
]
"#;
    let regimen = Regimen::oral(5.0.milligrams());
    let exposure = |text: &str| {
        let catalog = Folder::with(&[("pharmacokinetics.toml", text)]).read().unwrap();
        let kinetics = catalog.kinetics("Mytinib").unwrap().clone();
        Exposure::of(&kinetics, &Patient::reference(), &regimen)
    };
    assert_eq!(
        exposure(text).unwrap_err().to_string(),
        "mytinib has no molar mass, which turns mg into nM: add molar_mass_g_per_mol to its set, or the drug to inhibitors.csv"
    );
    let weighed = text.replace("absorption = ", "molar_mass_g_per_mol = 400\nabsorption = ");
    assert!(exposure(&weighed).unwrap().total(2.0.hours()).as_nanomolar() > 0.0);
    let catalog = Folder::with(&[("pharmacokinetics.toml", text)]).read().unwrap();
    assert!(catalog.kinetics("baricitinib").unwrap_err().to_string().ends_with("or use mytinib"));
}

#[test]
fn a_mistake_in_a_label_is_named() {
    let slip = |right: &str, wrong: &str| after_slip("labels.toml", right, wrong);
    let place = "labels.toml, baricitinib, rheumatoid arthritis: ";
    assert_eq!(
        slip("renal = \"moderate\", mg = 1", "renal = \"moderat\", mg = 1"),
        format!(
            "{place}doses.renal is \"moderat\": write normal, mild, moderate, severe or end-stage"
        )
    );
    assert_eq!(
        slip("    { renal = \"mild\", mg = 2 },\n", ""),
        format!(
            "{place}doses.renal is \"without mild\": give a dose or not_recommended = true for every category"
        )
    );
    assert_eq!(
        slip("mg = 1 }", "mg = 1, not_recommended = true }"),
        format!("{place}doses is \"moderate\": give mg, or not_recommended = true")
    );
    assert!(
        slip("mg = 1 }", "mg = -1 }")
            .ends_with("doses.mg is \"-1\": it must be a positive finite number")
    );
    assert!(slip("up_to_mg = 4", "up_to_mg = 1").ends_with("it must exceed the usual dose"));
    assert!(
        slip("low = 1.15", "low = 1.55").contains("the interval has two ends that hold the ratio")
    );
    assert!(
        slip("lightest_g = 20", "lightest_g = 30").ends_with("it must not be below lightest_g")
    );
}
