//! The house rules that a compiler does not check: the ladder of modules, file lengths, names.
// A broken rule stops its test, with a message on what to do.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, missing_docs)]

use std::path::{Path, PathBuf};

/// A module uses only modules to its left.
const LADDER: [&str; 13] = [
    "closest",
    "units",
    "ode",
    "network",
    "catalog",
    "pharmacokinetics",
    "pathway",
    "readout",
    "sweep",
    "response",
    "sensitivity",
    "plot",
    "assay",
];
/// Modules that may use less than the ladder allows them.
const NARROWER: [(&str, &[&str]); 2] =
    [("plot", &["units", "response"]), ("catalog", &["closest", "units", "network"])];
/// Written in the crate's root from every rung, so used by none.
const FRONT: [&str; 3] = ["Error", "Result", "prelude"];

const LONGEST: usize = 300;
const LONGEST_EXAMPLE: usize = 79;
/// Files that may be longer, and why.
const LONGER: [(&str, &str); 0] = [];
const MEDIAN: usize = 120;

const TOP_LEVEL: [&str; 16] = [
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "benches",
    "deny.toml",
    "docs",
    "examples",
    "rustfmt.toml",
    "src",
    "tests",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            rust_files(&entry, found);
        } else if entry.extension().is_some_and(|end| end == "rs") {
            found.push(entry);
        }
    }
}

/// Path from the root with `/`, and text, of every Rust file below a folder.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut files = vec![];
    rust_files(&root().join(folder), &mut files);
    files.sort();
    let read = |file: PathBuf| {
        let parts: Vec<_> = file.strip_prefix(root()).unwrap().iter().collect();
        let name = parts.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        (name, std::fs::read_to_string(file).unwrap())
    };
    files.into_iter().map(read).collect()
}

fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The first name of each path in `{a::b, c::{d, e}}` or `a::b`.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut names, mut depth) = (vec![name(group)], 1);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name: &String| !name.is_empty());
    names
}

/// Modules of the crate that a file names through `crate::` or through enough `super::`.
fn used_modules(file: &str, text: &str) -> Vec<String> {
    let code = without_comments(text);
    // `src/ode/lane/mod.rs` is two steps below the root, `src/ode/lane/wide.rs` three.
    let steps = file.split('/').count() - 1 - usize::from(file.ends_with("/mod.rs"));
    let climb = "super::".repeat(steps);
    // Inside a file's own tests `super` is the file itself.
    let outside_tests = code.split("#[cfg(test)]").next().unwrap_or("");
    [(code.as_str(), "crate::"), (outside_tests, climb.as_str())]
        .iter()
        .flat_map(|(text, start)| text.split(start).skip(1).flat_map(first_names))
        .collect()
}

fn rung(module: &str) -> Option<usize> {
    LADDER.iter().position(|rung| *rung == module)
}

/// What is wrong with `module` using `used`, if anything.
fn complaint(module: &str, used: &str) -> Option<String> {
    if module == used {
        return None;
    }
    if FRONT.contains(&used) {
        return Some(format!("`{used}` is the crate's front page and knows every rung"));
    }
    let (Some(own), Some(other)) = (rung(module), rung(used)) else {
        return Some(format!("`{module}` or `{used}` has no place on the ladder: give it one"));
    };
    let narrow = NARROWER.iter().find(|(name, _)| *name == module);
    match narrow {
        Some((_, allowed)) if !allowed.contains(&used) => {
            Some(format!("`{module}` uses {allowed:?} only"))
        }
        _ if other > own => Some(format!("`{used}` stands above `{module}`: turn the use around")),
        _ => None,
    }
}

#[test]
fn a_module_uses_only_the_rungs_below_it() {
    let mut broken = vec![];
    for (file, text) in sources("src") {
        let module = file.split('/').nth(1).unwrap().trim_end_matches(".rs").to_owned();
        if ["lib", "prelude", "error"].contains(&module.as_str()) {
            continue;
        }
        let uses = used_modules(&file, &text);
        let found = uses.iter().filter_map(|used| complaint(&module, used));
        broken.extend(found.map(|why| format!("{file}: {why}")));
    }
    assert!(broken.is_empty(), "the ladder is {LADDER:?}\n{}", broken.join("\n"));
}

#[test]
fn the_ladder_is_read_from_every_way_to_write_a_path() {
    let text =
        "use crate::{units::Rate, ode::{A, B},\n network};\nlet x = super::super::assay::f();";
    assert_eq!(used_modules("src/ode/lane.rs", text), ["units", "ode", "network", "assay"]);
    assert!(used_modules("src/ode/lane.rs", "// crate::assay\nsuper::lane()").is_empty());
    let tests = "#[cfg(test)]\nmod tests { use super::Lane; }";
    assert!(used_modules("src/ode/mod.rs", tests).is_empty());
    assert!(complaint("ode", "units").is_none() && complaint("units", "ode").is_some());
    assert!(complaint("catalog", "ode").is_some() && complaint("plot", "network").is_some());
    assert!(complaint("ode", "elsewhere").is_some() && complaint("assay", "Result").is_some());
}

#[test]
fn only_the_lanes_know_instruction_sets() {
    for (file, text) in sources("src") {
        let lane = file.starts_with("src/ode/lane/");
        assert!(lane || !text.contains("pulp"), "{file} names pulp: use `ode::Lane` instead");
    }
}

#[test]
fn files_are_short() {
    let mut broken = vec![];
    let mut lengths = vec![];
    for (folder, longest) in [("src", LONGEST), ("examples", LONGEST_EXAMPLE)] {
        for (file, text) in sources(folder) {
            let lines = text.lines().count();
            // An example in a folder of its own is judged by its main file.
            let beside = folder == "examples" && file.matches('/').count() > 1;
            let longest = if beside && !file.ends_with("/main.rs") { LONGEST } else { longest };
            let reason = LONGER.iter().find(|(name, _)| *name == file);
            match reason {
                None if lines > longest => broken.push(format!("{file} has {lines} lines, more than {longest}: split it by idea, or give a reason in LONGER")),
                Some((_, reason)) if lines <= longest => broken.push(format!("{file} is short again: drop it and {reason:?} from LONGER")),
                _ => {}
            }
            if folder == "src" {
                lengths.push(lines);
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    println!("{} files in src, {median} lines in the median", lengths.len());
    assert!(median <= MEDIAN, "the median file has {median} lines, more than {MEDIAN}");
}

#[test]
fn names_say_what_is_inside() {
    for (file, _) in ["src", "tests", "examples", "benches"].iter().flat_map(|f| sources(f)) {
        for part in file.trim_end_matches(".rs").split('/') {
            let empty = ["util", "utils", "common", "helper", "helpers", "manager", "misc"];
            assert!(!empty.contains(&part), "{file}: `{part}` says nothing; name the idea");
        }
    }
}

#[test]
fn the_top_level_is_what_a_user_wants_to_see() {
    let git = std::process::Command::new("git").arg("ls-files").current_dir(root()).output();
    // A packaged copy has no history: there is nothing tracked to look at.
    let Ok(listed) = git.map(|output| String::from_utf8(output.stdout).unwrap()) else { return };
    for file in listed.lines() {
        let top = file.split('/').next().unwrap_or(file);
        assert!(TOP_LEVEL.contains(&top), "`{top}` at the top level: find it a folder");
    }
}
