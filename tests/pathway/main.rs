//! Pathways: what they are made of, what they do, and that they are solved correctly.
//!
//! One program, since each would compile the solver for every instruction set again.
// A test that fails says so by panicking, and what it measured by printing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

mod agreement;
mod constants;
mod dynamics;
mod experiment;
mod golden;
mod inhibition;
mod knock_outs;
mod mechanisms;
mod neutralisation;
mod physics;
mod refusals;
mod selectivity;
mod structure;
