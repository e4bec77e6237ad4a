//! Networks: declared, read, compiled, and their derivatives.
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

mod declaring;
mod derivatives;
mod diagram;
mod fingerprint;
mod il6;
mod json;
mod kinetics;
mod mistakes;
mod networks;
mod pathways;
