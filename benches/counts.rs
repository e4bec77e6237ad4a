//! How many instructions do the hot kernels take per system and step?
//!
//! Counted by callgrind, which time shared with others does not change: this program runs itself under
//! `valgrind` with fewer and with more work, so that the difference is the work alone. valgrind knows no
//! AVX-512, so the AVX2 path is what is counted. The counts are compared with those of
//! `benches/record/instructions.toml`: more than `TOLERANCE` worse is an error;
//! `cargo bench --bench counts -- --record` writes what was counted. Where valgrind is missing nothing is counted.
#![allow(clippy::print_stdout)] // a bench speaks

mod callgrind;
mod reference;

use callgrind::{Counted, KERNELS, child, count};
use reference::Failure;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::process::{Command, ExitCode};

const RECORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/record/instructions.toml");
const TOLERANCE: f64 = 0.03;

/// What is kept between runs.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    /// The instruction set counted.
    path: String,
    /// Compiler of the recorded counts.
    compiler: String,
    /// Instructions per system and step, or per system and evaluation.
    instructions: BTreeMap<String, f64>,
}

fn compiler() -> Result<String, Failure> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let told = Command::new(rustc).arg("--version").output()?.stdout;
    Ok(String::from_utf8(told)?.split(' ').take(2).collect::<Vec<_>>().join(" "))
}

/// Prints each count beside the recorded one; whether none is much worse.
fn compare(found: &Record) -> Result<bool, Failure> {
    let recorded: Record = toml::from_str(&std::fs::read_to_string(RECORD)?)?;
    if recorded.path != found.path {
        println!("{} was recorded, {} was counted: not compared", recorded.path, found.path);
        return Ok(true);
    }
    println!("recorded with {}, counted with {}", recorded.compiler, found.compiler);
    let mut good = true;
    for (kernel, &count) in &found.instructions {
        let Some(&before) = recorded.instructions.get(kernel) else {
            return Err(format!("`{kernel}` is not recorded: run with `-- --record`").into());
        };
        let change = count / before - 1.0;
        let verdict = match change {
            _ if change.is_nan() || change > TOLERANCE => "WORSE",
            _ if change < -TOLERANCE => "better: record it with `-- --record`",
            _ => "as recorded",
        };
        good &= verdict != "WORSE";
        let percent = 100.0 * change;
        println!(
            "{kernel:10} {count:9.1} instructions, recorded {before:9.1}: {percent:+5.1} %, {verdict}"
        );
    }
    Ok(good)
}

fn main() -> Result<ExitCode, Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "child") {
        return child(&arguments[1..]).map(|()| ExitCode::SUCCESS);
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("valgrind is not installed: no instructions counted.");
        return Ok(ExitCode::SUCCESS);
    }
    let mut instructions = BTreeMap::new();
    let mut path = String::new();
    for kernel in KERNELS {
        let Counted { per_item, on } = count(kernel)?;
        instructions.insert(kernel.to_string(), (10.0 * per_item).round() / 10.0);
        path = on;
    }
    let found = Record { path, compiler: compiler()?, instructions };
    println!("instructions on {}, by callgrind", found.path);
    if arguments.iter().any(|argument| argument == "--record") {
        std::fs::write(RECORD, toml::to_string(&found)?)?;
        println!("written to {RECORD}: {:?}", found.instructions);
        return Ok(ExitCode::SUCCESS);
    }
    Ok(if compare(&found)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
