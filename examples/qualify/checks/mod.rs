//! The checks, family by family.

mod biology;
mod check;
mod checkpoint;
mod closed_forms;
mod conservation;
mod credibility;
mod cross_checks;
mod derivatives;
mod determinism;
mod instructions;
mod kinetics;
mod ladder;
#[path = "../../il6_sweep/network.rs"]
mod network;
mod orders;
mod pharmacology;
mod published;
mod recorded;
mod reference;
mod refusals;
mod solving;
mod stimulated;
mod tables;

pub(crate) use check::{Check, Found};
use std::error::Error;
pub(crate) use tables::Tables;

/// A family: its name, how many checks it has, and what carries them out.
pub(crate) type Family = (&'static str, usize, fn() -> Found<Vec<Check>>);

/// Families that do not depend on a user's tables, in the order of the report.
pub(crate) const FAMILIES: [Family; 15] = [
    ("instructions", 1, instructions::checks),
    ("determinism", 4, determinism::checks),
    ("checkpoints", 1, checkpoint::checks),
    ("recorded numbers", 1, recorded::checks),
    ("closed forms", 5, closed_forms::checks),
    ("orders of convergence", 8, orders::checks),
    ("derivatives", 1, derivatives::checks),
    ("other solvers", 6, cross_checks::checks),
    ("pharmacokinetics", 4, kinetics::checks),
    ("pharmacology", 4, pharmacology::checks),
    ("conservation", 3, conservation::checks),
    ("tolerance ladder", 6, ladder::checks),
    ("wrong inputs", 1, refusals::checks),
    ("published model", 20, published::checks),
    ("structure of the model", 4, biology::checks),
];

/// The checks of a family; one more that fails, should it not be carried out or have another number of them.
pub(crate) fn carried_out((name, number, checks): Family) -> Vec<Check> {
    let mut found = match checks() {
        Ok(found) if found.len() == number => return found,
        Ok(found) => found,
        Err(why) => return vec![Check::not_done(name, &*why)],
    };
    let why: Box<dyn Error> = format!("{} checks, {number} expected", found.len()).into();
    found.push(Check::not_done(name, &*why));
    found
}
