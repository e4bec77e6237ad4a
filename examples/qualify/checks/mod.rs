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
pub(crate) use tables::Tables;

/// A family: its name, and what carries it out.
pub(crate) type Family = (&'static str, fn() -> Found<Vec<Check>>);

/// Families that do not depend on a user's tables, in the order of the report.
pub(crate) const FAMILIES: [Family; 15] = [
    ("instructions", instructions::checks),
    ("determinism", determinism::checks),
    ("checkpoints", checkpoint::checks),
    ("recorded numbers", recorded::checks),
    ("closed forms", closed_forms::checks),
    ("orders of convergence", orders::checks),
    ("derivatives", derivatives::checks),
    ("other solvers", cross_checks::checks),
    ("pharmacokinetics", kinetics::checks),
    ("pharmacology", pharmacology::checks),
    ("conservation", conservation::checks),
    ("tolerance ladder", ladder::checks),
    ("wrong inputs", refusals::checks),
    ("published model", published::checks),
    ("structure of the model", biology::checks),
];

/// The checks of a family; one that fails, should it not be carried out.
pub(crate) fn carried_out((name, checks): Family) -> Vec<Check> {
    checks().unwrap_or_else(|why| vec![Check::not_done(name, &*why)])
}
