//! From a regimen to concentrations: closed forms, the engine, published exposures, refusals.
// Tests may stop at the first surprise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, clippy::panic, missing_docs)]

mod bodies;
mod closed_forms;
mod dice;
mod engine;
mod exposures;
mod label_doses;
mod mice;
mod patients;
mod populations;
mod refusals;
mod regimens;
mod schedules;
mod tables;
