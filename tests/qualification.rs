//! The report of the example `qualify`: its checks pass here, it can fail, and its page and its data say the same.
// A test stops at its first surprise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

#[path = "../examples/qualify/checks/mod.rs"]
mod checks;
#[path = "../examples/qualify/machine.rs"]
mod machine;
#[path = "../examples/qualify/markdown.rs"]
mod markdown;
#[path = "../examples/qualify/report.rs"]
mod report;

use checks::{Check, FAMILIES, Tables, carried_out};
use jakstat::prelude::*;
use machine::Machine;
use report::Report;
use std::path::{Path, PathBuf};

/// Families that other tests carry out at greater length, too slow to be done twice.
const SLOW: [&str; 2] = ["other solvers", "conservation"];

/// Checks of all families and of the tables.
const CHECKS: usize = 71;

#[test]
fn every_quick_check_passes() {
    let quick = FAMILIES.into_iter().filter(|(name, ..)| !SLOW.contains(name));
    let checks: Vec<Check> = quick.flat_map(carried_out).collect();
    for check in &checks {
        println!("{} {}: {:e} of {:e}", check.verdict(), check.name, check.reached, check.bar);
    }
    let failed: Vec<&Check> = checks.iter().filter(|check| !check.passes()).collect();
    assert!(failed.is_empty(), "{} checks, {failed:#?}", checks.len());
}

#[test]
fn as_many_checks_are_carried_out_as_the_readme_says() {
    // Each family holds itself to its number, the slow ones too, when the example runs.
    let families: usize = FAMILIES.iter().map(|(_, number, _)| number).sum();
    let all = families + Tables::of(None).checks().len();
    assert_eq!(all, CHECKS, "write the new number in README.md, in the row of `qualify`, as well");
}

/// A check that passes, the first.
fn sound() -> Check {
    let check = carried_out(FAMILIES[0]).remove(0);
    assert!(check.passes(), "{check:?}");
    check
}

fn report(checks: &[Check]) -> Report {
    Report::new(Machine::with(&Tables::of(None), None), checks)
}

#[test]
fn a_value_over_its_bar_or_no_number_at_all_fails() {
    for (reached, bar, verdict) in [
        (1.0, 1.0, "PASS"),
        (-1.0, 0.0, "PASS"),
        (1.0 + 1e-15, 1.0, "FAIL"),
        (f64::INFINITY, 1.0, "FAIL"),
        (f64::NAN, 1.0, "FAIL"),
        (f64::NAN, f64::INFINITY, "FAIL"),
        (0.0, f64::NAN, "FAIL"),
    ] {
        let check = Check { reached, bar, ..sound() };
        assert_eq!(check.verdict(), verdict, "{reached} {bar}");
        let report = report(&[sound(), check]);
        assert_eq!(report.verdict, verdict, "{reached} {bar}");
        assert_eq!(report.passed, if verdict == "PASS" { 2 } else { 1 });
    }
    assert_eq!(report(&[]).verdict, "FAIL");
}

#[test]
fn a_family_that_cannot_be_carried_out_is_a_failed_check_that_says_why() {
    let found = carried_out(("room", 1, || Err("there is no room".into())));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].name.as_str(), found[0].verdict()), ("room", "FAIL"));
    assert!(found[0].compared.contains("there is no room"), "{found:?}");
    assert_eq!(report(&found).summary(), "FAIL: 0 of 1 checks");
}

#[test]
fn a_family_with_another_number_of_checks_than_it_should_have_fails() {
    for (number, summary) in [(0, "FAIL: 2 of 3 checks"), (2, "PASS: 2 of 2 checks")] {
        let found = carried_out(("pair", number, || Ok(vec![sound(), sound()])));
        assert_eq!(report(&found).summary(), summary);
        assert!(number == 2 || found[2].compared.contains("2 checks, 0 expected"), "{found:?}");
    }
}

#[test]
fn the_page_and_the_data_say_the_same() {
    let checks = [
        sound(),
        Check { name: "a | b\nc".into(), reached: f64::NAN, bar: 2.5e-9, ..sound() },
        Check { reached: 0.25, bar: 0.2, ..sound() },
    ];
    let report = report(&checks);
    let page = markdown::page(&report);
    let text = serde_json::to_string(&report).unwrap();
    let data: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(data["verdict"], "FAIL");
    assert!(page.contains("**FAIL: 1 of 3 checks**"), "{page}");
    let rows: Vec<&str> =
        page.lines().filter(|row| row.starts_with("| PASS") || row.starts_with("| FAIL")).collect();
    let lines = data["checks"].as_array().unwrap();
    assert_eq!((rows.len(), lines.len()), (3, 3));
    for (row, line) in rows.iter().zip(lines) {
        let text = |key: &str| line[key].as_str().unwrap().to_owned();
        let number = |key: &str| line[key].as_f64().map_or_else(|| text(key), markdown::number);
        let expected = [
            text("verdict"),
            text("name").replace('|', "\\|").replace('\n', " "),
            text("compared"),
            number("reached"),
            number("bar"),
            text("factor"),
        ];
        assert_eq!(*row, format!("| {} |", expected.join(" | ")));
        assert!(page.contains(&format!("## V&V 40 {}", text("activity"))));
    }
    assert_eq!(lines[1]["reached"], "NaN");
    for value in ["jakstat", "target", "code_path", "tables", "tables_fingerprint"] {
        let value = data["machine"][value].as_str().unwrap();
        assert!(!value.is_empty() && page.contains(value), "{value}");
    }
    assert!(data["machine"]["date"].is_null() && page.contains("- date: not given"));
}

/// A folder with one table.
fn folder(name: &str, file: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("qualification").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(file), text).unwrap();
    folder
}

#[test]
fn tables_of_ones_own_are_checked_and_named() {
    let built_in = Catalog::built_in_tables();
    let (file, text) = &built_in[0];
    let extended = folder("extended", file, &format!("{text}\n"));
    let (own, usual) = (Tables::of(extended.to_str()), Tables::of(None));
    assert!(own.origin.ends_with(file), "{}", own.origin);
    assert_ne!(own.fingerprint, usual.fingerprint);
    assert_eq!(Tables::of(None).fingerprint, usual.fingerprint);
    let verdicts = |tables: &Tables| tables.checks().iter().all(Check::passes);
    assert!(verdicts(&own) && verdicts(&usual));
}

#[test]
fn tables_that_cannot_be_read_are_a_failed_check_that_names_them() {
    let broken = folder("broken", "inhibitors.csv", "nothing\n1\n");
    let found = Tables::of(broken.to_str()).checks();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].verdict(), "FAIL");
    assert!(found[0].compared.contains("inhibitors.csv"), "{found:?}");
    let nowhere = Tables::of(Some("no such folder")).checks();
    assert!(nowhere[0].compared.contains("no such folder"), "{nowhere:?}");
}
